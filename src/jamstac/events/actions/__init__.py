"""Doors of events: planning and its letters, changes of plan, and what surrounds an event."""

from jamstac.events.actions.changes import (
    cancel_event,
    move_venue,
    postpone_event,
    replace_assessor,
    withdraw_candidate,
)
from jamstac.events.actions.day import (
    check_in,
    close_attendance,
    issue_cards,
    mark_absent,
    sign_attendance,
    undo_check_in,
)
from jamstac.events.actions.impartial import declare_relations, search_conflicts
from jamstac.events.actions.incidents import add_photo, clear_case, close_incident, report_incident
from jamstac.events.actions.letters import (
    sign_assignment_letter,
    sign_invitation,
    sign_verifier_letter,
    verify_venue_for_event,
)
from jamstac.events.actions.own import agree_to_recording, open_feed, revoke_feed
from jamstac.events.actions.planning import add_candidate, name_lead, plan_event, remove_candidate

__all__ = [
    "add_candidate",
    "add_photo",
    "agree_to_recording",
    "cancel_event",
    "check_in",
    "clear_case",
    "close_attendance",
    "close_incident",
    "declare_relations",
    "issue_cards",
    "mark_absent",
    "move_venue",
    "name_lead",
    "open_feed",
    "plan_event",
    "postpone_event",
    "remove_candidate",
    "replace_assessor",
    "report_incident",
    "revoke_feed",
    "search_conflicts",
    "sign_assignment_letter",
    "sign_attendance",
    "sign_invitation",
    "sign_verifier_letter",
    "undo_check_in",
    "verify_venue_for_event",
    "withdraw_candidate",
]
