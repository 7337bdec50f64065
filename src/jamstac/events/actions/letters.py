"""Doors: the surat tugas of the assessors and of the verifikator, the verification, the undangan."""

from __future__ import annotations

from datetime import date

from jamstac.assessors.selectors import certificate_on
from jamstac.bodies import rules as body_rules
from jamstac.bodies.numbering import give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.events import paper, paper_rules, rules, selectors
from jamstac.events.changing import assessors_of, tell_people
from jamstac.events.models import AssignmentLetter, Event, Invitation, VerifierLetter
from jamstac.events.sheets import invitation_content, letter_content, verifier_letter_content
from jamstac.events.states import EventState
from jamstac.impartiality.selectors import window_setting
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on
from jamstac.people.models import Person
from jamstac.people.states import Function
from jamstac.venues import rules as venue_rules
from jamstac.venues.actions import put_verification
from jamstac.venues.models import VenueVerification


def _signer(act: Act) -> Person:
    assert act.actor.person_id is not None
    return Person.objects.get(pk=act.actor.person_id)


@action(
    "event.letter_signed",
    access="event.sign_letter",
    policies=[rules.may_sign_letter, sheet_rules.may_sign, body_rules.may_give_number],
)
def sign_assignment_letter(act: Act, event: Event, *, statement: Statement) -> AssignmentLetter:
    """Number, freeze and sign the surat tugas. After a change of plan the next one has its own number and names the
    one it replaces; the old sheet stays (HR-50).

    Every condition is asked again for the event's day: HR-03, HR-04, HR-06, HR-16, HR-17, HR-19, HR-20, HR-22,
    HR-23, HR-24, HR-28, HR-29, HR-31."""
    act.refuse(window_setting(event.body_id, act.day))
    candidates = selectors.candidates_of(event.pk)
    act.require(rules.may_sign_letter, selectors.letter_facts(event, candidates, act.day))
    signer = _signer(act)
    certificates = {pk: certificate_on(pk, event.date) for pk in {row.assessor_id for row in candidates}}
    earlier = AssignmentLetter.objects.filter(event=event).order_by("-version").first()
    letter = AssignmentLetter(
        body_id=event.body_id,
        event=event,
        version=earlier.version + 1 if earlier else 1,
        replaces=earlier,
        signer=signer,
        signed_at=act.now,
    )
    letter.number = give_number(act, NumberPurpose.ASSIGNMENT_LETTER, letter.pk)
    letter.sheet = freeze(
        act,
        SheetCode.ASSIGNMENT_LETTER,
        subject=event,
        case_number=event.number,
        content=letter_content(
            event,
            event.body,
            number=letter.number,
            licence_number=number_on(event.body_id, event.date),
            day=act.day,
            candidates=candidates,
            met_numbers={pk: row.met_number for pk, row in certificates.items() if row},
            replaces=earlier,
        ),
        correction_reason=earlier.superseded_reason if earlier else "",
    )
    sign(act, letter.sheet, statement, person=signer, role="director")
    store(letter)
    event.state, event.state_since = EventState.ASSIGNED, act.now
    store(event, "state", "state_since")
    act.record(
        letter=letter.pk,
        number=letter.number,
        version=letter.version,
        cases=[row.application_id for row in candidates],
    )
    for assessor in assessors_of(candidates):
        count = sum(row.assessor_id == assessor.pk for row in candidates)
        tell_people(act, event, [assessor], "event.assigned", letter=letter.number, count=count)
    return letter


@action(
    "event.verifier_sent",
    access="event.sign_letter",
    policies=[paper_rules.may_sign_verifier_letter, sheet_rules.may_sign, body_rules.may_give_number],
)
def sign_verifier_letter(
    act: Act, event: Event, *, verifier: Person, due_on: date, statement: Statement
) -> VerifierLetter:
    """Send a verifikator to the event's TUK, until a day. TUK-03, HR-24."""
    act.require(paper_rules.may_sign_verifier_letter, paper.verifier_letter_facts(event, verifier, due_on, act.day))
    signer = _signer(act)
    letter = VerifierLetter(
        body_id=event.body_id,
        event=event,
        venue=event.venue,
        verifier=verifier,
        due_on=due_on,
        signer=signer,
        signed_at=act.now,
    )
    letter.number = give_number(act, NumberPurpose.VERIFIER_LETTER, letter.pk)
    certificate = certificate_on(verifier.pk, act.day)
    letter.sheet = freeze(
        act,
        SheetCode.VERIFIER_LETTER,
        subject=letter,
        case_number=event.number,
        content=verifier_letter_content(
            event,
            number=letter.number,
            licence_number=number_on(event.body_id, event.date),
            day=act.day,
            due_on=due_on,
            verifier=verifier,
            met_number=certificate.met_number if certificate else "",
        ),
    )
    sign(act, letter.sheet, statement, person=signer, role="director")
    store(letter)
    act.record(letter=letter.pk, number=letter.number, verifier=verifier.pk, due_on=due_on)
    tell_people(act, event, [verifier], "event.verifier_sent", letter=letter.number, due=paper.in_words(due_on))
    return letter


@action(
    "event.venue_verified",
    access="event.verify_venue",
    policies=[paper_rules.may_verify_for_event, venue_rules.may_verify_venue],
)
def verify_venue_for_event(
    act: Act, event: Event, *, verified_on: date, fit: bool, findings: str = ""
) -> VenueVerification:
    """What the verifikator named by the surat tugas found at the TUK, for this event and its day only. HR-24."""
    act.require(paper_rules.may_verify_for_event, paper.event_verification_facts(event, act.actor.person_id))
    row = put_verification(
        act,
        event.venue,
        event.scheme_version.scheme,
        verified_on=verified_on,
        valid_until=event.date,
        fit=fit,
        findings=findings,
        event_id=event.pk,
    )
    act.record(venue=event.venue_id, verified_on=verified_on, fit=fit, verification=row.pk)
    return row


@action(
    "event.invitation_signed",
    access="event.invite",
    policies=[paper_rules.may_invite, sheet_rules.may_sign, body_rules.may_give_number],
)
def sign_invitation(act: Act, event: Event, *, statement: Statement) -> Invitation:
    """The undangan of all candidates in one letter, and a notice to each of them."""
    act.require(paper_rules.may_invite, paper.invitation_facts(event, act.day))
    letter = selectors.letter_of(event.pk)
    assert letter is not None
    signer, rows = _signer(act), selectors.candidates_of(event.pk)
    role = "director" if Function.DIRECTOR in act.roles else "certification_manager"
    invitation = Invitation(body_id=event.body_id, letter=letter, signer=signer, signed_at=act.now)
    invitation.number = give_number(act, NumberPurpose.INVITATION, invitation.pk)
    invitation.sheet = freeze(
        act,
        SheetCode.INVITATION,
        subject=event,
        case_number=event.number,
        content=invitation_content(
            event,
            number=invitation.number,
            licence_number=number_on(event.body_id, event.date),
            day=act.day,
            candidates=rows,
        ),
        correction_reason=letter.replaces.superseded_reason if letter.replaces else "",
    )
    sign(act, invitation.sheet, statement, person=signer, role=role)
    store(invitation)
    act.record(invitation=invitation.pk, number=invitation.number, cases=[row.application_id for row in rows])
    for row in rows:
        tell_people(act, event, [row.application.person], "event.invited", assessor=row.assessor.name)
    return invitation
