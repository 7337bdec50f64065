from __future__ import annotations

from typing import Any

import pytest

from jamstac.ledger.door import facts_of
from jamstac.ledger.scope import OutOfScope
from jamstac.standards.actions import change_standard, enter_standard
from jamstac.standards.models import Criterion, Element, Standard, Unit
from jamstac.standards.states import StandardKind
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today


def unit(code: str = "CTH.UJI.001.1", *criteria: str) -> Any:
    return {"code": code, "title": f"Unit {code}", "elements": [{"title": "Elemen", "criteria": list(criteria)}]}


def standard(world: World, by: str = "maya", **changes: Any) -> Standard:
    given: dict[str, Any] = {
        "kind": StandardKind.SPECIAL,
        "number": "02/STK/CTH",
        "title": "Standar Uji",
        "valid_from": ago(10),
        "units": [unit("CTH.UJI.001.1", "Satu.", "Dua."), unit("CTH.UJI.002.1", "Tiga.")],
    }
    return enter_standard(world.actor(by), world.body, **(given | changes))


def test_a_standard_is_entered_with_its_units_elements_and_criteria(world: World) -> None:
    entered = standard(world)
    assert list(Unit.objects.filter(standard=entered).values_list("code", "position")) == [
        ("CTH.UJI.001.1", 1),
        ("CTH.UJI.002.1", 2),
    ]
    criteria = Criterion.objects.filter(element__unit__standard=entered).order_by("element__unit__position", "position")
    assert [(row.number, row.text) for row in criteria] == [("1.1", "Satu."), ("1.2", "Dua."), ("1.1", "Tiga.")]
    entry = last_entry(world)
    assert entry.event == "standard.entered"
    assert {key: facts_of(entry)[key] for key in ("units", "elements", "criteria")} == {
        "units": 2,
        "elements": 2,
        "criteria": 3,
    }


def test_the_same_standard_is_not_entered_twice(world: World) -> None:
    standard(world)
    with refuses(world, "standard.entered", "standard.known"):
        standard(world)
    assert Standard.objects.filter(number="02/STK/CTH").count() == 1


@pytest.mark.parametrize(
    ("start", "end"), [(today(), ago(1)), (None, ahead(1))], ids=["ends before it starts", "ends without a start"]
)
def test_a_standard_with_an_impossible_period_is_refused(world: World, start: Any, end: Any) -> None:
    with refuses(world, "standard.entered", "standard.period"):
        standard(world, valid_from=start, valid_until=end)
    assert not Standard.objects.filter(number="02/STK/CTH").exists()


def test_a_standard_without_units_is_refused(world: World) -> None:
    with refuses(world, "standard.entered", "standard.no_units"):
        standard(world, units=[])


def test_a_code_names_one_unit_of_a_standard(world: World) -> None:
    with refuses(world, "standard.entered", "standard.code_twice") as refused:
        standard(world, units=[unit(), unit()])
    assert refused.value.refusals[0].facts["codes"] == "CTH.UJI.001.1"
    assert not Element.objects.filter(unit__code="CTH.UJI.001.1").exists()


def test_a_unit_without_a_title_leaves_nothing_half_done(world: World) -> None:
    before = Standard.objects.count()
    with refuses(world, "standard.entered", "door.invalid_field"):
        standard(world, units=[unit(), {"code": "CTH.UJI.002.1", "title": "", "elements": []}])
    assert Standard.objects.count() == before


def test_the_decree_of_a_standard_is_completed_later(world: World) -> None:
    entered = standard(world, number="belum dicatat", valid_from=None)
    changed = change_standard(world.actor("maya"), entered, number="02/STK/CTH", valid_from=ago(20), year=2024)
    assert (changed.number, changed.valid_from, changed.year) == ("02/STK/CTH", ago(20), 2024)
    assert last_entry(world).event == "standard.changed"


def test_a_standard_does_not_take_the_name_of_another(world: World) -> None:
    first, second = standard(world), standard(world, number="03/STK/CTH")
    with refuses(world, "standard.changed", "standard.known"):
        change_standard(world.actor("maya"), second, number=first.number)
    with refuses(world, "standard.changed", "standard.period"):
        change_standard(world.actor("maya"), second, valid_until=ago(11))
    second.refresh_from_db()
    assert (second.number, second.valid_until) == ("03/STK/CTH", None)


def test_only_what_decides_a_standard_changes(world: World) -> None:
    with pytest.raises(TypeError):
        change_standard(world.actor("maya"), standard(world), body=world.body)


def test_an_assessor_enters_no_standard(world: World) -> None:
    with refuses(world, "standard.entered", "door.no_role"):
        standard(world, by="budi")


def test_another_lsp_sees_no_standard(world: World) -> None:
    with pytest.raises(OutOfScope):
        change_standard(world.actor("tono"), world.get(Standard, "standard"), year=2020)
