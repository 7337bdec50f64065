"""The MUK: writing it, sending it, validating it, putting it in force, and who may see its questions."""

from __future__ import annotations

from typing import Any

import pytest

from jamstac.documents.models import Sheet, Signature
from jamstac.documents.selectors import may_read_sheet
from jamstac.documents.sheets import content_of, latest
from jamstac.documents.states import SheetCode
from jamstac.events.actions import sign_assignment_letter
from jamstac.events.models import AssignmentLetter, Event
from jamstac.findings.actions import ask_waiver, confirm_waiver, withdraw_waiver
from jamstac.findings.models import Waiver
from jamstac.instruments.actions import (
    draft_tool_set,
    end_tool_set,
    record_validation,
    release_tool_set,
    remove_instrument,
    return_tool_set,
    save_instrument,
    save_map,
    save_plan,
    send_tool_set,
    sign_validation,
    signed_sheets,
    validate_tool_set,
)
from jamstac.instruments.models import (
    Consultation,
    Instrument,
    Item,
    MapCell,
    PlanRow,
    ToolSet,
    Validation,
    ValidationBox,
    ValidationMember,
)
from jamstac.instruments.selectors import (
    coverage_of,
    instrument_items,
    instruments_for,
    may_read_items,
    tool_facts,
    tool_set_on,
    written,
)
from jamstac.instruments.states import InstrumentCode, Potential, ToolSetState
from jamstac.ledger.models import Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actions import appoint
from jamstac.people.states import Function
from jamstac.schemes.models import SchemeVersion
from jamstac.standards.models import Criterion
from tests.refusing import last_entry, refuses
from tests.world import assessments, instruments
from tests.world.base import AGREED, World, ago, ahead, today


def version(world: World) -> SchemeVersion:
    return world.get(SchemeVersion, "version")


def released(world: World) -> ToolSet:
    return world.get(ToolSet, "toolset")


def complete(world: World) -> ToolSet:
    return instruments.written(world, instruments.drafted(world))


def form_of(tool_set: ToolSet, code: str) -> Instrument:
    return Instrument.objects.filter(tool_set=tool_set, code=code).order_by("group")[0]


def waive(world: World, tool_set: ToolSet) -> Waiver:
    """A dual exception to HR-12, by two persons."""
    asked = ask_waiver(
        world.actor("maya"),
        tool_set,
        rule="HR-12",
        label="MUK",
        reason="Hanya satu asesor yang menguasai skema ini",
        valid_until=ahead(30),
    )
    return confirm_waiver(world.actor("wulan"), asked)


# ------------------------------------------------------------ drafting


def test_the_start_holds_a_plan_a_map_and_forms_for_what_people_write(world: World) -> None:
    draft = instruments.drafted(world)
    assert last_entry(world).event == "toolset.drafted"
    assert (draft.version, draft.state, draft.author) == (2, ToolSetState.DRAFT, world.person("budi"))
    found = coverage_of(draft)
    assert found.percent == 100
    assert not found.unplanned
    assert {(row.code, row.lacks) for row in found.unwritten} == {
        ("IA.02", ("scenario", "minutes")),
        ("IA.03", ("items",)),
        ("IA.05", ("items", "minutes")),
        ("IA.09", ("items",)),
    }
    assert not found.ready
    by_potential = {
        potential: set(MapCell.objects.filter(tool_set=draft, potential=potential).values_list("instrument", flat=True))
        for potential in Potential.values
    }
    assert by_potential["1"] == by_potential["2"] == by_potential["5"] == {"IA.01", "IA.02", "IA.03", "IA.05"}
    assert by_potential["3"] == by_potential["4"] == {"IA.01", "IA.08", "IA.09", "IA.10"}


def test_one_tool_set_of_a_scheme_is_written_at_a_time(world: World) -> None:
    instruments.drafted(world)
    with refuses(world, "toolset.drafted", "toolset.open_draft"):
        instruments.drafted(world, "rina")
    assert ToolSet.objects.filter(state=ToolSetState.DRAFT).count() == 1


