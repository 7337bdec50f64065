"""How long does "Cetak seluruh berkas" take for a case of 40 sheets? The promise: under 5 seconds.

    python benchmarks/case_file.py [SHEETS]

Beside it, on the same PDFs in the same run: `pdfunite` (poppler-utils), what somebody would use who has the files
in a folder. It puts them one after the other, without contents and without page numbers.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
_HOME = tempfile.TemporaryDirectory(prefix="jamstac-benchmark-")
sys.path.insert(0, str(ROOT))
os.environ["JAMSTAC_HOME"] = _HOME.name
os.environ.setdefault("SECRET_KEY", "only-for-the-benchmark")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jamstac.config.settings")
django.setup()

from django.utils import timezone  # noqa: E402
from tests.records import content, whole  # noqa: E402

from jamstac.bodies.models import Body  # noqa: E402
from jamstac.documents.casefile import Cover, Part, bind  # noqa: E402
from jamstac.documents.render import compile_record  # noqa: E402
from jamstac.documents.states import SheetCode  # noqa: E402

PROMISE = 5.0


def _parts(count: int) -> list[Part]:
    """`count` sheets, every kind in turn, printed once as the worker does when they are signed."""
    codes = list(SheetCode)
    printed = {code: compile_record(code, whole(code, content(code))) for code in codes[:count]}
    chosen = [codes[number % len(codes)] for number in range(count)]
    return [Part(code.value, str(code.label), 1, printed[code]) for code in chosen]


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor (children included): the middle of five runs."""
    runs = []
    for _ in range(5):
        before, start = os.times(), time.perf_counter()
        act()
        now = os.times()
        runs.append((time.perf_counter() - start, sum(now[:4]) - sum(before[:4])))
    return sorted(runs)[2]


def main() -> int:
    count = int(sys.argv[1]) if sys.argv[1:] else 40
    with _HOME:
        start = time.perf_counter()
        parts = _parts(count)
        printing = time.perf_counter() - start
        cover = Cover(
            Body(name="LSP Contoh", full_name="LSP Contoh Rekaan", time_zone="Asia/Jakarta"),
            "BNSP-LSP-0000-ID",
            "2026/0417",
            "Asesi Rekaan",
            timezone.now(),
        )
        files = []
        for number, part in enumerate(parts):
            files.append(Path(_HOME.name) / f"{number:03}.pdf")
            files[-1].write_bytes(part.pdf)
        binding, processor = _timed(lambda: bind(cover, parts))
        united = str(Path(_HOME.name) / "united.pdf")
        uniting, other = _timed(lambda: subprocess.run(["pdfunite", *map(str, files), united], check=True))
        size, theirs = len(bind(cover, parts)), Path(united).stat().st_size
    mib = 2**20
    print(f"{count} sheets, {sum(len(part.pdf) for part in parts) / mib:.1f} MiB, printed before in {printing:.1f} s")
    print(f"whole case file {binding:6.2f} s, {processor:.2f} s processor, {size / mib:.1f} MiB; promise {PROMISE:.0f}")
    print(f"pdfunite        {uniting:6.2f} s, {other:.2f} s processor, {theirs / mib:.1f} MiB; no contents, no numbers")
    print(f"the file takes {binding / uniting:.1f} times as long, {processor / other:.1f} times the processor")
    return int(binding > PROMISE)


if __name__ == "__main__":
    sys.exit(main())
