from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


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


@dataclass(frozen=True)
class AssessorFacts:
    """A person as assessor of one scheme on one day."""

    day: date
    assessor_appointed: bool
    """Appointed as assessor by a decree in force."""
    assessor_certificate_valid: bool
    assessor_authorised: bool
    """Authorised for the scheme, on proof of technical competence."""


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
