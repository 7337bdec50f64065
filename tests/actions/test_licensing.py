from __future__ import annotations

from typing import Any

import pytest

from jamstac.documents.models import StoredFile
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import change_licence, end_annex_entry, enter_licence, extend_annex
from jamstac.licensing.models import AnnexEntry, Licence
from jamstac.licensing.rules import licence_covers_scheme
from jamstac.licensing.selectors import licence_on, schemes_in_annex, scope_facts
from jamstac.schemes.models import Scheme
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today


def later_licence(world: World, by: str = "surya", **changes: Any) -> Licence:
    given: dict[str, Any] = {
        "number": "BNSP-LSP-0000-ID",
        "decree_number": "KEP.0001/BNSP/CTH",
        "decree_date": today(),
        "valid_from": ahead(1501),
        "valid_until": ahead(3000),
    }
    return enter_licence(world.actor(by), world.body, **(given | changes))


def codes_on(world: World, day: Any) -> list[str]:
    facts = scope_facts(world.body.pk, world.ids["scheme"], day)
    return [refusal.code for refusal in licence_covers_scheme(facts).refusals]


def test_the_licence_and_its_annex_cover_a_scheme_on_their_days(world: World) -> None:
    assert codes_on(world, today()) == []
    assert codes_on(world, ago(301)) == ["licence.not_in_force"]
    assert schemes_in_annex(world.body.pk, today()) == {world.ids["scheme"]}
    assert schemes_in_annex(world.body.pk, ago(301)) == set()


def test_a_next_licence_is_entered_and_its_annex_starts_empty(world: World) -> None:
    licence = later_licence(world)
    assert licence_on(world.body.pk, ahead(1501)) == licence
    assert codes_on(world, ahead(1501)) == ["licence.scheme_not_in_annex"]
    assert last_entry(world).event == "licence.entered"


def test_one_lsp_has_one_licence_at_a_time(world: World) -> None:
    with refuses(world, "licence.entered", "licence.overlap"):
        later_licence(world, valid_from=ahead(1500))
    assert Licence.objects.filter(body=world.body).count() == 1


def test_a_licence_ends_no_earlier_than_it_starts(world: World) -> None:
    with refuses(world, "licence.entered", "licence.period"):
        later_licence(world, valid_from=ahead(3001))


def test_a_licence_number_is_written_as_bnsp_writes_it(world: World) -> None:
    with refuses(world, "licence.entered", "door.invalid_field") as refused:
        later_licence(world, number="LSP-1")
    assert refused.value.refusals[0].facts["field"] == "number"


def test_a_mistyped_licence_is_corrected(world: World) -> None:
    licence = world.get(Licence, "licence")
    changed = change_licence(world.actor("surya"), licence, decree_number="KEP.0009/BNSP/CTH", valid_until=ahead(900))
    assert (changed.decree_number, changed.valid_until) == ("KEP.0009/BNSP/CTH", ahead(900))
    assert last_entry(world).event == "licence.changed"
    with refuses(world, "licence.changed", "licence.period"):
        change_licence(world.actor("surya"), licence, valid_until=ago(301))
    later_licence(world)
    with refuses(world, "licence.changed", "licence.overlap"):
        change_licence(world.actor("surya"), licence, valid_until=ahead(2000))
    with pytest.raises(TypeError):
        change_licence(world.actor("surya"), licence, body=world.body)


def test_the_scan_of_a_licence_belongs_to_the_same_lsp(world: World) -> None:
    def scan(body: str) -> StoredFile:
        return StoredFile.objects.create(
            body_id=world.ids[body],
            sha256="0" * 64,
            name="sk.pdf",
            media_type="application/pdf",
            size=1,
            uploaded_at=world.body.created_at,
        )

    licence = world.get(Licence, "licence")
    own = scan("body")
    assert change_licence(world.actor("surya"), licence, file=own).file == own
    with pytest.raises(OutOfScope):
        change_licence(world.actor("surya"), licence, file=scan("body.luar"))


def test_a_scheme_stands_in_the_annex_once_at_a_time(world: World) -> None:
    licence, scheme = world.get(Licence, "licence"), world.get(Scheme, "scheme")
    with refuses(world, "annex.extended", "annex.overlap"):
        extend_annex(world.actor("surya"), licence, scheme=scheme, valid_from=today(), valid_until=ahead(10))
    with refuses(world, "annex.extended", "annex.overlap"):
        extend_annex(world.actor("surya"), licence, scheme=scheme, valid_from=today())
    assert AnnexEntry.objects.filter(licence=licence).count() == 1


def test_the_annex_lasts_no_longer_than_the_licence(world: World) -> None:
    licence, scheme = later_licence(world), world.get(Scheme, "scheme")
    for start, end in [(ahead(1500), None), (ahead(1501), ahead(3001)), (ahead(3001), None)]:
        with refuses(world, "annex.extended", "annex.outside_licence"):
            extend_annex(world.actor("surya"), licence, scheme=scheme, valid_from=start, valid_until=end)
    with refuses(world, "annex.extended", "annex.period"):
        extend_annex(world.actor("surya"), licence, scheme=scheme, valid_from=ahead(1502), valid_until=ahead(1501))
    assert not AnnexEntry.objects.filter(licence=licence).exists()


def test_a_scheme_that_left_the_annex_is_outside_the_licence(world: World) -> None:
    entry = end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=today())
    assert codes_on(world, today()) == []
    assert codes_on(world, ahead(1)) == ["licence.scheme_not_in_annex"]
    assert last_entry(world).event == "annex.ended"
    back = extend_annex(world.actor("surya"), entry.licence, scheme=world.get(Scheme, "scheme"), valid_from=ahead(1))
    assert codes_on(world, ahead(1)) == []
    assert last_entry(world).event == "annex.extended"
    assert back.valid_until is None


def test_a_scheme_leaves_the_annex_once(world: World) -> None:
    entry = world.get(AnnexEntry, "annex")
    with refuses(world, "annex.ended", "annex.period"):
        end_annex_entry(world.actor("surya"), entry, last_day=ago(301))
    end_annex_entry(world.actor("surya"), entry, last_day=ago(1))
    with refuses(world, "annex.ended", "annex.ended_already"):
        end_annex_entry(world.actor("surya"), entry, last_day=today())
    entry.refresh_from_db()
    assert entry.valid_until == ago(1)


def test_an_assessor_touches_no_licence(world: World) -> None:
    with refuses(world, "licence.entered", "door.no_role"):
        later_licence(world, by="rina")


def test_another_lsp_sees_no_licence(world: World) -> None:
    with pytest.raises(OutOfScope):
        change_licence(world.actor("tono"), world.get(Licence, "licence"), decree_number="1")
    own = enter_licence(
        world.actor("tono"),
        world.person("tono").body,
        number="BNSP-LSP-0001-ID",
        decree_number="1",
        decree_date=today(),
        valid_from=today(),
        valid_until=ahead(10),
    )
    with pytest.raises(OutOfScope):
        extend_annex(world.actor("tono"), own, scheme=world.get(Scheme, "scheme"), valid_from=today())
    assert not AnnexEntry.objects.filter(licence=own).exists()
