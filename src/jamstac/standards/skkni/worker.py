"""Reads a decree in a process of its own, with limits on time, memory and pages.

The file comes on standard input and the result goes out as lines of JSON. The child gets no environment but the
Python path, cannot write files, and dies alone: whatever the file does to it ends in a refusal here.
"""

from __future__ import annotations

import json
import os
import resource
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from jamstac.standards.skkni.model import Criterion, Decree, Doubt, Element, Listed, Unit
from jamstac.standards.skkni.paper import Progress
from jamstac.standards.skkni.parsing import read_decree, silent
from jamstac.standards.skkni.reading import Kind
from jamstac.standards.skkni.refusals import USUAL, Limits, Reason, Unreadable

MAX_OUTPUT = 64 * 1024 * 1024
OUT_OF_MEMORY = {-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL}
"""How pdfium breaks off when it gets no memory."""


def read_apart(
    source: Path | bytes,
    kind: Kind | None = None,
    limits: Limits = USUAL,
    progress: Progress = silent,
) -> Decree:
    """As `read_decree`, in a child process. Raises `Unreadable`, also TOO_LONG, TOO_MUCH_MEMORY and FAILED; OSError
    when the file itself cannot be opened. `progress` is called in this process, by page."""
    with _opened(source, limits) as file:
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "jamstac.standards.skkni.worker", json.dumps(_order(kind, limits))],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(path or "." for path in sys.path), "LANG": "C.UTF-8"},
            close_fds=True,
        )
    assert child.stdout is not None
    try:
        answer = _answer(child.stdout, time.monotonic() + limits.seconds, progress)
    finally:
        child.kill()
        child.stdout.close()
        child.wait()
    if answer is None:
        raise Unreadable(_cause(child.returncode))
    if "refused" in answer:
        raise Unreadable(Reason[answer["refused"]], answer["detail"])
    return _decree(answer["decree"])


def _opened(source: Path | bytes, limits: Limits) -> IO[bytes]:
    """The file, or a temporary one with the bytes. Raises `Unreadable` (TOO_BIG)."""
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.size:
        raise Unreadable(Reason.TOO_BIG, f"batasnya {limits.size // (1024 * 1024)} MB")
    if isinstance(source, Path):
        return source.open("rb")
    file = tempfile.TemporaryFile()  # noqa: SIM115
    file.write(source)
    file.seek(0)
    return file


def _order(kind: Kind | None, limits: Limits) -> dict[str, Any]:
    return {"kind": kind.value if kind else None, "limits": asdict(limits)}


def _answer(pipe: IO[bytes], deadline: float, progress: Progress) -> dict[str, Any] | None:
    """The last word of the child; None when it died without one. Raises `Unreadable` (TOO_LONG, HOSTILE)."""
    rest = b""
    received = 0
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not waiting.select(left):
                raise Unreadable(Reason.TOO_LONG)
            chunk = os.read(pipe.fileno(), 1 << 16)
            received += len(chunk)
            if received > MAX_OUTPUT:
                raise Unreadable(Reason.HOSTILE)
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                message = json.loads(line)
                if "done" not in message:
                    return dict(message)
                progress(message["done"], message["of"])
            if not chunk:
                return None


def _cause(code: int) -> Reason:
    """Why a child ended without a word: `code` as of `subprocess`."""
    if code == -signal.SIGXCPU:
        return Reason.TOO_LONG
    if code in OUT_OF_MEMORY:
        return Reason.TOO_MUCH_MEMORY
    return Reason.DAMAGED if code < 0 else Reason.FAILED


def _decree(record: dict[str, Any]) -> Decree:
    """The inverse of `dataclasses.asdict`."""
    units = tuple(
        Unit(**{**unit, "elements": tuple(_element(each) for each in unit["elements"])}) for unit in record["units"]
    )
    listed = tuple(Listed(**each) for each in record["listed"])
    doubts = tuple(Doubt(**each) for each in record["doubts"])
    return Decree(**{**record, "units": units, "listed": listed, "doubts": doubts})


def _element(record: dict[str, Any]) -> Element:
    return Element(**{**record, "criteria": tuple(Criterion(**each) for each in record["criteria"])})


def _limit(limits: Limits) -> None:
    seconds = int(limits.seconds) + 1
    for what, soft in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        value = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.setrlimit(what, (value, value))


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    order = json.loads(sys.argv[1])
    limits = Limits(**order["limits"])
    _limit(limits)
    try:
        data = sys.stdin.buffer.read(limits.size + 1)
        kind = Kind(order["kind"]) if order["kind"] else None
        decree = read_decree(data, kind, limits, lambda done, of: _say({"done": done, "of": of}))
        answer = json.dumps({"decree": asdict(decree)})
    except Unreadable as refused:
        answer = json.dumps({"refused": refused.reason.name, "detail": refused.detail})
    except MemoryError:
        answer = json.dumps({"refused": Reason.TOO_MUCH_MEMORY.name, "detail": ""})
    except RecursionError:
        answer = json.dumps({"refused": Reason.HOSTILE.name, "detail": ""})
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
