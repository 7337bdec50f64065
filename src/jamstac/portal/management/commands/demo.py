"""`jamstac demo`: the demo LSP in a database of its own. Safe to repeat; prints who may sign in."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from jamstac.people.states import Function
from jamstac.portal.demo.build import build, is_begun, is_built
from jamstac.portal.demo.cast import PASSWORD, STAFF
from jamstac.portal.demo.office import SLUG
from jamstac.portal.install import prepare_database, prepare_static

HALF = ".demo-sedang-dibuat"
"""Stands in the folder while the demo is being made: a demo that was interrupted is made anew."""


class Command(BaseCommand):
    help = "Membuat LSP contoh dengan berkas di setiap keadaan. Aman diulang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="tanpa daftar akun")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "LSP contoh hanya dibuat di tempatnya sendiri: JAMSTAC_DEMO=1 JAMSTAC_HOME=var/demo jamstac demo"
            )
        mark = Path(settings.HOME) / HALF
        if mark.exists():
            self._forget()
        prepare_database()
        if not is_built():
            if is_begun():
                raise CommandError(f"{settings.HOME} berisi LSP lain. Pilih folder kosong dengan JAMSTAC_HOME=…")
            self.stdout.write("Membuat LSP contoh dan berkas-berkasnya, satu per satu lewat pintunya …")
            self.stdout.flush()
            started = time.monotonic()
            mark.touch()
            build()
            mark.unlink()
            self.stdout.write(f"Selesai dalam {time.monotonic() - started:.0f} detik.")
        prepare_static()
        if not options["quiet"]:
            self.stdout.write(accounts_text())

    def _forget(self) -> None:
        """Drop a half-made demo. Only SQLite: a demo on PostgreSQL is dropped by hand."""
        if connection.vendor != "sqlite":
            raise CommandError("LSP contoh terputus saat dibuat. Kosongkan basis datanya, lalu ulangi.")
        connection.close()
        name = Path(str(connection.settings_dict["NAME"]))
        for path in (name, name.with_name(f"{name.name}-wal"), name.with_name(f"{name.name}-shm")):
            path.unlink(missing_ok=True)
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
        (Path(settings.HOME) / HALF).unlink(missing_ok=True)


def accounts_text() -> str:
    """Who may sign in, for a terminal."""
    lines = [f"\nAkun contoh (kata sandi semuanya: {PASSWORD})\n"]
    lines += [
        f"  {member.email:<22} {member.name:<20} {', '.join(Function(each).label for each in member.functions)}"
        for member in STAFF
    ]
    lines += [
        f"  {'sari@contoh.test':<22} {'Sari Contoh':<20} Asesi, bersertifikat",
        f"  {'joko@contoh.test':<22} {'Joko Tamsilan':<20} Asesi, menunggu tanda tangan FR.AK.01",
        f"  {'gita@contoh.test':<22} {'Gita Kalau':<20} Asesi, permohonannya dikembalikan",
        f"  {'0000001103040001':<22} {'Nanda Seumpama':<20} Asesi tanpa surel, masuk dengan NIK",
        f"\nMasuk di {settings.ORIGIN}/akun/login/ · surel ada di {settings.ORIGIN}/surel/ · LSP: /lsp/{SLUG}/",
        "Verifikasi dua langkah tidak wajib dalam peragaan ini. Agar jadwalnya jatuh pada hari ini lagi: make demo-new",
    ]
    return "\n".join(lines)
