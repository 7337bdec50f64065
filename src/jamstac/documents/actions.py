"""The doors of documents: the PDF of a sheet, made outside, is attached to it; the edition of the forms is set."""

from __future__ import annotations

from datetime import date, timedelta

from jamstac.bodies.models import Body
from jamstac.documents import rules
from jamstac.documents.facts import EditionChangeFacts
from jamstac.documents.models import Sheet, SheetEdition, Signature, StoredFile
from jamstac.documents.states import FormFamily
from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.door import Act, action, store


@action("sheet.rendered", access="sheet.attach_pdf")
def attach_pdf(act: Act, sheet: Sheet, *, file: StoredFile, signatures: int) -> Sheet:
    """Keep `file` as the PDF of `sheet`. It was printed with `signatures` signatures: when one was added
    meanwhile it is out of date and refused, and the job that follows that signature prints again."""
    now = Signature.objects.filter(sheet=sheet).count()
    act.refuse(refuse_if(now != signatures, "sheet.pdf_outdated", printed=signatures, signed=now))
    sheet.pdf = file
    store(sheet, "pdf")
    act.record(code=sheet.code, version=sheet.version, signatures=signatures, sha256=file.sha256, size=file.size)
    return sheet


@action("edition.set", access="edition.set", policies=[rules.may_set_edition])
def set_edition(
    act: Act,
    body: Body,
    *,
    edition: str,
    source_title: str,
    source_number: str = "",
    source_date: date | None = None,
    valid_from: date | None = None,
) -> SheetEdition:
    """From `valid_from` (today when not given) new forms are made with `edition` (HR-26). The first edition of an
    LSP may have started before; an edition already planned for later is replaced."""
    start, edition = valid_from or act.day, edition.strip()
    rows = SheetEdition.objects.filter(body=body, family=FormFamily.FR)
    current = rows.filter(valid_from__lt=start).exclude(valid_until__lt=start).first()
    before = current or rows.order_by("-valid_from").first()
    act.require(
        rules.may_set_edition,
        EditionChangeFacts(
            edition=edition,
            source_given=bool(source_title.strip()),
            start=start,
            today=act.day,
            current=None if before is None else before.edition,
        ),
    )
    rows.filter(valid_from__gte=start).delete()
    if current is not None:
        current.valid_until = start - timedelta(days=1)
        store(current, "valid_until")
    row = SheetEdition(
        body=body,
        family=FormFamily.FR,
        edition=edition,
        source_title=source_title,
        source_number=source_number,
        source_date=source_date,
        valid_from=start,
        set_at=act.now,
    )
    store(row)
    act.record(row, family=row.family, edition=edition, valid_from=start)
    return row
