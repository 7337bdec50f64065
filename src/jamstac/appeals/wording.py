from jamstac.ledger.wording import register_events

register_events({"appeal.filed": "Asesi mengajukan banding (FR.AK.04)"})
