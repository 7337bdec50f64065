"""`jamstac schemes load FILE.json --lsp SLUG`: a scheme from a file, as a draft a human approves."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from jamstac.bodies.models import Body
from jamstac.ledger.door import Refused, SystemActor
from jamstac.schemes.actions import load_scheme
from jamstac.schemes.loading import SchemeFile, Unreadable, loaded_before, read
from jamstac.ui.why import reasons

LIMIT = 20 * 1024 * 1024


class Command(BaseCommand):
    help = "Memuat skema sertifikasi dari berkas."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        load = acts.add_parser("load", help="Muat skema dengan unit, elemen, dan KUK-nya sebagai rancangan.")
        load.add_argument("file", metavar="BERKAS", help="Berkas JSON.")
        load.add_argument("--lsp", metavar="SLUG", required=True, help="Alamat singkat LSP.")
        load.add_argument("--json", action="store_true", help="Hasil sebagai JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            told = self._load(Path(options["file"]), options["lsp"])
        except Unreadable as stop:
            if not options["json"]:
                raise CommandError(str(stop)) from stop
            self.stdout.write(json.dumps({"ok": False, "reason": str(stop)}, ensure_ascii=False, indent=2))
            sys.exit(1)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            self._tell(told)

    def _load(self, path: Path, slug: str) -> dict[str, Any]:
        body = Body.objects.filter(slug=slug).first()
        if body is None:
            raise Unreadable(f"Tidak ada LSP dengan alamat singkat “{slug}”.")
        file = read(_bytes(path))
        content = file.content
        known = loaded_before(body.pk, content)
        if known is None:
            try:
                load_scheme(SystemActor("loader", body.pk), body, content=content)
            except Refused as refused:
                raise Unreadable(_sentences(refused)) from refused
        elif not known:
            raise Unreadable(
                f"Skema “{content['title']}” nomor “{content['number']}” sudah tercatat dengan unit atau KUK yang "
                "berbeda. Berkas ini tidak dimuat dan yang tercatat tidak diubah."
            )
        return _told(slug, file, known is None)

    def _tell(self, told: dict[str, Any]) -> None:
        counts, scheme = told["counts"], told["scheme"]
        for slip in told["warnings"]:
            self.stdout.write(f"periksa  {slip['place']}: {slip['sentence']}")
        self.stdout.write(
            f"Skema “{scheme['title']}” nomor “{scheme['number']}”: "
            f"{counts['units']} unit, {counts['elements']} elemen, {counts['criteria']} KUK, "
            f"{len(told['warnings'])} hal untuk diperiksa."
        )
        if told["state"] == "known":
            self.stdout.write("Skema ini sudah dimuat sebelumnya; tidak ada yang ditambahkan.")
        else:
            self.stdout.write("Dimuat sebagai rancangan. Direktur atau komite skema mengesahkannya.")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as handle:
            data = handle.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(f"Berkas {path} tidak bisa dibaca.") from error
    if len(data) > LIMIT:
        raise Unreadable(f"Berkas {path} lebih besar dari {LIMIT // 1024 // 1024} MB.")
    return data


def _sentences(refused: Refused) -> str:
    return " ".join(f"{each.sentence} {each.remedy}" for each in reasons(refused.refusals))


def _told(slug: str, file: SchemeFile, new: bool) -> dict[str, Any]:
    return {
        "ok": True,
        "state": "loaded" if new else "known",
        "lsp": slug,
        "scheme": {"number": file.content["number"], "title": file.content["title"]},
        "counts": file.counts,
        "warnings": [{"place": slip.place, "sentence": slip.sentence} for slip in file.slips],
    }
