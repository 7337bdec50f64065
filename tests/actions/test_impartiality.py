"""Declarations, conflicts, dispositions and relations, each through its door (HR-03 to HR-06, HR-41)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.assessment.actions import open_assessment
from jamstac.assessment.models import Assessment
from jamstac.certification.actions import decide, table_case
from jamstac.certification.models import Meeting, MeetingCase
from jamstac.documents.facts import Statement
from jamstac.documents.files import keep
from jamstac.events.actions import (
    add_candidate,
    check_in,
    declare_relations,
    remove_candidate,
    replace_assessor,
    search_conflicts,
    sign_assignment_letter,
)
from jamstac.events.models import Event, EventCandidate
from jamstac.findings.actions import ask_waiver, confirm_waiver
from jamstac.impartiality.actions import (
    confirm_disposition,
    end_relation,
    propose_disposition,
    return_disposition,
)
from jamstac.impartiality.models import Conflict, Declaration
from jamstac.impartiality.selectors import Disclosure, open_conflicts
from jamstac.impartiality.states import ConflictKind, ConflictSource, DeclaredKind, Disposition
from jamstac.ledger.door import Refused, facts_of, open_guard
from jamstac.ledger.models import Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.parameters.models import ParameterValue
from jamstac.people.actions import appoint, record_relation
from jamstac.people.models import Relation
from jamstac.people.states import Function, RelationKind
from tests.refusing import last_entry, refuses
from tests.world.applications import all_met, pdf
from tests.world.assessments import add, declared, opened, signed
from tests.world.base import AGREED, World, ago, ahead, today
from tests.world.certificates import tabled

UNREAD = Statement("Saya menyetujui pernyataan ini.", agreed=False, reauthenticated=True)


def accepted(world: World, key: str = "ayu") -> Application:
    application = world.get(Application, f"application.{key}")
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def relate(
    world: World,
    person: str,
    kind: RelationKind,
    other: str,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Relation:
    return record_relation(
        world.actor("wulan"),
        world.person(person),
        other=world.person(other),
        kind=kind,
        valid_from=since or ago(100),
        valid_until=until,
    )


def also(world: World, key: str, function: Function) -> None:
    appoint(
        world.actor("surya"),
        world.person(key),
        function=function,
        decree_number="9/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )


def later(world: World) -> Event:
    return world.get(Event, "event.planned")


def here(world: World) -> Event:
    return world.get(Event, "event")


def conflict(world: World, **which: Any) -> Conflict:
    return Conflict.objects.get(**which)


def found(world: World, kind: RelationKind = RelationKind.EMPLOYS, key: str = "ayu") -> Conflict:
    """A conflict the system finds when `key` enters the event of next week, with budi as assessor."""
    accepted(world, key)
    relate(world, "budi", kind, key)
    add(world, later(world), key)
    return conflict(world, other=world.person(key))


def settled(world: World, row: Conflict, disposition: str = Disposition.SAFEGUARD) -> Conflict:
    propose_disposition(world.actor("maya"), row, disposition=disposition, reason="Asesor kedua mendampingi")
    return confirm_disposition(world.actor("wulan"), row)


# ---------------------------------------------------------------- found by the system


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (RelationKind.EMPLOYS, ConflictKind.EMPLOYS),
        (RelationKind.ASSESSED, ConflictKind.ASSESSED),
        (RelationKind.DECIDED, ConflictKind.DECIDED),
    ],
)
def test_entering_an_event_records_what_is_found_about_the_pair(
    world: World, kind: RelationKind, expected: ConflictKind
) -> None:
    row = found(world, kind)
    assert (row.kind, row.source, row.event, row.disposition) == (
        expected,
        ConflictSource.SYSTEM,
        later(world).pk,
        "",
    )
    assert row.relation is not None
    assert Entry.objects.get(event="conflict.found", subject_id=row.pk).case_id == row.case


def test_the_same_workplace_in_another_spelling_is_found(world: World) -> None:
    application = accepted(world)
    budi = world.person("budi")
    with open_guard("test"):
        budi.institution = f"PT. {application.institution.upper()}"
        budi.save(update_fields=["institution"])
    add(world, later(world), "ayu")
    assert conflict(world, other=world.person("ayu")).kind == ConflictKind.INSTITUTION


def test_a_pair_without_a_relation_has_no_conflict(world: World) -> None:
    accepted(world)
    add(world, later(world), "ayu")
    assert not Conflict.objects.exists()


def test_an_assessment_and_a_decision_are_relations_for_later(world: World) -> None:
    facts = Relation.objects.filter(other=world.person("sari")).values_list("kind", "person")
    assert sorted(facts) == sorted(
        [(RelationKind.ASSESSED, world.ids["person.budi"])]
        + [(RelationKind.DECIDED, world.ids[f"person.{key}"]) for key in ("hendra", "ratna", "yusuf")]
    )


def test_another_search_finds_what_was_recorded_since_and_only_once(world: World) -> None:
    relate(world, "budi", RelationKind.EMPLOYS, "dimas")
    assert search_conflicts(world.actor("maya"), later(world)) == 1
    assert search_conflicts(world.actor("maya"), later(world)) == 0
    assert facts_of(last_entry(world)) == {"found": 0}


def test_an_admin_searches_no_conflicts(world: World) -> None:
    with refuses(world, "event.conflicts_searched", "door.no_role"):
        search_conflicts(world.actor("dewi"), later(world))


# ---------------------------------------------------------------- HR-03, HR-04


def test_a_trainer_inside_the_window_is_not_assigned(world: World) -> None:
    accepted(world)
    relate(world, "budi", RelationKind.TRAINED, "ayu", since=ago(200), until=ago(190))
    with refuses(world, "event.candidate_added", "pair.trainer") as refused:
        add(world, later(world), "ayu")
    assert refused.value.rules == ["HR-03"]
    assert not EventCandidate.objects.filter(application=world.ids["application.ayu"]).exists()
    assert not Conflict.objects.exists()


def test_a_training_before_the_window_is_none(world: World) -> None:
    accepted(world)
    relate(world, "budi", RelationKind.TRAINED, "ayu", since=ago(1000), until=ago(800))
    assert add(world, later(world), "ayu").assessor == world.person("budi")


def test_without_the_window_nobody_is_assigned(world: World) -> None:
    accepted(world)
    with open_guard("test"):
        ParameterValue.objects.filter(key="training_conflict_window").delete()
    with refuses(world, "event.candidate_added", "parameter.unset"):
        add(world, later(world), "ayu")


def test_a_document_lets_a_trainer_assess_once_two_persons_settled_it(world: World) -> None:
    application = accepted(world)
    relate(world, "budi", RelationKind.TRAINED, "ayu", since=ago(200), until=ago(190))
    file = keep(pdf("analisis"), "analisis.pdf", world.body, world.account("maya"))
    ask_waiver(
        world.actor("maya"),
        application,
        rule="HR-03",
        label=application.number,
        reason="Hanya asesor ini menguasai skema",
        valid_until=ahead(30),
        document_number="007/AN/CTH",
        document_date=today(),
        document=file,
    )
    add(world, later(world), "ayu")
    row = conflict(world, other=world.person("ayu"))
    assert row.kind == ConflictKind.TRAINED
    with refuses(world, "event.letter_signed", "pair.conflict_open") as refused:
        sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert refused.value.rules == ["HR-06"]
    settled(world, row)
    assert sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED).number


@pytest.mark.parametrize("kind", [RelationKind.KIN, RelationKind.SUPERVISES, RelationKind.TEACHES])
def test_kin_superiors_and_teachers_are_never_assigned(world: World, kind: RelationKind) -> None:
    accepted(world)
    relate(world, "budi", kind, "ayu")
    with pytest.raises(Refused) as refused:
        add(world, later(world), "ayu")
    assert "pair.close" in refused.value.codes
    assert "HR-04" in refused.value.rules
    assert set(refused.value.rules) <= {"HR-03", "HR-04"}


def test_a_subordinate_does_not_assess_the_superior(world: World) -> None:
    accepted(world)
    relate(world, "ayu", RelationKind.SUPERVISES, "budi")
    with refuses(world, "event.candidate_added", "pair.close") as refused:
        add(world, later(world), "ayu")
    assert refused.value.rules == ["HR-04"]


def test_a_substitute_is_asked_the_same_as_the_first_assessor(world: World) -> None:
    relate(world, "rina", RelationKind.KIN, "made")
    with refuses(world, "event.assessor_replaced", "pair.close") as refused:
        replace_assessor(
            world.actor("maya"),
            here(world),
            before=world.person("budi"),
            after=world.person("rina"),
            reason="Sakit",
            application=world.get(Application, "application.made"),
        )
    assert refused.value.rules == ["HR-04"]


def test_a_relation_known_since_the_letter_stops_the_start(world: World) -> None:
    relate(world, "budi", RelationKind.KIN, "made")
    with refuses(world, "assessment.opened", "pair.close", "pair.conflict_open") as refused:
        opened(world, "made")
    assert refused.value.rules == ["HR-04", "HR-06"]
    assert not Assessment.objects.filter(application=world.ids["application.made"]).exists()


# ---------------------------------------------------------------- HR-05


def test_nothing_starts_before_every_pair_is_declared(world: World) -> None:
    add_candidate(
        world.actor("maya"),
        here(world),
        application=accepted(world),
        assessor=world.person("budi"),
        reason="Menyusul, kursinya ada",
    )
    sign_assignment_letter(world.actor("surya"), here(world), statement=AGREED)
    check_in(world.actor("budi"), world.get(EventCandidate, "candidate.made"))
    with refuses(world, "assessment.opened", "pair.undeclared") as refused:
        open_assessment(world.actor("budi"), world.get(EventCandidate, "candidate.made"))
    assert refused.value.rules == ["HR-05"]
    assert dict(refused.value.refusals[0].facts) == {"count": 1}
    assert not Assessment.objects.filter(application=world.ids["application.made"]).exists()
    assert opened(world, "made").state == "opened"


def test_a_second_assessor_of_the_event_declares_too(world: World) -> None:
    event = here(world)
    replace_assessor(
        world.actor("maya"),
        event,
        before=world.person("budi"),
        after=world.person("rina"),
        reason="Beban terlalu besar",
        application=world.get(Application, "application.made"),
    )
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    check_in(world.actor("rina"), world.get(EventCandidate, "candidate.made"))
    with refuses(world, "assessment.opened", "pair.undeclared"):
        open_assessment(world.actor("rina"), world.get(EventCandidate, "candidate.made"))
    declared(event)
    assert open_assessment(world.actor("rina"), world.get(EventCandidate, "candidate.made")).state == "opened"


def declare(world: World, statement: Statement = AGREED, by: str = "budi", **changes: Disclosure) -> Event:
    """dimas is the one candidate of next week's event; answers by the key of the candidate."""
    answers = {world.ids[f"application.{key}"]: answer for key, answer in changes.items()}
    return declare_relations(world.actor(by), later(world), answers=answers, statement=statement)


