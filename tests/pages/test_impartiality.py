from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from jamstac.assessors.models import AssessorStatus, Pact, PactSignature
from jamstac.events.actions import search_conflicts
from jamstac.events.models import Event
from jamstac.impartiality.actions import propose_disposition
from jamstac.impartiality.models import Conflict, Declaration
from jamstac.impartiality.states import Disposition
from jamstac.people.actions import record_relation
from jamstac.people.models import Relation
from jamstac.people.states import RelationKind
from tests.cast import PASSWORD
from tests.world.base import World, ago, ahead, today

Visit = Callable[[str], Client]
SIGNING = {"agree": "on", "password": PASSWORD}


def url(name: str, *args: object) -> str:
    return reverse(name, args=["cth", *args])


def found(world: World) -> Conflict:
    """budi and dimas, found since dimas entered the event of next week."""
    record_relation(
        world.actor("wulan"),
        world.person("budi"),
        other=world.person("dimas"),
        kind=RelationKind.EMPLOYS,
        valid_from=ago(30),
        note="Kedai Umpama",
    )
    search_conflicts(world.actor("maya"), world.get(Event, "event.planned"))
    return Conflict.objects.get()


# ---------------------------------------------------------------- conflicts


def test_an_lsp_without_open_conflicts_says_so(world: World, visit: Visit) -> None:
    page = visit("wulan").get(url("impartiality:conflicts")).content.decode()
    assert "Tidak ada benturan yang terbuka" in page


def test_the_list_names_the_pair_and_why_and_finds_by_name(world: World, visit: Visit) -> None:
    found(world)
    client = visit("maya")
    page = client.get(url("impartiality:conflicts")).content.decode()
    assert "Budi Rekaan" in page
    assert "asesi Dimas Kias" in page
    assert "Hubungan kerja antara keduanya" in page
    assert "Tidak ada yang cocok" in client.get(url("impartiality:conflicts"), {"q": "Sari"}).content.decode()
    assert "Budi Rekaan" not in client.get(url("impartiality:conflicts"), {"tampil": "sah"}).content.decode()