def test_a_new_version_starts_from_the_one_before(world: World) -> None:
    copy = draft_tool_set(world.actor("maya"), version(world), copy_of=released(world))
    was, now = coverage_of(released(world)), coverage_of(copy)
    assert [row.by for row in now.rows] == [row.by for row in was.rows]
    assert now.ready
    assert (
        Item.objects.filter(instrument__tool_set=copy).count()
        == Item.objects.filter(instrument__tool_set=released(world)).count()
    )


def test_only_whoever_knows_the_scheme_drafts_its_tool_set(world: World) -> None:
    installer = world.actor("surya")
    appoint(
        installer,
        world.person("wulan"),
        function=Function.ASSESSOR,
        decree_number="9/SK",
        decree_date=ago(1),
        valid_from=ago(1),
    )
    with refuses(world, "toolset.drafted", "toolset.not_a_writer"):
        instruments.drafted(world, "wulan")
    with refuses(world, "toolset.drafted", "door.no_role"):
        instruments.drafted(world, "dewi")
    draft = instruments.drafted(world)
    with refuses(world, "toolset.map_saved", "toolset.not_a_writer"):
        save_map(world.actor("wulan"), draft, cells=[])


def test_another_lsp_finds_no_tool_set(world: World) -> None:
    with pytest.raises(OutOfScope):
        draft_tool_set(world.actor("tono"), version(world))


# ------------------------------------------------------------ writing


def test_what_is_written_stands_and_its_writers_are_known(world: World) -> None:
    draft = instruments.drafted(world)
    save_map(world.actor("rina"), draft, cells=[])
    assert not MapCell.objects.filter(tool_set=draft).exists()
    assert {row.person for row in draft.authors.all()} == {world.person("budi"), world.person("rina")}
    unit = PlanRow.objects.filter(tool_set=draft).order_by("id")[0].unit_id
    save_plan(
        world.actor("budi"),
        draft,
        rows=[
            {
                "unit": unit,
                "evidence": " Halaman jadi ",
                "direct": True,
                "indirect": False,
                "additional": False,
                "tools": {"observasi": ["IA.01", "IA.01"]},
            }
        ],
        consultations={"certification_manager": "Maya Umpama", "supervisor": " "},
        guideline="Pedoman rekaan",
    )
    row = PlanRow.objects.get(tool_set=draft, unit=unit)
    assert (row.evidence, row.indirect, row.tools.count()) == ("Halaman jadi", False, 1)
    assert [each.name for each in Consultation.objects.filter(tool_set=draft)] == ["Maya Umpama"]
    draft.refresh_from_db()
    assert draft.guideline == "Pedoman rekaan"


def test_a_tool_set_names_units_groups_and_criteria_of_its_scheme_only(world: World) -> None:
    draft, budi = instruments.drafted(world), world.actor("budi")
    foreign = Criterion.objects.exclude(pk__in=instruments.criteria_ids(version(world))).first()
    nowhere = foreign.pk if foreign else world.ids["scheme"]
    with refuses(world, "toolset.instrument_saved", "instrument.criterion_unknown"):
        save_instrument(budi, draft, code="IA.07", title="Lisan", items=[instruments.question(1, nowhere)])
    with refuses(world, "toolset.instrument_saved", "instrument.group_unknown"):
        save_instrument(budi, draft, code="IA.07", title="Lisan", group="Kelompok lain")
    with refuses(world, "toolset.instrument_saved", "instrument.not_written"):
        save_instrument(budi, draft, code="IA.01", title="Ceklis")
    with refuses(world, "toolset.map_saved", "instrument.group_unknown"):
        save_map(budi, draft, cells=[{"group": "Kelompok lain", "instrument": "IA.01", "potential": "1"}])
    with refuses(world, "toolset.plan_saved", "plan.unit_unknown"):
        save_plan(
            budi,
            draft,
            rows=[
                {
                    "unit": world.ids["scheme"],
                    "evidence": "x",
                    "direct": True,
                    "indirect": False,
                    "additional": False,
                    "tools": {},
                }
            ],
        )
    other = form_of(released(world), "IA.07")
    with refuses(world, "toolset.instrument_saved", "instrument.other_set"):
        save_instrument(budi, draft, instrument=other, title="Curian")
    with refuses(world, "toolset.instrument_removed", "instrument.other_set"):
        remove_instrument(budi, draft, instrument=other)
    assert not Instrument.objects.filter(tool_set=draft, code="IA.07").exists()


