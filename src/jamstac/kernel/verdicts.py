"""Rules, policies and verdicts.

A *rule* is a pure function of facts that returns a `Verdict`. A *policy* is the ordered list of rules an
act must satisfy. A verdict carries every refusal, not only the first, so that a page can say all that is
missing at once.

    @rule("HR-38", source="PBNSP 201; DEC-04", override=Override.NONE)
    def quorum_is_met(f: DecisionFacts) -> Verdict:
        '''A decision needs its quorum of appointed deciders.'''
        return refuse_if(f.present < f.quorum, "decision.no_quorum", present=f.present, needed=f.quorum)

    may_decide = Policy("may_decide", quorum_is_met, ...)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Generic, TypeVar

Fact = str | int | bool | None
"""What a refusal may state: ids, codes, dates (ISO), counts. Never personal data, never a float."""

F = TypeVar("F", contravariant=True)  # noqa: PLC0105


class Override(Enum):
    """Who may pass a rule (requirements.md §5)."""

    NONE = "none"
    DOC = "doc"
    DUAL = "dual"


@dataclass(frozen=True)
class Refusal:
    """One reason why an act cannot happen. `code` finds its sentence and remedy; `rule` is its law."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    rule: str = ""
    source: str = ""
    override: Override = Override.NONE


@dataclass(frozen=True)
class Verdict:
    """Truthy when nothing refuses."""

    refusals: tuple[Refusal, ...] = ()

    def __bool__(self) -> bool:
        return not self.refusals

    def __and__(self, other: Verdict) -> Verdict:
        return Verdict(self.refusals + other.refusals)


ALLOW = Verdict()


def refuse(code: str, **facts: Fact) -> Verdict:
    return Verdict((Refusal(code, facts),))


def refuse_if(condition: bool, code: str, **facts: Fact) -> Verdict:
    return refuse(code, **facts) if condition else ALLOW


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    return Verdict(tuple(refusal for verdict in verdicts for refusal in verdict.refusals))


class Rule(Generic[F]):
    """A named check. Call it with facts; every refusal it returns is stamped with its id and source."""

    def __init__(self, rule_id: str, check: Callable[[F], Verdict], source: str, override: Override) -> None:
        self.id = rule_id
        self.check = check
        self.source = source
        self.override = override
        self.name = check.__name__
        self.module = check.__module__
        self.__doc__ = check.__doc__
        self.__name__ = check.__name__

    @property
    def key(self) -> str:
        """`applications.identity_is_complete`: unique over the project."""
        return f"{self.module.split('.')[1]}.{self.name}"

    def __call__(self, facts: F) -> Verdict:
        verdict = self.check(facts)
        return Verdict(
            tuple(
                replace(r, rule=r.rule or self.id, source=r.source or self.source, override=self.override)
                for r in verdict.refusals
            )
        )

    def __repr__(self) -> str:
        return f"<Rule {self.id} {self.key}>"


_RULES: dict[str, Rule[Any]] = {}


def rule(
    rule_id: str, *, source: str, override: Override = Override.NONE
) -> Callable[[Callable[[F], Verdict]], Rule[F]]:
    """Declare a rule. `rule_id` is an HR id, or the id of a row of the requirement matrix (`APL-07`)
    where no hard rule covers it.

    Raises ValueError when the same name is declared twice in one app.
    """

    def register(check: Callable[[F], Verdict]) -> Rule[F]:
        declared = Rule(rule_id, check, source, override)
        if declared.key in _RULES:
            raise ValueError(f"rule {declared.key} is declared twice")
        _RULES[declared.key] = declared
        return declared

    return register


def declared_rules() -> list[Rule[Any]]:
    """Every rule imported so far, by key."""
    return [_RULES[key] for key in sorted(_RULES)]


class Policy(Generic[F]):
    """The rules of one act, all asked every time. `covers` are policies of steps inside the act: a door that
    declares this one has declared them as well."""

    def __init__(self, name: str, *rules: Rule[F], covers: tuple[Policy[Any], ...] = ()) -> None:
        if not name.startswith("may_"):
            raise ValueError(f"a policy is named may_<verb>, not {name}")
        self.name = name
        self.rules = rules
        self.covers = covers

    def __call__(self, facts: F) -> Verdict:
        return all_of(each(facts) for each in self.rules)

    def __iter__(self) -> Iterator[Rule[Any]]:
        return iter(self.rules)

    def __repr__(self) -> str:
        return f"<Policy {self.name}>"


@dataclass(frozen=True)
class RefusalText:
    """The sentence a person reads, and what clears the refusal. Both may name facts as `{fact}`."""

    sentence: str
    remedy: str


_TEXTS: dict[str, RefusalText] = {}


def register_refusals(texts: Mapping[str, tuple[str, str]]) -> None:
    """Register `code: (sentence, remedy)`. Raises ValueError for a code that has one already."""
    for code, (sentence, remedy) in texts.items():
        text = RefusalText(sentence, remedy)
        if _TEXTS.get(code, text) != text:
            raise ValueError(f"refusal {code} has a sentence already")
        _TEXTS[code] = text


def refusal_texts() -> Mapping[str, RefusalText]:
    return _TEXTS


def text_of(code: str) -> RefusalText:
    """Raises KeyError for a code nobody gave a sentence: a test walks every code in the source."""
    return _TEXTS[code]
