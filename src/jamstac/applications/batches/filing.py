"""A heap of files for a batch: whose each one is and what for, from its name; the rest is told by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from jamstac.applications.models import ApplicationDraft, Batch, BatchFileDraft, BatchMember, DraftEvidence
from jamstac.applications.rules import may_edit
from jamstac.applications.selectors import edit_facts, requirements_of
from jamstac.documents.models import StoredFile
from jamstac.ledger.scope import OutOfScope
from jamstac.people.models import Person
from jamstac.schemes.models import Requirement

_MEANS: dict[str, tuple[str, ...]] = {
    "foto": ("foto", "pasfoto", "pas", "photo", "potret"),
    "ktp": ("ktp", "ktm", "identitas", "nik"),
    "keluarga": ("kk", "keluarga"),
    "rapor": ("rapor", "rapot", "raport", "transkrip", "nilai"),
    "ijazah": ("ijazah", "ijasah", "skl", "lulus"),
    "sertifikat": ("sertifikat", "piagam", "pelatihan", "magang", "prakerin", "pkl"),
    "riwayat": ("cv", "riwayat"),
    "surat": ("surat", "keterangan", "kerja", "pengalaman", "sk"),
    "portofolio": ("portofolio", "portfolio", "porto"),
}
"""A kind of paper and the words people use for it, in file names and in requirements."""


@dataclass(frozen=True)
class Place:
    member: BatchMember | None
    requirement: Requirement | None


def place_of(name: str, members: Sequence[BatchMember], requirements: Sequence[Requirement]) -> Place:
    """What the name of a file says. Two candidates or two requirements that fit alike are none."""
    stem = name.rsplit(".", 1)[0].lower()
    return Place(_whose(stem, members), _what_for(stem, requirements))


def _whose(stem: str, members: Sequence[BatchMember]) -> BatchMember | None:
    digits = set(re.findall(r"\d{16}", stem))
    by_nik = [each for each in members if each.person.nik and each.person.nik in digits]
    words = f"_{re.sub(r'[^a-z0-9]+', '_', stem)}_"
    by_number = [each for each in members if each.participant_number and _inside(each.participant_number, words)]
    found = by_nik or by_number
    return found[0] if len(found) == 1 else None


def _inside(number: str, words: str) -> bool:
    return f"_{re.sub(r'[^a-z0-9]+', '_', number.lower()).strip('_')}_" in words


def _kinds(text: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", text.lower()))
    return {
        kind for kind, names in _MEANS.items() if words & set(names) or any(word.startswith(kind) for word in words)
    }


def _what_for(stem: str, requirements: Sequence[Requirement]) -> Requirement | None:
    kinds = _kinds(stem)
    shared = [(len(kinds & _kinds(each.text)), each) for each in requirements]
    best = max((count for count, _each in shared), default=0)
    fitting = [each for count, each in shared if count == best]
    return fitting[0] if best and len(fitting) == 1 else None


def take_files(batch: Batch, files: Sequence[StoredFile], adder: Person) -> tuple[int, int]:
    """Put each file where its name says; keep the others to be told by hand. (placed, left)."""
    members = list(BatchMember.objects.filter(batch=batch).select_related("person"))
    requirements = list(requirements_of(batch.scheme_version_id))
    placed = left = 0
    heap = set(BatchFileDraft.objects.filter(batch=batch).values_list("file__sha256", flat=True))
    for file in files:
        place = place_of(file.name, members, requirements)
        problem = _("Nama berkas tidak menunjuk satu asesi dan satu persyaratan.")
        if place.member is not None and place.requirement is not None:
            problem = put(batch, file, place.member, place.requirement, adder)
            placed += not problem
        left += bool(problem)
        if problem and file.sha256 not in heap:
            heap.add(file.sha256)
            BatchFileDraft.objects.create(
                batch=batch, file=file, member=place.member, requirement=place.requirement, reason=problem[:200]
            )
    return placed, left


def put(batch: Batch, file: StoredFile, member: BatchMember, requirement: Requirement, adder: Person) -> str:
    """Into the person's open draft, marked with who added it; the same bytes once. Why not, where it cannot be."""
    with transaction.atomic():
        rows = ApplicationDraft.objects.select_for_update(of=("self",)).select_related("application")
        draft = rows.filter(person=member.person_id, scheme_version_id=batch.scheme_version_id).first()
        if draft is None:
            return _("Asesi ini belum punya draf permohonan.")
        if not may_edit(edit_facts(draft)):
            return _("Permohonan asesi ini sudah dikirim.")
        known = DraftEvidence.objects.filter(draft=draft, requirement=requirement, file__sha256=file.sha256)
        if not known.exists():
            DraftEvidence.objects.create(
                draft=draft, requirement=requirement, file=file, title=file.name, added_by=adder
            )
    return ""


def place_by_hand(batch: Batch, waiting: UUID, member: UUID, requirement: UUID, adder: Person) -> str:
    """What somebody says a file is. Raises OutOfScope for what does not belong to the batch."""
    row = BatchFileDraft.objects.select_related("file").filter(pk=waiting, batch=batch).first()
    whose = BatchMember.objects.select_related("person").filter(pk=member, batch=batch).first()
    asked = Requirement.objects.filter(pk=requirement, version_id=batch.scheme_version_id).first()
    if row is None or whose is None or asked is None:
        raise OutOfScope
    problem = put(batch, row.file, whose, asked, adder)
    if problem:
        row.reason = problem[:200]
        row.save(update_fields=["reason"])
    else:
        row.delete()
    return problem
