"""What is told, and in which words: every notice has a key, a subject and a text with named fields.

    register_notices({"application.accepted": Notice("Permohonan Anda diterima", "… {scheme} …", fields=("scheme",))})

An app registers its own in its `notices.py`. An LSP may put its own words in their place (`NoticeText`), with the
same fields; a field somebody misspelt there is shown as typed, never an error at sending.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FIELD = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Notice:
    """`fields` may stand in subject and text in braces; `urgent` ones are sent in quiet hours too."""

    subject: str
    text: str
    fields: tuple[str, ...] = ()
    urgent: bool = False


_NOTICES: dict[str, Notice] = {}


def register_notices(notices: Mapping[str, Notice]) -> None:
    for key, notice in notices.items():
        unknown = named_in(notice.subject, notice.text) - set(notice.fields)
        if unknown:
            raise ValueError(f"notice {key} names {sorted(unknown)}, which is no field of it")
        if _NOTICES.setdefault(key, notice) is not notice:
            raise ValueError(f"notice {key} has its words already")


def notices() -> dict[str, Notice]:
    return dict(sorted(_NOTICES.items()))


def named_in(*texts: str) -> set[str]:
    """The fields named in braces."""
    return {name for text in texts for name in _FIELD.findall(text)}


def filled(text: str, fields: Mapping[str, object]) -> str:
    """The text with its fields; a name that is no field stays as typed."""
    return _FIELD.sub(lambda found: str(fields.get(found[1], found[0])), text)
