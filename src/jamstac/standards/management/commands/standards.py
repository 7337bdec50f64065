"""`jamstac standards import FILE --dry-run --json`: what a decree says, without recording anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from jamstac.standards.skkni.model import Decree
from jamstac.standards.skkni.refusals import Unreadable
from jamstac.standards.skkni.report import report
from jamstac.standards.skkni.worker import read_apart


class Command(BaseCommand):
    help = "Membaca keputusan menteri tentang SKKNI dari berkas PDF, DOCX, atau teks."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        load = acts.add_parser("import", help="Baca unit, elemen, dan KUK dari keputusan.")
        load.add_argument("file", metavar="BERKAS", help="Berkas PDF (dengan teks), DOCX, atau teks.")
        load.add_argument("--dry-run", action="store_true", help="Hanya baca; tidak ada yang dicatat.")
        load.add_argument("--json", action="store_true", help="Hasil sebagai JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["dry_run"]:
            raise CommandError(
                "Pakai --dry-run. Mencatat standar dilakukan di layar impor, tempat setiap unit diperiksa dan disahkan."
            )
        try:
            decree = read_apart(Path(options["file"]))
        except Unreadable as refused:
            raise CommandError(str(refused)) from refused
        except OSError as error:
            raise CommandError(f"Berkas {options['file']} tidak bisa dibaca.") from error
        if options["json"]:
            self.stdout.write(json.dumps(report(decree), ensure_ascii=False, indent=2))
        else:
            self._tell(decree)

    def _tell(self, decree: Decree) -> None:
        for doubt in decree.doubts:
            self.stdout.write(f"periksa  halaman {doubt.page} {doubt.code}: {doubt.message}")
        elements = [element for unit in decree.units for element in unit.elements]
        criteria = sum(len(element.criteria) for element in elements)
        self.stdout.write(
            f"{decree.name or 'Keputusan tanpa nomor'}: {len(decree.units)} unit, {len(elements)} elemen, "
            f"{criteria} KUK, {len(decree.doubts)} hal untuk diperiksa."
        )
