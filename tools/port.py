"""`make run` asks first: is the port free? A clear sentence and exit 1 when it is not."""

from __future__ import annotations

import socket
import sys


def is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def main() -> int:
    port = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdecimal() else 0
    if not 1 <= port <= 65535:
        print("PORT harus angka antara 1 dan 65535, misalnya PORT=8001.")
        return 1
    if not is_free(port):
        print(f"Port {port} sedang dipakai program lain. Pilih yang lain, misalnya: make run PORT={port % 65535 + 1}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
