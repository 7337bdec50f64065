from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from jamstac.ledger.access import SELF
from jamstac.ledger.wording import register_events, register_names
from jamstac.people.models import Person
from jamstac.people.states import Function
from jamstac.ui.why import register_words

register_events(
    {
        "person.registered": "Data orang dicatat",
        "person.joined": "Mendaftar pada LSP ini",
        "person.recognised": "Dikenali dari daftar dengan surelnya",
        "person.rejoined": "Membuka kembali LSP ini",
        "person.completed": "Data orang dilengkapi dari daftar",
        "slip.issued": "Slip masuk diterbitkan",
        "slip.used": "Masuk dengan slip",
        "appointment.made": "Pengangkatan dengan SK",
        "appointment.ended": "Pengangkatan diakhiri",
        "relation.recorded": "Hubungan antarorang dicatat",
        "relation.declared": "Hubungan antarorang dinyatakan",
        "consent.given": "Persetujuan data pribadi diberikan",
    }
)


def _names(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    return dict(Person.objects.filter(pk__in=list(person_ids)).values_list("pk", "name"))


register_names(_names)
register_words({**dict(Function.choices), SELF: "yang bersangkutan"})
