"""Words of the field for the text arguments of doors, so that a draw sometimes succeeds.

`WORDS`: argument name, or `event name`, to the words that mean something there. `FIELDS`: for a door with open
`**fields`, what they may be.
"""

from __future__ import annotations

from typing import Any

from jamstac.applications.states import Purpose
from jamstac.assessment.states import EvidenceKind, IdentityDocument, Method
from jamstac.certification.states import Outcome
from jamstac.documents.states import SheetCode
from jamstac.instruments.states import InstrumentCode
from jamstac.messaging.texts import notices
from jamstac.parameters.keys import KEYS
from jamstac.people.states import RelationKind
from jamstac.venues.states import VenueKind

WORDS: dict[str, tuple[str, ...]] = {
    "code": (*SheetCode.values, *InstrumentCode.values),
    "key": tuple(sorted(KEYS)),
    "value": ("1", "3", "24"),
    "notice": tuple(notices()),
    "outcome": tuple(Outcome.values),
    "result": tuple(Outcome.values),
    "method": tuple(Method.values),
    "document": tuple(IdentityDocument.values),
    "evidence_kinds": tuple(EvidenceKind.values),
    "relation.recorded kind": tuple(RelationKind.values),
    "relation.declared kind": tuple(RelationKind.values),
    "venue.entered kind": tuple(VenueKind.values),
    "purpose": tuple(Purpose.values),
    "scope": ("ever", "year"),
    "pattern": ("{seq:3}/{year}", "{seq}"),
    "met_number": ("MET.000.000901 2025", "MET.000.000902 2024"),
    "slug": ("baru", "cth"),
    "phone": ("0800 0000 0099", ""),
}

BIODATA = {"name": ["Orang Rekaan"], "nik": ["", "0000000101900077"], "phone": ["0800 0000 0001"]}

THIRD_PARTY = {"name": ["Atasan Rekaan", ""], "workplace": ["Bengkel Rekaan"], "phone": ["0800 0000 0003", ""]}

FIELDS: dict[str, dict[str, list[Any]]] = {
    "body.changed": {"name": ["LSP Contoh"], "city": ["Bandung", ""], "open_for_applications": [True, False]},
    "body.created": {
        "name": ["Baru"],
        "full_name": ["LSP Baru"],
        "kind": ["P1", "X"],
        "code": ["LSP-BARU", "kecil"],
    },
    "licence.changed": {"number": ["BNSP-LSP-0001-ID", ""]},
    "person.completed": BIODATA,
    "person.registered": BIODATA,
    "scheme.draft_changed": {"title": ["Skema Rekaan", ""]},
    "scheme.drafted": {"validity_years": [3, None]},
    "scheme.version_drafted": {"validity_years": [3, None]},
    "standard.changed": {"title": ["Standar Rekaan"], "number": ["1 Tahun 2026", ""]},
    "third_party.asked": THIRD_PARTY,
    "third_party.heard": THIRD_PARTY,
    "toolset.instrument_saved": {
        "title": ["Tugas rekaan", ""],
        "scenario": ["Keadaan rekaan.", ""],
        "minutes": [None, 30],
    },
    "toolset.plan_saved": {"benchmark": ["Prosedur rekaan", ""], "context_real": [True, False]},
    "venue.changed": {"name": ["TUK Rekaan", ""], "capacity": [None, 5]},
}