def test_the_list_takes_the_same_queries_however_long(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    found(world)
    client = visit("maya")
    with django_assert_max_num_queries(20):
        client.get(url("impartiality:conflicts"), {"tampil": "semua"})


def read(row: Conflict) -> dict[str, str]:
    """What the page of the conflict sends along: which proposal was read."""
    made = Conflict.objects.get(pk=row.pk).proposed_at
    assert made is not None
    return {"read": made.isoformat()}


def test_a_proposal_changed_while_it_is_read_is_not_confirmed(world: World, visit: Visit) -> None:
    row = found(world)
    propose_disposition(world.actor("maya"), row, disposition=Disposition.REPLACE, reason="Ganti asesornya")
    before, wulan = read(row), visit("wulan")
    assert before["read"] in wulan.get(url("impartiality:conflict", row.pk)).content.decode()
    propose_disposition(world.actor("maya"), row, disposition=Disposition.SAFEGUARD, reason="Tidak apa-apa")
    answer = wulan.post(url("impartiality:confirm", row.pk), before)
    assert answer.status_code == 409
    assert "Usulannya berubah" in answer.content.decode()
    assert read(row)["read"] in answer.content.decode()
    assert Conflict.objects.get(pk=row.pk).confirmed_at is None


def test_one_proposes_and_the_other_confirms_on_the_page_of_the_conflict(world: World, visit: Visit) -> None:
    row = found(world)
    here = url("impartiality:conflict", row.pk)
    page = visit("maya").get(here).content.decode()
    assert "Kedai Umpama" in page
    assert "Usulkan penanganan" in page
    maya = visit("maya")
    typed = {"disposition": Disposition.SAFEGUARD, "reason": "Asesor kedua mendampingi"}
    assert maya.post(url("impartiality:propose", row.pk), typed).status_code == 302
    page = visit("wulan").get(here).content.decode()
    assert "Asesor kedua mendampingi" in page
    assert "Sahkan penanganan" in page
    for _ in range(2):  # the second click of a double click
        assert visit("wulan").post(url("impartiality:confirm", row.pk), read(row)).status_code == 302
    assert Conflict.objects.get().settled


def test_a_proposal_without_a_reason_keeps_what_was_chosen(world: World, visit: Visit) -> None:
    row = found(world)
    answer = visit("maya").post(url("impartiality:propose", row.pk), {"disposition": Disposition.NONE, "reason": ""})
    assert answer.status_code == 400
    assert Conflict.objects.get().disposition == ""


def test_the_second_person_sends_a_proposal_back(world: World, visit: Visit) -> None:
    row = found(world)
    visit("maya").post(url("impartiality:propose", row.pk), {"disposition": Disposition.NONE, "reason": "Bukan"})
    wulan = visit("wulan")
    refused = wulan.post(url("impartiality:confirm", row.pk), {**read(row), "kembali": "1", "confirm_reason": ""})
    assert refused.status_code == 409
    assert "Alasannya belum ditulis" in refused.content.decode()
    wulan.post(url("impartiality:confirm", row.pk), {**read(row), "kembali": "1", "confirm_reason": "Jelaskan"})
    assert "Jelaskan" in wulan.get(url("impartiality:conflict", row.pk)).content.decode()
    assert Conflict.objects.get().disposition == ""


def test_the_page_of_a_relative_offers_no_safeguard(world: World, visit: Visit) -> None:
    record_relation(
        world.actor("wulan"),
        world.person("budi"),
        other=world.person("dimas"),
        kind=RelationKind.KIN,
        valid_from=ago(30),
    )
    search_conflicts(world.actor("maya"), world.get(Event, "event.planned"))
    row = Conflict.objects.get()
    client = visit("maya")
    assert "Tidak dapat diteruskan" in client.get(url("impartiality:conflict", row.pk)).content.decode()
    typed = {"disposition": Disposition.SAFEGUARD, "reason": "Didampingi"}
    assert client.post(url("impartiality:propose", row.pk), typed).status_code == 409


def test_the_event_shows_its_conflicts_and_what_holds_the_letter(world: World, visit: Visit) -> None:
    found(world)
    page = visit("maya").get(url("events:event", world.ids["event.planned"])).content.decode()
    assert "Periksa ulang benturan" in page
    assert "1 pasangan belum dinyatakan" in page
    page = visit("surya").get(url("events:event", world.ids["event.planned"])).content.decode()
    assert "HR-06" in page


def test_a_planner_searches_again(world: World, visit: Visit) -> None:
    answer = visit("maya").post(url("events:search", world.ids["event.planned"]), follow=True)
    assert "Tidak ada benturan baru." in answer.content.decode()


def test_the_worklists_tell_who_proposes_and_who_confirms(world: World, visit: Visit) -> None:
    row = found(world)
    assert "Usulkan penanganan benturan Budi Rekaan" in visit("maya").get(url("portal:home")).content.decode()
    visit("maya").post(url("impartiality:propose", row.pk), {"disposition": Disposition.NONE, "reason": "Bukan"})
    assert "Sahkan penanganan benturan Budi Rekaan" in visit("wulan").get(url("portal:home")).content.decode()


# ---------------------------------------------------------------- relations


def test_a_relation_is_recorded_by_names(world: World, visit: Visit) -> None:
    client = visit("dewi")
    typed = {
        "person": "budi rekaan",
        "kind": RelationKind.TRAINED,
        "other": world.person("ayu").email,
        "valid_from": ago(40).isoformat(),
        "valid_until": ago(30).isoformat(),
    }
    assert client.post(url("impartiality:relations"), typed).status_code == 302
    row = Relation.objects.get(kind=RelationKind.TRAINED)
    assert (row.person, row.other) == (world.person("budi"), world.person("ayu"))
    page = client.get(url("impartiality:relations"), {"q": "Ayu"}).content.decode()
    assert "melatih Ayu Perumpamaan" in page


def test_a_name_nobody_has_is_told_at_its_field(world: World, visit: Visit) -> None:
    typed = {"person": "Siapa Saja", "kind": "kin", "other": "Budi Rekaan", "valid_from": ago(40).isoformat()}
    answer = visit("dewi").post(url("impartiality:relations"), typed)
    assert answer.status_code == 400
    assert "Siapa Saja tidak dikenal LSP ini" in answer.content.decode()


def test_a_roster_is_taken_row_by_row(world: World, visit: Visit) -> None:
    roster = "\n".join(
        [
            "Pelatih;Asesi;Hubungan;Sejak;Sampai",
            f"Budi Rekaan;Ayu Perumpamaan;melatih;{ago(40):%d/%m/%Y};{ago(30):%d/%m/%Y}",
            f"Budi Rekaan;Tidak Ada;melatih;{ago(40).isoformat()};",
            f"Rina Ibarat;Joko Tamsilan;bibi;{ago(40).isoformat()};",
            "Rina Ibarat;Joko Tamsilan;guru;kemarin;",
            f"Budi Rekaan;Budi Rekaan;keluarga;{ago(40).isoformat()};",
        ]
    )
    client = visit("dewi")
    before = Relation.objects.count()
    page = client.post(url("impartiality:import"), {"rows": roster}).content.decode()
    for told in (
        "1 dari 5 tercatat",
        "Tidak Ada tidak dikenal LSP ini",
        "Hubungan tidak dikenal: bibi.",
        "Tanggal tidak terbaca",
        "Kedua nama menunjuk orang yang sama.",
    ):
        assert told in page
    page = client.post(url("impartiality:import"), {"rows": roster}).content.decode()
    assert "Sudah tercatat sebelumnya." in page
    assert Relation.objects.count() == before + 1


def test_an_empty_roster_asks_for_rows(world: World, visit: Visit) -> None:
    answer = visit("dewi").post(url("impartiality:import"), {"rows": " "})
    assert answer.status_code == 400
    assert "Tempel baris, atau pilih berkas CSV." in answer.content.decode()


def test_a_relation_ends_on_its_own_page(world: World, visit: Visit) -> None:
    found(world)
    row = Relation.objects.get(kind=RelationKind.EMPLOYS)
    client = visit("wulan")
    assert "Akhiri hubungan" in client.get(url("impartiality:end", row.pk)).content.decode()
    refused = client.post(url("impartiality:end", row.pk), {"last_day": ago(60).isoformat(), "reason": "Salah"})
    assert refused.status_code == 409
    typed = {"last_day": ago(1).isoformat(), "reason": "Kontrak habis"}
    assert client.post(url("impartiality:end", row.pk), typed).status_code == 302
    assert Relation.objects.get(pk=row.pk).valid_until == ago(1)


# ---------------------------------------------------------------- declaring


def test_an_assessor_declares_on_one_page_and_nothing_is_ticked_before(world: World, visit: Visit) -> None:
    here = url("events:declare", world.ids["event.planned"])
    budi = visit("budi")
    page = budi.get(here).content.decode()
    assert "Dimas Kias" in page
    assert "checked" not in page.split("</header>")[-1]
    assert budi.post(here, SIGNING).status_code == 409
    page = budi.post(here, {"semua": "1"}).content.decode()
    assert "checked" in page
    assert not Declaration.objects.filter(event=world.ids["event.planned"]).exists()
    typed = {f"ada-{world.ids['application.dimas']}": "tidak"}
    for _ in range(2):  # the second click of a double click
        assert budi.post(here, typed | SIGNING).status_code == 302
    assert not Declaration.objects.get(event=world.ids["event.planned"]).conflicted
    assert "Sudah Anda nyatakan" in budi.get(here).content.decode()


def test_a_relation_without_a_kind_is_told_at_its_candidate(world: World, visit: Visit) -> None:
    here, case = url("events:declare", world.ids["event.planned"]), world.ids["application.dimas"]
    budi = visit("budi")
    answer = budi.post(here, {f"ada-{case}": "ada", **SIGNING})
    assert answer.status_code == 400
    assert "Pilih jenis hubungan" in answer.content.decode()
    wrong = {f"ada-{case}": "ada", f"jenis-{case}": "trained", f"sampai-{case}": "kemarin", **SIGNING}
    assert budi.post(here, wrong).status_code == 400
    right = {f"ada-{case}": "ada", f"jenis-{case}": "other", f"catatan-{case}": "Tetangga", **SIGNING}
    assert budi.post(here, right).status_code == 302
    assert Conflict.objects.get().note == "Tetangga"
    assert "Kepentingan lain" in budi.get(here).content.decode()


def test_a_colleague_has_nothing_to_declare_there(world: World, visit: Visit) -> None:
    assert visit("rina").get(url("events:declare", world.ids["event.planned"])).status_code == 404


def test_an_assessor_is_told_to_declare(world: World, visit: Visit) -> None:
    budi = visit("budi")
    assert "Nyatakan hubungan dengan asesi jadwal" in budi.get(url("portal:home")).content.decode()
    assert "1 asesi belum Anda nyatakan" in budi.get(url("assessment:mine")).content.decode()


# ---------------------------------------------------------------- pacts


def issued(world: World, visit: Visit, **changes: str) -> Any:
    typed = {
        "kind": "ethics",
        "version": "2",
        "title": "Kode etik LSP Contoh",
        "text": "Naskah kedua.",
        "source": "SK Direktur 009/SK/CTH",
        "valid_from": ahead(1).isoformat(),
    }
    return visit("wulan").post(url("portal:setup-pacts"), typed | changes)


def test_the_quality_manager_enters_the_next_version(world: World, visit: Visit) -> None:
    page = visit("wulan").get(url("portal:setup-pacts")).content.decode()
    assert "Ditandatangani semua pemegang fungsi" in page
    assert issued(world, visit).status_code == 302
    first, second = Pact.objects.filter(kind="ethics").order_by("valid_from")
    assert (first.valid_until, second.valid_from) == (today(), ahead(1))


def test_a_version_that_does_not_follow_is_refused_with_what_was_typed(world: World, visit: Visit) -> None:
    answer = issued(world, visit, valid_from=today().isoformat())
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Versi sebelumnya berlaku sejak tanggal yang sama atau sesudahnya." in page
    assert "Naskah kedua." in page


def test_a_colleague_reads_whose_task_the_text_is(world: World, visit: Visit) -> None:
    assert "Manajer mutu" in visit("surya").get(url("portal:setup-pacts")).content.decode()


def test_everybody_reads_and_signs_on_the_own_page(world: World, visit: Visit) -> None:
    hendra, pact = visit("hendra"), world.get(Pact, "pact.ethics")
    page = hendra.get(url("assessors:pacts")).content.decode()
    assert pact.text in page
    assert "Semua sudah ditandatangani" in page
    assert hendra.post(url("assessors:sign", pact.pk), SIGNING).status_code == 302
    assert PactSignature.objects.filter(pact=pact, person=world.person("hendra")).count() == 1


def test_an_lsp_without_texts_says_so(world: World, visit: Visit) -> None:
    client = visit("tono")
    page = client.get(reverse("assessors:pacts", args=["luar"])).content.decode()
    assert "Belum ada naskah" in page
    assert "LSP belum menetapkan naskah yang berlaku" in page


# ---------------------------------------------------------------- assessors


def test_the_list_of_assessors_shows_status_certificate_and_load(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("maya")
    with django_assert_max_num_queries(25):
        page = client.get(url("portal:assessors")).content.decode()
    assert "2 asesor diangkat dengan SK" in page
    for told in ("Budi Rekaan", "MET.000.000101 2025", "Aktif", "Ditandatangani"):
        assert told in page


def test_a_manager_sets_a_status_on_the_record_of_the_assessor(world: World, visit: Visit) -> None:
    here, maya = url("portal:assessor", world.ids["person.budi"]), visit("maya")
    assert "Tetapkan status" in maya.get(here).content.decode()
    typed = {"standing": "suspended", "reason": "Keputusan panel etik", "valid_from": today().isoformat()}
    assert maya.post(here, typed).status_code == 302
    page = maya.get(here).content.decode()
    assert "Dibekukan" in page
    assert "Perlu asesor pengganti" in page
    assert AssessorStatus.objects.get(person=world.person("budi")).standing == "suspended"


def test_a_trainee_without_a_companion_is_refused_on_the_page(world: World, visit: Visit) -> None:
    here = url("portal:assessor", world.ids["person.budi"])
    typed = {"standing": "trainee", "reason": "Baru diangkat", "valid_from": today().isoformat()}
    answer = visit("maya").post(here, typed)
    assert answer.status_code == 422
    assert "Calon asesor belum mempunyai pendamping." in answer.content.decode()


def test_only_the_manager_sets_it_and_only_assessors_have_a_record(world: World, visit: Visit) -> None:
    assert (
        "Manajer sertifikasi" in visit("surya").get(url("portal:assessor", world.ids["person.budi"])).content.decode()
    )
    assert visit("maya").get(url("portal:assessor", world.ids["person.sari"])).status_code == 404
