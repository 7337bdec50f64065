"""`jamstac serve`: the pages and a worker in one command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from granian import Granian
from granian.constants import Interfaces

from jamstac.portal.install import migrations_waiting, port_is_free, prepare_static


class Command(BaseCommand):
    help = "Menjalankan server dan pekerja antrean. PORT dari lingkungan atau --port."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--workers", type=int, default=1, help="proses server")
        parser.add_argument("--no-worker", action="store_true", help="tanpa pekerja antrean")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if migrations_waiting():
            raise CommandError("Basis data belum siap: jalankan dulu `jamstac init`, atau `jamstac migrate`.")
        if not port_is_free(host, port):
            raise CommandError(f"Port {port} sedang dipakai program lain. Pilih yang lain, misalnya PORT={port + 1}.")
        prepare_static()
        connections.close_all()
        keeper = None if options["no_worker"] else _Keeper()
        self.stdout.write(f"JAMSTAC berjalan di {settings.ORIGIN}   (berhenti: Ctrl+C)")
        self.stdout.flush()
        try:
            Granian(
                "jamstac.config.wsgi:application",
                address=host,
                port=port,
                interface=Interfaces.WSGI,
                workers=options["workers"],
                blocking_threads=8,
                log_enabled=False,
                workers_kill_timeout=5,
                websockets=False,
            ).serve()
        finally:
            if keeper is not None:
                keeper.stop()


class _Keeper:
    """Keeps one worker process running beside the server."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process = self._start()
        threading.Thread(target=self._watch, daemon=True).start()

    @staticmethod
    def _start() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-m", "jamstac", "worker"], start_new_session=True)

    def _watch(self) -> None:
        while True:
            self._process.wait()
            if self._stopping.wait(2):
                return
            self._process = self._start()

    def stop(self) -> None:
        self._stopping.set()
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
