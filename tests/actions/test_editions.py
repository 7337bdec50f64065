"""HR-26: a form is made with the edition in force that day, and old records keep theirs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jamstac.applications.actions import submit_application
from jamstac.applications.models import Application, ApplicationDraft
from jamstac.documents.actions import set_edition
from jamstac.documents.models import Sheet, SheetEdition
from jamstac.documents.sheets import edition_on
from jamstac.documents.states import SheetCode
from jamstac.ledger.door import open_guard
from tests.refusing import last_entry, refuses
from tests.world.applications import SIGNED
from tests.world.base import World, today


def to_come(days: int) -> date:
    return today() + timedelta(days=days)


def change(world: World, edition: str = "2027", start: date | None = None, source: str = "SK Direktur") -> SheetEdition:
    return set_edition(world.actor("maya"), world.body, edition=edition, source_title=source, valid_from=start)


def test_forms_of_the_world_carry_the_edition_and_letters_none(world: World) -> None:
    editions = set(Sheet.objects.filter(body=world.body, code__startswith="FR.").values_list("edition", flat=True))
    assert editions == {"2023"}
    letters = Sheet.objects.filter(body=world.body, code=SheetCode.ASSIGNMENT_LETTER)
    assert set(letters.values_list("edition", flat=True)) == {""}


def test_another_edition_starts_on_its_day_and_ends_the_one_before(world: World) -> None:
    row = change(world, start=to_come(10))
    assert last_entry(world).subject_id == row.pk
    held, later = edition_on(world.body.pk, to_come(9)), edition_on(world.body.pk, to_come(10))
    assert held is not None
    assert later is not None
    assert (held.edition, held.valid_until) == ("2023", to_come(9))
    assert (later.edition, later.valid_until) == ("2027", None)


def test_a_planned_edition_is_replaced_by_a_later_plan(world: World) -> None:
    change(world, start=to_come(10))
    change(world, "2028", start=to_come(5))
    rows = SheetEdition.objects.filter(body=world.body).order_by("valid_from")
    assert [row.edition for row in rows] == ["2023", "2028"]


def test_sheets_made_before_keep_their_edition(world: World) -> None:
    before = list(Sheet.objects.filter(body=world.body).order_by("pk").values_list("pk", "edition", "digest"))
    change(world)
    assert list(Sheet.objects.filter(body=world.body).order_by("pk").values_list("pk", "edition", "digest")) == before


@pytest.mark.parametrize(
    ("edition", "days", "source", "code", "rule"),
    [
        ("2027", -1, "SK Direktur", "edition.backwards", "HR-60"),
        ("2027", 0, " ", "edition.no_source", "HR-26"),
        (" ", 0, "SK Direktur", "edition.no_source", "HR-26"),
        ("2023", 0, "SK Direktur", "edition.same", "HR-26"),
        ("2018", 0, "SK Direktur", "edition.not_printed", "HR-26"),
        ("MUK 2019", 30, "SK Direktur", "edition.not_printed", "HR-26"),
    ],
)
def test_a_change_that_is_not_sound_is_refused(
    world: World, edition: str, days: int, source: str, code: str, rule: str
) -> None:
    with refuses(world, "edition.set", code) as caught:
        change(world, edition, to_come(days), source)
    assert caught.value.rules == [rule]
    assert [row.edition for row in SheetEdition.objects.filter(body=world.body)] == ["2023"]


def test_an_assessor_does_not_set_the_edition(world: World) -> None:
    with refuses(world, "edition.set", "door.no_role"):
        set_edition(world.actor("budi"), world.body, edition="2027", source_title="SK")


def test_without_an_edition_in_force_no_form_is_made(world: World) -> None:
    with open_guard("test"):
        SheetEdition.objects.filter(body=world.body).delete()
    draft = world.get(ApplicationDraft, "draft.lestari")
    before = Sheet.objects.count(), Application.objects.count()
    with refuses(world, "application.submitted", "sheet.no_edition") as caught:
        submit_application(world.me("lestari"), world.person("lestari"), draft=draft, statement=SIGNED)
    assert caught.value.rules == ["HR-26"]
    assert (Sheet.objects.count(), Application.objects.count()) == before


def test_a_form_of_today_is_made_with_the_edition_of_today(world: World) -> None:
    change(world)
    draft = world.get(ApplicationDraft, "draft.lestari")
    application = submit_application(world.me("lestari"), world.person("lestari"), draft=draft, statement=SIGNED)
    assert set(Sheet.objects.filter(case=application.pk).values_list("edition", flat=True)) == {"2027"}


def test_no_form_is_made_that_says_an_edition_it_does_not_have(world: World) -> None:
    """An older edition stands for the papers of its time, entered before the LSP came here."""
    with open_guard("test"):
        SheetEdition.objects.filter(body=world.body).delete()
    change(world, "2018", today() - timedelta(days=900))
    draft = world.get(ApplicationDraft, "draft.lestari")
    before = Sheet.objects.count(), Application.objects.count()
    with refuses(world, "application.submitted", "sheet.edition_not_printed") as caught:
        submit_application(world.me("lestari"), world.person("lestari"), draft=draft, statement=SIGNED)
    assert caught.value.rules == ["HR-26"]
    assert (Sheet.objects.count(), Application.objects.count()) == before
    change(world, "2023")
    submit_application(world.me("lestari"), world.person("lestari"), draft=draft, statement=SIGNED)
    assert Sheet.objects.count() > before[0]
