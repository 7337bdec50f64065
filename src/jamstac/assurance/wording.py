from jamstac.ledger.wording import register_events

register_events({"feedback.given": "Asesi memberi umpan balik (FR.AK.03)"})
