"""A server of the shape of the WhatsApp Cloud API, on this machine: answers what it is told to answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "token-rekaan"
PHONE_NUMBER_ID = "100000000000001"


@dataclass
class CloudApi:
    """`calls` are the contents received; `answers` are (status, error code) of the next calls, good when empty."""

    url: str
    calls: list[dict[str, Any]] = field(default_factory=list)
    answers: list[tuple[int, int]] = field(default_factory=list)


@contextmanager
def cloud_api() -> Iterator[CloudApi]:
    api = CloudApi("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, answer = self._answer(content)
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _answer(self, content: dict[str, Any]) -> tuple[int, dict[str, Any]]:
            if self.headers.get("Authorization") != f"Bearer {TOKEN}":
                return 401, {"error": {"message": "Invalid OAuth access token", "code": 190}}
            if self.path != f"/v24.0/{PHONE_NUMBER_ID}/messages":
                return 404, {"error": {"message": "Unknown path", "code": 100}}
            if api.answers:
                status, code = api.answers.pop(0)
                return status, {"error": {"message": "as told", "code": code}}
            api.calls.append(content)
            number = len(api.calls)
            return 200, {
                "messaging_product": "whatsapp",
                "contacts": [{"input": content["to"], "wa_id": content["to"]}],
                "messages": [{"id": f"wamid.{number}", "message_status": "accepted"}],
            }

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_port}/v24.0"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
