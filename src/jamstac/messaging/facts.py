from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WordingFacts:
    """An LSP's own words for a notice."""

    known: bool
    subject_given: bool
    text_given: bool
    unknown_fields: tuple[str, ...]
    """Names in braces that are no field of this notice."""


@dataclass(frozen=True)
class ConnectionFacts:
    """A WhatsApp number about to be connected."""

    phone_number_id_is_digits: bool
    template_given: bool
    token_given: bool
    app_secret_given: bool


@dataclass(frozen=True)
class ChannelFacts:
    whatsapp: bool
    has_phone: bool
    whatsapp_connected: bool
