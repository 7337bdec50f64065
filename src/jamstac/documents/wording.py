from jamstac.ledger.wording import register_events

register_events(
    {
        "sheet.frozen": "Lembar dibekukan",
        "sheet.signed": "Lembar ditandatangani",
        "sheet.rendered": "PDF lembar dibuat",
        "edition.set": "Edisi formulir ditetapkan",
    }
)
