"""A real installation beside the tests: its own folder and database, a server process on a free port, a worker."""

from __future__ import annotations

import email
import email.policy
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.test import override_settings

from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState
from tests import databases
from tests.cast import PASSWORD

T = TypeVar("T")


def until(condition: Callable[[], T], what: str, seconds: float = 30) -> T:
    """The first true answer of `condition`. Raises AssertionError after `seconds`."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        assert time.monotonic() < end, f"waited {seconds} s in vain: {what}"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Installation:
    """`home` is its JAMSTAC_HOME, `origin` its address. `slug` is the LSP the test walks in."""

    collected: ClassVar[Path | None] = None

    def __init__(self, home: Path, slug: str, database_url: str = "", *, demo: bool = True) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home, self.slug, self.database_url = home, slug, database_url
        self.port = free_port()
        self.origin = f"http://localhost:{self.port}"
        self.demo = demo
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SECRET_KEY")}
        own = {
            "JAMSTAC_HOME": str(self.home),
            "JAMSTAC_ORIGIN": self.origin,
            "JAMSTAC_DEMO": "1" if self.demo else "0",
            "JAMSTAC_LOG": "WARNING",
            "DJANGO_SETTINGS_MODULE": "jamstac.config.settings",
        }
        return {**kept, **own, **({"DATABASE_URL": self.database_url} if self.database_url else {})}

    # ------------------------------------------------------------ processes

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """One `jamstac` command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "jamstac", *command],
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def start(self, *command: str) -> None:
        """A `jamstac` command that goes on beside the test."""
        name = command[0]
        with (self.home / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                [sys.executable, "-m", "jamstac", *command],
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def serve(self, *, worker: bool = True) -> None:
        """Static files collected for one installation serve the next ones of this process as well."""
        static = self.home / "static"
        if not static.exists() and Installation.collected is not None:
            shutil.copytree(Installation.collected, static)
        self.start("serve", "--port", str(self.port), *([] if worker else ["--no-worker"]))
        until(self._answers, f"the server at {self.origin}; {self.home}/serve.log", 60)
        Installation.collected = static

    def _answers(self) -> bool:
        assert self._running["serve"].poll() is None, (self.home / "serve.log").read_text()
        try:
            with urllib.request.urlopen(f"{self.origin}/cek/", timeout=5) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self, name: str | None = None) -> None:
        for each in [name] if name else list(self._running):
            process = self._running.pop(each)
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=25)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def kill(self, name: str) -> None:
        """No goodbye: as a power cut would end it."""
        process = self._running.pop(name)
        process.kill()
        process.wait()

    # ------------------------------------------------------------ what came of it

    def letters(self, to: str) -> list[str]:
        """The texts of the mail to an address, oldest first."""
        found = []
        for path in sorted((self.home / "mail").glob("*.log"), key=lambda each: each.stat().st_mtime_ns):
            for raw in path.read_bytes().split(b"-" * 79 + b"\n"):
                if not raw.strip():
                    continue
                message = email.message_from_bytes(raw, policy=email.policy.default)
                if to in str(message["To"]):
                    assert isinstance(message, EmailMessage)
                    body = message.get_body(preferencelist=("plain",))
                    assert body is not None
                    found.append(str(body.get_content()))
        return found

    def link_to(self, to: str, part: str) -> str:
        """The newest address that mail to `to` holds with `part` in it; waited for."""

        def newest() -> str:
            words = [word for letter in self.letters(to) for word in letter.split()]
            return next((word for word in reversed(words) if word.startswith("http") and part in word), "")

        return until(newest, f"a letter to {to} with a link to {part}")

    def verified(self) -> dict[str, Any]:
        """What `jamstac ledger verify --json` says. Raises AssertionError when the ledger is not whole."""
        done = self.run("ledger", "verify", "--json")
        assert done.returncode == 0, done.stdout + done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Django of this process works in this installation: its database (every commit is real) and its files."""
        at, outside = connection.settings_dict, connections[DEFAULT_DB_ALIAS]
        name = at["NAME"]
        at["NAME"] = self.database_url.rpartition("/")[2] if self.database_url else str(self.home / "jamstac.sqlite3")
        connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
        storages: dict[str, Any] = dict(settings.STORAGES)
        storages["default"] = dict(storages["default"], OPTIONS={"location": self.home / "files"})
        tasks = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        try:
            with override_settings(STORAGES=storages, MEDIA_ROOT=self.home / "files", TASKS=tasks):
                yield
        finally:
            connection.close()
            connections[DEFAULT_DB_ALIAS] = outside
            at["NAME"] = name


def _address(database: str) -> str:
    """The URL of a database on the server of the tests."""
    at = connection.settings_dict
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{database}"


@contextmanager
def copied_world(home: Path) -> Iterator[Installation]:
    """An installation with the world of the tests in it. Everybody's password is `tests.cast.PASSWORD`."""
    home.mkdir(parents=True)
    encoded = Argon2PasswordHasher().encode(PASSWORD, Argon2PasswordHasher().salt())
    if connection.vendor == "sqlite":
        databases.clone_to_file(home / "jamstac.sqlite3")
        url = contextmanager(lambda: iter([""]))()
    else:
        url = databases.fresh_copy("perjalanan", of_world=True)
    with url as name:
        made = Installation(home, "cth", _address(name) if name else "")
        if settings.MEDIA_ROOT.is_dir():
            shutil.copytree(settings.MEDIA_ROOT, home / "files")
        with made.inside(), connection.cursor() as cursor:
            cursor.execute("UPDATE people_account SET password = %s", [encoded])
            Job.objects.filter(state=JobState.WAITING).update(state=JobState.DONE)  # a PDF asked for is made then
        try:
            yield made
        finally:
            made.stop()


@contextmanager
def empty_home(home: Path, slug: str) -> Iterator[Installation]:
    """An installation with nothing in it, not even tables: what `jamstac init` finds."""
    if connection.vendor == "sqlite":
        url = contextmanager(lambda: iter([""]))()
    else:
        url = databases.fresh_copy("kosong", of_world=False)
    with url as name:
        made = Installation(home, slug, _address(name) if name else "", demo=False)
        try:
            yield made
        finally:
            made.stop()
