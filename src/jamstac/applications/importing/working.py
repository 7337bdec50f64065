"""The list while it is worked on: kept as drafts, its columns told by hand, its rows entered one act after another."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jamstac.applications.batches.actions import add_member
from jamstac.applications.batches.filling import fill
from jamstac.applications.importing.columns import BY_HEADING, FIELDS, NAME, choose, normal
from jamstac.applications.importing.reading import ROWS_AT_MOST, Cell, read_grids
from jamstac.applications.importing.rows import Outcome, Row, judge
from jamstac.applications.models import Batch, BatchMember, HeadingDraft, ImportColumnDraft, ImportDraft, ImportRowDraft
from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import ALLOW, Verdict, refuse
from jamstac.ledger.door import Refused
from jamstac.people.actions import complete_person, register_person
from jamstac.people.actors import PersonActor
from jamstac.people.models import Account, Person
from jamstac.ui.why import reasons

KEPT = timedelta(days=14)
"""A list nobody finished is forgotten after this."""


def keep_list(
    data: bytes, name: str, *, body: Body, account: Account, batch: Batch | None, institution: str
) -> tuple[ImportDraft | None, Verdict]:
    """The list as a draft, or why the file is none."""
    grids, verdict = read_grids(data)
    if not verdict:
        return None, verdict
    grid, layout = choose(grids, remembered(body))
    people = grid.rows[layout.start :]
    if not people:
        return None, refuse("import.no_rows")
    if len(people) > ROWS_AT_MOST:
        return None, refuse("import.too_many_rows", count=len(people), limit=ROWS_AT_MOST)
    with transaction.atomic():
        ImportDraft.objects.filter(body=body, uploaded_at__lt=timezone.now() - KEPT).delete()
        draft = ImportDraft.objects.create(
            body=body,
            batch=batch,
            uploaded_by=account,
            uploaded_at=timezone.now(),
            file_name=name[-200:],
            sheet_name=grid.name[:120],
            institution=institution[:160],
        )
        width = max(len(layout.headings), *(len(cells) for _number, cells in people))
        headings = layout.headings + [""] * (width - len(layout.headings))
        fields = layout.fields + [""] * (width - len(layout.fields))
        ImportColumnDraft.objects.bulk_create(
            ImportColumnDraft(draft=draft, position=at, heading=heading, field=field)
            for at, (heading, field) in enumerate(zip(headings, fields, strict=True))
        )
        ImportRowDraft.objects.bulk_create(
            ImportRowDraft(draft=draft, number=number, cells=_line(cells)) for number, cells in people
        )
    return draft, ALLOW


def remembered(body: Body) -> dict[str, str]:
    return dict(HeadingDraft.objects.filter(body=body).values_list("heading", "field"))


def _line(cells: Sequence[Cell]) -> str:
    """Cells as one line of CSV; a sign before a number or a date keeps what kind it was."""
    out = io.StringIO()
    csv.writer(out).writerow([_marked(each) for each in cells])
    return out.getvalue()


def _marked(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"@{cell.isoformat()}"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"#{cell!r}"
    return f"={cell}" if cell != "" else ""


def _cells(line: str) -> list[Cell]:
    found = next(csv.reader(io.StringIO(line, newline="")), [])
    return [_unmarked(each) for each in found]


def _unmarked(written: str) -> Cell:
    sign, value = written[:1], written[1:]
    if sign == "@":
        return date.fromisoformat(value)
    if sign == "#":
        number = float(value)
        return int(number) if number.is_integer() else number
    return value


def tell_columns(draft: ImportDraft, chosen: dict[int, str]) -> None:
    """What somebody says the columns mean. The LSP's own words are remembered; a field stays with one column."""
    taken: set[str] = set()
    with transaction.atomic():
        draft.rows.update(refused="")
        for column in draft.columns.order_by("position"):
            field = chosen.get(column.position, "")
            column.field = field if field in FIELDS and field not in taken else ""
            taken.add(column.field)
            column.save(update_fields=["field"])
            word = normal(column.heading)[:120]
            if word and BY_HEADING.get(word, "") != column.field:
                HeadingDraft.objects.update_or_create(
                    body_id=draft.body_id, heading=word, defaults={"field": column.field}
                )
            elif word:
                HeadingDraft.objects.filter(body_id=draft.body_id, heading=word).delete()


def preview(draft: ImportDraft, day: date) -> list[Row]:
    """Every row as it stands now. Without a column of names all are refused."""
    fields = [column.field for column in draft.columns.order_by("position")]
    kept = list(draft.rows.order_by("number"))
    rows = judge(
        ((row.number, _cells(row.cells)) for row in kept),
        fields,
        body_id=draft.body_id,
        batch_id=draft.batch_id,
        institution=draft.institution,
        day=day,
    )
    for row, was in zip(rows, kept, strict=True):
        row.entered = was.entered
        if was.refused and not was.entered:
            row.problems += was.refused.splitlines()
    return rows


def enter(actor: PersonActor, draft: ImportDraft, rows: list[Row]) -> None:
    """Each row that may go in, by its own acts. What a door refuses is kept with the row; the rest goes on."""
    body = draft.body
    batch = Batch.objects.select_related("scheme_version").get(pk=draft.batch_id) if draft.batch_id else None
    for row in rows:
        if row.outcome not in (Outcome.NEW, Outcome.KNOWN):
            continue
        kept = ImportRowDraft.objects.filter(draft=draft, number=row.number)
        if not kept.filter(entered=False).update(entered=True, refused=""):  # another press of the button was faster
            row.entered = True
            continue
        try:
            _enter_one(actor, body, batch, row)
            row.entered = True
        except Refused as refused:
            told = [f"{each.sentence} {each.remedy}" for each in reasons(refused.refusals)]
            row.problems += told
            kept.update(refused="\n".join(told))
        finally:
            if not row.entered:
                kept.update(entered=False)


def _enter_one(actor: PersonActor, body: Body, batch: Batch | None, row: Row) -> None:
    if row.person is None:
        person: Person = register_person(actor, body, **row.values)
    else:
        person = row.person
        if any(value and not getattr(person, name) for name, value in row.values.items()):
            person = complete_person(actor, person, **row.values)
    if batch is not None and not BatchMember.objects.filter(batch=batch, person=person).exists():
        add_member(actor, batch, person=person, participant_number=row.participant, class_name=row.class_name)
    if batch is not None:
        fill(person, batch)


def refused_as_csv(draft: ImportDraft, rows: list[Row]) -> Iterator[list[str]]:
    """The rows that stayed outside as they came, with why: to be put right and uploaded again."""
    columns = list(draft.columns.order_by("position"))
    labels = {name: str(label) for name, label in FIELDS.items()}
    yield [*(column.heading or labels.get(column.field, "") for column in columns), "Baris", "Alasan"]
    for row in rows:
        if row.outcome is Outcome.REFUSED:
            cells = [_shown(each) for each in row.cells]
            cells += [""] * (len(columns) - len(cells))
            yield [*cells, str(row.number), " ".join(row.problems)]


def _shown(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)


def is_understood(draft: ImportDraft) -> bool:
    return draft.columns.filter(field=NAME).exists()
