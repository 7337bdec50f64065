"""People: accounts (global), persons (of one LSP), appointments (SK), relations between people, consents, slips.

Owns `Account` (made by `AccountManager`), `Person` (with `Biodata`), `Appointment`, `Relation`, `Consent`, `Slip` and
the actors every door receives. HR-14 (who may never decide) lives here; HR-15 and HR-27 are asked by the door from
what stands here.
"""
