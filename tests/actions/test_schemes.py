from __future__ import annotations

from typing import Any

import pytest

from jamstac.ledger.door import SystemActor
from jamstac.ledger.scope import OutOfScope
from jamstac.schemes.actions import (
    RequirementInput,
    SchemeUnitInput,
    approve_scheme,
    change_scheme_draft,
    draft_scheme,
    draft_version,
    load_scheme,
    retire_scheme,
)
from jamstac.schemes.data import WEB_DEVELOPER
from jamstac.schemes.loading import read
from jamstac.schemes.models import Requirement, Scheme, SchemeUnit, SchemeVersion
from jamstac.schemes.selectors import in_force, requirements, structure, version_on, versions_in_force
from jamstac.schemes.states import RequirementKind
from jamstac.standards.actions import change_standard, enter_standard
from jamstac.standards.models import Standard
from jamstac.standards.states import UNKNOWN_NUMBER
from tests.actions.test_standards import standard, unit
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today

UNITS: list[SchemeUnitInput] = [{"code": "CTH.UJI.001.1", "group": "Inti"}, {"code": "CTH.UJI.002.1"}]
BASIC: list[RequirementInput] = [
    {"kind": RequirementKind.BASIC, "alternative": 1, "text": "Ijazah SMK"},
    {"kind": RequirementKind.BASIC, "alternative": 2, "text": "Sertifikat pelatihan"},
    {"kind": RequirementKind.ADMINISTRATIVE, "text": "Kartu tanda penduduk"},
]


def draft(world: World, by: str = "maya", on: Standard | None = None, **changes: Any) -> SchemeVersion:
    given: dict[str, Any] = {
        "number": "SKM/CTH/00000/2/2024/9",
        "title": "Skema Uji",
        "standard": on or standard(world),
        "units": UNITS,
        "requirements": BASIC,
        "validity_years": 3,
        "kbli": "62019",
    }
    return draft_scheme(world.actor(by), world.body, **(given | changes))


def test_a_scheme_is_drafted_as_version_one_and_is_not_in_force(world: World) -> None:
    version = draft(world, title_en="Test Scheme")
    assert (version.version, version.approved_at, version.scheme.title_en) == (1, None, "Test Scheme")
    assert [(row.unit.code, row.group) for row in SchemeUnit.objects.filter(version=version)] == [
        ("CTH.UJI.001.1", "Inti"),
        ("CTH.UJI.002.1", ""),
    ]
    assert not in_force(version, today())
    assert last_entry(world).event == "scheme.drafted"


def test_the_alternatives_of_a_scheme_are_read_apart_from_what_everybody_shows(world: World) -> None:
    asked = requirements(draft(world))
    assert [[row.text for row in rows] for rows in asked.basic] == [["Ijazah SMK"], ["Sertifikat pelatihan"]]
    assert [row.text for row in asked.administrative] == ["Kartu tanda penduduk"]


def test_the_structure_of_a_scheme_is_read_in_three_queries(world: World, django_assert_num_queries: Any) -> None:
    version = world.get(SchemeVersion, "version")
    with django_assert_num_queries(3):
        units = structure(version)
    elements = [element for each in units for element in each.elements]
    criteria = [criterion for element in elements for criterion in element.criteria]
    assert (len(units), len(elements), len(criteria)) == (6, 15, 50)
    assert [each.unit.position for each in units] == [1, 2, 3, 4, 5, 6]
    assert [criterion.number for criterion in elements[0].criteria] == ["1.1", "1.2", "1.3", "1.4"]


def test_the_same_scheme_is_not_drafted_twice(world: World) -> None:
    first = draft(world)
    with refuses(world, "scheme.drafted", "scheme.known"):
        draft(world, on=first.standard)
    assert Scheme.objects.filter(title="Skema Uji").count() == 1


def test_a_scheme_packages_units_of_its_standard_only_and_each_once(world: World) -> None:
    on = standard(world)
    with refuses(world, "scheme.drafted", "scheme.unit_unknown") as refused:
        draft(world, on=on, units=[*UNITS, {"code": "X.1"}])
    assert refused.value.refusals[0].facts["codes"] == "X.1"
    with refuses(world, "scheme.drafted", "scheme.unit_twice"):
        draft(world, on=on, units=[UNITS[0], UNITS[0]])
    with refuses(world, "scheme.drafted", "scheme.no_units"):
        draft(world, on=on, units=[])
    assert not Scheme.objects.filter(title="Skema Uji").exists()


def test_a_malformed_classification_is_refused(world: World) -> None:
    with refuses(world, "scheme.drafted", "door.invalid_field") as refused:
        draft(world, kbli="62")
    assert refused.value.refusals[0].facts["field"] == "kbli"
    assert not Scheme.objects.filter(title="Skema Uji").exists()


