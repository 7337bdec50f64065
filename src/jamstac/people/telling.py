"""Telling a person of an LSP, at the addresses the LSP knows: the account's own e-mail before the typed one."""

from __future__ import annotations

from datetime import datetime

from jamstac.ledger.door import Act
from jamstac.messaging.models import Message
from jamstac.messaging.notices import notify, post
from jamstac.people.models import Account, Person


def address_of(person: Person) -> str:
    """The e-mail somebody proved to own, else the one they typed."""
    account = Account.objects.filter(pk=person.account_id).first() if person.account_id else None
    return (account.email if account else "") or person.email


def tell(act: Act, person: Person, notice: str, *, link: str = "", **fields: object) -> Message:
    """Inside an act. `notice` is a key of `messaging.texts`, `link` a path on this installation."""
    return notify(
        act,
        person_id=person.pk,
        email=address_of(person),
        phone=person.phone,
        notice=notice,
        link=link,
        **fields,
    )


def remind(
    person: Person, notice: str, *, now: datetime, once_key: str, link: str = "", **fields: object
) -> Message | None:
    """Without an act, once per `once_key`: nothing happened, somebody is reminded. None when told before."""
    return post(
        person.body_id,
        now,
        person.body.zone,
        person_id=person.pk,
        email=address_of(person),
        phone=person.phone,
        notice=notice,
        link=link,
        once_key=once_key,
        fields=fields,
    )
