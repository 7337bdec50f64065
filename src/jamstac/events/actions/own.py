"""Doors: what an asesi agrees to for the own event, and the calendar address of an assessor."""

from __future__ import annotations

from jamstac.bodies.models import Body
from jamstac.documents.facts import Statement
from jamstac.events import paper, paper_rules
from jamstac.events.models import CalendarFeed, EventCandidate
from jamstac.ledger.door import Act, action, store
from jamstac.people.actions import give_consent
from jamstac.people.models import Consent
from jamstac.people.states import ConsentPurpose


@action("event.recording_agreed", access="event.self", policies=[paper_rules.may_agree_to_recording])
def agree_to_recording(act: Act, candidate: EventCandidate, *, statement: Statement) -> Consent:
    """The asesi agrees to a remote assessment being recorded (HR-28)."""
    act.require(paper_rules.may_agree_to_recording, paper.recording_facts(candidate, statement))
    consent = give_consent(
        act, candidate.application.person, purpose=ConsentPurpose.RECORDING, sentence=statement.sentence
    )
    act.record(event_id=candidate.event_id, consent=consent.pk)
    return consent


@action("calendar.opened", access="event.own", policies=[paper_rules.may_open_feed])
def open_feed(act: Act, body: Body) -> CalendarFeed:
    """A secret address at which a calendar reads the acting assessor's events."""
    assert act.actor.person_id is not None
    act.require(paper_rules.may_open_feed, paper.feed_facts(act.actor.person_id))
    feed = CalendarFeed(body=body, person_id=act.actor.person_id, opened_at=act.now)
    store(feed)
    act.record(feed)
    return feed


@action("calendar.revoked", access="event.own", policies=[paper_rules.may_revoke_feed])
def revoke_feed(act: Act, feed: CalendarFeed) -> CalendarFeed:
    """The address answers nothing from now on."""
    act.require(paper_rules.may_revoke_feed, paper.feed_end_facts(feed, act.actor.person_id))
    feed.revoked_at = act.now
    store(feed, "revoked_at")
    act.record()
    return feed
