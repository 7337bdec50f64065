from jamstac.ledger.wording import register_events

register_events({"parameter.set": "Parameter ditetapkan"})
