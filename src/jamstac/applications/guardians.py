"""The guardian of an applicant under 18: who is one, what was asked, what is in force, and the one-time link."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from jamstac.applications.facts import GuardianAnswerFacts, GuardianFacts, GuardianWithdrawalFacts, PaperFacts
from jamstac.applications.models import Application, ApplicationDraft, GuardianConsent
from jamstac.applications.rules import may_edit
from jamstac.applications.selectors import OF_AGE, edit_facts, guardian_agreed, is_minor
from jamstac.applications.states import ApplicationState, GuardianMeans, GuardianState
from jamstac.applications.texts import GUARDIAN_CONSENT
from jamstac.bodies.models import Body
from jamstac.documents.writing import long_date
from jamstac.kernel.periods import add_years
from jamstac.messaging.phones import international
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion


@dataclass(frozen=True)
class Guardian:
    """How an applicant names a parent or guardian."""

    name: str
    relationship: str
    phone: str = ""
    email: str = ""


def new_link() -> str:
    """The secret part of a link."""
    return secrets.token_urlsafe(24)


def digest_of(token: str) -> str:
    """What is kept of a link: useless to whoever reads the database without the installation's secret."""
    return salted_hmac("jamstac.applications.guardian", token, algorithm="sha256").hexdigest()


def by_link(token: str) -> GuardianConsent | None:
    rows = GuardianConsent.objects.select_related("body", "person", "scheme_version__scheme")
    return rows.filter(digest=digest_of(token)).first()


def consents_for(body_id: UUID) -> QuerySet[GuardianConsent]:
    rows = GuardianConsent.objects.filter(body_id=body_id)
    return rows.select_related("person", "scheme_version__scheme", "confirmed_by", "scan").order_by("-asked_at", "-id")


def guardian_of(person_id: UUID, version_id: UUID) -> GuardianConsent | None:
    """The newest word of a guardian about the person and the scheme, in force or not."""
    rows = GuardianConsent.objects.filter(person_id=person_id, scheme_version_id=version_id)
    rows = rows.exclude(state=GuardianState.REPLACED).select_related("confirmed_by", "scan")
    return rows.order_by("-asked_at", "-id").first()


def newest(body_id: UUID, drafts: Iterable[ApplicationDraft]) -> dict[tuple[UUID, UUID], GuardianConsent]:
    """The newest word of a guardian for each of the drafts, by person and scheme version. One query."""
    rows = GuardianConsent.objects.filter(body_id=body_id, person__in=[each.person_id for each in drafts])
    rows = rows.exclude(state=GuardianState.REPLACED).order_by("asked_at", "id")
    return {(row.person_id, row.scheme_version_id): row for row in rows}


def drafts_of_minors(body: Body, day: date) -> QuerySet[ApplicationDraft]:
    """Drafts still open whose applicant is under 18 on `day`."""
    rows = ApplicationDraft.objects.filter(person__body=body, birth_date__gt=add_years(day, -OF_AGE))
    rows = rows.exclude(application__state__in=[each for each in ApplicationState if each != ApplicationState.RETURNED])
    return rows.select_related("person", "scheme_version__scheme", "application").order_by("name", "id")


def sentence_for(name: str, version: SchemeVersion, body: Body) -> str:
    return GUARDIAN_CONSENT.format(name=name, scheme=version.scheme.title, lsp=body.full_name)


def _is_own(guardian: Guardian, draft: ApplicationDraft) -> bool:
    phone, email = international(guardian.phone), guardian.email.strip().casefold()
    same_phone = bool(phone) and phone == international(draft.phone)
    return same_phone or (bool(email) and email == draft.email.strip().casefold())


def guardian_facts(draft: ApplicationDraft, guardian: Guardian, day: date, *, by_link: bool) -> GuardianFacts:
    """`by_link`: a link is sent to the guardian; a signed paper needs no contact."""

    def plain(name: str) -> str:
        return " ".join(name.split()).casefold()

    return GuardianFacts(
        birth_date_known=draft.birth_date is not None,
        is_minor=is_minor(draft.birth_date, day),
        guardian_agreed=guardian_agreed(draft.person_id, draft.scheme_version_id),
        named=bool(guardian.name.strip() and guardian.relationship.strip()),
        is_the_applicant=plain(guardian.name) == plain(draft.name) and bool(guardian.name.strip()),
        own_contact=by_link and _is_own(guardian, draft),
        draft_open=bool(may_edit(edit_facts(draft))),
    )


def answer_facts(
    consent: GuardianConsent, now: datetime, *, name: str, agreed: bool, account_id: UUID | None
) -> GuardianAnswerFacts:
    """`account_id`: who is signed in where the link was opened; nobody is the usual case."""
    person: Person = consent.person
    return GuardianAnswerFacts(
        open=consent.state == GuardianState.ASKED and consent.means == GuardianMeans.LINK,
        expired=consent.expires_at is not None and consent.expires_at <= now,
        by_the_applicant=account_id is not None and account_id == person.account_id,
        name_given=bool(name.strip()),
        agreed=agreed,
    )


def paper_facts(consent: GuardianConsent, reason: str = "") -> PaperFacts:
    return PaperFacts(
        waiting=consent.state == GuardianState.ASKED and consent.means == GuardianMeans.PAPER,
        reason_given=bool(reason.strip()),
    )


def withdrawal_facts(consent: GuardianConsent, reason: str) -> GuardianWithdrawalFacts:
    return GuardianWithdrawalFacts(in_force=consent.state == GuardianState.CONSENTED, reason_given=bool(reason.strip()))


def letter_record(draft: ApplicationDraft, body: Body) -> dict[str, object]:
    """The blank letter as typst reads it: nothing is frozen, it becomes a record by its scan."""
    scheme = draft.scheme_version.scheme
    return {
        "scheme": {"title": scheme.title, "number": scheme.number},
        "applicant": draft.name,
        "birth": long_date(draft.birth_date) if draft.birth_date else None,
        "sentence": sentence_for(draft.name, draft.scheme_version, body),
    }


def guardian_of_case(application: Application) -> GuardianConsent | None:
    return guardian_of(application.person_id, application.scheme_version_id)