def test_nobody_is_given_more_items_than_were_written(world: World) -> None:
    draft, budi = instruments.drafted(world), world.actor("budi")
    kuk = instruments.criteria_ids(version(world))
    choice = form_of(draft, InstrumentCode.CHOICE)
    with refuses(world, "toolset.instrument_saved", "instrument.draw_too_many"):
        save_instrument(budi, draft, instrument=choice, draw=2, items=[instruments.choice(0, kuk[0])])
    with refuses(world, "toolset.instrument_saved", "instrument.twice"):
        save_instrument(budi, draft, code="IA.05", title="Lagi", position=1)
    assert not Item.objects.filter(instrument=choice).exists()


def test_a_door_takes_no_other_columns(world: World) -> None:
    draft, budi = instruments.drafted(world), world.actor("budi")
    with pytest.raises(TypeError):
        save_plan(budi, draft, state="released")
    with pytest.raises(TypeError):
        save_instrument(budi, draft, code="IA.07", title="Lisan", tool_set_id=None)


def _writes(world: World, tool_set: ToolSet) -> list[tuple[str, Any]]:
    budi, task = world.actor("budi"), form_of(tool_set, InstrumentCode.PRACTICE)
    return [
        ("toolset.plan_saved", lambda: save_plan(budi, tool_set, guideline="Lain")),
        ("toolset.map_saved", lambda: save_map(budi, tool_set, cells=[])),
        ("toolset.instrument_saved", lambda: save_instrument(budi, tool_set, instrument=task, scenario="Lain")),
        ("toolset.instrument_removed", lambda: remove_instrument(budi, tool_set, instrument=task)),
    ]


def test_what_was_sent_is_not_written_on(world: World) -> None:
    for event, write in _writes(world, instruments.sent(world, complete(world))):
        with refuses(world, event, "toolset.sent") as refused:
            write()
        assert refused.value.rules == ["HR-50"]


def test_what_is_released_is_never_written_on(world: World) -> None:
    cells = MapCell.objects.filter(tool_set=released(world)).count()
    for event, write in _writes(world, released(world)):
        with refuses(world, event, "toolset.released") as refused:
            write()
        assert refused.value.rules == ["HR-50"]
    assert MapCell.objects.filter(tool_set=released(world)).count() == cells


# ------------------------------------------------------------ coverage


def test_a_question_covers_its_criterion_only_when_every_draw_asks_it(world: World) -> None:
    draft, budi = instruments.drafted(world), world.actor("budi")
    kuk = instruments.criteria_ids(version(world))
    choice = form_of(draft, InstrumentCode.CHOICE)
    groups = list(dict.fromkeys(MapCell.objects.filter(tool_set=draft).values_list("group", flat=True)))
    save_map(budi, draft, cells=[{"group": group, "instrument": "IA.05", "potential": "1"} for group in groups])
    items = [instruments.choice(0, kuk[0]), instruments.choice(1, kuk[0]), instruments.choice(2, kuk[1])]
    save_instrument(budi, draft, instrument=choice, items=items, draw=2)
    reached = {row.criterion.pk: row.by["1"] for row in coverage_of(draft).rows}
    assert reached[kuk[0]] == ("IA.05",)
    assert reached[kuk[1]] == ()
    save_instrument(budi, draft, instrument=choice, draw=None)
    reached = {row.criterion.pk: row.by["1"] for row in coverage_of(draft).rows}
    assert reached[kuk[1]] == ("IA.05",)


def test_a_form_of_the_group_goes_before_one_of_the_whole_scheme(world: World) -> None:
    draft, budi = complete(world), world.actor("budi")
    group = MapCell.objects.filter(tool_set=draft).order_by("group")[0].group
    own = save_instrument(budi, draft, code="IA.02", group=group, title="Tugas kelompok")
    found = written(draft)
    assert found.serving(group, "IA.02") == [own]
    taken = {(each, which.title) for code, each, which in instruments_for(draft, "1") if which and code == "IA.02"}
    assert taken == {(group, "Tugas kelompok"), ("", "Halaman menu Kedai Umpama")}


