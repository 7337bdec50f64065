"""A door that says no: the codes, the rules, and the refused entry it leaves in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jamstac.kernel.verdicts import refusal_texts
from jamstac.ledger.door import Refused
from jamstac.ledger.models import Entry
from tests.world.base import World


@contextmanager
def refuses(world: World, event: str, *codes: str) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """The act inside is refused with exactly `codes`, and `<event>.refused` stands in the LSP's ledger."""
    with pytest.raises(Refused) as caught:
        yield caught
    assert caught.value.codes == list(codes)
    assert caught.value.seq is not None
    assert Entry.objects.get(seq=caught.value.seq, chain__body_id=world.body.pk).event == f"{event}.refused"


def sentence_of(code: str, **facts: object) -> str:
    """What people read when `code` refuses."""
    return str(refusal_texts()[code].sentence).format(**facts)


def last_entry(world: World) -> Entry:
    return Entry.objects.filter(chain__body_id=world.body.pk).latest("seq")
