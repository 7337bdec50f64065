"""Content of FR.IA.02 to FR.IA.11 of one case: one sheet per form, whatever its number of kelompok pekerjaan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

from jamstac.assessment.grid import VATM, Grid
from jamstac.assessment.models import Assessment, Taking, TakingItem, ThirdParty, ThirdPartyAnswer
from jamstac.assessment.scope import in_scope
from jamstac.assessment.sheets import head
from jamstac.assessment.states import Method, TakingState
from jamstac.assessment.takings import QUESTIONS, items_of, portfolio_of
from jamstac.documents.models import Signature
from jamstac.documents.sheets import latest
from jamstac.documents.signatures import block_of
from jamstac.documents.states import SheetCode
from jamstac.documents.writing import moment
from jamstac.events.sheets import day_in_words
from jamstac.instruments.models import ItemCriterion
from jamstac.instruments.states import InstrumentCode

Content = dict[str, Any]


@dataclass
class Paper:
    """One marked instrument with its items."""

    taking: Taking
    items: list[TakingItem]

    @property
    def group(self) -> str:
        return self.taking.instrument.group


class Papers:
    """All that a case's instrument sheets are written from, read once."""

    def __init__(self, assessment: Assessment, licence_number: str, grid: Grid) -> None:
        self.assessment, self.grid = assessment, grid
        self.head = {**head(assessment, licence_number), "date": day_in_words(assessment.event.date)}
        self.scheme = assessment.application.scheme_version.scheme.title
        trees = in_scope(assessment)
        self.units: dict[str, list[dict[str, str]]] = {}
        self.place: dict[UUID, dict[str, str]] = {}
        for tree in trees:
            self.units.setdefault(tree.group, []).append({"code": tree.unit.code, "title": tree.unit.title})
            for element in tree.elements:
                for each in element.criteria:
                    self.place[each.pk] = {
                        "group": str(list(self.units).index(tree.group) + 1),
                        "unit": tree.unit.code,
                        "element": str(element.element.number),
                        "criterion": each.number,
                    }
        rows = Taking.objects.filter(assessment=assessment, state=TakingState.MARKED)
        marked = rows.select_related("instrument__tool_set").order_by("instrument__code", "id")
        self.papers = [Paper(taking, items_of(taking)) for taking in marked]
        self.criteria: dict[UUID, list[UUID]] = {}
        asked = [item.item_id for paper in self.papers for item in paper.items if item.item_id]
        for item_id, criterion in ItemCriterion.objects.filter(item__in=asked).values_list("item_id", "criterion_id"):
            if criterion in self.place:
                self.criteria.setdefault(item_id, []).append(criterion)
        self.portfolio = portfolio_of(assessment)
        self.numbers = {row.pk: number for number, row in enumerate(self.portfolio, 1)}

    # ------------------------------------------------------------ blocks

    def of(self, code: InstrumentCode) -> list[Paper]:
        return [paper for paper in self.papers if paper.taking.instrument.code == code]

    def groups(
        self, key: str = "", papers: Sequence[Paper] = (), rows: Callable[[Paper], list[Any]] | None = None
    ) -> list[Any]:
        """The kelompok pekerjaan with what was taken in each; a form for the whole scheme is one entry of its own."""
        every = [unit for units in self.units.values() for unit in units]
        if rows is None:
            return [{"name": name or self.scheme, "units": units} for name, units in self.units.items()]
        found: list[Any] = []
        for name, units in [("", every), *((name, units) for name, units in self.units.items() if name)]:
            inside = [row for paper in papers if paper.group == name for row in rows(paper)]
            if inside:
                found.append({"name": name or self.scheme, "units": units, key: inside})
        return found

    def signatures(self) -> dict[str, Any]:
        """Penyusun and validator of the MUK, as they signed its map."""
        tool_set = self.assessment.tool_set
        sheet = None if tool_set is None else latest(tool_set.pk, SheetCode.MAPA02)
        rows = [] if sheet is None else Signature.objects.filter(sheet=sheet).select_related("body")
        return {row.role: block_of(row) for row in rows if row.role in ("author", "validator")}

    def feedback(self, papers: Iterable[Paper]) -> str | None:
        return "\n\n".join(paper.taking.feedback for paper in papers if paper.taking.feedback) or None

    def gaps(self, papers: Iterable[Paper]) -> list[dict[str, str]]:
        """Unit, element and KUK of the items that were not met."""
        found: dict[UUID, dict[str, str]] = {}
        for paper in papers:
            for item in paper.items:
                if item.met is False and item.item_id:
                    found.update({pk: self.place[pk] for pk in self.criteria.get(item.item_id, ())})
        return list(found.values())

    def closing(self, papers: Sequence[Paper]) -> dict[str, Any]:
        return {
            "reached": all(paper.taking.reached is not False for paper in papers),
            "gaps": self.gaps(papers),
            "feedback": self.feedback(papers),
        }

    def standard(self, item: TakingItem) -> str:
        """Kesesuaian dengan standar kompetensi kerja: the KUK an item is about."""
        places = [self.place[pk] for pk in self.criteria.get(item.item_id, ())] if item.item_id else []
        return "; ".join(f"{each['unit']} KUK {each['criterion']}" for each in places)


