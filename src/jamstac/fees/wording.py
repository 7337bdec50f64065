from jamstac.ledger.wording import register_events

register_events({"price.set": "Biaya asesmen ditetapkan"})
