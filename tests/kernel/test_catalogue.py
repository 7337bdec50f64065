from __future__ import annotations

import re

from jamstac.kernel.catalogue import BY_ID, HARD_RULES
from jamstac.kernel.verdicts import Override, declared_rules


def test_there_are_sixty_hard_rules_in_order() -> None:
    assert [each.id for each in HARD_RULES] == [f"HR-{number:02}" for number in range(1, 61)]
    assert len(BY_ID) == 60


def test_every_hard_rule_is_told_in_two_languages_with_its_source() -> None:
    for each in HARD_RULES:
        assert re.fullmatch(r"[A-Z0-9].{20,200}\.", each.sentence), each.id
        assert re.fullmatch(r"[A-Z0-9].{20,200}\.", each.sentence_en), each.id
        assert each.source, each.id
        assert each.checked_at, each.id
    assert len({each.sentence for each in HARD_RULES}) == 60


def test_what_a_rule_lets_pass_is_what_the_catalogue_says_or_less() -> None:
    """HR-29 may be lifted by two persons, but only the load of an assessor, never a place taken twice."""
    declared = [each for each in declared_rules() if each.id.startswith("HR-")]
    assert declared
    wider = [each.key for each in declared if each.override not in (BY_ID[each.id].override, Override.NONE)]
    assert wider == []
    lifting = {each.id for each in declared if each.override is not Override.NONE}
    assert {each.id for each in declared if BY_ID[each.id].override is not Override.NONE} == lifting
