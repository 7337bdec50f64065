"""Pages of the MUK: list, record, plan, map, instruments, coverage, FR.VA."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jamstac.instruments.actions import end_tool_set, release_tool_set
from jamstac.instruments.models import Instrument, Item, MapCell, PlanRow, ToolSet, Validation
from jamstac.instruments.states import InstrumentCode, ToolSetState
from jamstac.instruments.validation_states import Quality, ValidationAspect
from jamstac.instruments.views import records
from tests.cast import PASSWORD
from tests.world import instruments
from tests.world.base import World, ago, today

ROOT = "/lsp/cth/muk/"
BANK = Path("/work/shared/data/excel/open/tpi-bank-soal-contoh-30-baris.xlsx")
SIGNED = {"agree": "on", "password": PASSWORD}

Visit = Callable[[str], Client]


def page(pk: Any, rest: str = "") -> str:
    return f"{ROOT}{pk}/{rest}"


def form_of(draft: ToolSet, code: str) -> Instrument:
    return Instrument.objects.filter(tool_set=draft, code=code).order_by("group")[0]


def text(response: Any) -> str:
    return str(response.content.decode())


def test_the_list_shows_every_tool_set_with_its_reach(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    instruments.drafted(world)
    client = visit("maya")
    with django_assert_max_num_queries(40):
        shown = text(client.get(ROOT))
    assert "Ditetapkan" in shown
    assert "Disusun" in shown
    assert "100 %" in shown


def test_the_list_is_turned_page_by_page(world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "PAGE", 1)
    draft = instruments.drafted(world)
    client = visit("maya")
    shown = [text(client.get(ROOT, {"page": n})) for n in (1, 2)]
    links = [[f'href="{page(pk)}"' in each for pk in (world.ids["toolset"], draft.pk)] for each in shown]
    assert sorted(links) == [[False, True], [True, False]]


def test_a_scheme_without_a_tool_set_is_offered_one(world: World, visit: Visit) -> None:
    client = visit("tono")
    assert "Belum ada MUK" in text(client.get("/lsp/luar/muk/"))


def test_whoever_drafts_gets_the_start_and_sees_what_is_missing(world: World, visit: Visit) -> None:
    client = visit("budi")
    made = client.post(f"{ROOT}baru/{world.ids['version']}", follow=True)
    shown = text(made)
    draft = ToolSet.objects.get(state=ToolSetState.DRAFT)
    assert "Lengkapi MUK" in shown
    assert "skenario belum ditulis" in shown
    assert "HR-25" in shown
    assert MapCell.objects.filter(tool_set=draft).exists()
    again = client.post(f"{ROOT}baru/{world.ids['version']}")
    assert again.status_code == 409
    assert ToolSet.objects.filter(state=ToolSetState.DRAFT).count() == 1


def test_the_plan_is_written_unit_by_unit_or_all_at_once(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    first = PlanRow.objects.filter(tool_set=draft).order_by("id")[0]
    assert "Rencana per unit" in text(client.get(page(draft.pk, "rencana")))
    given = {
        f"{first.unit_id}-bukti": "Halaman web yang selesai",
        f"{first.unit_id}-jenis": ["direct"],
        f"{first.unit_id}-observasi": ["IA.01", "IA.05"],
        "semua": "1",
        "supports_evidence": "good",
        "supports_work": "neutral",
        "supports_learning": "poor",
        "orang_certification_manager": "Maya Umpama",
    }
    assert client.post(page(draft.pk, "rencana"), given).status_code == 302
    rows = PlanRow.objects.filter(tool_set=draft).prefetch_related("tools")
    assert {row.evidence for row in rows} == {"Halaman web yang selesai"}
    assert {tool.instrument for row in rows for tool in row.tools.all()} == {"IA.01"}
    shown = text(client.get(page(draft.pk, "rencana")))
    assert "Maya Umpama" in shown


def test_the_map_is_ticked_box_by_box(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    assert client.post(page(draft.pk, "peta"), {"0|IA.01|3": "1"}).status_code == 302
    assert list(MapCell.objects.filter(tool_set=draft).values_list("instrument", "potential")) == [("IA.01", "3")]
    shown = text(client.get(page(draft.pk, "peta")))
    assert shown.count(" checked") == 1
    assert "belum" in text(client.get(page(draft.pk, "cakupan")))
    client.post(page(draft.pk, "peta"), {})
    assert "Peta instrumen masih kosong" in text(client.get(page(draft.pk, "cakupan")))


def test_an_item_is_written_changed_and_removed(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    choice = form_of(draft, InstrumentCode.CHOICE)
    here = page(draft.pk, f"instrumen/{choice.pk}/")
    kuk = [str(pk) for pk in instruments.criteria_ids(draft.scheme_version)[:2]]
    given = {"text": "Soal rekaan?", "option_A": "Pilihan A", "option_B": "Pilihan B", "right": "B", "kuk": kuk}
    assert client.post(f"{here}butir/0", given | {"lagi": "1"}).status_code == 302
    written = Item.objects.get(instrument=choice)
    assert [(row.letter, row.correct) for row in written.options.all()] == [("A", False), ("B", True)]
    assert written.criteria.count() == 2
    assert "B. Pilihan B" in text(client.get(here))
    assert client.post(f"{here}butir/1", given | {"text": "Soal lain?", "kuk": kuk[:1]}).status_code == 302
    changed = Item.objects.get(instrument=choice)
    assert (changed.text, changed.criteria.count()) == ("Soal lain?", 1)
    assert client.post(f"{here}butir/0", {"text": ""}).status_code == 400
    assert client.post(f"{here}butir/0", given | {"kuk": ["bukan"]}).status_code == 404
    assert client.get(f"{here}butir/9").status_code == 404
    assert "Soal lain?" in text(client.get(f"{here}butir/1"))
    client.post(f"{here}butir/1/hapus")
    assert not Item.objects.filter(instrument=choice).exists()
    assert "Belum ada butir" in text(client.get(here))


def test_the_texts_of_an_instrument_are_saved_and_more_than_was_written_is_not_drawn(
    world: World, visit: Visit
) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    task, choice = form_of(draft, InstrumentCode.PRACTICE), form_of(draft, InstrumentCode.CHOICE)
    where = page(draft.pk, f"instrumen/{task.pk}/")
    given = {"title": "Tugas", "instruction": "", "scenario": "Buat halaman.", "equipment": "", "minutes": "45"}
    assert client.post(where, given).status_code == 302
    task.refresh_from_db()
    assert (task.scenario, task.minutes) == ("Buat halaman.", 45)
    refused = client.post(page(draft.pk, f"instrumen/{choice.pk}/"), {"title": "Soal", "draw": "3", "minutes": "10"})
    assert refused.status_code == 409
    assert "3 soal diundi" in text(refused)


def test_an_instrument_is_added_and_taken_out(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    assert "IA.07" in text(client.get(page(draft.pk, "instrumen/baru?kode=IA.07")))
    assert client.post(page(draft.pk, "instrumen/baru"), {"code": "IA.01", "title": "x"}).status_code == 400
    made = client.post(page(draft.pk, "instrumen/baru"), {"code": "IA.07", "group": "", "title": "Lisan"})
    oral = Instrument.objects.get(tool_set=draft, code="IA.07")
    assert made["Location"].endswith(f"{oral.pk}/")
    client.post(page(draft.pk, f"instrumen/{oral.pk}/hapus"))
    assert not Instrument.objects.filter(pk=oral.pk).exists()


def test_many_questions_are_pasted_and_the_odd_rows_are_named(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    choice = form_of(draft, InstrumentCode.CHOICE)
    here = page(draft.pk, f"instrumen/{choice.pk}/")
    cells = "\n".join(
        [
            "Pertanyaan\tA\tB\tC\tKunci\tKUK",
            "Soal satu?\tA. satu\tB. dua\tC. tiga\tB\t1/1.1; 2/1.1",
            "Soal dua?\tsatu\tdua\tdua puluh\tdua",
            "Soal tiga?\tsatu\tdua\ttiga\tZ",
            "Soal empat?\tsatu\tdua\ttiga\tA\t99/1.1",
            "Terlalu pendek\tA",
        ]
    )
    shown = text(client.post(f"{here}tempel", {"cells": cells}))
    items = list(Item.objects.filter(instrument=choice).order_by("position"))
    assert [item.text for item in items] == ["Soal satu?", "Soal dua?"]
    assert [item.criteria.count() for item in items] == [2, 0]
    assert [option.letter for item in items for option in item.options.all() if option.correct] == ["B", "B"]
    assert "Baris 4" in shown
    assert "KUK ini tidak ada pada skema" in shown
    assert "Baris 6" in shown
    client.post(f"{here}tempel", {"cells": "Soal lain?\tsatu\tdua\tA", "replace": "on"})
    assert [item.text for item in Item.objects.filter(instrument=choice)] == ["Soal lain?"]
    assert client.post(f"{here}tempel", {"cells": " "}).status_code == 400
    assert "tidak terbaca" in text(
        client.post(f"{here}tempel", {"file": SimpleUploadedFile("soal.xlsx", b"bukan lembar kerja")})
    )


def test_essays_are_pasted_with_their_keys(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    interview = form_of(draft, InstrumentCode.INTERVIEW)
    where = page(draft.pk, f"instrumen/{interview.pk}/tempel")
    upload = SimpleUploadedFile("tanya.csv", b"Mengapa?;Karena rekaan;1/1.1\n")
    assert client.post(where, {"file": upload}).status_code == 302
    item = Item.objects.get(instrument=interview)
    assert (item.text, item.key, item.criteria.count()) == ("Mengapa?", "Karena rekaan", 1)


@pytest.mark.skipif(not BANK.exists(), reason=f"tidak ada {BANK}")
def test_a_question_bank_of_a_real_lsp_is_read(world: World, visit: Visit) -> None:
    draft, client = instruments.drafted(world), visit("budi")
    choice = form_of(draft, InstrumentCode.CHOICE)
    here = page(draft.pk, f"instrumen/{choice.pk}/")
    client.post(f"{here}tempel", {"file": SimpleUploadedFile(BANK.name, BANK.read_bytes())})
    items = Item.objects.filter(instrument=choice).prefetch_related("options")
    assert len(items) >= 27
    assert all(sum(option.correct for option in item.options.all()) == 1 for item in items)


def test_a_tool_set_goes_from_draft_to_released_through_the_pages(world: World, visit: Visit) -> None:
    end_tool_set(world.actor("maya"), world.get(ToolSet, "toolset"), last_day=ago(1))
    draft = instruments.written(world, instruments.drafted(world))
    here = page(draft.pk)
    client = visit("budi")
    assert "Kirim kepada validator" in text(client.get(here))
    own = client.post(f"{here}kirim", {"validator": str(world.person("budi").pk), **SIGNED})
    assert own.status_code == 409
    assert "HR-12" in text(own)
    assert client.post(f"{here}kirim", {"validator": "", **SIGNED}).status_code == 400
    sent = {"validator": str(world.person("rina").pk), **SIGNED}
    assert client.post(f"{here}kirim", sent).status_code == 302
    assert client.post(f"{here}kirim", sent).status_code == 302
    assert "FR.MAPA.01" in text(client.get(here))

    client = visit("rina")
    shown = text(client.get(f"{here}validasi"))
    assert "Menyiapkan proses validasi" in shown
    given: dict[str, Any] = {"held_on": today().isoformat(), "place": "Ruang rapat", **SIGNED}
    unticked = client.post(f"{here}validasi", given)
    assert unticked.status_code == 409
    assert "Belum ada aspek" in text(unticked)
    given |= {f"aspek-{aspect}": list(Quality.values) for aspect in ValidationAspect.values}
    given |= {"kotak-reference": ["standard"], "finding_1": "Temuan rekaan", "recommendation_1": "Saran rekaan"}
    given |= {"activity_1": "Perbaikan", "due_1": today().isoformat(), "responsible_1": "Budi Rekaan"}
    given |= {"witness_expert": "Gita Seumpama", "outcome_expert": "Sesuai", "other_purpose": "Menyamakan tafsir"}
    assert client.post(f"{here}validasi", {**given, "held_on": ""}).status_code == 400
    assert client.post(f"{here}validasi", given).status_code == 302
    record = Validation.objects.get(tool_set=draft)
    shown = text(client.get(f"/lsp/cth/validasi/{record.pk}/"))
    assert "Temuan rekaan" in shown
    assert "Gita Seumpama" in shown

    client = visit("maya")
    backwards = {"valid_from": today().isoformat(), "valid_until": ago(5).isoformat()}
    assert client.post(f"{here}tetapkan", backwards).status_code == 409
    assert client.post(f"{here}tetapkan", {"valid_from": ""}).status_code == 400
    assert client.post(f"{here}tetapkan", {"valid_from": today().isoformat()}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == ToolSetState.RELEASED
    assert "Susun versi baru" in text(client.get(here))


def test_a_tool_set_comes_back_with_what_must_change(world: World, visit: Visit) -> None:
    draft = instruments.sent(world, instruments.written(world, instruments.drafted(world)))
    client = visit("rina")
    assert client.post(page(draft.pk, "kembalikan"), {"reason": " "}).status_code == 409
    assert client.post(page(draft.pk, "kembalikan"), {"reason": "Soal 3 rancu."}).status_code == 302
    assert "Soal 3 rancu." in text(client.get(page(draft.pk)))


def test_a_released_tool_set_is_ended_and_copied(world: World, visit: Visit) -> None:
    tool_set, client = world.get(ToolSet, "toolset"), visit("maya")
    where = page(tool_set.pk)
    assert client.post(f"{where}akhiri", {"last_day": ago(300).isoformat()}).status_code == 409
    assert client.post(f"{where}akhiri", {"last_day": ""}).status_code == 400
    assert client.post(f"{where}akhiri", {"last_day": today().isoformat()}).status_code == 302
    copied = client.post(f"{ROOT}baru/{tool_set.scheme_version_id}", {"salin": "1"})
    draft = ToolSet.objects.get(state=ToolSetState.DRAFT)
    assert copied["Location"].endswith(f"{draft.pk}/")
    assert "Kirim kepada validator" in text(client.get(page(draft.pk)))


def test_an_exception_for_the_only_author_is_asked_at_the_refusal(world: World, visit: Visit) -> None:
    draft = instruments.written(world, instruments.drafted(world))
    asking = reverse("findings:ask", args=["cth", "HR-12", "instruments.toolset", draft.pk])
    given = {"validator": str(world.person("budi").pk), **SIGNED}
    where = page(draft.pk, "kirim")
    answer = visit("budi").post(where, given)
    assert answer.status_code == 409
    assert "HR-12" in text(answer)
    assert asking not in text(answer), "an asesor asks for no exception"
    answer = visit("maya").post(where, given)
    assert answer.status_code == 409
    assert asking in text(answer)
    shown = text(visit("maya").get(asking))
    assert "validasi MUK oleh penyusun satu-satunya" in shown
    assert "versi 2" in shown


def test_a_validation_after_use_is_recorded_with_its_event_and_countersigned(world: World, visit: Visit) -> None:
    tool_set, client = world.get(ToolSet, "toolset"), visit("rina")
    event = str(tool_set.pk)  # an id is kept, whatever it names
    where = page(tool_set.pk, "validasi")
    assert event in text(client.get(f"{where}?jadwal={event}"))
    given: dict[str, Any] = {
        "held_on": today().isoformat(),
        "place": "Ruang rapat",
        "period": "after",
        "members": [str(world.person("budi").pk)],
        "jadwal": event,
        "aspek-plan": ["valid"],
        **SIGNED,
    }
    assert client.post(where, given | {"jadwal": "bukan"}).status_code == 404
    assert client.post(where, given).status_code == 302
    record = Validation.objects.exclude(pk=world.ids["validation"]).get()
    assert (str(record.event), record.period) == (event, "after")
    there = f"/lsp/cth/validasi/{record.pk}/"
    client = visit("budi")
    assert "belum menandatangani" in text(client.get(there))
    assert client.post(f"{there}tandatangan", {"agree": "on"}).status_code == 409
    assert client.post(f"{there}tandatangan", SIGNED).status_code == 302
    assert "belum menandatangani" not in text(client.get(there))


def test_questions_are_not_there_for_who_need_not_know_them(world: World, visit: Visit) -> None:
    released = world.get(ToolSet, "toolset")
    choice = world.ids["instrument.IA.05"]
    for key in ("maya", "surya", "wulan", "agus"):
        client = visit(key)
        assert client.get(page(released.pk, f"instrumen/{choice}/")).status_code == 404
        assert "Soal rekaan" not in text(client.get(page(released.pk)))
    for key in ("budi", "rina"):
        client = visit(key)
        assert "Soal rekaan 0" in text(client.get(page(released.pk, f"instrumen/{choice}/")))
    draft = instruments.drafted(world)
    assert visit("maya").get(page(draft.pk, f"instrumen/{form_of(draft, 'IA.05').pk}/")).status_code == 200


def test_only_the_reader_sees_the_sheets_with_keys(world: World, visit: Visit) -> None:
    tool_set = world.get(ToolSet, "toolset")
    here = page(tool_set.pk)
    assert "FR.IA.05B" in text(visit("rina").get(here))
    shown = text(visit("maya").get(here))
    assert "FR.MAPA.01" in shown
    assert "FR.IA.05B" not in shown


def test_whoever_cannot_validate_a_tool_set_in_use_sees_whose_task_it_is(world: World, visit: Visit) -> None:
    where = page(world.ids["toolset"])
    writing = f'href="{where}validasi"'
    assert writing in text(visit("rina").get(where))
    shown = text(visit("maya").get(where))
    assert "Catat validasi setelah dipakai (FR.VA)" in shown
    assert writing not in shown
    assert "Serahkan kepada pemegang tugas" in shown


def test_a_released_tool_set_is_shown_without_forms(world: World, visit: Visit) -> None:
    tool_set, client = world.get(ToolSet, "toolset"), visit("budi")
    for rest in ("rencana", "peta", f"instrumen/{world.ids['instrument.IA.05']}/"):
        shown = text(client.get(page(tool_set.pk, rest)))
        assert "Simpan" not in shown
    assert "<fieldset disabled>" in text(client.get(page(tool_set.pk, "rencana")))
    assert "checkbox" not in text(client.get(page(tool_set.pk, "peta")))
    assert client.post(page(tool_set.pk, "peta"), {}).status_code == 409
    release = client.post(page(tool_set.pk, "tetapkan"), {})
    assert release.status_code == 403


def test_another_lsp_sees_no_tool_set(world: World, visit: Visit) -> None:
    client = visit("tono")
    for rest in ("", "rencana", "peta", "cakupan"):
        assert client.get(f"/lsp/luar/muk/{world.ids['toolset']}/{rest}").status_code == 404
    assert client.get(f"/lsp/luar/validasi/{world.ids['validation']}/").status_code == 404


def test_a_double_release_changes_nothing(world: World, visit: Visit) -> None:
    end_tool_set(world.actor("maya"), world.get(ToolSet, "toolset"), last_day=ago(1))
    draft = instruments.validated(world, instruments.written(world, instruments.drafted(world)))
    release_tool_set(world.actor("maya"), draft, valid_from=today())
    assert visit("maya").post(page(draft.pk, "tetapkan"), {"valid_from": ago(1).isoformat()}).status_code == 302
    draft.refresh_from_db()
    assert draft.valid_from == today()