def asked(item: TakingItem) -> str:
    """The question as asked."""
    return item.item.text if item.item is not None else item.question


def answered(item: TakingItem) -> str | None:
    """The answer in words: the option of the written form, or the text."""
    if item.option is not None:
        return f"{item.option.letter}. {item.option.text}"
    return item.answer or None


def minutes(taking: Taking) -> str | None:
    return f"{taking.minutes} menit" if taking.minutes else None


def _time(papers: Sequence[Paper]) -> str | None:
    return "; ".join(filter(None, (minutes(paper.taking) for paper in papers))) or None


# ---------------------------------------------------------------- one form each


def _practice(case: Papers, papers: Sequence[Paper]) -> Content:
    def tasks(paper: Paper) -> list[Any]:
        form = paper.taking.instrument
        return [
            {
                "title": form.title,
                "instruction": form.instruction or None,
                "scenario": form.scenario,
                "equipment": [line.strip() for line in form.equipment.splitlines() if line.strip()],
                "time": minutes(paper.taking),
            }
        ]

    return {"groups": case.groups("tasks", papers, tasks), "signatures": case.signatures()}


def _supporting(case: Papers, papers: Sequence[Paper]) -> Content:
    number = count(1)

    def questions(paper: Paper) -> list[Any]:
        return [
            {"no": next(number), "text": asked(item), "answer": answered(item), "met": item.met} for item in paper.items
        ]

    return {"groups": case.groups("questions", papers, questions), "feedback": case.feedback(papers)}


def _project(case: Papers, papers: Sequence[Paper]) -> Content:
    def tasks(paper: Paper) -> list[Any]:
        form = paper.taking.instrument
        return [
            {
                "title": form.title,
                "prepare": form.scenario,
                "prepare_time": minutes(paper.taking),
                "demonstrate": form.instruction or None,
                "demonstrate_time": None,
            }
        ]

    return {
        "groups": case.groups("tasks", papers, tasks),
        "feedback": case.feedback(papers),
        "supervisor": None,
        "signatures": case.signatures(),
    }


def _project_assessment(case: Papers, papers: Sequence[Paper]) -> Content:
    def projects(paper: Paper) -> list[Any]:
        items = [
            {
                "no": number,
                "scope": (item.item.section if item.item else "") or None,
                "text": asked(item),
                "standard": case.standard(item),
                "met": item.met,
            }
            for number, item in enumerate(paper.items, 1)
        ]
        return [{"title": paper.taking.product or paper.taking.instrument.title, "items": items}]

    reached = all(paper.taking.reached is not False for paper in papers)
    return {
        "groups": case.groups("projects", papers, projects),
        "recommendation": "Kompeten" if reached else "Belum kompeten",
        "feedback": case.feedback(papers),
        "supervisor": None,
        "signatures": case.signatures(),
    }


def _written(case: Papers, papers: Sequence[Paper], *, with_text: bool) -> Content:
    number = count(1)
    questions = [
        {
            "no": next(number),
            "ref": item.item.position if item.item else None,
            **({"text": asked(item)} if with_text else {}),
            "answer": answered(item),
            "met": item.met,
        }
        for paper in papers
        for item in paper.items
    ]
    return {"time": _time(papers), "questions": questions, **case.closing(papers)}


def _choice(case: Papers, papers: Sequence[Paper]) -> Content:
    return _written(case, papers, with_text=False)


def _essay(case: Papers, papers: Sequence[Paper]) -> Content:
    return _written(case, papers, with_text=True)


def _oral(case: Papers, papers: Sequence[Paper]) -> Content:
    """Without the kunci jawaban: the candidate signs and keeps this sheet."""
    number = count(1)
    questions = [
        {"no": next(number), "text": asked(item), "key": None, "answer": answered(item), "met": item.met}
        for paper in papers
        for item in paper.items
    ]
    return {"groups": case.groups(), "questions": questions, **case.closing(papers), "signatures": case.signatures()}


def _interview(case: Papers, papers: Sequence[Paper]) -> Content:
    number = count(1)
    return {
        "groups": case.groups(),
        "evidence": [{"no": case.numbers[row.pk], "title": row.title} for row in case.portfolio],
        "questions": [
            {
                "no": next(number),
                "evidence_no": case.numbers.get(item.evidence_id) if item.evidence_id else None,
                "text": asked(item),
                "answer": answered(item),
                "met": item.met,
            }
            for paper in papers
            for item in paper.items
        ],
        "signatures": case.signatures(),
    }


