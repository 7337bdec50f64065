"""Reads of persons: who signs in with what, and the facts about a slip."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jamstac.messaging.phones import international
from jamstac.people.facts import SlipFacts
from jamstac.people.models import Account, Appointment, Consent, Person, Slip

NIK_DIGITS, TAIL_DIGITS = 16, 9


def nik_in(login: str) -> str:
    """The NIK that was typed, blanks and dots aside; empty when it is none."""
    digits = "".join(each for each in login if each.isdigit())
    return digits if len(digits) == NIK_DIGITS and not login.strip().startswith("+") else ""


def has_phone(person: Person, number: str) -> bool:
    return bool(person.phone) and international(person.phone) == number


def accounts_of(login: str) -> list[Account]:
    """The accounts a NIK or a phone may sign in to. A NIK may be known to several LSPs, each with an account of its
    own; a phone that several accounts share opens none of them."""
    nik = nik_in(login)
    if nik:
        return list(Account.objects.filter(pk__in=Person.objects.filter(nik=nik).values("account")).order_by("pk"))
    number = international(login)
    if not number:
        return []
    persons = Person.objects.filter(phone_tail=number[-TAIL_DIGITS:], account__isnull=False).select_related("account")
    found = {each.account_id: each.account for each in persons if has_phone(each, number)}
    accounts = [account for account in found.values() if account is not None]
    return accounts if len(accounts) == 1 else []


def answers_to(person: Person, login: str) -> bool:
    """Whether the NIK or the phone typed beside a code is the person's."""
    nik, number = nik_in(login), international(login)
    return bool(nik and nik == person.nik) or bool(number and has_phone(person, number))


def slip_facts(person: Person, slip: Slip | None = None, now: datetime | None = None) -> SlipFacts:
    """Before a slip is issued, or (with `slip` and `now`) when it is used."""
    account = Account.objects.filter(pk=person.account_id).first() if person.account_id else None
    return SlipFacts(
        identified=bool(person.nik or international(person.phone)),
        holds_function=Appointment.objects.filter(person=person).exists(),
        has_email=account is not None and bool(account.email),
        shared=account is not None and Person.objects.filter(account=account).exclude(body=person.body_id).exists(),
        used=slip is not None and slip.used_at is not None,
        revoked=slip is not None and slip.revoked_at is not None,
        expired=slip is not None and now is not None and slip.expires_at <= now,
    )


def consent_in_force(person_id: UUID, purpose: str) -> bool:
    """Whether the person agreed to the purpose and has not taken it back."""
    return Consent.objects.filter(person_id=person_id, purpose=purpose, withdrawn_at=None).exists()
