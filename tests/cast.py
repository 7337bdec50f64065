"""The cast. Invented people, and they look it. One function each, so that a test reads like the field."""

from __future__ import annotations

from dataclasses import dataclass

from jamstac.people.states import Function


@dataclass(frozen=True)
class Member:
    """`key` is how tests call them; `functions` what they are appointed to (none: asesi)."""

    key: str
    name: str
    functions: tuple[Function, ...] = ()
    has_email: bool = True

    @property
    def email(self) -> str:
        return f"{self.key}@contoh.test"


STAFF = [
    Member("dewi", "Dewi Misal", (Function.ADMIN,)),
    Member("maya", "Maya Umpama", (Function.CERTIFICATION_MANAGER,)),
    Member("budi", "Budi Rekaan", (Function.ASSESSOR,)),
    Member("rina", "Rina Ibarat", (Function.ASSESSOR,)),
    Member("hendra", "Hendra Andai", (Function.DECIDER,)),
    Member("ratna", "Ratna Khayal", (Function.DECIDER,)),
    Member("yusuf", "Yusuf Seandainya", (Function.DECIDER,)),
    Member("surya", "Surya Andaian", (Function.DIRECTOR,)),
    Member("wulan", "Wulan Tamsil", (Function.QUALITY_MANAGER,)),
    Member("agus", "Agus Bayang", (Function.INTERNAL_AUDITOR,)),
    Member("lila", "Lila Rekayasa", (Function.VENUE_VERIFIER,)),
    Member("wira", "Wira Tajaan", (Function.SPONSOR,)),
    Member("tari", "Tari Bayangkan", (Function.VENUE_HEAD,)),
]
CANDIDATES = [
    Member("sari", "Sari Contoh"),
    Member("galih", "Galih Bayangan"),
    Member("intan", "Intan Semisal"),
    Member("made", "Made Pengandaian"),
    Member("dimas", "Dimas Kias"),
    Member("ayu", "Ayu Perumpamaan"),
    Member("joko", "Joko Tamsilan"),
    Member("lestari", "Lestari Misalkan"),
    Member("rara", "Rara Belia Contoh"),
    Member("wayan", "Wayan Serupa"),
    Member("nanda", "Nanda Seumpama", has_email=False),
    Member("oka", "Oka Laksana Rekaan", has_email=False),
    Member("belia", "Belia Andaian"),
]
OUTSIDER = Member("tono", "Tono Luar", (Function.DIRECTOR,))
"""Director of another LSP: must see nothing."""

EVERYBODY = [*STAFF, *[each for each in CANDIDATES if each.key != "oka"], OUTSIDER]
"""Everybody with an account: oka has not used the slip yet."""
PASSWORD = "kata-sandi-contoh"
