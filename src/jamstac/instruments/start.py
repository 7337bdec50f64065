"""Inner functions: the first content of a tool set, from the scheme or from an earlier version."""

from __future__ import annotations

from jamstac.instruments.models import (
    Instrument,
    Item,
    ItemCriterion,
    ItemOption,
    MapCell,
    PlanRow,
    PlanTool,
    ToolSet,
)
from jamstac.instruments.states import InstrumentCode, PlanMethod, Potential
from jamstac.ledger.door import store
from jamstac.schemes.selectors import UnitTree, structure

LEARNERS = (Potential.TRAINED_TRACEABLE, Potential.TRAINED_OTHER, Potential.SELF_TAUGHT)
WORKERS = (Potential.WORKER_TRACEABLE, Potential.WORKER_OTHER)

START_MAP: dict[Potential, tuple[InstrumentCode, ...]] = {
    **dict.fromkeys(
        LEARNERS,
        (InstrumentCode.OBSERVATION, InstrumentCode.PRACTICE, InstrumentCode.SUPPORTING, InstrumentCode.CHOICE),
    ),
    **dict.fromkeys(
        WORKERS,
        (
            InstrumentCode.OBSERVATION,
            InstrumentCode.PORTFOLIO,
            InstrumentCode.INTERVIEW,
            InstrumentCode.THIRD_PARTY,
        ),
    ),
}
"""Who shows it directly and who shows it by a portfolio: the usual reading of the five potensi."""

START_TOOLS: dict[PlanMethod, tuple[InstrumentCode, ...]] = {
    PlanMethod.OBSERVATION: (InstrumentCode.OBSERVATION,),
    PlanMethod.STRUCTURED: (InstrumentCode.PRACTICE,),
    PlanMethod.QUESTIONS: (InstrumentCode.SUPPORTING, InstrumentCode.CHOICE, InstrumentCode.INTERVIEW),
    PlanMethod.PORTFOLIO: (InstrumentCode.PORTFOLIO,),
    PlanMethod.THIRD_PARTY: (InstrumentCode.THIRD_PARTY,),
}

START_EVIDENCE = "Kinerja saat tugas praktik, jawaban pertanyaan, dan portofolio hasil kerja pada unit ini"

PRACTICE_INSTRUCTION = (
    "1. Baca dan pelajari setiap langkah di bawah ini dengan cermat.\n"
    "2. Klarifikasi kepada asesor bila ada yang belum jelas.\n"
    "3. Kerjakan langkah-langkah sesuai dengan urutan proses yang ditetapkan.\n"
    "4. Seluruh proses kerja mengacu kepada SOP/WI yang dipersyaratkan."
)

TITLES = {
    InstrumentCode.PRACTICE: "Tugas praktik demonstrasi",
    InstrumentCode.SUPPORTING: "Pertanyaan untuk mendukung observasi",
    InstrumentCode.CHOICE: "Pertanyaan tertulis pilihan ganda",
    InstrumentCode.INTERVIEW: "Pertanyaan wawancara",
}


def put_start(tool_set: ToolSet) -> None:
    """A plan row for each unit, the map, and one empty form per instrument that people write: FR.IA.02 for each
    kelompok pekerjaan, the questions for the whole scheme."""
    units = structure(tool_set.scheme_version)
    for tree in units:
        _put_plan(tool_set, tree)
    groups = list(dict.fromkeys(tree.group for tree in units))
    for group in groups:
        for potential, codes in START_MAP.items():
            for code in codes:
                _cell(tool_set, group, code, potential)
        _form(tool_set, InstrumentCode.PRACTICE, group, instruction=PRACTICE_INSTRUCTION)
    for code in (InstrumentCode.SUPPORTING, InstrumentCode.CHOICE, InstrumentCode.INTERVIEW):
        _form(tool_set, code, "")


def _put_plan(tool_set: ToolSet, tree: UnitTree) -> None:
    row = PlanRow(
        body_id=tool_set.body_id,
        tool_set=tool_set,
        unit=tree.unit,
        evidence=START_EVIDENCE,
        direct=True,
        indirect=True,
        additional=True,
    )
    store(row)
    for method, codes in START_TOOLS.items():
        for code in codes:
            store(PlanTool(body_id=tool_set.body_id, row=row, method=method, instrument=code))


def _cell(tool_set: ToolSet, group: str, code: str, potential: str) -> None:
    store(MapCell(body_id=tool_set.body_id, tool_set=tool_set, group=group, instrument=code, potential=potential))


def _form(tool_set: ToolSet, code: InstrumentCode, group: str, *, instruction: str = "") -> None:
    title = f"{TITLES[code]}: {group}" if group else TITLES[code]
    store(
        Instrument(
            body_id=tool_set.body_id,
            tool_set=tool_set,
            code=code,
            group=group,
            title=title[:200],
            instruction=instruction,
        )
    )


def put_copy(source: ToolSet, tool_set: ToolSet) -> None:
    """Everything written in `source`, as rows of `tool_set`."""
    body_id = tool_set.body_id
    for row in PlanRow.objects.filter(tool_set=source).prefetch_related("tools"):
        tools = list(row.tools.all())
        fresh = PlanRow(
            body_id=body_id,
            tool_set=tool_set,
            unit_id=row.unit_id,
            evidence=row.evidence,
            direct=row.direct,
            indirect=row.indirect,
            additional=row.additional,
        )
        store(fresh)
        for tool in tools:
            store(PlanTool(body_id=body_id, row=fresh, method=tool.method, instrument=tool.instrument))
    for cell in MapCell.objects.filter(tool_set=source):
        _cell(tool_set, cell.group, cell.instrument, cell.potential)
    for instrument in Instrument.objects.filter(tool_set=source):
        _copy_instrument(instrument, tool_set)


def _copy_instrument(source: Instrument, tool_set: ToolSet) -> None:
    body_id = tool_set.body_id
    fresh = Instrument(
        body_id=body_id,
        tool_set=tool_set,
        code=source.code,
        group=source.group,
        position=source.position,
        title=source.title,
        instruction=source.instruction,
        scenario=source.scenario,
        equipment=source.equipment,
        minutes=source.minutes,
        draw=source.draw,
    )
    store(fresh)
    for item in Item.objects.filter(instrument=source).prefetch_related("options", "criteria"):
        copy = Item(
            body_id=body_id,
            instrument=fresh,
            position=item.position,
            section=item.section,
            text=item.text,
            key=item.key,
        )
        store(copy)
        for option in item.options.all():
            store(
                ItemOption(body_id=body_id, item=copy, letter=option.letter, text=option.text, correct=option.correct)
            )
        for row in item.criteria.all():
            store(ItemCriterion(body_id=body_id, item=copy, criterion_id=row.criterion_id))
