"""Kerjakan bersama: one step for many candidates, and one tap for a KUK of a whole group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from jamstac.applications import drafts
from jamstac.applications.actions import accept_application, submit_application
from jamstac.applications.models import Application, ApplicationDraft
from jamstac.applications.selectors import elements_of
from jamstac.applications.states import Answer
from jamstac.assessment.actions import agree, propose_agreement
from jamstac.assessment.actions.sitting import begin_test, hand_in
from jamstac.assessment.models import Adjustment, Assessment, Evidence, JudgementDraft
from jamstac.assessment.sitting import paper_of, write_answer
from jamstac.assessment.states import AssessmentState, TakingState
from jamstac.documents.models import Signature
from jamstac.events.actions import sign_assignment_letter
from jamstac.events.day import checked_in
from jamstac.events.models import EventCandidate
from tests.actions.test_taking import reviewed
from tests.cast import PASSWORD
from tests.world.applications import SIGNED, all_met
from tests.world.assessments import (
    READ,
    add,
    arrived,
    assessment_of,
    criteria,
    declared,
    judge_all,
    open_and_agree,
    opened,
    plan,
    planned,
    recommended,
    taking,
)
from tests.world.base import AGREED, World

Visit = Callable[[str], Client]
HTMX: dict[str, Any] = {"headers": {"HX-Request": "true"}}
SIGNING = {"agree": "on", "password": PASSWORD}
EVENING = ("ayu", "lestari", "rara", "wayan")
"""Four more candidates of budi: lestari says BK of one element, a need of wayan was granted."""


def url(name: str, *args: object) -> str:
    return reverse(f"assessment:{name}", args=["cth", *args])


def send(client: Client, event: UUID, step: str, rows: list[Any], **more: Any) -> Any:
    return client.post(url("together", event), {"langkah": step, "pilih": [str(each) for each in rows], **more})


def rows_of(page: Any, step: str) -> dict[str, Any]:
    """The rows of one step by name; empty where nobody waits."""
    found = next((each for each in page.context["sections"] if each.step.code == step), None)
    return {} if found is None else {row.name.split()[0].lower(): row for row in found.rows}


@pytest.fixture
def evening(world: World) -> UUID:
    """A second event of today, with its surat tugas: nobody is there yet."""
    with drafts.writing(world.person("lestari").pk, world.ids["draft.lestari"]) as working:
        element = elements_of(world.ids["version"])[0]
        drafts.keep_answer(working, element.pk, answer=Answer.NOT_YET, text="")
    draft = world.get(ApplicationDraft, "draft.lestari")
    sent = submit_application(world.me("lestari"), world.person("lestari"), draft=draft, statement=SIGNED)
    world.put("application.lestari", sent)
    for key in ("ayu", "lestari", "rara"):
        application = world.get(Application, f"application.{key}")
        accept_application(world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED)
    event = planned(world, days=0, hours=(17, 20))
    for key in EVENING:
        world.put(f"candidate.{key}", add(world, event, key))
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)
    return event.pk


def here(world: World, *keys: str) -> list[UUID]:
    return [world.ids[f"candidate.{key}"] for key in keys]


def cases(world: World, *keys: str) -> list[UUID]:
    return [assessment_of(world, key).pk for key in keys]


# ---------------------------------------------------------------- step after step


def test_those_ticked_are_noted_and_their_cases_opened(world: World, visit: Visit, evening: UUID) -> None:
    client = visit("budi")
    page = client.get(url("together", evening))
    assert set(rows_of(page, "hadir")) == set(EVENING)
    assert all(row.ticked for row in rows_of(page, "hadir").values())
    assert send(client, evening, "hadir", here(world, "ayu", "rara")).status_code == 302
    assert checked_in(world.get(EventCandidate, "candidate.ayu"))
    assert not checked_in(world.get(EventCandidate, "candidate.wayan"))
    page = client.get(url("together", evening))
    assert set(rows_of(page, "hadir")) == {"lestari", "wayan"}
    assert set(rows_of(page, "buka")) == {"ayu", "rara"}
    assert "Catat hadir, 2 selesai" in page.content.decode()
    for _click in range(2):
        assert send(client, evening, "buka", here(world, "ayu", "rara", "wayan")).status_code == 302
    assert Assessment.objects.filter(event=evening).count() == 2


def test_a_self_assessment_with_doubts_waits_for_a_tick_by_hand(world: World, visit: Visit, evening: UUID) -> None:
    for key in EVENING:
        opened(world, key)
    client = visit("budi")
    rows = rows_of(client.get(url("together", evening)), "tinjau")
    assert {name: row.ticked for name, row in rows.items()} == {
        "ayu": True,
        "lestari": False,
        "rara": True,
        "wayan": True,
    }
    assert "BK pada 1 elemen" in rows["lestari"].careful
    ticked = cases(world, "ayu", "wayan")
    before = Signature.objects.count()
    wrong = send(client, evening, "tinjau", ticked, agree="on", password="salah")
    assert wrong.status_code == 422
    assert "Kata sandi salah" in wrong.content.decode()
    assert Signature.objects.count() == before
    assert {assessment_of(world, key).self_assessment_ok for key in EVENING} == {None}
    assert send(client, evening, "tinjau", ticked, **SIGNING).status_code == 302
    assert [assessment_of(world, key).self_assessment_ok for key in EVENING] == [True, None, None, True]
    assert Signature.objects.count() == before + 2


def test_nothing_ticked_is_said_and_does_nothing(world: World, visit: Visit, evening: UUID) -> None:
    opened(world, "ayu")
    answer = send(visit("budi"), evening, "tinjau", [], **SIGNING)
    assert answer.status_code == 422
    assert "Belum ada yang dicentang" in answer.content.decode()
    assert send(visit("budi"), evening, "lain", []).status_code == 404


def test_from_identity_to_the_agreement_for_all_but_a_special_need(world: World, visit: Visit, evening: UUID) -> None:
    for key in EVENING:
        opened(world, key)
    client, everyone = visit("budi"), cases(world, *EVENING)
    send(client, evening, "tinjau", everyone, **SIGNING)
    assert send(client, evening, "identitas", everyone, document="").status_code == 422
    assert send(client, evening, "identitas", everyone, document="KTP").status_code == 302
    assert {assessment_of(world, key).identity_document for key in EVENING} == {"KTP"}

    rows = rows_of(client.get(url("together", evening)), "rencana")
    assert not rows["wayan"].can_tick
    assert "kebutuhan khusus" in rows["wayan"].alone
    assert send(client, evening, "rencana", everyone, **SIGNING).status_code == 422
    assert send(client, evening, "rencana", everyone, potensi="1", **SIGNING).status_code == 302
    assert [assessment_of(world, key).potential for key in EVENING] == ["1", "1", "1", ""]
    assert not Adjustment.objects.filter(assessment__in=everyone, needed=True).exists()

    rows = rows_of(client.get(url("together", evening)), "persetujuan")
    assert set(rows) == {"ayu", "lestari", "rara"}
    assert send(client, evening, "persetujuan", everyone, **SIGNING).status_code == 302
    page = client.get(url("together", evening))
    assert rows_of(page, "persetujuan") == {}
    assert page.content.decode().count("Asesi menyetujui FR.AK.01") == 3
    assert agree(world.me("ayu"), assessment_of(world, "ayu"), statement=READ).state == AssessmentState.AGREED


def test_a_refused_row_keeps_the_others(world: World, visit: Visit, evening: UUID) -> None:
    open_and_agree(world, "ayu")
    unseen = plan(world, reviewed(world, "rara"))
    propose_agreement(world.actor("budi"), unseen, evidence_kinds=["observasi"], statement=AGREED)
    agree(world.me("rara"), unseen, statement=READ)
    client = visit("budi")
    rows = rows_of(client.get(url("together", evening)), "mulai")
    assert rows["ayu"].ticked
    assert [each.rule for each in rows["rara"].why] == ["HR-34"]
    answer = send(client, evening, "mulai", [taking(world, key, "IA.02").pk for key in ("rara", "ayu")])
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Tugas bagi asesi: 1 dari 2 selesai" in page
    assert f"{world.person('rara').name} tidak ikut" in page
    assert taking(world, "ayu", "IA.02").state == TakingState.STARTED
    assert taking(world, "rara", "IA.02").state == TakingState.PLANNED


def test_tasks_begin_and_end_together(world: World, visit: Visit, evening: UUID) -> None:
    for key in ("ayu", "rara"):
        open_and_agree(world, key)
    client = visit("budi")
    tasks = [taking(world, key, "IA.02").pk for key in ("ayu", "rara")]
    assert set(rows_of(client.get(url("together", evening)), "mulai")) == {"ayu", "rara"}
    assert send(client, evening, "mulai", tasks).status_code == 302
    assert {taking(world, key, "IA.02").state for key in ("ayu", "rara")} == {TakingState.STARTED}
    assert set(rows_of(client.get(url("together", evening)), "selesai")) == {"ayu", "rara"}
    vatm = {"vatm": "1", "vatm-valid": "on", "vatm-authentic": "on", "vatm-current": "on"}
    assert send(client, evening, "selesai", tasks[:1], **vatm).status_code == 302
    assert taking(world, "ayu", "IA.02").state == TakingState.MARKED
    assert taking(world, "rara", "IA.02").state == TakingState.STARTED
    evidence = Evidence.objects.get(taking=tasks[0])
    assert (evidence.valid, evidence.sufficient) == (True, False)


def handed_in(world: World, key: str, *, answered: bool) -> UUID:
    test = begin_test(world.me(key), taking(world, key, "IA.05"))
    if answered:
        for question in paper_of(test):
            write_answer(test, question.pk, saved_at=timezone.now(), option_id=question.options[0].id)
    return hand_in(world.me(key), test).pk


def test_tests_are_confirmed_as_the_key_proposes_but_for_open_answers(
    world: World, visit: Visit, evening: UUID
) -> None:
    for key in ("ayu", "rara"):
        open_and_agree(world, key)
    whole, empty = handed_in(world, "ayu", answered=True), handed_in(world, "rara", answered=False)
    client = visit("budi")
    rows = rows_of(client.get(url("together", evening)), "nilai")
    assert rows["ayu"].ticked
    assert "tidak dijawab" in rows["rara"].alone
    assert send(client, evening, "nilai", [whole, empty]).status_code == 302
    marked = taking(world, "ayu", "IA.05")
    assert marked.state == TakingState.MARKED
    assert all(item.met == item.option.correct for item in marked.items.all() if item.option)
    assert taking(world, "rara", "IA.05").state == TakingState.SUBMITTED


def test_recommendations_are_signed_together_and_what_was_typed_stays(
    world: World, visit: Visit, evening: UUID
) -> None:
    for key in ("ayu", "rara"):
        open_and_agree(world, key)
    judge_all(world, "ayu")
    judge_all(world, "rara", except_criteria=[criteria(world, "rara")[-1].pk])
    client, (ayu, rara) = visit("budi"), cases(world, "ayu", "rara")
    page = client.get(url("together", evening))
    assert {name: row.result for name, row in rows_of(page, "rekomendasi").items()} == {"ayu": "K", "rara": "BK"}
    said = {f"{ayu}-feedback": "Teliti.", f"{rara}-feedback": "Hampir.", f"{rara}-follow_up": "Ulangi satu unit."}
    results = {f"hasil-{ayu}": "K", f"hasil-{rara}": "BK"}
    wrong = send(client, evening, "rekomendasi", [ayu, rara], agree="on", password="salah", **said, **results)
    assert wrong.status_code == 422
    assert "Ulangi satu unit." in wrong.content.decode()
    mixed = send(client, evening, "rekomendasi", [ayu, rara], **SIGNING, **said, **(results | {f"hasil-{rara}": "K"}))
    assert mixed.status_code == 409
    assert "Rekomendasi: 1 dari 2 selesai" in mixed.content.decode()
    assert "HR-36" in mixed.content.decode()
    assert "Ulangi satu unit." in mixed.content.decode()
    assert assessment_of(world, "ayu").state == AssessmentState.RECOMMENDED
    assert assessment_of(world, "ayu").feedback == "Teliti."
    assert assessment_of(world, "rara").state == AssessmentState.AGREED
    assert send(client, evening, "rekomendasi", [ayu, rara], **SIGNING, **said, **results).status_code == 302
    done = assessment_of(world, "rara")
    assert (done.result, done.follow_up) == ("BK", "Ulangi satu unit.")


# ---------------------------------------------------------------- whose, how many, from where


def test_nobody_elses_candidates_are_there(world: World, visit: Visit, evening: UUID) -> None:
    opened(world, "ayu")
    client = visit("rina")
    page = client.get(url("together", evening))
    assert "Tidak ada yang menunggu Anda" in page.content.decode()
    assert send(client, evening, "tinjau", cases(world, "ayu"), **SIGNING).status_code == 302
    assert assessment_of(world, "ayu").self_assessment_ok is None


def test_the_tasks_lead_to_it_where_several_wait(world: World, visit: Visit, evening: UUID) -> None:
    page = visit("budi").get(url("mine")).content.decode()
    assert url("together", evening) in page
    assert "Kerjakan bersama, jadwal" in page


def queries(client: Client, event: UUID) -> int:
    with CaptureQueriesContext(connection) as taken:
        client.get(url("together", event))
    return len(taken)


def test_a_row_more_asks_its_own_policy_and_nothing_else(world: World, visit: Visit, evening: UUID) -> None:
    """Counted with two and with four at a step; the other two stand one step before."""
    client = visit("budi")
    counted = {"hadir": [queries(client, evening)]}

    def count(step: str, bring: Callable[[str], object]) -> None:
        counted[step] = []
        for n, key in enumerate(EVENING, 1):
            bring(key)
            if n in (2, 4):
                counted[step].append(queries(client, evening))

    def press(step: str, **more: Any) -> Callable[[str], object]:
        return lambda key: send(client, evening, step, cases(world, key), **more)

    count("buka", lambda key: arrived(world, key))
    count("tinjau", lambda key: opened(world, key))
    count("rencana", press("tinjau", **SIGNING))
    count("persetujuan", press("rencana", potensi="1", **SIGNING))
    assert counted["hadir"][0] <= 14
    for step, most in {"buka": 0, "tinjau": 0, "rencana": 8, "persetujuan": 4}.items():
        two, four = counted[step]
        assert four - two <= 2 * most, (step, counted)


# ---------------------------------------------------------------- a KUK for the whole group


def test_one_tap_marks_a_kuk_for_all_who_carry_no_mark(world: World, visit: Visit) -> None:
    open_and_agree(world, "made")
    client, address = visit("budi"), url("group", world.ids["event"])
    criterion = criteria(world, "intan")[0]
    client.post(address, {"asesmen": cases(world, "made")[0], "kriteria": criterion.pk, "nilai": "tidak"})
    assert "Ya untuk yang belum dinilai" in client.get(address).content.decode()
    row = client.post(address, {"semua": criterion.pk}, **HTMX)
    assert row.status_code == 200
    assert f'id="k-{criterion.pk}"' in row.content.decode()
    assert "Ya untuk yang belum dinilai" not in row.content.decode()
    marks = dict(JudgementDraft.objects.filter(criterion=criterion).values_list("assessment_id", "met"))
    assert marks[cases(world, "intan")[0]] is True
    assert marks[cases(world, "made")[0]] is False
    back = client.post(address, {"semua": criterion.pk})
    assert back.headers["Location"].endswith(f"#k-{criterion.pk}")


def test_one_tap_reaches_no_case_that_is_shut_or_not_mine(world: World, visit: Visit) -> None:
    criterion = criteria(world, "intan")[0]
    address = url("group", world.ids["event"])
    assert visit("rina").post(address, {"semua": criterion.pk}).status_code == 404
    recommended(world, "intan")
    assert visit("budi").post(address, {"semua": criterion.pk}, **HTMX).status_code == 409
