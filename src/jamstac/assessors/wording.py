from jamstac.ledger.wording import register_events

register_events(
    {
        "assessor.certificate_entered": "Sertifikat asesor dicatat",
        "assessor.authorised": "Kewenangan asesor ditetapkan",
        "assessor.authorisation_ended": "Kewenangan asesor diakhiri",
    }
)
