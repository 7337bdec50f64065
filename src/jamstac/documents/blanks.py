"""Empty forms to print: every official form, with what is known already in its head.

The apps above know schemes, events and cases: each registers a frame, which says what stands in a form before
anybody wrote into it (title of the scheme, TUK, names, units).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from jamstac.bodies.models import Body
from jamstac.documents.catalogue import CATALOGUE
from jamstac.documents.render import compile_record, logo_of, plain_document
from jamstac.documents.rules import is_older_than_printed
from jamstac.documents.sheets import edition_on, letterhead
from jamstac.documents.states import PRINTED_EDITION, SheetCode
from jamstac.documents.writing import long_date

FORMS: tuple[SheetCode, ...] = tuple(
    code
    for code, kind in CATALOGUE.items()
    if kind.has_edition or code in {SheetCode.ATTENDANCE, SheetCode.EVENT_MINUTES}
)
"""What is printed empty, in the order of the process."""

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Frame:
    """What is known before a form is filled in. `common` stands in every form, `of_form` in one; `about` are the
    records a reader must have been given to see it (none: everybody on duty)."""

    title: str
    common: Content
    of_form: Mapping[SheetCode, Content] = field(default_factory=dict)
    case: str | None = None
    about: frozenset[UUID] = frozenset()


FrameMaker = Callable[[Body, UUID], Frame | None]
FrameList = Callable[[Body], Iterable[tuple[UUID, str]]]

_makers: dict[str, FrameMaker] = {}
_lists: dict[str, FrameList] = {}


def register_frame(kind: str, listing: FrameList | None = None) -> Callable[[FrameMaker], FrameMaker]:
    """`kind` is the word in the address (skema, jadwal, kasus); `listing` offers the records to choose from."""

    def register(make: FrameMaker) -> FrameMaker:
        _makers[kind] = make
        if listing is not None:
            _lists[kind] = listing
        return make

    return register


def frame_of(body: Body, kind: str, pk: UUID) -> Frame | None:
    """None for a kind nobody registered and for a record that is not there."""
    return _makers[kind](body, pk) if kind in _makers else None


def choices(body: Body) -> list[tuple[str, str]]:
    """(kind:id, title) of everything a form can be printed for."""
    return [(f"{kind}:{pk}", title) for kind, listing in _lists.items() for pk, title in listing(body)]


def blank_pdf(code: SheetCode, body: Body, *, licence_number: str, now: datetime, frame: Frame | None = None) -> bytes:
    """The empty form. Raises RenderError."""
    here = now.astimezone(body.zone)
    held = edition_on(body.pk, here.date()) if CATALOGUE[code].has_edition else None
    older = held is not None and is_older_than_printed(held.edition)
    known: dict[str, Any] = {} if frame is None else {**frame.common, **frame.of_form.get(code, {})}
    record = {
        "scheme": None,
        **known,
        "lsp": {**letterhead(body, licence_number), "logo": logo_of(body)},
        "document": plain_document(
            here,
            f"Formulir kosong, dicetak {long_date(here.date())}",
            case=None if frame is None else frame.case,
            edition=PRINTED_EDITION if older else None if held is None else held.edition,
        ),
    }
    return compile_record(code, record)
