"""Pages of the applicant and of the LSP.

The applicant: `choosing` a scheme; the parts of a draft (`parts`, `evidence`, `answers`, `sending`, on what `draft`
gives them all); `own` after the sending. The LSP: `review`."""

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