def test_potential_decides_what_a_candidate_takes(world: World) -> None:
    groups = 3
    learner = instruments_for(released(world), Potential.TRAINED_TRACEABLE)
    assert [code for code, _group, _form in learner] == ["IA.01"] * groups + ["IA.02", "IA.03", "IA.05"]
    assert all((form is None) == (code == "IA.01") for code, _group, form in learner)
    worker = instruments_for(released(world), Potential.WORKER_TRACEABLE)
    assert [code for code, _group, _form in worker] == (
        ["IA.01"] * groups + ["IA.08"] * groups + ["IA.09"] + ["IA.10"] * groups
    )


def test_a_seed_draws_the_same_paper_again_and_no_key_with_it(world: World) -> None:
    choice = world.get(Instrument, "instrument.IA.05")
    paper = instrument_items(choice, "benih-1")
    assert paper == instrument_items(choice, "benih-1")
    assert [item.number for item in paper] == [1, 2, 3, 4]
    assert len({tuple(item.id for item in instrument_items(choice, f"benih-{n}")) for n in range(10)}) > 1
    assert {name for item in paper for option in item.options for name in vars(option)} == {"id", "letter", "text"}
    assert not {"key", "correct"} & {name for item in paper for name in vars(item)}
    oral = world.get(Instrument, "instrument.IA.07")
    assert [item.text for item in instrument_items(oral, "benih")] == list(
        Item.objects.filter(instrument=oral).order_by("position").values_list("text", flat=True)
    )


# ------------------------------------------------------------ sending and validating


def test_sending_freezes_the_sheets_and_signs_them_as_penyusun(world: World) -> None:
    tool_set = instruments.sent(world, complete(world))
    assert tool_set.state == ToolSetState.SENT
    sheets = signed_sheets(tool_set)
    assert [sheet.code for sheet in sheets] == [SheetCode.MAPA01, SheetCode.MAPA02, SheetCode.IA05A, SheetCode.IA05B]
    signers = Signature.objects.filter(sheet__in=sheets).values_list("role", "person__name", "number")
    assert set(signers) == {("author", "Budi Rekaan", "MET.000.000101 2025")}
    questions, keys = content_of(sheets[2]), content_of(sheets[3])
    assert [len(row["options"]) for row in questions["questions"]] == [4] * 6
    assert "key" not in str(questions["questions"])
    assert [row["key"] for row in keys["questions"]] == ["A", "B", "C", "D", "A", "B"]
    assert questions["signatures"]["validator"]["name"] == "Rina Ibarat"
    plan = content_of(sheets[0])
    assert plan["potentials"] == list(Potential.values)
    assert plan["groups"][0]["units"][0]["kinds"] == ["L", "TL", "T"]


def test_nothing_is_sent_with_a_hole_in_it(world: World) -> None:
    draft = instruments.drafted(world)
    with refuses(world, "toolset.sent", "toolset.unwritten") as refused:
        instruments.sent(world, draft)
    assert refused.value.rules == ["HR-25"]
    draft = instruments.written(world, draft)
    cells = [
        {"group": cell.group, "instrument": cell.instrument, "potential": cell.potential}
        for cell in MapCell.objects.filter(tool_set=draft).exclude(instrument="IA.01")
    ]
    save_map(world.actor("budi"), draft, cells=cells)  # type: ignore[arg-type]
    with refuses(world, "toolset.sent", "toolset.gaps") as refused:
        instruments.sent(world, draft)
    assert refused.value.rules == ["HR-25"]
    unit = PlanRow.objects.filter(tool_set=draft).order_by("id")[0].unit_id
    save_map(world.actor("budi"), draft, cells=[])
    save_plan(
        world.actor("budi"),
        draft,
        rows=[{"unit": unit, "evidence": "", "direct": False, "indirect": False, "additional": False, "tools": {}}],
    )
    with refuses(world, "toolset.sent", "toolset.no_potential", "toolset.unplanned"):
        instruments.sent(world, draft)
    assert not Sheet.objects.filter(subject_id=draft.pk).exists()


