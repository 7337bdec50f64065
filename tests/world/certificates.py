"""The end of two cases, and a meeting that has not decided anything yet.

Puts `meeting` (closed, minutes signed by hendra (chair), ratna and yusuf), `meeting_case.sari`, `meeting_case.galih`,
`decision.sari` (K), `decision.galih` (BK), `decree` (signed by surya), `certificate.sari`, and `meeting.open` (today,
the same three present, nothing on its table)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from jamstac.assessment.models import Assessment
from jamstac.assessment.states import Result
from jamstac.certification.actions import (
    close_meeting,
    confirm_presence,
    decide,
    issue_certificate,
    open_meeting,
    sign_decree,
    sign_minutes,
    table_case,
)
from jamstac.certification.models import Certificate, Decision, Decree, Meeting, MeetingCase
from tests.world.base import AGREED, World, today

CHAIR = "hendra"
DECIDERS = (CHAIR, "ratna", "yusuf")
REASON = "Bukti pada satu unit belum memadai."


def opened(world: World, *, chair: str = CHAIR, members: Sequence[str] = DECIDERS) -> Meeting:
    """A meeting of today; nobody said yet that they are present."""
    return open_meeting(
        world.actor("maya"),
        world.body,
        date=today(),
        time=time(9),
        place="Ruang rapat LSP",
        chair=world.person(chair),
        members=[world.person(key) for key in members],
    )


def attended(
    world: World, *, chair: str = CHAIR, members: Sequence[str] = DECIDERS, present: Sequence[str] | None = None
) -> Meeting:
    """A meeting of today with its members present."""
    meeting = opened(world, chair=chair, members=members)
    for key in members if present is None else present:
        confirm_presence(world.actor(key), meeting)
    return meeting


def tabled(world: World, key: str, meeting: Meeting | None = None) -> MeetingCase:
    """The signed case of `key` on the table of `meeting` (`meeting.open` when not given)."""
    assessment = Assessment.objects.get(application_id=world.ids[f"application.{key}"])
    return table_case(world.actor("maya"), meeting or world.get(Meeting, "meeting.open"), assessment=assessment)


def decided(world: World, key: str, outcome: str = "", reason: str = "", meeting: Meeting | None = None) -> Decision:
    """The case of `key` tabled and decided by the chair; as recommended when no outcome is given."""
    case = tabled(world, key, meeting)
    outcome = outcome or case.assessment.result
    if outcome == Result.NOT_YET:
        reason = reason or REASON
    return decide(world.actor(CHAIR), case, outcome=outcome, reason=reason)


def closed(world: World, meeting: Meeting, *, signers: Sequence[str] = DECIDERS) -> Meeting:
    """The meeting closed by its chair, the minutes signed by `signers`."""
    closing = close_meeting(world.actor(CHAIR), meeting, statement=AGREED)
    for key in signers:
        if key != CHAIR:
            sign_minutes(world.actor(key), closing, statement=AGREED)
    return Meeting.objects.get(pk=meeting.pk)


def decreed(world: World, meeting: Meeting) -> Decree:
    """The meeting closed and its decree signed by the direktur."""
    return sign_decree(world.actor("surya"), closed(world, meeting), statement=AGREED)


def issued(world: World, key: str, meeting: Meeting | None = None) -> Certificate:
    """A certificate for the signed case of `key`, by a meeting of its own when none is given."""
    table = meeting or attended(world)
    decision = decided(world, key, meeting=table)
    decreed(world, table)
    return issue_certificate(world.actor("surya"), decision, statement=AGREED)


def build(world: World) -> None:
    meeting = attended(world)
    for key in ("sari", "galih"):
        decision = decided(world, key, meeting=meeting)
        world.put(f"meeting_case.{key}", decision.meeting_case)
        world.put(f"decision.{key}", decision)
    world.put("meeting", closed(world, meeting))
    world.put("decree", sign_decree(world.actor("surya"), world.get(Meeting, "meeting"), statement=AGREED))
    certificate = issue_certificate(world.actor("surya"), world.get(Decision, "decision.sari"), statement=AGREED)
    world.put("certificate.sari", certificate)
    world.put("meeting.open", attended(world))