def test_a_draft_is_changed_until_it_is_approved(world: World) -> None:
    version = draft(world)
    changed = change_scheme_draft(
        world.actor("maya"), version, units=UNITS[:1], requirements=BASIC[:1], validity_years=2, kind="Klaster"
    )
    assert (changed.validity_years, changed.scheme.kind) == (2, "Klaster")
    assert SchemeUnit.objects.filter(version=version).count() == 1
    assert Requirement.objects.filter(version=version).count() == 1
    change_scheme_draft(world.actor("maya"), version, level="4")
    assert SchemeUnit.objects.filter(version=version).count() == 1
    assert last_entry(world).event == "scheme.draft_changed"


def test_an_approved_version_stays_as_it_is(world: World) -> None:
    version = world.get(SchemeVersion, "version")
    with refuses(world, "scheme.draft_changed", "scheme.approved_before"):
        change_scheme_draft(world.actor("maya"), version, validity_years=9)
    with refuses(world, "scheme.approved", "scheme.approved_before"):
        approve_scheme(world.actor("surya"), version, valid_from=today())
    version.refresh_from_db()
    assert (version.validity_years, version.valid_from) == (3, ago(300))


def test_a_draft_does_not_take_units_from_elsewhere(world: World) -> None:
    version = draft(world)
    with refuses(world, "scheme.draft_changed", "scheme.unit_unknown"):
        change_scheme_draft(world.actor("maya"), version, units=[{"code": "CTH.WEB.001.1"}])
    assert SchemeUnit.objects.filter(version=version).count() == 2


def test_only_fields_of_a_draft_change(world: World) -> None:
    with pytest.raises(TypeError):
        change_scheme_draft(world.actor("maya"), draft(world), approved_at=None)


def test_a_director_puts_a_scheme_in_force_from_a_day_on(world: World) -> None:
    version = approve_scheme(world.actor("surya"), draft(world), valid_from=today(), valid_until=ahead(100))
    assert not in_force(version, ago(1))
    assert in_force(version, today())
    assert in_force(version, ahead(100))
    assert not in_force(version, ahead(101))
    assert version_on(version.scheme_id, today()) == version
    assert version_on(version.scheme_id, ahead(101)) is None
    assert [row.scheme.title for row in versions_in_force(world.body.pk, today())] == [
        "Pengembang Web Muda",
        "Skema Uji",
    ]
    assert last_entry(world).event == "scheme.approved"


def test_a_scheme_on_a_standard_nobody_numbered_is_not_approved(world: World) -> None:
    version = draft(world, on=standard(world, number=UNKNOWN_NUMBER, valid_from=ago(10)))
    with refuses(world, "scheme.approved", "scheme.standard_unnumbered") as refused:
        approve_scheme(world.actor("surya"), version, valid_from=today())
    assert refused.value.rules == ["HR-18"]
    version.refresh_from_db()
    assert version.approved_at is None


@pytest.mark.parametrize(
    ("start", "end"),
    [(None, None), (ahead(1), None), (ago(30), ago(1))],
    ids=["without a first day", "not yet in force", "over"],
)
def test_a_scheme_on_a_standard_not_in_force_is_not_approved(world: World, start: Any, end: Any) -> None:
    version = draft(world, on=standard(world, valid_from=start, valid_until=end))
    with refuses(world, "scheme.approved", "scheme.standard_not_in_force") as refused:
        approve_scheme(world.actor("surya"), version, valid_from=today())
    assert refused.value.rules == ["HR-18"]
    version.refresh_from_db()
    assert version.approved_at is None


def test_a_scheme_entered_late_still_needs_a_standard_in_force_today(world: World) -> None:
    version = draft(world, on=standard(world, valid_from=ago(30), valid_until=ago(1)))
    with refuses(world, "scheme.approved", "scheme.standard_not_in_force") as refused:
        approve_scheme(world.actor("surya"), version, valid_from=ago(20))
    assert refused.value.rules == ["HR-18"]


def test_completing_the_standard_clears_the_way_to_approval(world: World) -> None:
    version = draft(world, on=standard(world, number=UNKNOWN_NUMBER, valid_from=None))
    with refuses(world, "scheme.approved", "scheme.standard_unnumbered", "scheme.standard_not_in_force"):
        approve_scheme(world.actor("surya"), version, valid_from=today())
    change_standard(world.actor("maya"), version.standard, number="02/STK/CTH", valid_from=ago(1))
    assert approve_scheme(world.actor("surya"), version, valid_from=today()).approved_at is not None


def test_an_incomplete_scheme_is_told_all_that_is_missing(world: World) -> None:
    on = standard(world, units=[unit("CTH.UJI.001.1", "Satu."), unit("CTH.UJI.002.1")])
    version = draft(world, on=on, requirements=[], validity_years=None)
    with refuses(
        world,
        "scheme.approved",
        "scheme.units_without_criteria",
        "scheme.no_requirements",
        "scheme.no_validity",
    ) as refused:
        approve_scheme(world.actor("surya"), version, valid_from=today())
    assert refused.value.refusals[0].facts == {"codes": "CTH.UJI.002.1", "count": 1}


def test_a_scheme_is_not_approved_for_an_impossible_period(world: World) -> None:
    with refuses(world, "scheme.approved", "scheme.period"):
        approve_scheme(world.actor("surya"), draft(world), valid_from=today(), valid_until=ago(1))


