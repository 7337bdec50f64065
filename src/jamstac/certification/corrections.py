"""What may go back, and the committee named: facts of `may_send_back` and `may_sign_committee_letter`."""

from __future__ import annotations

from datetime import date

from jamstac.assessment.models import Assessment
from jamstac.certification.facts import CommitteeFacts, SendBackFacts
from jamstac.certification.models import CommitteeLetter, Decision, Meeting, MeetingCase
from jamstac.certification.states import MeetingState


def send_back_facts(assessment: Assessment) -> SendBackFacts:
    rows = MeetingCase.objects.filter(assessment=assessment, postponed_at=None)
    decided = Decision.objects.filter(meeting_case__assessment=assessment).exists()
    return SendBackFacts(on_table=rows.exists(), decided=decided)


def committee_facts(meeting: Meeting, day: date) -> CommitteeFacts:
    return CommitteeFacts(
        day=day,
        meeting_date=meeting.date,
        meeting_open=meeting.state == MeetingState.OPEN,
        signed=CommitteeLetter.objects.filter(meeting=meeting).exists(),
    )
