"""What an installation needs before its first page: tables, static files, a first LSP with its direktur."""

from __future__ import annotations

import hashlib
import socket
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from jamstac.bodies.actions import create_body
from jamstac.bodies.models import Body
from jamstac.documents.actions import set_edition
from jamstac.ledger.door import SystemActor, installation
from jamstac.people.actions import appoint, register_person
from jamstac.people.models import Account, Appointment, Person
from jamstac.people.states import Function

INSTALLER = "installer"

EDITION = "2023"
EDITION_SOURCE = "Formulir baku perangkat asesmen, edisi 2023"
"""What the templates of this release print. An LSP that changes to another edition says so in its setup."""


def migrations_waiting() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def prepare_database() -> None:
    """Folders and tables; nothing where nothing is missing."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    if migrations_waiting():
        call_command("migrate", interactive=False, verbosity=0)


def prepare_static() -> bool:
    """Collect the static files when they are not those of last time. True when they were collected."""
    root, stamp = Path(settings.STATIC_ROOT), Path(settings.STATIC_ROOT) / ".stamp"
    wanted = _static_stamp()
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    call_command("collectstatic", interactive=False, clear=root.exists(), verbosity=0)
    stamp.write_text(wanted)
    return True


def _static_stamp() -> str:
    """Names, sizes and times of all source files: enough to see a change without reading them."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = Path(storage.path(name)).stat()
            found.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()


def port_is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def make_account(email: str, password: str | None) -> Account:
    """The account of an address; made with a verified address when there is none. Without a password the
    owner sets one by the link that only this mailbox receives."""
    email = email.strip().lower()
    account = Account.objects.filter(email=email).first()
    if account is None:
        account = Account.objects.create_user(email, password)
        EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    return account


@dataclass(frozen=True)
class FirstDecree:
    """The SK that made the direktur, as far as it is known when the LSP is installed."""

    number: str
    day: date


def first_body(*, slug: str, name: str, full_name: str, kind: str, code: str, city: str, address: str) -> Body:
    """The LSP of `slug`; made through the door when there is none."""
    body = Body.objects.filter(slug=slug).first()
    if body is not None:
        return body
    body = create_body(
        SystemActor(INSTALLER),
        installation(),
        slug=slug,
        name=name,
        full_name=full_name,
        kind=kind,
        code=code,
        city=city,
        address=address,
    )
    set_edition(SystemActor(INSTALLER, body.pk), body, edition=EDITION, source_title=EDITION_SOURCE)
    return body


def first_director(body: Body, account: Account, name: str, decree: FirstDecree) -> Person:
    """The account as direktur of `body`, through the doors; nothing when it is one already."""
    actor = SystemActor(INSTALLER, body.pk)
    person = Person.objects.filter(body=body, account=account).first()
    if person is None:
        person = register_person(actor, body, account=account, name=name, email=account.email or "")
    if not Appointment.objects.filter(person=person, function=Function.DIRECTOR).exists():
        appoint(
            actor,
            person,
            function=Function.DIRECTOR,
            decree_number=decree.number,
            decree_date=decree.day,
            valid_from=decree.day,
        )
    return person
