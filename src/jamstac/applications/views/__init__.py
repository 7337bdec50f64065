"""Pages of the applicant (`applicant`: sending; `own`: after it) and of the LSP (`review`)."""

from __future__ import annotations

from jamstac.applications.states import ApplicationState

_TONES = {
    ApplicationState.SUBMITTED: ("go", "half"),
    ApplicationState.RETURNED: ("warn", "warn"),
    ApplicationState.ACCEPTED: ("ok", "tick"),
    ApplicationState.REJECTED: ("bad", "bad"),
}


def tone_of(state: str) -> tuple[str, str]:
    """Tone and shape of a state."""
    return _TONES[ApplicationState(state)]
