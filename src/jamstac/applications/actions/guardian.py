"""Doors: the consent of a guardian to an applicant under 18, by a one-time link or a signed paper (HR-32)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from jamstac.applications import guardians, rules
from jamstac.applications.guardians import Guardian
from jamstac.applications.models import ApplicationDraft, GuardianConsent
from jamstac.applications.states import GuardianMeans, GuardianState
from jamstac.bodies.models import Body
from jamstac.documents.models import StoredFile
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.messaging.notices import notify
from jamstac.parameters.selectors import is_set, number
from jamstac.people.models import Person
from jamstac.people.telling import tell

VALIDITY = "guardian_link_validity"


@action("guardian.asked", access="guardian.ask", policies=[rules.may_ask_guardian])
def ask_guardian(
    act: Act, person: Person, *, draft: ApplicationDraft, guardian: Guardian
) -> tuple[GuardianConsent, str]:
    """The applicant names a guardian: a one-time link, told here once and kept nowhere. The one before opens
    nothing any more."""
    days = number(person.body_id, VALIDITY, act.day)
    act.refuse(is_set(VALIDITY, days))
    assert days is not None
    consent = _begin(act, person, draft, guardian, GuardianMeans.LINK)
    token = guardians.new_link()
    consent.digest = guardians.digest_of(token)
    consent.expires_at = act.now + timedelta(days=days)
    store(consent)
    if consent.email:
        body = consent.body
        notify(
            act,
            person_id=None,
            email=consent.email,
            notice="guardian.asked",
            link=reverse("applications:guardian", args=[body.slug, token]),
            name=consent.person.name,
            scheme=consent.scheme_version.scheme.title,
            lsp=body.full_name,
        )
    act.record(consent, scheme_version=consent.scheme_version_id, days=days)
    return consent, token


@action("guardian.paper_shown", access="guardian.show_paper", policies=[rules.may_ask_guardian])
def show_paper(
    act: Act, person: Person, *, draft: ApplicationDraft, guardian: Guardian, scan: StoredFile
) -> GuardianConsent:
    """The scan of a paper that the guardian signed, uploaded by the applicant or at the LSP. It counts once staff
    confirm it."""
    consent = _begin(act, person, draft, guardian, GuardianMeans.PAPER)
    consent.scan = scan
    store(consent)
    act.record(consent, scheme_version=consent.scheme_version_id, scan=scan.sha256)
    return consent


def _begin(
    act: Act, person: Person, draft: ApplicationDraft, guardian: Guardian, means: GuardianMeans
) -> GuardianConsent:
    """Ask the policy, end what waited before, begin anew. Raises OutOfScope for somebody else's draft."""
    rows = ApplicationDraft.objects.select_for_update(of=("self",)).select_related(
        "scheme_version__scheme", "application"
    )
    own = rows.filter(pk=draft.pk, person=person, scheme_version__body=person.body_id).first()
    if own is None:
        raise OutOfScope
    by_link = means == GuardianMeans.LINK
    act.require(rules.may_ask_guardian, guardians.guardian_facts(own, guardian, act.day, by_link=by_link))
    waiting = GuardianConsent.objects.filter(
        person=person, scheme_version=own.scheme_version, state=GuardianState.ASKED
    )
    for row in waiting:
        row.state, row.digest, row.ended_at = GuardianState.REPLACED, "", act.now
        store(row, "state", "digest", "ended_at")
    body = Body.objects.get(pk=person.body_id)
    return GuardianConsent(
        body=body,
        person=person,
        scheme_version=own.scheme_version,
        guardian_name=guardian.name.strip(),
        relationship=guardian.relationship.strip(),
        phone=guardian.phone.strip(),
        email=guardian.email.strip(),
        means=means,
        sentence=guardians.sentence_for(own.name, own.scheme_version, body),
        asked_at=act.now,
    )


@action("guardian.consented", access="guardian.answer", policies=[rules.may_consent_as_guardian])
def consent_as_guardian(
    act: Act, consent: GuardianConsent, *, name: str, agreed: bool, account_id: UUID | None = None
) -> GuardianConsent:
    """The guardian behind the link agrees to the sentence shown and writes the own name. HR-32."""
    facts = guardians.answer_facts(consent, act.now, name=name, agreed=agreed, account_id=account_id)
    act.require(rules.may_consent_as_guardian, facts)
    consent.state, consent.given_at, consent.signed_name = GuardianState.CONSENTED, act.now, name.strip()
    store(consent, "state", "given_at", "signed_name")
    _tell(act, consent, "guardian.consented")
    act.record(scheme_version=consent.scheme_version_id)
    return consent


@action("guardian.declined", access="guardian.answer", policies=[rules.may_decline_as_guardian])
def decline_as_guardian(
    act: Act, consent: GuardianConsent, *, account_id: UUID | None = None, reason: str = ""
) -> GuardianConsent:
    """The guardian behind the link does not agree."""
    facts = guardians.answer_facts(consent, act.now, name="", agreed=False, account_id=account_id)
    act.require(rules.may_decline_as_guardian, facts)
    _end(act, consent, GuardianState.DECLINED, reason)
    _tell(act, consent, "guardian.declined")
    act.record(scheme_version=consent.scheme_version_id)
    return consent


@action("guardian.paper_confirmed", access="guardian.confirm", policies=[rules.may_confirm_paper])
def confirm_paper(act: Act, consent: GuardianConsent) -> GuardianConsent:
    """Staff have held the scan against what it must say: it counts as the guardian's consent. HR-32."""
    act.require(rules.may_confirm_paper, guardians.paper_facts(consent))
    consent.state, consent.given_at = GuardianState.CONSENTED, act.now
    consent.confirmed_by_id = act.actor.person_id
    store(consent, "state", "given_at", "confirmed_by")
    _tell(act, consent, "guardian.paper_confirmed")
    act.record(scheme_version=consent.scheme_version_id)
    return consent


@action("guardian.paper_refused", access="guardian.confirm", policies=[rules.may_refuse_paper])
def refuse_paper(act: Act, consent: GuardianConsent, *, reason: str) -> GuardianConsent:
    """The paper does not hold, and the applicant reads why."""
    act.require(rules.may_refuse_paper, guardians.paper_facts(consent, reason))
    _end(act, consent, GuardianState.REFUSED, reason)
    _tell(act, consent, "guardian.paper_refused", reason=consent.note)
    act.record(scheme_version=consent.scheme_version_id)
    return consent


@action("guardian.withdrawn", access="guardian.confirm", policies=[rules.may_withdraw_guardian])
def withdraw_guardian(act: Act, consent: GuardianConsent, *, reason: str) -> GuardianConsent:
    """The guardian takes the consent back; staff write it down. What was decided before stays."""
    act.require(rules.may_withdraw_guardian, guardians.withdrawal_facts(consent, reason))
    _end(act, consent, GuardianState.WITHDRAWN, reason)
    _tell(act, consent, "guardian.withdrawn")
    act.record(scheme_version=consent.scheme_version_id)
    return consent


def _end(act: Act, consent: GuardianConsent, state: GuardianState, reason: str) -> None:
    consent.state, consent.ended_at, consent.note = state, act.now, reason.strip()
    store(consent, "state", "ended_at", "note")


def _tell(act: Act, consent: GuardianConsent, notice: str, **fields: object) -> None:
    tell(act, consent.person, notice, link=reverse("portal:mine", args=[consent.body.slug]), **fields)