def test_who_wrote_nothing_signs_nothing(world: World) -> None:
    draft = complete(world)
    with refuses(world, "toolset.sent", "toolset.sender_wrote_nothing"):
        send_tool_set(world.actor("maya"), draft, validator=world.person("rina"), statement=AGREED)
    with refuses(world, "toolset.sent", "toolset.validator_not_competent"):
        send_tool_set(world.actor("budi"), draft, validator=world.person("wulan"), statement=AGREED)
    instruments.sent(world, draft)
    with refuses(world, "toolset.sent", "toolset.sent"):
        send_tool_set(world.actor("budi"), draft, validator=world.person("rina"), statement=AGREED)


def test_the_only_author_does_not_validate(world: World) -> None:
    draft = complete(world)
    with refuses(world, "toolset.sent", "toolset.validator_is_author") as refused:
        send_tool_set(world.actor("budi"), draft, validator=world.person("budi"), statement=AGREED)
    assert refused.value.rules == ["HR-12"]
    draft.refresh_from_db()
    assert (draft.state, draft.validator) == (ToolSetState.DRAFT, None)


def test_one_of_several_authors_may_validate(world: World) -> None:
    draft = complete(world)
    save_plan(world.actor("rina"), draft, guideline="Pedoman rekaan")
    tool_set = instruments.validated(world, draft)
    assert tool_set.state == ToolSetState.VALIDATED


def test_two_persons_may_waive_that_the_author_validates_until_a_day(world: World) -> None:
    draft = complete(world)
    waiver = waive(world, draft)
    budi = world.actor("budi")
    sent = send_tool_set(budi, draft, validator=world.person("budi"), statement=AGREED)
    withdraw_waiver(world.actor("maya"), waiver)
    with refuses(world, "toolset.validated", "toolset.validator_is_author") as refused:
        validate_tool_set(budi, sent, validation=instruments.form_va(), statement=AGREED)
    assert refused.value.rules == ["HR-12"]
    waive(world, draft)
    done = validate_tool_set(budi, sent, validation=instruments.form_va(), statement=AGREED)
    assert done.state == ToolSetState.VALIDATED


def test_the_named_validator_signs_form_va_and_every_sheet(world: World) -> None:
    tool_set = instruments.validated(world, complete(world))
    record = Validation.objects.get(tool_set=tool_set)
    assert (record.period, record.sheet.code) == ("before", SheetCode.VA)
    for sheet in signed_sheets(tool_set):
        roles = Signature.objects.filter(sheet=sheet).values_list("role", "person__name")
        assert set(roles) == {("author", "Budi Rekaan"), ("validator", "Rina Ibarat")}
    assert [row.signed_at is not None for row in ValidationMember.objects.filter(validation=record)] == [True]
    assert content_of(record.sheet)["members"][0]["person"] == str(world.person("rina").pk)


def test_a_validation_is_whole_and_of_the_named_person(world: World) -> None:
    draft = complete(world)
    rina = world.actor("rina")
    with refuses(world, "toolset.validated", "toolset.not_sent"):
        validate_tool_set(rina, draft, validation=instruments.form_va(), statement=AGREED)
    sent = instruments.sent(world, draft)
    with refuses(world, "toolset.validated", "toolset.other_validator", "toolset.validator_is_author"):
        validate_tool_set(world.actor("budi"), sent, validation=instruments.form_va(), statement=AGREED)
    crowd = [world.person(key) for key in ("budi", "maya", "wulan")]
    with refuses(world, "toolset.validated", "validation.no_aspects", "validation.team", "validation.unfinished"):
        validate_tool_set(
            rina,
            sent,
            validation=instruments.form_va(
                ticks={},
                members=crowd,
                findings=[{"finding": "Soal rancu", "recommendation": ""}],
                improvements=[{"activity": "Perbaiki", "due": None, "responsible": ""}],
            ),
            statement=AGREED,
        )
    assert not Validation.objects.filter(tool_set=sent).exists()
    done = validate_tool_set(rina, sent, validation=instruments.form_va(), statement=AGREED)
    with refuses(world, "toolset.validated", "toolset.validated_before"):
        validate_tool_set(rina, done, validation=instruments.form_va(), statement=AGREED)