def _product(case: Papers, papers: Sequence[Paper]) -> Content:
    form = papers[0].taking.instrument
    number = count(1)
    sections: dict[str, list[Any]] = {}
    for paper in papers:
        for item in paper.items:
            title = (item.item.section if item.item else "") or "Spesifikasi"
            row = {"no": next(number), "text": asked(item), "met": item.met, "note": item.note or None}
            sections.setdefault(title, []).append(row)
    reached = all(paper.taking.reached is not False for paper in papers)
    return {
        "groups": case.groups(),
        "product": {
            "name": "; ".join(paper.taking.product for paper in papers),
            "standard": form.tool_set.product_benchmark or None,
            "general": form.instruction or None,
            "technical": form.scenario or None,
            "used_on": None,
            "drawing": None,
        },
        "sections": [{"title": title, "items": items} for title, items in sections.items()],
        "recommendation": "met" if reached else "observe",
        "gaps": case.gaps(papers),
        "signatures": case.signatures(),
    }


FORMS: Mapping[InstrumentCode, tuple[SheetCode, Callable[[Papers, Sequence[Paper]], Content]]] = {
    InstrumentCode.PRACTICE: (SheetCode.IA02, _practice),
    InstrumentCode.SUPPORTING: (SheetCode.IA03, _supporting),
    InstrumentCode.PROJECT: (SheetCode.IA04A, _project),
    InstrumentCode.PROJECT_ASSESSMENT: (SheetCode.IA04B, _project_assessment),
    InstrumentCode.CHOICE: (SheetCode.IA05C, _choice),
    InstrumentCode.ESSAY: (SheetCode.IA06C, _essay),
    InstrumentCode.ORAL: (SheetCode.IA07, _oral),
    InstrumentCode.INTERVIEW: (SheetCode.IA09, _interview),
    InstrumentCode.PRODUCT: (SheetCode.IA11, _product),
}

SHEET_OF: Mapping[str, SheetCode] = {
    InstrumentCode.OBSERVATION: SheetCode.IA01,
    InstrumentCode.PORTFOLIO: SheetCode.IA08,
    InstrumentCode.THIRD_PARTY: SheetCode.IA10,
    **{code: sheet for code, (sheet, _) in FORMS.items()},
}
"""Instrument → the sheet that records it."""


def taken_contents(case: Papers) -> dict[SheetCode, Content]:
    """The sheets of the instruments that were taken, in the order of the forms."""
    found: dict[SheetCode, Content] = {}
    for code, (sheet, content) in FORMS.items():
        papers = case.of(code)
        if papers:
            found[sheet] = {**case.head, **content(case, papers)}
    return found


def ia08_content(case: Papers) -> Content:
    """Portfolio with its VATM; what is not borne out goes to the interview or to observation."""
    weak = {
        row.criterion.pk
        for row in case.grid.criteria
        if any(each.method == Method.PORTFOLIO for each in row.evidence)
        and not any(
            each.method == Method.PORTFOLIO and all(getattr(each, mark) is True for mark in VATM)
            for each in row.evidence
        )
    }
    shown = {
        row.criterion.pk for row in case.grid.criteria if any(each.method == Method.PORTFOLIO for each in row.evidence)
    }
    bare = sorted({place["unit"] for pk, place in case.place.items() if pk not in shown})
    interview = [
        {
            "needed": True,
            "unit": case.place[pk]["unit"],
            "element": case.place[pk]["element"],
            "text": f"KUK {case.place[pk]['criterion']}: {asked(item)}",
        }
        for paper in case.of(InstrumentCode.INTERVIEW)
        for item in paper.items
        if item.item_id
        for pk in case.criteria.get(item.item_id, ())
    ]
    return {
        **case.head,
        "groups": case.groups(),
        "evidence": [
            {"no": case.numbers[row.pk], "title": row.title, **{mark: getattr(row, mark) for mark in VATM}}
            for row in case.portfolio
        ],
        "interview": interview,
        "additional": f"Bukti tambahan untuk unit {', '.join(bare)}." if bare else None,
        "recommendation": "observe" if weak or bare else "met",
        "gaps": [case.place[pk] for pk in case.place if pk in weak],
    }


def ia10_content(case: Papers, third_party: ThirdParty) -> Content:
    answers = dict(ThirdPartyAnswer.objects.filter(third_party=third_party).values_list("number", "yes"))
    texts = (
        "name",
        "workplace",
        "address",
        "phone",
        "relationship",
        "duration",
        "closeness",
        "experience",
        "consistent",
        "training_need",
        "comment",
    )
    at = third_party.answered_at
    return {
        **case.head,
        "groups": case.groups(),
        "third_party": {
            **{name: getattr(third_party, name) or None for name in texts},
            "answered_at": moment(at, case.assessment.body.zone) if at else None,
            "answered_by_link": third_party.answered_by_link,
        },
        "answers": [answers.get(number) for number in range(1, QUESTIONS + 1)],
    }
