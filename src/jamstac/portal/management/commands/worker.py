"""`jamstac worker`: does what acts left to be done (PDF, mail), until it is told to stop."""

from __future__ import annotations

import logging
import signal
import threading
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from jamstac.documents import uploads
from jamstac.ledger import jobs
from jamstac.portal.reminders import look_around

log = logging.getLogger(__name__)

PAUSE = 1.0
"""Seconds between two looks at the queue."""
SWEEP_EVERY = 15
"""Looks between two sweeps for retries and for jobs whose worker died."""
REMIND_EVERY = 60
"""Looks between two rounds of reminders."""


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Mengerjakan antrean: PDF dan surel. Berhenti dengan tenang pada SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Kerjakan yang menunggu sekarang, lalu selesai.")

    def handle(self, *args: Any, **options: Any) -> None:
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        logging.getLogger("django_tasks").setLevel(logging.WARNING)
        stop = threading.Event()
        queue = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

        def finish(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
            stop.set()
            queue.running = False

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, finish)
        rounds = 0
        while not stop.is_set():
            try:
                if rounds % REMIND_EVERY == 0:
                    look_around(timezone.now())
                    uploads.clear(timezone.now())
                if rounds % SWEEP_EVERY == 0:
                    jobs.sweep()
                queue.run()
            except OperationalError:
                log.exception("the database did not answer; trying again")
            close_old_connections()
            if options["once"]:
                break
            rounds += 1
            stop.wait(PAUSE)
