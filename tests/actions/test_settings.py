"""Doors of an LSP's own settings: making the LSP, its number patterns, its parameters."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jamstac.bodies.actions import change_profile, create_body, set_pattern
from jamstac.bodies.models import Body
from jamstac.bodies.states import NumberPurpose, NumberScope
from jamstac.ledger.door import Refused, SystemActor, installation
from jamstac.licensing.actions import change_licence
from jamstac.licensing.models import Licence
from jamstac.parameters.actions import set_parameter
from jamstac.parameters.models import ParameterValue
from jamstac.parameters.selectors import number
from tests.refusing import refuses
from tests.world.base import World, ago, ahead, today


def test_an_address_belongs_to_one_lsp(world: World) -> None:
    with pytest.raises(Refused) as refused:
        create_body(
            SystemActor("installer"),
            installation(),
            slug="cth",
            name="Kedua",
            full_name="LSP Kedua",
            kind="P1",
            code="K",
        )
    assert refused.value.codes == ["body.slug_known"]
    assert not Body.objects.filter(name="Kedua").exists()


def test_a_code_for_letters_has_no_small_letters(world: World) -> None:
    with refuses(world, "body.changed", "door.invalid_field"):
        change_profile(world.actor("surya"), world.body, code="lsp cth")
    assert world.body.code == "LSP-CTH"


@pytest.mark.parametrize(("pattern", "scope"), [("SERTIFIKAT {year}", NumberScope.EVER), ("{seq:5}", NumberScope.YEAR)])
def test_a_pattern_that_repeats_is_refused(world: World, pattern: str, scope: str) -> None:
    with refuses(world, "numbering.set", "number.pattern_repeats") as refused:
        set_pattern(world.actor("surya"), world.body, purpose=NumberPurpose.CERTIFICATE, pattern=pattern, scope=scope)
    assert refused.value.rules == ["HR-43"]


def test_a_pattern_holds_only_known_tokens(world: World) -> None:
    with refuses(world, "numbering.set", "number.unknown_token"):
        set_pattern(
            world.actor("surya"),
            world.body,
            purpose=NumberPurpose.EVENT,
            pattern="{seq} {nama}",
            scope=NumberScope.EVER,
        )


def _set(
    world: World, value: str, *, days: int = 0, reason: str = "Rapat pimpinan", source: str = "SK"
) -> ParameterValue:
    return set_parameter(
        world.actor("wulan"),
        world.body,
        key="pleno_quorum",
        value=value,
        reason=reason,
        source_title=source,
        valid_from=today() + timedelta(days=days),
    )


def test_a_parameter_never_changes_backwards(world: World) -> None:
    with refuses(world, "parameter.set", "parameter.backwards") as refused:
        _set(world, "5", days=-1)
    assert refused.value.rules == ["HR-60"]
    assert number(world.body.pk, "pleno_quorum", ago(1)) is None


@pytest.mark.parametrize(("reason", "source"), [("", "SK"), ("Rapat", "")])
def test_a_parameter_changes_with_reason_and_source(world: World, reason: str, source: str) -> None:
    with refuses(world, "parameter.set", "parameter.no_source") as refused:
        _set(world, "5", reason=reason, source=source)
    assert refused.value.rules == ["HR-60"]


@pytest.mark.parametrize("value", ["1", "99", "tiga", "3.5", ""])
def test_a_parameter_stays_inside_its_bounds(world: World, value: str) -> None:
    with refuses(world, "parameter.set", "parameter.value"):
        _set(world, value)


def test_a_planned_value_counts_from_its_day(world: World) -> None:
    _set(world, "5", days=10)
    assert number(world.body.pk, "pleno_quorum", ahead(9)) == 3
    assert number(world.body.pk, "pleno_quorum", ahead(10)) == 5


def test_a_licence_is_completed_with_its_decree(world: World) -> None:
    licence = change_licence(world.actor("surya"), world.get(Licence, "licence"), decree_number="KEP.0001/CTH/2025")
    assert licence.decree_number == "KEP.0001/CTH/2025"
