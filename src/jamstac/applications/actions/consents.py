"""Doors: taking back a consent of one's own, and giving it again (PDP-02)."""

from __future__ import annotations

from jamstac.applications import rules
from jamstac.applications.facts import ConsentFacts
from jamstac.ledger.door import Act, action, store
from jamstac.people.actions import give_consent
from jamstac.people.models import Consent
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose


def consent_facts(consent: Consent) -> ConsentFacts:
    return ConsentFacts(
        in_force=consent_in_force(consent.person_id, consent.purpose),
        optional=consent.purpose != ConsentPurpose.CERTIFICATION,
    )


@action("consent.withdrawn", access="consent.self", policies=[rules.may_withdraw_consent])
def withdraw_consent(act: Act, consent: Consent) -> Consent:
    """Take back the consent to one purpose. What was done while it was in force stays lawful."""
    act.require(rules.may_withdraw_consent, consent_facts(consent))
    for row in Consent.objects.filter(person_id=consent.person_id, purpose=consent.purpose, withdrawn_at=None):
        row.withdrawn_at = act.now
        store(row, "withdrawn_at")
    act.record(purpose=consent.purpose)
    return consent


@action("consent.renewed", access="consent.self", policies=[rules.may_renew_consent])
def renew_consent(act: Act, consent: Consent) -> Consent:
    """Agree again, to the sentence agreed to before."""
    act.require(rules.may_renew_consent, consent_facts(consent))
    fresh = give_consent(act, consent.person, purpose=consent.purpose, sentence=consent.sentence)
    act.record(purpose=consent.purpose)
    return fresh
