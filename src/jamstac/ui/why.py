"""'Mengapa belum bisa': refusals as sentences a person can act on. Serves pages, the refusal page and the manual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from jamstac.kernel.verdicts import Override, Refusal, Verdict, text_of

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Reason:
    """One refusal in words: `rule` and `source` (the law), the sentence, what clears it."""

    rule: str
    source: str
    sentence: str
    remedy: str
    code: str
    href: str = ""
    """Where this reader can clear it."""
    override: Override = Override.NONE
    ask: str = ""
    """Where this reader can ask for an exception."""

    def at(self, href: str) -> Reason:
        return replace(self, href=href)

    def asking(self, ask: str) -> Reason:
        return replace(self, ask=ask)


_WORDS: dict[str, str] = {}


def register_words(words: Mapping[str, str]) -> None:
    """How codes among the facts are said: `director` → Direktur/Ketua LSP. Upper apps register theirs."""
    _WORDS.update(words)


def _said(value: object) -> object:
    """A fact as people say it: codes by their words, ISO dates as Indonesians write them."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    try:
        return date_format(date.fromisoformat(value), "j F Y") if _ISO_DATE.fullmatch(value) else _named(value)
    except ValueError:
        return value


def _named(value: str) -> str:
    return ", ".join(gettext(_WORDS[part]) if part in _WORDS else part for part in value.split(", "))


def reason(refusal: Refusal) -> Reason:
    text = text_of(refusal.code)
    facts = {key: _said(value) for key, value in refusal.facts.items()}
    return Reason(
        refusal.rule,
        refusal.source,
        gettext(text.sentence).format_map(_Facts(facts)),
        gettext(text.remedy).format_map(_Facts(facts)),
        refusal.code,
        override=refusal.override,
    )


def reasons(refusals: Iterable[Refusal] | Verdict) -> list[Reason]:
    """Every refusal once: the same sentence from two rules stays two, the same rule and sentence is one."""
    found = refusals.refusals if isinstance(refusals, Verdict) else refusals
    return list(dict.fromkeys(reason(each) for each in found))


class _Facts(dict[str, object]):
    """A fact nobody gave reads as …, so that a sentence never fails."""

    def __missing__(self, key: str) -> str:
        return "…"
