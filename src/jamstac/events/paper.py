"""Facts and reads of what surrounds an event: the verifikator's surat tugas, the undangan, recording, calendars."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.signing import Signer
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.formats import date_format

from jamstac.documents.facts import Statement
from jamstac.events.facts import (
    EventVerificationFacts,
    FeedEndFacts,
    FeedFacts,
    InvitationFacts,
    RecordingFacts,
    VerifierLetterFacts,
)
from jamstac.events.models import CalendarFeed, Event, EventCandidate, Invitation, VerifierLetter
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose, Function

_feeds = Signer(salt="jamstac.events.feed")


def in_words(day: date) -> str:
    return date_format(day, "l, j F Y")


def verifiers_for(body_id: UUID, day: date) -> list[Person]:
    """Whom the LSP appointed as verifikator TUK on `day`, by name. One query."""
    rows = Appointment.objects.filter(in_force(day), body_id=body_id, function=Function.VENUE_VERIFIER)
    return list(Person.objects.filter(pk__in=rows.values("person")).order_by("name"))


def verifier_letters_of(event: Event) -> list[VerifierLetter]:
    """The newest first; one for another TUK than the event's stays as it was signed."""
    rows = VerifierLetter.objects.filter(event=event).select_related("verifier", "venue", "sheet", "signer")
    return list(rows.order_by("-signed_at"))


def verifier_letter_facts(event: Event, verifier: Person, due_on: date, today: date) -> VerifierLetterFacts:
    letters = VerifierLetter.objects.filter(event=event, venue=event.venue, verifier=verifier)
    return VerifierLetterFacts(
        day=due_on,
        today=today,
        event_day=event.date,
        state=event.state,
        verifier_appointed=any(verifier.pk == each.pk for each in verifiers_for(event.body_id, due_on)),
        letter_signed=letters.exists(),
    )


def event_verification_facts(event: Event, person_id: UUID | None) -> EventVerificationFacts:
    letters = VerifierLetter.objects.filter(event=event, venue=event.venue, verifier=person_id)
    return EventVerificationFacts(state=event.state, letter_names_actor=person_id is not None and letters.exists())


def invitation_of(event_id: UUID) -> Invitation | None:
    """The undangan of the surat tugas in force."""
    rows = Invitation.objects.filter(letter__event=event_id, letter__superseded_at=None)
    return rows.select_related("sheet", "signer").first()


def invitation_facts(event: Event, today: date) -> InvitationFacts:
    return InvitationFacts(state=event.state, invited=invitation_of(event.pk) is not None, day=event.date, today=today)


def recording_facts(candidate: EventCandidate, statement: Statement) -> RecordingFacts:
    return RecordingFacts(
        agreed=statement.agreed and bool(statement.sentence.strip()),
        is_staff=False,
        reauthenticated=statement.reauthenticated,
        signed_before=False,
        remote=candidate.event.remote,
        agreed_before=consent_in_force(candidate.application.person_id, ConsentPurpose.RECORDING),
    )


def feed_of(person_id: UUID) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(person=person_id, revoked_at=None).first()


def feed_facts(person_id: UUID) -> FeedFacts:
    return FeedFacts(open_before=feed_of(person_id) is not None)


def feed_end_facts(feed: CalendarFeed, person_id: UUID | None) -> FeedEndFacts:
    return FeedEndFacts(own=feed.person_id == person_id, revoked=feed.revoked_at is not None)


def feed_token(feed: CalendarFeed) -> str:
    """What makes the address secret: a signature over the row's id by the installation."""
    return _feeds.signature(str(feed.pk))


def feed_by_token(pk: UUID, token: str) -> CalendarFeed | None:
    """The open feed behind an address; None for a wrong or revoked one, and once its person is no assessor any more
    (HR-27)."""
    if not _is_token(pk, token):
        return None
    feed = CalendarFeed.objects.filter(pk=pk, revoked_at=None).select_related("person", "body").first()
    if feed is None:
        return None
    today = timezone.localdate(timezone=feed.body.zone)
    on_duty = Appointment.objects.filter(in_force(today), person=feed.person_id, function=Function.ASSESSOR)
    return feed if on_duty.exists() else None


def _is_token(pk: UUID, token: str) -> bool:
    return constant_time_compare(_feeds.signature(str(pk)), token)