def test_a_returned_tool_set_is_written_and_signed_anew(world: World) -> None:
    sent = instruments.sent(world, complete(world))
    with refuses(world, "toolset.returned", "toolset.no_reason"):
        return_tool_set(world.actor("rina"), sent, reason=" ")
    back = return_tool_set(world.actor("rina"), sent, reason="Soal 3 rancu.")
    assert (back.state, back.validation_note) == (ToolSetState.DRAFT, "Soal 3 rancu.")
    with refuses(world, "toolset.returned", "toolset.not_sent"):
        return_tool_set(world.actor("rina"), back, reason="Lagi")
    first = latest(back.pk, SheetCode.MAPA01)
    again = instruments.validated(world, back)
    second = latest(back.pk, SheetCode.MAPA01)
    assert first is not None
    assert second is not None
    assert (first.version, second.version, again.validation_note) == (1, 2, "")
    assert Signature.objects.filter(sheet=first).count() == 1
    with refuses(world, "toolset.returned", "toolset.released"):
        return_tool_set(world.actor("maya"), released(world), reason="Terlambat")


def test_only_who_answers_for_it_returns_it(world: World) -> None:
    appoint(
        world.actor("surya"),
        world.person("wulan"),
        function=Function.ASSESSOR,
        decree_number="9/SK",
        decree_date=ago(1),
        valid_from=ago(1),
    )
    sent = instruments.sent(world, complete(world))
    with refuses(world, "toolset.returned", "toolset.not_yours_to_return"):
        return_tool_set(world.actor("wulan"), sent, reason="Usil")
    assert return_tool_set(world.actor("maya"), sent, reason="Ditunda").state == ToolSetState.DRAFT


# ------------------------------------------------------------ release


def test_only_what_was_validated_is_released(world: World) -> None:
    end_tool_set(world.actor("maya"), released(world), last_day=ago(1))
    draft = complete(world)
    for tool_set in (draft, instruments.sent(world, draft)):
        with refuses(world, "toolset.released", "toolset.not_validated") as refused:
            release_tool_set(world.actor("maya"), tool_set, valid_from=today())
        assert refused.value.rules == ["HR-25"]
    assert tool_set_on(world.ids["version"], today()) is None


def test_a_release_has_a_period_of_its_own(world: World) -> None:
    tool_set = instruments.validated(world, complete(world))
    maya = world.actor("maya")
    with refuses(world, "toolset.released", "toolset.overlap"):
        release_tool_set(maya, tool_set, valid_from=today())
    with refuses(world, "toolset.released", "toolset.period", "toolset.overlap"):
        release_tool_set(maya, tool_set, valid_from=today(), valid_until=ago(3))
    end_tool_set(maya, released(world), last_day=today())
    done = release_tool_set(maya, tool_set, valid_from=ahead(1), valid_until=ahead(365))
    assert [tool_set_on(world.ids["version"], day) for day in (today(), ahead(1), ahead(366))] == [
        released(world),
        done,
        None,
    ]
    with refuses(world, "toolset.released", "toolset.released"):
        release_tool_set(maya, done, valid_from=ahead(1), valid_until=ahead(365))


def test_a_tool_set_ends_once(world: World) -> None:
    maya = world.actor("maya")
    with refuses(world, "toolset.ended", "toolset.period"):
        end_tool_set(maya, released(world), last_day=ago(300))
    end_tool_set(maya, released(world), last_day=ago(2))
    with refuses(world, "toolset.ended", "toolset.ended_already"):
        end_tool_set(maya, released(world), last_day=today())
    with refuses(world, "toolset.ended", "toolset.not_in_force"):
        end_tool_set(maya, instruments.drafted(world), last_day=today())


def test_an_event_needs_a_released_tool_set_in_force_on_its_day(world: World) -> None:
    facts = tool_facts(world.ids["version"], today())
    assert facts.tool_set_released
    assert facts.coverage_complete
    end_tool_set(world.actor("maya"), released(world), last_day=ahead(1))
    assert not tool_facts(world.ids["version"], ahead(2)).tool_set_released
    with refuses(world, "event.planned", "toolset.not_released") as refused:
        assessments.planned(world, days=2)
    assert refused.value.rules == ["HR-25"]
    assert assessments.planned(world, days=1).scheme_version_id == world.ids["version"]


