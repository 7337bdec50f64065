"""`jamstac init`: an empty installation and its first LSP with its direktur. Safe to repeat."""

from __future__ import annotations

import getpass
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email, validate_slug
from django.utils import timezone
from django.utils.text import slugify

from jamstac.bodies.models import Body
from jamstac.bodies.states import BodyKind
from jamstac.ledger.door import Refused
from jamstac.people.models import Account
from jamstac.portal.install import (
    FirstDecree,
    first_body,
    first_director,
    make_account,
    prepare_database,
    prepare_static,
)
from jamstac.ui.why import reasons


class Command(BaseCommand):
    help = "Membuat instalasi kosong, LSP pertama, dan akun direkturnya. Aman diulang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", help="nama singkat LSP, misalnya “LSP Contoh”")
        parser.add_argument("--full-name", help="nama lengkap LSP")
        parser.add_argument("--slug", help="alamat singkat, misalnya contoh")
        parser.add_argument("--kind", choices=BodyKind.values, help="jenis LSP")
        parser.add_argument("--code", help="kode dalam nomor surat, misalnya LSP-CTH")
        parser.add_argument("--city", default="", help="kota")
        parser.add_argument("--address", default="", help="alamat")
        parser.add_argument("--director", help="nama direktur")
        parser.add_argument("--email", help="surel direktur, untuk masuk")
        parser.add_argument("--password-file", help="berkas berisi kata sandi; tanpa ini kata sandi ditanyakan")
        parser.add_argument("--decree-number", help="nomor SK pengangkatan direktur")
        parser.add_argument("--decree-date", type=date.fromisoformat, help="tanggal SK itu, TTTT-BB-HH")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare_database()
        prepare_static()
        self.stdout.write(f"Basis data siap di {settings.HOME}.")
        try:
            body, account = self._make(options)
        except Refused as refused:
            told = [f"{each.sentence} {each.remedy}" for each in reasons(refused.refusals)]
            raise CommandError("\n".join(told)) from refused
        self.stdout.write(
            f"LSP “{body.name}” ada, direkturnya masuk dengan {account.email}.\n\n"
            f"Langkah berikut:\n"
            f"  1. jalankan   jamstac serve\n"
            f"  2. buka       {settings.ORIGIN}/lsp/{body.slug}/pengaturan/\n"
            f"  3. masuk dengan surel direktur, lalu ikuti langkah pengaturan sampai skema pertama dibuka"
        )
        if not account.has_usable_password():
            self.stdout.write("Kata sandi belum ada: pakai “Lupa kata sandi” pada halaman masuk.")

    def _make(self, options: dict[str, Any]) -> tuple[Body, Account]:
        name = self._ask(options["name"], "--name", "Nama singkat LSP")
        slug = options["slug"] or slugify(name.removeprefix("LSP ")) or self._ask(None, "--slug", "Alamat singkat")
        _check(validate_slug, slug, f"Alamat singkat “{slug}” hanya boleh berisi huruf, angka, dan tanda hubung.")
        email = self._ask(options["email"], "--email", "Surel direktur")
        _check(validate_email, email, f"“{email}” bukan alamat surel.")
        director = self._ask(options["director"], "--director", "Nama direktur", email.split("@")[0])
        bare = name.removeprefix("LSP ")
        account = Account.objects.filter(email=email.lower()).first()
        if account is None:
            password = self._password(options["password_file"], Account(email=email.lower()))
            account = make_account(email, password)
        body = first_body(
            slug=slug,
            name=name,
            full_name=options["full_name"] or f"Lembaga Sertifikasi Profesi {bare}",
            kind=self._ask(options["kind"], "--kind", "Jenis LSP (P1, P2, P3)", "P1").upper(),
            code=options["code"] or f"LSP-{slug.upper()}"[:20].rstrip("-_").replace("_", "-"),
            city=options["city"],
            address=options["address"],
        )
        decree = FirstDecree(
            self._ask(options["decree_number"], "--decree-number", "Nomor SK direktur", "belum dicatat"),
            options["decree_date"] or timezone.localdate(),
        )
        first_director(body, account, director, decree)
        return body, account

    def _ask(self, given: str | None, flag: str, question: str, default: str | None = None) -> str:
        if given:
            return given.strip()
        if not sys.stdin.isatty():
            if default is not None:
                return default
            raise CommandError(f"{question} belum diberikan: tambahkan {flag}.")
        hint = f" [{default}]" if default else ""
        while True:
            answer = input(f"{question}{hint}: ").strip() or (default or "")
            if answer:
                return answer

    def _password(self, path: str | None, account: Account) -> str | None:
        """From the file, or asked twice; None (set by mail later) when nobody can be asked."""
        if path is not None:
            try:
                password = Path(path).read_text(encoding="utf-8").strip()
            except OSError as error:
                raise CommandError(f"Berkas kata sandi {path} tidak bisa dibaca.") from error
            _check(lambda value: validate_password(value, account), password, "Kata sandi di berkas terlalu lemah")
            return password
        if not sys.stdin.isatty():
            return None
        while True:
            password = getpass.getpass("Kata sandi direktur: ")
            try:
                validate_password(password, account)
            except ValidationError as error:
                self.stdout.write(" ".join(error.messages))
                continue
            if password == getpass.getpass("Sekali lagi: "):
                return password
            self.stdout.write("Keduanya tidak sama.")


def _check(validate: Any, value: str, sentence: str) -> None:
    try:
        validate(value)
    except ValidationError as error:
        detail = "" if sentence.endswith(".") else f": {' '.join(error.messages)}"
        raise CommandError(sentence + detail) from error
