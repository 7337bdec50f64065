"""Doors of applications: sending, review, the guardian's consent, special needs, consents."""

from jamstac.applications.actions.consents import renew_consent, withdraw_consent
from jamstac.applications.actions.guardian import (
    ask_guardian,
    confirm_paper,
    consent_as_guardian,
    decline_as_guardian,
    refuse_paper,
    show_paper,
    withdraw_guardian,
)
from jamstac.applications.actions.needs import decide_need
from jamstac.applications.actions.review import accept_application, reject_application, return_application
from jamstac.applications.actions.sending import resubmit_application, submit_application

__all__ = [
    "accept_application",
    "ask_guardian",
    "confirm_paper",
    "consent_as_guardian",
    "decide_need",
    "decline_as_guardian",
    "refuse_paper",
    "reject_application",
    "renew_consent",
    "resubmit_application",
    "return_application",
    "show_paper",
    "submit_application",
    "withdraw_consent",
    "withdraw_guardian",
]
