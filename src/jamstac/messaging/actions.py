"""Doors: an LSP's own words for a notice, its WhatsApp number, and how a person wants to be told."""

from __future__ import annotations

from secrets import token_urlsafe
from uuid import UUID

from jamstac.ledger.door import Act, action, store
from jamstac.ledger.records import GuardedRecord
from jamstac.messaging import rules
from jamstac.messaging.facts import ChannelFacts, ConnectionFacts, WordingFacts
from jamstac.messaging.models import NoticeText, Preference, WhatsAppAccount
from jamstac.messaging.phones import international
from jamstac.messaging.sealing import seal
from jamstac.messaging.texts import Notice, named_in, notices


def wording_facts(notice: str, heading: str, text: str) -> WordingFacts:
    known: Notice | None = notices().get(notice)
    unknown = named_in(heading, text) - set(known.fields if known else ())
    return WordingFacts(
        known=known is not None,
        subject_given=bool(heading.strip()),
        text_given=bool(text.strip()),
        unknown_fields=tuple(sorted(f"{{{name}}}" for name in unknown)),
    )


@action("notice.worded", access="notice.word", policies=[rules.may_word])
def word_notice(act: Act, body: GuardedRecord, *, notice: str, heading: str, text: str) -> NoticeText:
    """Put the LSP's own words in the place of the built-in ones."""
    act.require(rules.may_word, wording_facts(notice, heading, text))
    row = NoticeText.objects.filter(body_id=body.pk, notice=notice).first()
    row = row or NoticeText(body_id=body.pk, notice=notice)
    row.subject, row.text, row.set_at = heading.strip(), text.strip(), act.now
    store(row)
    act.record(row, notice=notice)
    return row


@action("notice.restored", access="notice.word")
def restore_notice(act: Act, body: GuardedRecord, *, notice: str) -> GuardedRecord:
    """Back to the built-in words. Harmless where there were no own ones."""
    NoticeText.objects.filter(body_id=body.pk, notice=notice).delete()
    act.record(notice=notice)
    return body


def connection_facts(*, phone_number_id: str, template: str, token: str, app_secret: str) -> ConnectionFacts:
    return ConnectionFacts(
        phone_number_id_is_digits=phone_number_id.isdecimal(),
        template_given=bool(template.strip()),
        token_given=bool(token.strip()),
        app_secret_given=bool(app_secret.strip()),
    )


@action("whatsapp.connected", access="whatsapp.connect", policies=[rules.may_connect])
def connect_whatsapp(
    act: Act,
    body: GuardedRecord,
    *,
    phone_number_id: str,
    template: str,
    token: str,
    app_secret: str,
    language: str = "id",
) -> WhatsAppAccount:
    """Connect the LSP's number at the Cloud API. The ledger keeps neither its secrets nor the number."""
    facts = connection_facts(phone_number_id=phone_number_id, template=template, token=token, app_secret=app_secret)
    act.require(rules.may_connect, facts)
    row = WhatsAppAccount.objects.filter(body_id=body.pk).first()
    row = row or WhatsAppAccount(body_id=body.pk, verify_token=token_urlsafe(24))
    row.phone_number_id, row.template, row.language = phone_number_id, template.strip(), language
    row.token, row.app_secret = seal(token.strip()), seal(app_secret.strip())
    row.active, row.set_at = True, act.now
    store(row)
    act.record(row, template=row.template, language=language)
    return row


@action("whatsapp.disconnected", access="whatsapp.connect")
def disconnect_whatsapp(act: Act, account: WhatsAppAccount) -> WhatsAppAccount:
    """Nothing leaves by WhatsApp any more; what waits is marked as failed when its turn comes."""
    account.active, account.set_at = False, act.now
    store(account, "active", "set_at")
    act.record()
    return account


def channel_facts(body_id: UUID, *, whatsapp: bool, phone: str) -> ChannelFacts:
    return ChannelFacts(
        whatsapp=whatsapp,
        has_phone=bool(international(phone)),
        whatsapp_connected=WhatsAppAccount.objects.filter(body_id=body_id, active=True).exists(),
    )


@action("channels.chosen", access="message.choose", policies=[rules.may_choose_channels])
def choose_channels(act: Act, person: GuardedRecord, *, email: bool, whatsapp: bool, phone: str) -> Preference:
    """How this person is told, beside the inbox. `phone` is the number the LSP knows, asked for WhatsApp only."""
    assert act.body_id is not None
    act.require(rules.may_choose_channels, channel_facts(act.body_id, whatsapp=whatsapp, phone=phone))
    row = Preference.objects.filter(person_id=person.pk).first()
    row = row or Preference(body_id=act.body_id, person_id=person.pk)
    row.email, row.whatsapp, row.chosen_at = email, whatsapp, act.now
    store(row)
    act.record(row, email=email, whatsapp=whatsapp)
    return row
