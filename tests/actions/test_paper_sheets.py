"""Forms filled in on paper: entered by one, settled by another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from jamstac.applications.models import Application
from jamstac.applications.paper_sheets import confirm_paper_sheet, enter_paper_sheet, reject_paper_sheet
from jamstac.documents.actions import set_edition
from jamstac.documents.models import PaperSheet
from jamstac.documents.states import PaperState, SheetCode
from jamstac.ledger.door import facts_of
from jamstac.ledger.scope import OutOfScope
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, today
from tests.world.papers import scan


def enter(
    world: World, who: str = "dewi", case: str = "sari", code: str = SheetCode.IA01, **more: object
) -> PaperSheet:
    given = {"filled_on": today(), "reason": "Listrik padam", **more}
    application = world.get(Application, f"application.{case}")
    return enter_paper_sheet(world.actor(who), application, code=code, file=scan(world), **given)  # type: ignore[arg-type]


def stored(paper: PaperSheet) -> PaperSheet:
    return PaperSheet.objects.get(pk=paper.pk)


@pytest.mark.parametrize("who", ["dewi", "budi"])
def test_admin_and_assessor_of_the_case_enter_a_scan(world: World, who: str) -> None:
    paper = enter(world, who)
    assert (paper.state, paper.edition, paper.owner_id) == ("entered", "2023", world.ids["person.sari"])
    entry = last_entry(world)
    assert (entry.event, entry.case_id) == ("paper_sheet.entered", world.ids["application.sari"])
    assert facts_of(entry) == {"code": "FR.IA.01", "filled_on": today().isoformat(), "sha256": paper.file.sha256}


@pytest.mark.parametrize("who", ["budi", "maya", "wulan"])
def test_a_second_person_confirms(world: World, who: str) -> None:
    paper = enter(world)
    confirm_paper_sheet(world.actor(who), paper)
    assert stored(paper).state == PaperState.CONFIRMED
    assert stored(paper).settled_by_id == world.ids[f"person.{who}"]
    assert last_entry(world).event == "paper_sheet.confirmed"


def test_a_second_person_rejects_with_a_reason(world: World) -> None:
    paper = enter(world)
    reject_paper_sheet(world.actor("budi"), paper, reason="Halaman kedua tidak ada")
    assert (stored(paper).state, stored(paper).settled_reason) == ("rejected", "Halaman kedua tidak ada")


def test_nobody_confirms_the_own_entry(world: World) -> None:
    paper = enter(world)
    with refuses(world, "paper_sheet.confirmed", "paper.own_entry") as caught:
        confirm_paper_sheet(world.actor("dewi"), paper)
    assert caught.value.rules == ["REC-03"]
    assert stored(paper).state == PaperState.ENTERED


def test_a_paper_is_settled_once(world: World) -> None:
    paper = confirm_paper_sheet(world.actor("budi"), enter(world))
    with refuses(world, "paper_sheet.rejected", "paper.settled") as caught:
        reject_paper_sheet(world.actor("maya"), paper, reason="Ternyata salah")
    assert caught.value.rules == ["HR-50"]
    assert stored(paper).state == PaperState.CONFIRMED


def test_a_rejection_says_why(world: World) -> None:
    paper = enter(world)
    with refuses(world, "paper_sheet.rejected", "paper.no_rejection_reason"):
        reject_paper_sheet(world.actor("budi"), paper, reason=" ")
    assert stored(paper).state == PaperState.ENTERED


@pytest.mark.parametrize(
    ("code", "more", "refusal"),
    [
        (SheetCode.MAPA01, {}, "paper.not_of_a_case"),
        (SheetCode.CERTIFICATE, {}, "paper.not_of_a_case"),
        (SheetCode.IA01, {"filled_on": today() + timedelta(days=2)}, "paper.future"),
        (SheetCode.IA01, {"reason": " "}, "paper.no_reason"),
    ],
)
def test_what_is_no_paper_of_the_case_is_not_entered(world: World, code: str, more: Any, refusal: str) -> None:
    before = PaperSheet.objects.count()
    with refuses(world, "paper_sheet.entered", refusal):
        enter(world, code=code, **more)
    assert PaperSheet.objects.count() == before


def test_a_paper_has_the_edition_of_the_day_it_was_filled_in(world: World) -> None:
    set_edition(world.actor("surya"), world.body, edition="2027", source_title="SK Direktur")
    assert enter(world, filled_on=ago(3)).edition == "2023"
    assert enter(world).edition == "2027"


def test_a_paper_of_a_day_without_edition_is_not_entered(world: World) -> None:
    with refuses(world, "paper_sheet.entered", "sheet.no_edition") as caught:
        enter(world, filled_on=ago(500))
    assert caught.value.rules == ["HR-26"]


def test_an_assessor_enters_papers_of_given_cases_only(world: World) -> None:
    with refuses(world, "paper_sheet.entered", "paper.not_given") as caught:
        enter(world, "budi", case="ayu")
    assert caught.value.rules == ["REC-01"]


def test_another_role_does_not_enter_papers(world: World) -> None:
    with refuses(world, "paper_sheet.entered", "door.no_role"):
        enter(world, "surya")


def test_another_lsp_does_not_see_the_case(world: World) -> None:
    with pytest.raises(OutOfScope):
        enter_paper_sheet(
            world.actor("tono"),
            world.get(Application, "application.sari"),
            code=SheetCode.IA01,
            file=scan(world),
            filled_on=today(),
            reason="x",
        )