def test_a_surat_tugas_asks_for_the_tool_set_again(world: World) -> None:
    end_tool_set(world.actor("maya"), released(world), last_day=ahead(1))
    with refuses(world, "event.letter_signed", "toolset.not_released") as refused:
        sign_assignment_letter(world.actor("surya"), world.get(Event, "event.planned"), statement=AGREED)
    assert refused.value.rules == ["HR-25"]
    assert not AssignmentLetter.objects.filter(event=world.ids["event.planned"]).exists()


# ------------------------------------------------------------ validation of what is used


def test_a_team_records_what_it_found_and_each_member_signs(world: World) -> None:
    rina, budi = world.actor("rina"), world.actor("budi")
    given = instruments.form_va(
        members=[world.person("budi")],
        others={"purpose": "Menyamakan tafsir", "context": ""},
        findings=[{"finding": "Soal mudah ditebak", "recommendation": "Ganti pengecoh"}],
        improvements=[{"activity": "Ganti pengecoh", "due": ahead(7), "responsible": "Budi Rekaan"}],
    )
    record = record_validation(
        rina, released(world), validation=given, period="after", statement=AGREED, event_id=world.ids["scheme"]
    )
    assert record.event == world.ids["scheme"]
    assert record.findings.count() == record.improvements.count() == 1
    assert ValidationBox.objects.get(validation=record, box="other").text == "Menyamakan tafsir"
    assert content_of(record.sheet)["others"] == {"purpose": "Menyamakan tafsir", "context": None}
    with refuses(world, "validation.signed", "validation.signed_before"):
        sign_validation(rina, record, statement=AGREED)
    sign_validation(budi, record, statement=AGREED)
    assert Signature.objects.filter(sheet=record.sheet).count() == 2
    appoint(
        world.actor("surya"),
        world.person("wulan"),
        function=Function.SCHEME_COMMITTEE,
        decree_number="9/SK",
        decree_date=ago(1),
        valid_from=ago(1),
    )
    with refuses(world, "validation.signed", "validation.not_member"):
        sign_validation(world.actor("wulan"), record, statement=AGREED)


def test_only_a_tool_set_in_use_is_validated_after_use(world: World) -> None:
    draft = instruments.drafted(world)
    with refuses(world, "validation.recorded", "toolset.not_in_force"):
        record_validation(
            world.actor("rina"), draft, validation=instruments.form_va(), period="after", statement=AGREED
        )
    with refuses(world, "validation.recorded", "validation.no_aspects"):
        record_validation(
            world.actor("rina"),
            released(world),
            validation=instruments.form_va(ticks={}),
            period="after",
            statement=AGREED,
        )


# ------------------------------------------------------------ need to know


def test_questions_and_keys_are_read_by_who_needs_them(world: World) -> None:
    tool_set, day = released(world), today()
    readers = {key for key in ("budi", "rina", "maya", "wulan", "dewi") if _reads(world, tool_set, key)}
    assert readers == {"budi", "rina"}
    draft = instruments.drafted(world)
    assert may_read_items(draft, world.person("maya").pk, day)
    assert may_read_items(draft, world.person("rina").pk, day)
    assert not may_read_items(draft, world.person("wulan").pk, day)


def _reads(world: World, tool_set: ToolSet, key: str) -> bool:
    return may_read_items(tool_set, world.person(key).pk, today())


def test_a_sheet_of_keys_is_read_by_its_signers_only(world: World) -> None:
    choice = world.get(Instrument, "instrument.IA.05")
    keys, plan = latest(choice.pk, SheetCode.IA05B), latest(world.ids["toolset"], SheetCode.MAPA01)
    assert keys is not None
    assert plan is not None

    def reads(key: str, sheet: Sheet) -> bool:
        actor = world.actor(key)
        return may_read_sheet(actor, actor.roles_on(today()), sheet)

    assert [reads(key, keys) for key in ("budi", "rina", "maya", "wulan", "dewi", "hendra")] == [True, True] + [
        False
    ] * 4
    assert reads("maya", plan)
    assert reads("wulan", plan)


def test_the_ledger_keeps_no_question(world: World) -> None:
    instruments.validated(world, complete(world))
    entries = Entry.objects.filter(chain__body_id=world.body.pk, event__startswith="toolset.")
    assert all("rekaan" not in bytes(entry.payload).decode() for entry in entries)
    assert entries.count() > 5