def test_an_assessor_declares_that_there_is_no_relation(world: World) -> None:
    declare(world, dimas=Disclosure(False))
    row = Declaration.objects.get(event=later(world).pk)
    assert (row.person, row.other, row.conflicted) == (world.person("budi"), world.person("dimas"), False)
    assert row.sentence == AGREED.sentence
    assert facts_of(last_entry(world))["relations"] == 0
    assert not Conflict.objects.exists()


def test_a_relation_told_is_a_dated_fact_and_a_conflict(world: World) -> None:
    declare(world, dimas=Disclosure(True, DeclaredKind.SUPERVISED, "Kepala bagian saya"))
    row, relation = conflict(world), Relation.objects.get(kind=RelationKind.SUPERVISES)
    assert (row.source, row.kind, row.relation) == (ConflictSource.DECLARED, ConflictKind.SUPERVISES, relation)
    assert (relation.person, relation.other) == (world.person("dimas"), world.person("budi"))
    with refuses(world, "event.letter_signed", "pair.close", "pair.conflict_open") as refused:
        sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert refused.value.rules == ["HR-04", "HR-06"]


def test_an_old_training_is_told_with_its_last_day(world: World) -> None:
    declare(world, dimas=Disclosure(True, DeclaredKind.TRAINED, "", ago(1000)))
    assert Relation.objects.get(kind=RelationKind.TRAINED).valid_until == ago(1000)
    settled(world, conflict(world), Disposition.NONE)
    assert sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED).number


