"""How long does reading a decree of 300 pages take, and how much memory? The promise: under 10 seconds and 500 MB.

    python benchmarks/skkni_import.py [FILE...]

Without files: an invented decree of some 300 pages. Read as the screen reads it, in a limited process of its own.
Beside it, on the same file in the same run: `pdftotext -layout` (poppler-utils), what somebody would use who copies
units by hand. It gives text, not units.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.standards.decrees import Unit, pdf, unit  # noqa: E402

from jamstac.standards.skkni.worker import read_apart  # noqa: E402

SECONDS, MEGABYTES = 10.0, 500.0
UNITS = 100
PROBE = """
import resource, sys
from pathlib import Path
from jamstac.standards.skkni.worker import read_apart
read_apart(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
"""Run by a small process, because a child counts what its parent held when it was born."""


def _invented() -> bytes:
    """100 units of three pages each."""
    line = "Ketentuan rekaan tentang perawatan tanaman pagar di kebun percobaan yang dibaca sampai akhir"
    items = tuple(f"{section}.{at} {line}." for section in (1, 2, 3) for at in range(1, 8))
    guide = (*items, "5. Aspek kritis", f"5.1 {line}.")
    units: list[Unit] = [
        unit(f"J.620100.{at:03}.01", f"Merawat Petak Pagar Nomor {at}", 4, 5, variables=items, guide=guide)
        for at in range(1, UNITS + 1)
    ]
    return pdf(units)


def _memory(file: Path) -> float:
    """Most memory the reading process held, in MB."""
    environment = {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", PROBE, file], capture_output=True, check=True, env=environment)
    return float(done.stdout)


def _timed(act: Callable[[], object]) -> float:
    """Seconds on the clock: the middle of three runs."""
    runs = []
    for _ in range(3):
        start = time.perf_counter()
        act()
        runs.append(time.perf_counter() - start)
    return sorted(runs)[1]


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="jamstac-benchmark-") as home:
        files = [Path(each) for each in sys.argv[1:]]
        if not files:
            files = [Path(home) / "keputusan-rekaan.pdf"]
            files[0].write_bytes(_invented())
        broken = False
        for file in files:
            decree = read_apart(file)
            taken = _timed(partial(read_apart, file))
            command = ["pdftotext", "-layout", file, "-"]
            other = _timed(partial(subprocess.run, command, capture_output=True, check=True))
            memory = _memory(file)
            kuk = sum(len(element.criteria) for each in decree.units for element in each.elements)
            print(f"{file.name}: {decree.pages} pages, {len(decree.units)} units, {kuk} KUK")
            print(f"  jamstac   {taken:6.2f} s, {1000 * taken / decree.pages:.1f} ms a page, {memory:.0f} MB")
            print(f"  pdftotext {other:6.2f} s; text only; jamstac takes {taken / other:.1f} times as long")
            broken = broken or taken > SECONDS or memory > MEGABYTES
        print(f"promise: {SECONDS:.0f} s and {MEGABYTES:.0f} MB for 300 pages")
        return int(broken)


if __name__ == "__main__":
    sys.exit(main())
