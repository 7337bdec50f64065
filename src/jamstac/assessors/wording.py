from jamstac.assessors.states import PactKind
from jamstac.ledger.wording import register_events
from jamstac.ui.why import register_words

register_events(
    {
        "assessor.certificate_entered": "Sertifikat asesor dicatat",
        "assessor.authorised": "Kewenangan asesor ditetapkan",
        "assessor.authorisation_ended": "Kewenangan asesor diakhiri",
        "assessor.status_set": "Status asesor ditetapkan",
        "pact.issued": "Naskah pakta atau kode etik ditetapkan",
        "pact.signed": "Pakta atau kode etik ditandatangani",
    }
)
register_words(dict(PactKind.choices))
