"""Why a file is not read: a code for each reason, and what the reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MIB = 1024 * 1024


class Reason(Enum):
    """Value: the Indonesian sentence."""

    NOT_A_DOCUMENT = "Berkas ini bukan PDF, DOCX, atau teks."
    EMPTY = "Berkas ini kosong."
    TOO_BIG = "Berkas ini lebih besar dari yang diterima."
    TOO_MANY_PAGES = "Dokumen ini mempunyai lebih banyak halaman dari yang diterima."
    SCANNED = "Dokumen ini hasil pindai tanpa teks. Unggah berkas yang teksnya dapat dipilih dan disalin."
    ENCRYPTED = "Berkas ini terkunci kata sandi. Unggah berkas tanpa kata sandi."
    DAMAGED = "Berkas ini terpotong atau rusak. Unduh ulang dari sumbernya, lalu unggah lagi."
    HOSTILE = "Isi berkas ini tidak wajar (mengembang berlebihan atau memuat entitas XML) dan tidak dibuka."
    TOO_LONG = "Pembacaan melewati batas waktu dan dihentikan."
    TOO_MUCH_MEMORY = "Pembacaan melewati batas memori dan dihentikan."
    NO_UNIT = "Tidak ada satu unit kompetensi pun yang ditemukan dalam dokumen ini."
    FAILED = "Pembacaan berhenti karena kesalahan yang tidak terduga. Berkas tidak diubah."


class Unreadable(Exception):
    """The file is refused. `detail` adds a figure to the sentence, such as the number of pages."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason.value} ({detail})" if detail else reason.value)

    def __reduce__(self) -> tuple[type[Unreadable], tuple[Reason, str]]:
        return type(self), (self.reason, self.detail)


@dataclass(frozen=True)
class Limits:
    """What one reading may cost."""

    size: int = 50 * MIB
    """Bytes of the file."""
    pages: int = 1500
    unpacked: int = 60 * MIB
    """Bytes of the XML parts of a DOCX, together."""
    seconds: float = 60
    """Wall clock of the child process."""
    memory: int = 500 * MIB
    """Address space of the child process, in bytes."""


USUAL = Limits()
