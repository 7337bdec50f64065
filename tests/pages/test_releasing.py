from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from jamstac.assessment.states import AssessmentState
from jamstac.events.actions import sign_assignment_letter
from jamstac.ledger.models import Entry
from tests.actions.test_releasing import SICK, released, replaced
from tests.world.assessments import assessment_of, declared, recommended
from tests.world.base import AGREED, World

Visit = Callable[[str], Client]


def url(name: str, *args: object) -> str:
    return reverse(name, args=["cth", *args])


def read(client: Client, name: str, *args: object, status: int = 200) -> str:
    response = client.get(url(name, *args))
    assert response.status_code == status
    return response.content.decode()


def send(world: World, client: Client, **data: Any) -> Any:
    return client.post(url("assessment:release", world.ids["event"]), data)


def test_the_way_out_of_an_opened_case_stands_on_the_change_of_plan(world: World, visit: Visit) -> None:
    way = url("assessment:release", world.ids["event"])
    assert way in read(visit("maya"), "events:change", world.ids["event"])
    assert way not in read(visit("surya"), "events:change", world.ids["event"]), "the direktur cannot"
    assert way not in read(visit("maya"), "events:change", world.ids["event.planned"]), "nothing is opened there"


def test_only_cases_that_are_not_recommended_are_offered(world: World, visit: Visit) -> None:
    page = read(visit("maya"), "assessment:release", world.ids["event"])
    assert "Intan" in page
    assert "Sari Contoh" not in page
    assert "Tercetak pada versi berikut" in page
    recommended(world, "intan")
    assert "Tidak ada yang dapat dilepas" in read(visit("maya"), "assessment:release", world.ids["event"])


def test_the_manajer_sertifikasi_releases_and_is_led_to_the_next_act(world: World, visit: Visit) -> None:
    client = visit("maya")
    answer = send(world, client, asesmen=str(world.ids["assessment.intan"]), cause="assessor", reason=SICK)
    assert answer.status_code == 302
    assert answer["Location"] == url("events:change", world.ids["event"])
    assert assessment_of(world, "intan").state == AssessmentState.RELEASED
    page = read(client, "events:change", world.ids["event"])
    assert "1 asesmen dilepas." in page
    assert "Sekarang ganti asesornya" in page
    again = send(world, client, asesmen=str(world.ids["assessment.intan"]), cause="assessor", reason=SICK)
    assert again.status_code == 400, "the second click finds nothing to release"


def test_what_is_missing_is_said_and_what_was_typed_stays(world: World, visit: Visit) -> None:
    client = visit("maya")
    nothing = send(world, client, cause="assessor", reason=SICK)
    assert nothing.status_code == 400
    assert "Belum ada yang dipilih" in nothing.content.decode()
    assert SICK in nothing.content.decode()
    unsaid = client.post(url("assessment:release", world.ids["event"]), {"asesmen": world.ids["assessment.intan"]})
    assert unsaid.status_code == 400
    assert "Sebab yang diberitahukan kepada asesi" in unsaid.content.decode()
    silent = send(world, client, asesmen=str(world.ids["assessment.intan"]), cause="assessor", reason=" ")
    assert silent.status_code == 409
    assert "Alasan melepas asesmen belum ditulis." in silent.content.decode()
    assert Entry.objects.filter(event="assessment.released.refused").exists()
    assert assessment_of(world, "intan").state == AssessmentState.AGREED


def test_a_released_case_shows_nothing_to_its_assessor_and_can_be_opened_again(world: World, visit: Visit) -> None:
    case, budi = released(world), visit("budi")
    for name in ("assessment", "grid", "plan", "recommendation", "instruments"):
        page = read(budi, f"assessment:{name}", case.pk, status=409)
        assert "Asesmen ini dilepas" in page
    assert "Buka asesmen" in read(budi, "assessment:mine")
    assert "Intan" in read(budi, "assessment:together", world.ids["event"])
    answer = budi.post(url("assessment:open", world.ids["candidate.intan"]))
    assert answer["Location"] == url("assessment:assessment", case.pk)
    assert assessment_of(world, "intan").state == AssessmentState.OPENED
    assert "FR.AK.07" in read(budi, "assessment:assessment", case.pk)


def test_the_other_assessor_opens_it_from_their_tasks(world: World, visit: Visit) -> None:
    case = released(world)
    event = replaced(world)
    assert "Intan" not in read(visit("budi"), "assessment:together", event.pk)
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)
    rina = visit("rina")
    assert "Buka asesmen" in read(rina, "assessment:mine")
    rina.post(url("assessment:open", world.ids["candidate.intan"]))
    page = read(rina, "assessment:assessment", case.pk)
    assert "Tinjau FR.APL.02" in page
    read(visit("budi"), "assessment:assessment", case.pk, status=403)


def test_the_asesi_reads_that_it_goes_on(world: World, visit: Visit) -> None:
    case = released(world)
    assert "Asesmen dilanjutkan kemudian" in read(visit("intan"), "assessment:self", case.pk)
    assert "Asesmen Anda dihentikan dulu" in read(visit("intan"), "portal:mine")
    assert "Dilepas, menunggu rencana baru" in read(visit("maya"), "assessment:file", case.pk)
    event = replaced(world)
    assert "Dilepas, menunggu surat tugas" in read(visit("maya"), "assessment:file", case.pk)
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    page = read(visit("maya"), "assessment:file", case.pk)
    assert "Dilepas, menunggu dibuka lagi" in page
    assert world.person("rina").name in page
    own = read(visit("intan"), "assessment:self", case.pk)
    assert "Asesmen Anda dilanjutkan pada" in own
    assert world.person("rina").name in own


def test_a_released_case_waits_on_the_worklist_until_it_has_another_plan(world: World, visit: Visit) -> None:
    waits = "Rencanakan lagi asesmen Intan"
    assert waits not in visit("maya").get("/lsp/cth/").content.decode()
    released(world)
    page = visit("maya").get("/lsp/cth/").content.decode()
    assert waits in page
    assert url("events:change", world.ids["event"]) in page
    assert waits not in visit("dewi").get("/lsp/cth/").content.decode(), "the admin plans no event"
    replaced(world)
    assert waits not in visit("maya").get("/lsp/cth/").content.decode()
    assert "Asesmen Anda hari ini" in read(visit("intan"), "portal:mine")
