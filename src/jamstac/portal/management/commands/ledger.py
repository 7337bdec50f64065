"""`jamstac ledger verify` and `jamstac ledger checkpoint`."""

from __future__ import annotations

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from jamstac.bodies.models import Body
from jamstac.kernel.notes import Checkpoint
from jamstac.ledger.chain import Break, Report, open_alarm, verify
from jamstac.ledger.checkpoints import make_note, read_notes, signing_key, verifier_key
from jamstac.ledger.models import Chain

INSTALLATION = "jamstac"
"""Origin of the installation's own chain; an LSP's is `jamstac/<slug>`."""


@dataclass(frozen=True)
class Walk:
    """One chain, walked. `chain` is None when a checkpoint names a chain that is no longer there."""

    origin: str
    chain: Chain | None
    report: Report

    def told(self) -> dict[str, Any]:
        broken = self.report.broken
        return {
            "chain": self.origin,
            "entries": self.report.size,
            "head": self.report.head,
            "root": self.report.root.hex(),
            "ok": broken is None,
            "broken": None if broken is None else {"seq": broken.seq, "reason": broken.reason},
        }


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Memeriksa buku besar, atau membuat titik periksa yang ditandatangani."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        check = acts.add_parser("verify", help="Periksa setiap rantai; keluar dengan kode 1 bila ada yang rusak.")
        check.add_argument("--json", action="store_true", help="Hasil sebagai JSON.")
        check.add_argument("--since", metavar="BERKAS", help="Titik periksa lama: ekor yang dipotong ikut ketahuan.")
        check.add_argument("--lsp", metavar="SLUG", help="Hanya rantai LSP ini.")
        note = acts.add_parser("checkpoint", help="Titik periksa bertanda tangan (C2SP signed note).")
        note.add_argument("--lsp", metavar="SLUG", help="Hanya rantai LSP ini.")
        note.add_argument("--out", metavar="BERKAS", help="Tulis ke berkas ini, bukan ke layar.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["act"] == "checkpoint":
            self._checkpoint(_chains(options["lsp"]), options["out"])
        else:
            self._verify(options["lsp"], _marks(options["since"]), options["json"])

    def _verify(self, slug: str | None, marks: dict[str, Checkpoint], as_json: bool) -> None:
        walks = _walks(slug, marks)
        for walk in walks:
            if walk.report.broken and walk.chain is not None:
                _alarm(walk.chain, walk.report.broken)
        sound = all(walk.report.broken is None for walk in walks)
        if as_json:
            self.stdout.write(json.dumps({"ok": sound, "chains": [walk.told() for walk in walks]}, indent=2))
        else:
            for walk in walks:
                self.stdout.write(_line(walk))
        if not sound:
            sys.exit(1)

    def _checkpoint(self, chains: dict[str, Chain], out: str | None) -> None:
        notes = []
        for origin, chain in chains.items():
            report = _walk(chain, None)
            if report.broken is not None:
                _alarm(chain, report.broken)
                raise CommandError(f"{origin}: {_told(report.broken)}. Rantai yang rusak tidak diberi titik periksa.")
            notes.append(make_note(origin, report))
            self.stderr.write(f"kunci publik: {verifier_key(origin, signing_key(origin).public_key())}")
        text = "\n".join(notes)
        if out:
            Path(out).write_text(text, encoding="utf-8")
            self.stdout.write(f"{len(notes)} titik periksa ditulis ke {out}")
        else:
            self.stdout.write(text, ending="")


def _chains(slug: str | None) -> dict[str, Chain]:
    """Chains by origin, the installation's first."""
    slugs = dict(Body.objects.values_list("pk", "slug"))
    found = {}
    for chain in Chain.objects.order_by("body_id"):
        name = "" if chain.body_id is None else f"/{slugs.get(chain.body_id, chain.body_id)}"
        found[f"{INSTALLATION}{name}"] = chain
    if slug is not None:
        wanted = f"{INSTALLATION}/{slug}"
        if wanted not in found:
            raise CommandError(f"Tidak ada LSP dengan alamat singkat {slug}, atau belum ada tindakan di dalamnya.")
        return {wanted: found[wanted]}
    return dict(sorted(found.items()))


def _marks(path: str | None) -> dict[str, Checkpoint]:
    if path is None:
        return {}
    try:
        return read_notes(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"Titik periksa {path} tidak bisa dipakai: {error}") from error


UNREADABLE = (DatabaseError, ValueError, OverflowError, Chain.DoesNotExist)
"""What reading damaged rows ends in."""


def _walks(slug: str | None, marks: dict[str, Checkpoint]) -> list[Walk]:
    try:
        chains = _chains(slug)
    except UNREADABLE as error:
        return [Walk(INSTALLATION, None, _broken(f"daftar rantai tidak terbaca: {error}"))]
    with ThreadPoolExecutor(max_workers=1) as beside:
        pages = beside.submit(_page_damage) if slug is None and _may_read_beside() else None
        walks = [Walk(origin, chain, _walk(chain, marks.get(origin))) for origin, chain in chains.items()]
    if slug is None:
        lost = _broken("seluruh rantai pada titik periksa hilang", 1)
        walks += [Walk(origin, None, lost) for origin in marks if origin not in chains]
        damage = _page_damage() if pages is None else pages.result()
        if damage and all(walk.report.broken is None for walk in walks):
            walks.append(Walk(INSTALLATION, None, _broken(f"berkas basis data rusak: {damage}")))
    return walks


def _broken(reason: str, seq: int = 0) -> Report:
    return Report(0, "", b"", Break(seq, reason))


def _walk(chain: Chain, since: Checkpoint | None) -> Report:
    try:
        return verify(chain, since)
    except UNREADABLE as error:
        return _broken(f"kepala rantai tidak terbaca: {error}")


def _may_read_beside() -> bool:
    """A second connection sees the same rows: a database in a file, no transaction open here."""
    return connection.vendor == "sqlite" and not connection.in_atomic_block and not connection.is_in_memory_db()  # type: ignore[attr-defined]


def _page_damage() -> str:
    """On SQLite: what is wrong with the pages and indexes under the ledger, outside the columns that `verify` reads.
    SQLite itself looks, without Python's lock: beside the walk it costs a second core, not time."""
    if connection.vendor != "sqlite":
        return ""
    try:
        with connection.cursor() as cursor:
            for table in ("ledger_entry", "ledger_chain"):
                cursor.execute(f"PRAGMA integrity_check({table})")
                for (problem,) in cursor.fetchall():
                    if problem != "ok":
                        return str(problem)
    except DatabaseError as error:
        return str(error)
    finally:
        if threading.current_thread() is not threading.main_thread():
            connection.close()
    return ""


def _alarm(chain: Chain, broken: Break) -> None:
    """The alarm stops every act until the manajer mutu explains it; a file that cannot be written raises none."""
    try:
        open_alarm(chain, broken.seq, broken.reason[:200])
    except DatabaseError as error:
        print(f"alarm tidak dapat dicatat: {error}", file=sys.stderr)  # noqa: T201


def _told(broken: Break) -> str:
    return f"entri {broken.seq} rusak: {broken.reason}" if broken.seq else broken.reason


def _line(walk: Walk) -> str:
    if walk.report.broken is not None:
        return f"RUSAK  {walk.origin}: {_told(walk.report.broken)}"
    return f"utuh   {walk.origin}: {walk.report.size} entri, kepala {walk.report.head[:16] or '-'}"
