"""'Mengapa belum bisa': refusals as sentences a person can act on. Serves pages, the refusal page and the manual."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from jamstac.kernel.verdicts import Refusal, Verdict, text_of


@dataclass(frozen=True)
class Reason:
    """One refusal in words: `rule` and `source` (the law), the sentence, what clears it."""

    rule: str
    source: str
    sentence: str
    remedy: str
    code: str


def reason(refusal: Refusal) -> Reason:
    text = text_of(refusal.code)
    facts = {key: "" if value is None else value for key, value in refusal.facts.items()}
    return Reason(
        refusal.rule,
        refusal.source,
        gettext(text.sentence).format_map(_Facts(facts)),
        gettext(text.remedy).format_map(_Facts(facts)),
        refusal.code,
    )


def reasons(refusals: Iterable[Refusal] | Verdict) -> list[Reason]:
    """Every refusal once: the same sentence from two rules stays two, the same rule and sentence is one."""
    found = refusals.refusals if isinstance(refusals, Verdict) else refusals
    return list(dict.fromkeys(reason(each) for each in found))


class _Facts(dict[str, object]):
    """A fact nobody gave reads as …, so that a sentence never fails."""

    def __missing__(self, key: str) -> str:
        return "…"