def test_a_manager_drafts_but_does_not_approve(world: World) -> None:
    version = draft(world)
    with refuses(world, "scheme.approved", "door.no_role"):
        approve_scheme(world.actor("maya"), version, valid_from=today())
    with refuses(world, "scheme.drafted", "door.no_role"):
        draft(world, by="hendra", on=version.standard, title="Lain")


def test_a_retired_scheme_is_in_force_to_its_last_day_and_no_longer(world: World) -> None:
    version = retire_scheme(world.actor("surya"), world.get(SchemeVersion, "version"), last_day=today())
    assert in_force(version, today())
    assert not in_force(version, ahead(1))
    assert last_entry(world).event == "scheme.retired"


def test_a_scheme_ends_once_and_not_before_it_began(world: World) -> None:
    version = world.get(SchemeVersion, "version")
    with refuses(world, "scheme.retired", "scheme.period"):
        retire_scheme(world.actor("surya"), version, last_day=ago(301))
    retire_scheme(world.actor("surya"), version, last_day=ago(1))
    with refuses(world, "scheme.retired", "scheme.ended_already"):
        retire_scheme(world.actor("surya"), version, last_day=today())
    with refuses(world, "scheme.retired", "scheme.not_approved"):
        retire_scheme(world.actor("surya"), draft(world), last_day=today())
    version.refresh_from_db()
    assert version.valid_until == ago(1)


def next_version(world: World, **fields: Any) -> SchemeVersion:
    return draft_version(
        world.actor("maya"),
        world.get(Scheme, "scheme"),
        standard=world.get(Standard, "standard"),
        units=[{"code": "CTH.WEB.001.1"}],
        requirements=BASIC,
        **({"validity_years": 3} | fields),
    )


def test_a_next_version_takes_over_when_the_first_has_ended(world: World) -> None:
    version, first = next_version(world), world.get(SchemeVersion, "version")
    assert (version.version, version.approved_at) == (2, None)
    assert last_entry(world).event == "scheme.version_drafted"
    with refuses(world, "scheme.approved", "scheme.overlap"):
        approve_scheme(world.actor("surya"), version, valid_from=ahead(1))
    with refuses(world, "scheme.approved", "scheme.overlap"):
        approve_scheme(world.actor("surya"), version, valid_from=ago(400), valid_until=ago(300))
    retire_scheme(world.actor("surya"), first, last_day=today())
    approve_scheme(world.actor("surya"), version, valid_from=ahead(1))
    assert version_on(version.scheme_id, today()) == first
    assert version_on(version.scheme_id, ahead(1)) == version


def test_a_next_version_does_not_rename_what_was_approved(world: World) -> None:
    version = next_version(world)
    with refuses(world, "scheme.draft_changed", "scheme.name_fixed"):
        change_scheme_draft(world.actor("maya"), version, title_en="Other", level="5")
    assert change_scheme_draft(world.actor("maya"), version, level="5").level == "5"
    assert world.get(Scheme, "scheme").title_en == "Junior Web Developer"
    with pytest.raises(TypeError):
        next_version(world, title_en="Other")


def test_a_next_version_packages_units_of_a_standard_of_the_same_lsp(world: World) -> None:
    with refuses(world, "scheme.version_drafted", "scheme.unit_unknown"):
        draft_version(
            world.actor("maya"),
            world.get(Scheme, "scheme"),
            standard=standard(world),
            units=[{"code": "CTH.WEB.001.1"}],
        )
    foreign = enter_standard(
        world.actor("tono"), world.person("tono").body, kind="special", number="1", title="Luar", units=[unit()]
    )
    with pytest.raises(OutOfScope):
        draft_version(world.actor("maya"), world.get(Scheme, "scheme"), standard=foreign, units=UNITS)
    assert SchemeVersion.objects.filter(scheme=world.ids["scheme"]).count() == 1


def test_a_file_is_loaded_whole_or_not_at_all(world: World) -> None:
    content = read(WEB_DEVELOPER.read_bytes()).content
    loader = SystemActor("loader", world.body.pk)
    before = (Standard.objects.count(), SchemeVersion.objects.count())
    with refuses(world, "scheme.loaded", "standard.known"):
        load_scheme(loader, world.body, content=content)
    content["standard"]["number"] = "99/STK/CTH"
    with refuses(world, "scheme.loaded", "scheme.known"):
        load_scheme(loader, world.body, content=content)
    assert (Standard.objects.count(), SchemeVersion.objects.count()) == before


def test_another_lsp_sees_neither_scheme_nor_standard(world: World) -> None:
    with pytest.raises(OutOfScope):
        retire_scheme(world.actor("tono"), world.get(SchemeVersion, "version"), last_day=today())
    with pytest.raises(OutOfScope):
        draft_scheme(
            world.actor("tono"),
            world.person("tono").body,
            number="1",
            title="Pinjaman",
            standard=world.get(Standard, "standard"),
            units=[{"code": "CTH.WEB.001.1"}],
        )
    assert not Scheme.objects.filter(title="Pinjaman").exists()
