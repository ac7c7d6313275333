"""A Graph that answers what a test says, on real TLS with a CA of its own. A double: NOT Graph, and it checks no token."""

from __future__ import annotations

import json
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tenantdock.sandbox.certificates import certificates
from tenantdock.sandbox.folder import Folder


class ScriptedGraph:
    """Answers each path (without its query) with a status and a JSON body; 404 in Graph's words for any other."""

    def __init__(self, folder: Path, answers: dict[str, tuple[int, Any]]) -> None:
        made = certificates(Folder(folder))
        self.anchor = made.ca.read_text("ascii")
        self.answers = answers
        self.headers: dict[str, str] = {}
        self.seconds = 0.0
        self.asked: list[str] = []
        graph = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # one packet for an answer

            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                graph.asked.append(path)
                time.sleep(graph.seconds)
                missing = {"error": {"code": "Request_ResourceNotFound", "message": f"Resource '{path}' does not exist."}}
                status, body = graph.answers.get(path, (404, missing))
                raw = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **graph.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                pass  # a window that is closed cuts its connections

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made.certificate, made.key)
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.root = f"https://localhost:{self._server.server_address[1]}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="scripted-graph")
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)