def test_a_relation_learnt_later_is_added_and_never_taken_back(world: World) -> None:
    declare(world, dimas=Disclosure(False))
    declare(world, dimas=Disclosure(True, DeclaredKind.OTHER, "Tetangga satu rumah kos"))
    assert Declaration.objects.get(event=later(world).pk).conflicted
    with refuses(world, "event.relations_declared", "declaration.taken_back") as refused:
        declare(world, dimas=Disclosure(False))
    assert refused.value.rules == ["IMP-08"]
    assert Declaration.objects.get(event=later(world).pk).conflicted


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "declaration.unanswered"),
        ({"dimas": Disclosure(False), "made": Disclosure(False)}, "declaration.not_candidate"),
        ({"dimas": Disclosure(True)}, "declaration.unexplained"),
        ({"dimas": Disclosure(True, DeclaredKind.OTHER, " ")}, "declaration.unexplained"),
    ],
)
def test_a_declaration_that_is_not_whole_is_refused(world: World, answers: Any, code: str) -> None:
    with refuses(world, "event.relations_declared", code) as refused:
        declare(world, **answers)
    assert refused.value.rules == ["IMP-08"]
    assert not Declaration.objects.filter(event=later(world).pk).exists()


def test_a_declaration_is_signed_by_an_assessor_of_the_event(world: World) -> None:
    with refuses(world, "event.relations_declared", "signature.not_agreed"):
        declare(world, UNREAD, dimas=Disclosure(False))
    with refuses(world, "event.relations_declared", "declaration.not_assigned") as refused:
        declare(world, by="rina", dimas=Disclosure(False))
    assert refused.value.rules == ["IMP-08"]
    with refuses(world, "event.relations_declared", "door.no_role"):
        declare(world, by="maya", dimas=Disclosure(False))


