"""Rules of what surrounds an event: the verifikator's surat tugas, the undangan, consent to recording, calendars."""

from __future__ import annotations

from jamstac.documents.rules import signer_agrees
from jamstac.events.facts import (
    EventVerificationFacts,
    FeedEndFacts,
    FeedFacts,
    InvitationFacts,
    RecordingFacts,
    VerifierLetterFacts,
)
from jamstac.events.rules import event_stands
from jamstac.events.states import EventState
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule


@rule("TUK-03", source="PBNSP 206 4.1.3")
def verifier_is_appointed(f: VerifierLetterFacts) -> Verdict:
    """The LSP sends a verifikator it appointed, in time for the event."""
    return all_of(
        [
            refuse_if(not f.verifier_appointed, "verifier.not_appointed", day=f.day.isoformat()),
            refuse_if(not f.today <= f.day <= f.event_day, "verifier.bad_day", day=f.event_day.isoformat()),
        ]
    )


@rule("TUK-03", source="PBNSP 206 4.1.3")
def verifier_has_one_letter(f: VerifierLetterFacts) -> Verdict:
    """A verifikator has one surat tugas for a TUK and an event."""
    return refuse_if(f.letter_signed, "verifier.letter_signed")


@rule("TUK-03", source="PBNSP 206 4.1.3")
def verifier_was_sent(f: EventVerificationFacts) -> Verdict:
    """Whom a surat tugas sends to this TUK for this event says what was found there."""
    return refuse_if(not f.letter_names_actor, "verifier.not_sent")


@rule("HR-21", source="PBNSP 201 6.2.2; PER-04")
def invitation_follows_letter(f: InvitationFacts) -> Verdict:
    """Candidates are invited to a plan that a surat tugas confirmed."""
    return refuse_if(f.state in (EventState.PLANNED, EventState.CHANGED), "invitation.no_letter")


@rule("HR-50", source="ASM-05; REC-03")
def invitation_is_sent_once(f: InvitationFacts) -> Verdict:
    """One undangan for each surat tugas, before the event is over."""
    return all_of(
        [
            refuse_if(f.invited, "invitation.sent"),
            refuse_if(f.day < f.today, "event.day_past", day=f.day.isoformat()),
        ]
    )


@rule("ASM-11", source="SE BNSP 007/2023")
def recording_is_asked_for(f: RecordingFacts) -> Verdict:
    """Consent to recording is given once, for a remote assessment."""
    return refuse_if(not f.remote, "recording.not_remote") & refuse_if(f.agreed_before, "recording.agreed_before")


@rule("PER-11", source="JAMSTAC")
def one_feed_at_a_time(f: FeedFacts) -> Verdict:
    """An assessor has one calendar address."""
    return refuse_if(f.open_before, "feed.open_before")


@rule("PER-11", source="JAMSTAC")
def feed_is_own_and_open(f: FeedEndFacts) -> Verdict:
    """An assessor revokes the own calendar address, once."""
    return refuse_if(not f.own, "feed.not_own") & refuse_if(f.revoked, "feed.revoked")


may_sign_verifier_letter: Policy[VerifierLetterFacts] = Policy(
    "may_sign_verifier_letter", event_stands, verifier_is_appointed, verifier_has_one_letter
)
may_verify_for_event: Policy[EventVerificationFacts] = Policy("may_verify_for_event", event_stands, verifier_was_sent)
may_invite: Policy[InvitationFacts] = Policy(
    "may_invite", event_stands, invitation_follows_letter, invitation_is_sent_once
)
may_agree_to_recording: Policy[RecordingFacts] = Policy("may_agree_to_recording", recording_is_asked_for, signer_agrees)
may_open_feed: Policy[FeedFacts] = Policy("may_open_feed", one_feed_at_a_time)
may_revoke_feed: Policy[FeedEndFacts] = Policy("may_revoke_feed", feed_is_own_and_open)
