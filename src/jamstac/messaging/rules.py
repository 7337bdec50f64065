from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule
from jamstac.messaging.facts import ChannelFacts, ConnectionFacts, WordingFacts


@rule("DOC-04", source="ISO/IEC 17024 10.2.3")
def words_fit_the_notice(f: WordingFacts) -> Verdict:
    """An LSP's own words name only what the notice knows, so that nobody receives a brace instead of a date."""
    return all_of(
        [
            refuse_if(not f.known, "notice.unknown"),
            refuse_if(not f.subject_given or not f.text_given, "notice.empty"),
            refuse_if(bool(f.unknown_fields), "notice.unknown_fields", fields=", ".join(f.unknown_fields)),
        ]
    )


@rule("PDP-12", source="UU 27/2022 art. 51–52")
def connection_is_complete(f: ConnectionFacts) -> Verdict:
    """A channel is connected with everything it needs, or not at all."""
    return all_of(
        [
            refuse_if(not f.phone_number_id_is_digits, "whatsapp.phone_number_id"),
            refuse_if(not f.template_given, "whatsapp.no_template"),
            refuse_if(not f.token_given, "whatsapp.no_token"),
            refuse_if(not f.app_secret_given, "whatsapp.no_app_secret"),
        ]
    )


@rule("PDP-02", source="UU 27/2022 art. 20–24")
def channel_can_be_chosen(f: ChannelFacts) -> Verdict:
    """Notices go by WhatsApp only to a number that is known, of an LSP that has it."""
    return refuse_if(f.whatsapp and not f.has_phone, "channel.no_phone") & refuse_if(
        f.whatsapp and not f.whatsapp_connected, "channel.no_whatsapp"
    )


may_word = Policy("may_word", words_fit_the_notice)
may_connect = Policy("may_connect", connection_is_complete)
may_choose_channels = Policy("may_choose_channels", channel_can_be_chosen)