# ---------------------------------------------------------------- HR-06


def test_a_conflict_waits_for_two_persons(world: World) -> None:
    row = found(world)
    for _ in range(2):
        with refuses(world, "event.letter_signed", "pair.conflict_open") as refused:
            sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
        assert refused.value.rules == ["HR-06"]
        if not row.disposition:
            row = propose_disposition(
                world.actor("maya"), row, disposition=Disposition.SAFEGUARD, reason="Didampingi asesor kedua"
            )
    confirm_disposition(world.actor("wulan"), row, reason="Setuju")
    kept = conflict(world, pk=row.pk)
    assert (kept.proposed_by, kept.confirmed_by) == (world.person("maya"), world.person("wulan"))
    assert facts_of(last_entry(world))["disposition"] == Disposition.SAFEGUARD
    assert sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED).number


def test_a_conflict_stops_the_start_of_its_pair_only(world: World) -> None:
    relate(world, "budi", RelationKind.EMPLOYS, "made")
    search_conflicts(world.actor("maya"), here(world))
    with refuses(world, "assessment.opened", "pair.conflict_open") as refused:
        opened(world, "made")
    assert refused.value.rules == ["HR-06"]
    settled(world, conflict(world))
    assert opened(world, "made").state == "opened"


def test_who_proposed_does_not_confirm(world: World) -> None:
    row = found(world)
    also(world, "maya", Function.QUALITY_MANAGER)
    propose_disposition(world.actor("maya"), row, disposition=Disposition.SAFEGUARD, reason="Didampingi")
    with refuses(world, "conflict.disposition_confirmed", "conflict.own_proposal") as refused:
        confirm_disposition(world.actor("maya"), row)
    assert refused.value.rules == ["HR-06"]
    assert conflict(world).confirmed_at is None


def test_only_the_proposal_that_was_read_is_confirmed(world: World) -> None:
    row = found(world)
    propose_disposition(world.actor("maya"), row, disposition=Disposition.REPLACE, reason="Ganti asesornya")
    read = conflict(world).proposed_at
    propose_disposition(world.actor("maya"), row, disposition=Disposition.SAFEGUARD, reason="Tidak apa-apa")
    with refuses(world, "conflict.disposition_confirmed", "conflict.proposal_changed") as refused:
        confirm_disposition(world.actor("wulan"), row, read=read)
    assert refused.value.rules == ["IMP-09"]
    assert conflict(world).confirmed_at is None


