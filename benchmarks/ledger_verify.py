"""How long does a million ledger entries take to verify? The promise: under 30 seconds.

    python benchmarks/ledger_verify.py [COUNT]

Beside it, on the same rows in the same run: what somebody would use who has no chain. Reading every row with
sqlite3 and hashing it finds nothing but unreadable rows; `sha256sum` of a dump finds that something changed, not
what. `verify` names the first broken entry, compares columns with contents and gives the Merkle root.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import django

_HOME = tempfile.TemporaryDirectory(prefix="jamstac-benchmark-")
os.environ["JAMSTAC_HOME"] = _HOME.name
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("SECRET_KEY", "only-for-the-benchmark")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jamstac.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from jamstac.ledger.chain import lock_chain, verify  # noqa: E402
from jamstac.ledger.door import open_guard  # noqa: E402
from jamstac.ledger.models import Chain, Entry  # noqa: E402

PROMISE = 30.0
BATCH = 5000
SUBJECT = UUID("0190aaaa-0000-7000-8000-000000000001")


def _make(count: int) -> None:
    """A chain of `count` entries as doors write them, in batches under the guard."""
    with transaction.atomic(), open_guard("benchmark"):
        chain = lock_chain(None)
    start, head = timezone.now(), ""

    def entries(first: int, last: int) -> Iterator[Entry]:
        nonlocal head
        for seq in range(first, last):
            at = start + timedelta(seconds=seq)
            body = {
                "actor": {"appointments": [str(SUBJECT)], "kind": "staff", "person": str(SUBJECT)},
                "at": at.isoformat(),
                "case": str(SUBJECT),
                "event": "assessment.evidence_marked",
                "facts": {"authentic": True, "current": True, "evidence": str(SUBJECT), "valid": True},
                "person": str(SUBJECT),
                "prev": head,
                "rules": "2026-1",
                "seq": seq,
                "subject": ["assessment.evidence", str(SUBJECT)],
            }
            payload = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
            head = hashlib.sha256(payload).hexdigest()
            yield Entry(
                chain=chain,
                seq=seq,
                event="assessment.evidence_marked",
                subject_type="assessment.evidence",
                subject_id=SUBJECT,
                case_id=SUBJECT,
                person_id=SUBJECT,
                at=at,
                payload=payload,
                digest=head,
            )

    for first in range(1, count + 1, BATCH):
        with transaction.atomic(), open_guard("benchmark"):
            last = min(first + BATCH, count + 1)
            Entry.objects.bulk_create(entries(first, last), batch_size=BATCH)
            Chain.objects.filter(pk=chain.pk).update(head_seq=last - 1, head_digest=head)


def _verify() -> None:
    report = verify(Chain.objects.get(body_id=None))
    assert report.broken is None, report.broken


def _read_and_hash(path: Path) -> None:
    with sqlite3.connect(path) as database:
        for payload, digest in database.execute("SELECT payload, digest FROM ledger_entry ORDER BY seq"):
            assert hashlib.sha256(payload).hexdigest() == digest


def _dump(path: Path, target: Path) -> None:
    with sqlite3.connect(path) as database, target.open("wb") as file:
        for (payload,) in database.execute("SELECT payload FROM ledger_entry ORDER BY seq"):
            file.write(payload + b"\n")


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> int:
    count = int(sys.argv[1]) if sys.argv[1:] else 1_000_000
    home = Path(_HOME.name)
    with _HOME:
        call_command("migrate", verbosity=0)
        made = _timed(lambda: _make(count))
        path, dump = home / "jamstac.sqlite3", home / "dump"
        _dump(path, dump)
        reading = _timed(lambda: _read_and_hash(path))
        processor = time.process_time()
        verifying = _timed(_verify)
        processor = time.process_time() - processor
        summing = _timed(lambda: subprocess.run(["sha256sum", str(dump)], check=True, capture_output=True))
        size = path.stat().st_size / 2**20
    print(f"{count:,} entries, {size:,.0f} MiB on SQLite, written in {made:.0f} s")
    print(
        f"jamstac ledger verify        {verifying:6.2f} s   promise {PROMISE:.0f} s; {processor:.2f} s of one processor"
    )
    print(f"read and hash every row      {reading:6.2f} s   verify takes {verifying / reading:.1f} times as long")
    print(f"sha256sum of a dump          {summing:6.2f} s   verify takes {verifying / summing:.1f} times as long")
    return int(verifying > PROMISE)


if __name__ == "__main__":
    sys.exit(main())
