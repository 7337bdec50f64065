"""Numbers by the LSP's own patterns (forms.md §4). Given inside an act, so two acts never get the same one.

Tokens: {seq} or {seq:7} the sequence, zero-padded · {year} · {month} 01–12 · {roman} the month in Roman
numerals · {code} the LSP's code · {licence} the digits of its licence · {kbli} {kbji} {level} of the scheme
version · {sector} of the scheme's field.
"""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from jamstac.bodies import rules
from jamstac.bodies.facts import NumberFacts, PatternFacts
from jamstac.bodies.models import Body, IssuedNumber, NumberPattern
from jamstac.bodies.states import NumberPurpose, NumberScope
from jamstac.ledger.door import Act, store

TOKENS = ("seq", "year", "month", "roman", "code", "licence", "kbli", "kbji", "level")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TOKEN = re.compile(r"\{(\w+)(?::(\d))?\}")


def pattern_facts(purpose: str, pattern: str, scope: str) -> PatternFacts:
    found = frozenset(match[0] for match in _TOKEN.findall(pattern))
    return PatternFacts(
        purpose=purpose,
        tokens=found,
        unknown_tokens=found - frozenset(TOKENS),
        counts="seq" in found,
        restarts_each_year=scope == NumberScope.YEAR,
        names_year="year" in found,
    )


def fill(pattern: str, values: dict[str, str]) -> str:
    """The pattern with its tokens filled; an unknown or empty token is left out."""

    def token(match: re.Match[str]) -> str:
        value = values.get(match[1], "")
        return value.zfill(int(match[2])) if match[2] and value else value

    return " ".join(_TOKEN.sub(token, pattern).split())


def pattern_on(body_id: UUID, purpose: str, day: date) -> NumberPattern | None:
    rows = NumberPattern.objects.filter(body_id=body_id, purpose=purpose, valid_from__lte=day)
    return rows.exclude(valid_until__lt=day).order_by("-valid_from").first()


def scope_key(scope: str, day: date) -> str:
    """Inside which the sequence counts: the year, or for ever."""
    return str(day.year) if scope == NumberScope.YEAR else str(NumberScope.EVER)


def next_sequence(body_id: UUID, purpose: str, key: str) -> int:
    given = IssuedNumber.objects.filter(body_id=body_id, purpose=purpose, scope_key=key).order_by("-sequence")
    return (given.values_list("sequence", flat=True).first() or 0) + 1


def give_number(act: Act, purpose: NumberPurpose, subject_id: UUID | None = None, **values: str) -> str:
    """The next number of `purpose`, kept for ever. The door must declare `rules.may_give_number`.

    `values` fills the tokens that only the caller knows (licence, kbli, kbji, level). HR-43."""
    assert act.body_id is not None
    body = Body.objects.get(pk=act.body_id)
    row = pattern_on(body.pk, purpose, act.day)
    if row is None:
        act.require(rules.may_give_number, NumberFacts(purpose.label, "", False, False))
    assert row is not None
    key = scope_key(row.scope, act.day)
    sequence = next_sequence(body.pk, purpose, key)
    number = fill(
        row.pattern,
        {
            "seq": str(sequence),
            "year": str(act.day.year),
            "month": f"{act.day.month:02}",
            "roman": ROMAN[act.day.month - 1],
            "code": body.code,
            **values,
        },
    )
    given = IssuedNumber.objects.filter(body=body, purpose=purpose, number=number).exists()
    act.require(rules.may_give_number, NumberFacts(purpose.label, number, True, given))
    issued = IssuedNumber(
        body=body,
        purpose=purpose,
        scope_key=key,
        sequence=sequence,
        number=number,
        subject_id=subject_id,
        issued_at=act.now,
    )
    store(issued)
    return number
