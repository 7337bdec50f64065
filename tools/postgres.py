"""A throw-away PostgreSQL cluster for the tests: made under a temp folder, a free loopback port, gone at the end.

As root the server runs under the `postgres` user (it refuses root). `TEST_DATABASE_URL` wins when set.
Raises RuntimeError with a sentence when the server's programs are missing.

    python tools/postgres.py COMMAND …   runs COMMAND with DATABASE_URL set to such a cluster
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path


def binaries() -> Path | None:
    """The newest installed server's folder of programs; None when there is no server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """The URL of a running cluster."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL belum terpasang: jalankan `make system`, atau pasang paket postgresql.")
    root = os.geteuid() == 0
    as_user = ["runuser", "-u", "postgres", "--"] if root else []
    folder = Path(tempfile.mkdtemp(prefix="jamstac-pg-"))
    if root:
        shutil.chown(folder, "postgres", "postgres")
    folder.chmod(0o755)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run([*as_user, *command], check=True, capture_output=True, cwd="/", timeout=120)

    try:
        run(
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "jamstac",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        options = (
            f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off "
            "-c full_page_writes=off -c max_connections=120"
        )
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-o", options, "-l", str(folder / "log"), "start")
        try:
            yield f"postgres://jamstac@127.0.0.1:{port}/postgres"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    if not sys.argv[1:]:
        print("Pakai: python tools/postgres.py PERINTAH …")
        return 2
    try:
        with cluster() as url:
            return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except RuntimeError as error:
        print(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
