"""Who works at the demo LSP and who applies there. Invented, and they look it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jamstac.people.states import Function

PASSWORD = "kata-sandi-contoh"  # noqa: S105
"""Of every demo account; printed by `jamstac demo`."""


@dataclass(frozen=True)
class Member:
    key: str
    name: str
    functions: tuple[Function, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.key}@contoh.test"


STAFF = (
    Member("surya", "Surya Andaian", (Function.DIRECTOR,)),
    Member("maya", "Maya Umpama", (Function.CERTIFICATION_MANAGER,)),
    Member("wulan", "Wulan Tamsil", (Function.QUALITY_MANAGER,)),
    Member("dewi", "Dewi Misal", (Function.ADMIN,)),
    Member("budi", "Budi Rekaan", (Function.ASSESSOR,)),
    Member("rina", "Rina Ibarat", (Function.ASSESSOR,)),
    Member("hendra", "Hendra Andai", (Function.DECIDER,)),
    Member("ratna", "Ratna Khayal", (Function.DECIDER,)),
    Member("yusuf", "Yusuf Seandainya", (Function.DECIDER,)),
    Member("lila", "Lila Rekayasa", (Function.VENUE_VERIFIER,)),
    Member("agus", "Agus Bayang", (Function.INTERNAL_AUDITOR,)),
    Member("wira", "Wira Tajaan", (Function.SPONSOR,)),
    Member("tari", "Tari Umpamakan", (Function.VENUE_HEAD,)),
)

CANDIDATES = (
    Member("kirana", "Kirana Dahulu"),
    Member("sari", "Sari Contoh"),
    Member("galih", "Galih Bayangan"),
    Member("intan", "Intan Semisal"),
    Member("jaka", "Jaka Perandaian"),
    Member("made", "Made Pengandaian"),
    Member("dimas", "Dimas Kias"),
    Member("ayu", "Ayu Perumpamaan"),
    Member("joko", "Joko Tamsilan"),
    Member("lestari", "Lestari Misalkan"),
    Member("bagas", "Bagas Kiasan"),
    Member("citra", "Citra Ibaratnya"),
    Member("eka", "Eka Umpamanya"),
    Member("fajar", "Fajar Rekaan"),
    Member("gita", "Gita Kalau"),
    Member("hana", "Hana Jikalau"),
    Member("koko", "Koko Seumpama"),
    Member("nanda", "Nanda Sekiranya"),
)


def biodata(member: Member) -> dict[str, str]:
    """FR.APL.01 part 1: province 00, telephone 0800, birth days in a row."""
    number = CANDIDATES.index(member)
    born = date(1996 + number % 8, 1 + number % 12, 1 + number)
    return {
        "name": member.name,
        "nik": f"000000{born:%d%m%y}{number + 1:04}",
        "birth_place": "Kota Contoh",
        "birth_date": born.isoformat(),
        "sex": "LP"[number % 2],
        "nationality": "Indonesia",
        "address": f"Jalan Rekaan {number + 1}, Kota Contoh",
        "postcode": "00000",
        "phone": f"0800 0000 00{number + 10}",
        "email": member.email,
        "education": "SMK Rekayasa Perangkat Lunak",
        "institution": "Kedai Web Umpama",
        "position": "Pengembang web",
    }