def test_nobody_of_the_pair_says_what_is_done_about_it(world: World) -> None:
    row = found(world)
    also(world, "budi", Function.CERTIFICATION_MANAGER)
    also(world, "budi", Function.QUALITY_MANAGER)
    with refuses(world, "conflict.disposition_proposed", "door.about_oneself") as refused:
        propose_disposition(world.actor("budi"), row, disposition=Disposition.NONE, reason="Bukan apa-apa")
    assert refused.value.rules == ["HR-15"]
    propose_disposition(world.actor("maya"), row, disposition=Disposition.NONE, reason="Sudah lama berlalu")
    with refuses(world, "conflict.disposition_confirmed", "door.about_oneself"):
        confirm_disposition(world.actor("budi"), row)


def test_each_of_the_two_has_the_own_task(world: World) -> None:
    row = found(world)
    with refuses(world, "conflict.disposition_proposed", "door.no_role"):
        propose_disposition(world.actor("wulan"), row, disposition=Disposition.NONE, reason="Bukan")
    propose_disposition(world.actor("maya"), row, disposition=Disposition.NONE, reason="Bukan")
    with refuses(world, "conflict.disposition_confirmed", "door.no_role"):
        confirm_disposition(world.actor("maya"), row)


@pytest.mark.parametrize(
    ("disposition", "reason", "code"),
    [("", "Alasan", "conflict.no_disposition"), (Disposition.NONE, " ", "conflict.no_reason")],
)
def test_a_proposal_says_what_and_why(world: World, disposition: str, reason: str, code: str) -> None:
    row = found(world)
    with refuses(world, "conflict.disposition_proposed", code):
        propose_disposition(world.actor("maya"), row, disposition=disposition, reason=reason)


def test_a_proposal_comes_back_with_a_reason(world: World) -> None:
    row = found(world)
    with refuses(world, "conflict.disposition_returned", "conflict.not_proposed"):
        return_disposition(world.actor("wulan"), row, reason="Belum ada")
    propose_disposition(world.actor("maya"), row, disposition=Disposition.NONE, reason="Bukan")
    with refuses(world, "conflict.disposition_returned", "conflict.no_reason"):
        return_disposition(world.actor("wulan"), row, reason=" ")
    return_disposition(world.actor("wulan"), row, reason="Jelaskan pengamannya")
    kept = conflict(world)
    assert (kept.disposition, kept.confirm_reason) == ("", "Jelaskan pengamannya")
    with refuses(world, "conflict.disposition_confirmed", "conflict.not_proposed"):
        confirm_disposition(world.actor("wulan"), row)


def test_a_confirmed_disposition_stays(world: World) -> None:
    row = settled(world, found(world))
    with refuses(world, "conflict.disposition_proposed", "conflict.confirmed_before"):
        propose_disposition(world.actor("maya"), row, disposition=Disposition.REPLACE, reason="Berubah pikiran")
    with refuses(world, "conflict.disposition_confirmed", "conflict.confirmed_before"):
        confirm_disposition(world.actor("wulan"), row)


def test_a_pair_to_be_replaced_goes_no_further(world: World) -> None:
    settled(world, found(world), Disposition.REPLACE)
    with refuses(world, "event.letter_signed", "pair.replaced") as refused:
        sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert refused.value.rules == ["HR-06"]
    application = world.get(Application, "application.ayu")
    replace_assessor(
        world.actor("maya"),
        later(world),
        before=world.person("budi"),
        after=world.person("rina"),
        application=application,
    )
    assert conflict(world).lapsed_at is not None
    assert sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED).number


def test_a_replaced_assessor_does_not_come_back_to_the_case(world: World) -> None:
    settled(world, found(world), Disposition.REPLACE)
    application = world.get(Application, "application.ayu")
    remove_candidate(world.actor("maya"), later(world), application=application)
    with refuses(world, "event.candidate_added", "pair.replaced") as refused:
        add(world, later(world), "ayu")
    assert refused.value.rules == ["HR-06"]


def test_a_conflict_lapses_with_its_pair_and_comes_back_with_it(world: World) -> None:
    row = found(world)
    application = world.get(Application, "application.ayu")
    remove_candidate(world.actor("maya"), later(world), application=application)
    with refuses(world, "conflict.disposition_proposed", "conflict.lapsed"):
        propose_disposition(world.actor("maya"), row, disposition=Disposition.NONE, reason="Bukan")
    add(world, later(world), "ayu")
    assert conflict(world).lapsed_at is None


