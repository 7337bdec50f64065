from __future__ import annotations

from dataclasses import dataclass

import pytest

from jamstac.kernel import verdicts
from jamstac.kernel.verdicts import (
    ALLOW,
    Override,
    Policy,
    Refusal,
    Rule,
    Verdict,
    all_of,
    refuse,
    refuse_if,
    register_refusals,
    rule,
    text_of,
)


@dataclass(frozen=True)
class Light:
    red: bool
    broken: bool = False


def _check(f: Light) -> Verdict:
    """Nobody crosses on red."""
    return refuse_if(f.red, "light.red")


def _works(f: Light) -> Verdict:
    return refuse_if(f.broken, "light.broken", since="2026-01-01")


_check.__module__ = _works.__module__ = "jamstac.traffic.rules"
CROSSING = Rule("HR-99", _check, "Traffic act 1", Override.DOC)
WORKING = Rule("HR-98", _works, "Traffic act 2", Override.NONE)


@pytest.fixture
def registers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "_RULES", {})
    monkeypatch.setattr(verdicts, "_TEXTS", {})


def test_a_verdict_without_refusals_allows() -> None:
    assert ALLOW
    assert not refuse("light.red")
    assert refuse_if(False, "light.red") is ALLOW


def test_verdicts_add_up_and_keep_their_order() -> None:
    both = refuse("first") & ALLOW & refuse("second", count=2)
    assert [r.code for r in both.refusals] == ["first", "second"]
    assert both.refusals[1].facts == {"count": 2}
    assert all_of([ALLOW, ALLOW]) == ALLOW
    assert [r.code for r in all_of([refuse("a"), refuse("b")]).refusals] == ["a", "b"]


def test_a_rule_stamps_what_it_refuses() -> None:
    refusal = CROSSING(Light(red=True)).refusals[0]
    assert (refusal.rule, refusal.source, refusal.override) == ("HR-99", "Traffic act 1", Override.DOC)
    assert CROSSING(Light(red=False))
    assert CROSSING.key == "traffic._check"
    assert CROSSING.__doc__ == "Nobody crosses on red."
    assert repr(CROSSING) == "<Rule HR-99 traffic._check>"


def test_a_refusal_that_names_its_own_law_keeps_it() -> None:
    def names_its_law(f: Light) -> Verdict:
        return Verdict((Refusal("light.red", rule="DEC-01", source="Law 9"),)) if f.red else ALLOW

    refusal = Rule("HR-97", names_its_law, "Law 1", Override.NONE)(Light(red=True)).refusals[0]
    assert (refusal.rule, refusal.source) == ("DEC-01", "Law 9")


def test_a_policy_asks_every_rule_every_time() -> None:
    may_cross: Policy[Light] = Policy("may_cross", CROSSING, WORKING)
    assert [r.code for r in may_cross(Light(red=True, broken=True)).refusals] == ["light.red", "light.broken"]
    assert list(may_cross) == [CROSSING, WORKING]
    assert repr(may_cross) == "<Policy may_cross>"


def test_a_policy_is_named_after_its_act() -> None:
    with pytest.raises(ValueError, match="may_<verb>"):
        Policy("crossing", CROSSING)


@pytest.mark.usefixtures("registers")
def test_the_same_rule_is_declared_once_in_an_app() -> None:
    declare = rule("HR-99", source="Traffic act 1")
    declared = declare(_check)
    assert verdicts.declared_rules() == [declared]
    with pytest.raises(ValueError, match="declared twice"):
        declare(_check)


@pytest.mark.usefixtures("registers")
def test_a_refusal_has_one_sentence() -> None:
    register_refusals({"light.red": ("Lampu merah.", "Tunggu.")})
    register_refusals({"light.red": ("Lampu merah.", "Tunggu.")})
    assert text_of("light.red").remedy == "Tunggu."
    assert set(verdicts.refusal_texts()) == {"light.red"}
    with pytest.raises(ValueError, match="sentence already"):
        register_refusals({"light.red": ("Lain.", "Tunggu.")})
    with pytest.raises(KeyError):
        text_of("light.green")
