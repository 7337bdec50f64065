from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jamstac.documents.facts import SigningFacts


class CertifiedAssessor(Protocol):
    """What HR-19 needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def assessor_certificate_valid(self) -> bool: ...


class AuthorisedAssessor(Protocol):
    """What HR-20 needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def assessor_appointed(self) -> bool: ...
    @property
    def assessor_authorised(self) -> bool: ...


class StandingAssessor(Protocol):
    """What HR-22 needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def assessor_standing(self) -> str:
        """A value of `Standing`; empty where none was set for the day."""

    @property
    def companion_ready(self) -> bool:
        """Not a trainee, or with an active, appointed companion."""


class BoundPeople(Protocol):
    """What HR-23 needs to know of one or several persons; any facts class of an upper app that has these fits."""

    @property
    def pacts_missing(self) -> tuple[str, ...]:
        """Kinds of which the LSP has no version in force."""

    @property
    def unbound(self) -> int:
        """Persons who did not sign every version in force."""


@dataclass(frozen=True)
class AssessorFacts:
    """A person as assessor of one scheme on one day."""

    day: date
    assessor_appointed: bool
    """Appointed as assessor by a decree in force."""
    assessor_certificate_valid: bool
    assessor_authorised: bool
    """Authorised for the scheme, on proof of technical competence."""
    assessor_standing: str
    companion_ready: bool


@dataclass(frozen=True)
class CertificateFacts:
    number_is_well_formed: bool
    known: bool
    """The number stands in the register of the LSP already, for somebody else or from the same day."""
    period_is_valid: bool


@dataclass(frozen=True)
class AuthorisationFacts:
    basis_given: bool
    period_is_valid: bool
    overlaps: bool
    ended: bool = False


@dataclass(frozen=True)
class PactFacts:
    """Who of some persons signed what is in force."""

    pacts_missing: tuple[str, ...]
    unbound: int


@dataclass(frozen=True)
class StatusFacts:
    """A status about to be set. `companion_*` hold where none is asked."""

    reason_given: bool
    starts_in_past: bool
    period_is_valid: bool
    is_assessor: bool
    is_trainee: bool
    companion_given: bool
    companion_ready: bool


@dataclass(frozen=True)
class PactVersionFacts:
    text_given: bool
    source_given: bool
    version_is_new: bool
    starts_in_past: bool
    starts_after_last: bool


@dataclass(frozen=True)
class PactSigningFacts(SigningFacts):
    in_force: bool