def test_no_safeguard_lets_a_relative_pass(world: World) -> None:
    relation = relate(world, "budi", RelationKind.KIN, "dimas")
    search_conflicts(world.actor("maya"), later(world))
    row = conflict(world)
    with refuses(world, "conflict.disposition_proposed", "conflict.close_passes_never") as refused:
        propose_disposition(world.actor("maya"), row, disposition=Disposition.SAFEGUARD, reason="Didampingi")
    assert refused.value.rules == ["HR-04"]
    end_relation(world.actor("wulan"), relation, last_day=ago(101), reason="Salah orang, nama sama")
    settled(world, row, Disposition.NONE)
    assert sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED).number


def test_a_conflict_of_another_lsp_is_not_there(world: World) -> None:
    row = found(world)
    with pytest.raises(OutOfScope):
        propose_disposition(world.actor("tono"), row, disposition=Disposition.NONE, reason="Bukan")


# ---------------------------------------------------------------- HR-41


def signed_with_conflict(world: World) -> Conflict:
    """intan's case is assessed and signed; afterwards a relation comes to light."""
    signed(world, "intan")
    relate(world, "budi", RelationKind.EMPLOYS, "intan")
    search_conflicts(world.actor("maya"), here(world))
    return conflict(world, other=world.person("intan"), kind=ConflictKind.EMPLOYS)


def test_an_open_conflict_keeps_the_case_off_the_table(world: World) -> None:
    row = signed_with_conflict(world)
    assert open_conflicts(world.ids["application.intan"], world.ids["person.budi"]) >= 1
    with pytest.raises(Refused) as refused:
        tabled(world, "intan")
    assert (refused.value.codes, refused.value.rules) == (["file.conflict_open"], ["HR-41"])
    for each in Conflict.objects.filter(case=row.case):
        settled(world, each, Disposition.NONE)
    assert tabled(world, "intan").postponed_at is None


def test_a_conflict_found_after_tabling_stops_the_decision(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    relate(world, "budi", RelationKind.EMPLOYS, "intan")
    search_conflicts(world.actor("maya"), here(world))
    with refuses(world, "decision.made", "file.conflict_open") as refused:
        decide(world.actor("hendra"), case, outcome="K")
    assert refused.value.rules == ["HR-41"]
    assert not hasattr(MeetingCase.objects.get(pk=case.pk), "decision")


def test_two_persons_let_a_case_be_decided_all_the_same(world: World) -> None:
    signed_with_conflict(world)
    application = world.get(Application, "application.intan")
    waiver = ask_waiver(
        world.actor("maya"),
        application,
        rule="HR-41",
        label=application.number,
        reason="Kasus ditangani rapat khusus",
        valid_until=ahead(5),
    )
    assessment = Assessment.objects.get(application=application)
    meeting = world.get(Meeting, "meeting.open")
    with refuses(world, "case.tabled", "file.conflict_open"):
        table_case(world.actor("maya"), meeting, assessment=assessment)
    confirm_waiver(world.actor("wulan"), waiver)
    assert table_case(world.actor("maya"), meeting, assessment=assessment).meeting == meeting


# ---------------------------------------------------------------- relations


def test_a_relation_ends_with_a_reason(world: World) -> None:
    relation = relate(world, "budi", RelationKind.SUPERVISES, "ayu")
    end_relation(world.actor("wulan"), relation, last_day=ago(1), reason="Pindah bagian")
    assert Relation.objects.get(pk=relation.pk).valid_until == ago(1)
    with refuses(world, "relation.ended", "relation.ended_already"):
        end_relation(world.actor("wulan"), relation, last_day=ago(1), reason="Lagi")
    accepted(world)
    assert add(world, later(world), "ayu").assessor == world.person("budi")


def test_a_relation_ends_not_before_it_began_nor_without_a_reason(world: World) -> None:
    relation = relate(world, "budi", RelationKind.SUPERVISES, "ayu")
    with refuses(world, "relation.ended", "relation.period", "relation.no_reason"):
        end_relation(world.actor("wulan"), relation, last_day=ago(102), reason="")


def test_nobody_ends_the_own_relation(world: World) -> None:
    relation = relate(world, "budi", RelationKind.KIN, "ayu")
    also(world, "budi", Function.QUALITY_MANAGER)
    with refuses(world, "relation.ended", "door.about_oneself") as refused:
        end_relation(world.actor("budi"), relation, last_day=today(), reason="Bukan keluarga")
    assert refused.value.rules == ["HR-15"]
