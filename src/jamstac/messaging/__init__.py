"""Messaging: notices to people: inbox, e-mail, WhatsApp, with a delivery record.

Owns `Message` and its `Delivery` per channel (effects of acts, sent by jobs), `Preference`, and an LSP's own
`NoticeText` and `WhatsAppAccount`. Notices are registered with their words by the apps (`texts.register_notices`).
"""
