"""For tests of the network: a pace that waits for nothing, and proxies that are real, small, and do what a test wants.

A :class:`TestProxy` speaks CONNECT on a real socket. It can ask for a password, refuse, answer nothing, and intercept TLS with a
root of its own, as an inspection product does.
"""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.ports import Clock
from tenantdock.domain.settings import ProxySettings, Settings
from tenantdock.domain.signin import NetworkListener
from tenantdock.identity.network import Network
from tenantdock.identity.pace import Pace
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.proxies_system import SystemProxy


@dataclass
class Waits:
    """Waiting, openly a fake: it takes no time, and remembers how long it should have taken."""

    seconds: list[float] = field(default_factory=list)
    on_wait: Callable[[float], None] = lambda _: None

    def __call__(self, cancel: Cancel, seconds: float) -> None:
        cancel.check()
        self.seconds.append(seconds)
        self.on_wait(seconds)


def hasty(
    clock: Clock,
    *,
    waits: Waits | None = None,
    draw: float = 1.0,
    proxies: Proxies | None = None,
    on_change: NetworkListener | None = None,
) -> Network:
    """A network whose pauses take no time; *draw* is what its dice give."""
    pace = Pace(clock, draw=lambda: draw, wait=waits or Waits())
    return Network(clock, proxies=proxies or direct(clock), pace=pace, on_change=on_change)


def direct(clock: Clock) -> Proxies:
    """No proxy, whatever this computer says."""
    return Proxies(clock, system=SystemProxy)


class FakeSettings:
    """A settings store in memory, openly a fake."""

    def __init__(self, proxy: ProxySettings | None = None) -> None:
        self.settings = Settings(proxy=proxy or ProxySettings())
        self.listeners: list[Callable[[Settings], None]] = []

    def current(self) -> Settings:
        return self.settings

    def save(self, settings: Settings) -> None:
        self.settings = settings
        for listener in self.listeners:
            listener(settings)

    def listen(self, listener: Callable[[Settings], None]) -> None:
        self.listeners.append(listener)


class TestProxy:
    """A proxy. *users* are those it knows, by name (empty: everybody may); *schemes* its Proxy-Authenticate headers; *status* what
    it answers instead of connecting; *silent* has it answer nothing; *intercept* is the root with which it reads along.
    """

    __test__ = False

    def __init__(self) -> None:
        self.users: dict[str, str] = {}
        self.schemes: list[str] = ['Basic realm="the proxy"']
        self.status = 0
        self.answer: bytes | None = None
        self.silent = False
        self.intercept: Root | None = None
        self.heads: list[str] = []
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.label = f"127.0.0.1:{self.port}"
        self._start(self._accept)

    @property
    def targets(self) -> list[str]:
        return [head.split(" ")[1] for head in self.heads]

    @property
    def passwords(self) -> list[str]:
        """The user:password of each request that had one."""
        lines = [line for head in self.heads for line in head.split("\r\n") if line.startswith("Proxy-Authorization: Basic ")]
        return [base64.b64decode(line.rpartition(" ")[2]).decode() for line in lines]

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        with self._lock:
            opened = list(self._open)
        for one in opened:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(10)

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, name="test-proxy", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._server.accept()
                self._keep(caller)
                self._start(self._serve, caller)

    def _keep(self, one: socket.socket) -> None:
        with self._lock:
            self._open.append(one)

    def _serve(self, caller: socket.socket) -> None:
        with contextlib.suppress(OSError, ssl.SSLError), caller:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = caller.recv(4096)
                if not piece:
                    return
                head += piece
            text = head.decode("latin-1")
            self.heads.append(text)
            if self.silent:
                while caller.recv(4096):
                    pass
                return
            refusal = self._refusal(text)
            if refusal is not None:
                caller.sendall(refusal)
                return
            host, _, port = text.split(" ")[1].rpartition(":")
            with socket.create_connection((host.strip("[]"), int(port)), 10) as server:
                self._keep(server)
                caller.sendall(b"HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n")
                self._join(caller, server, host)

    def _refusal(self, text: str) -> bytes | None:
        if self.answer is not None:
            return self.answer
        known = {base64.b64encode(f"{user}:{word}".encode()).decode() for user, word in self.users.items()}
        if self.status:
            return f"HTTP/1.1 {self.status} No\r\nContent-Length: 0\r\n\r\n".encode()
        if self.users and not any(f"Proxy-Authorization: Basic {one}\r\n" in text for one in known):
            asks = "".join(f"Proxy-Authenticate: {scheme}\r\n" for scheme in self.schemes)
            return f"HTTP/1.1 407 Who are you\r\n{asks}Content-Length: 0\r\n\r\n".encode()
        return None

    def _join(self, caller: socket.socket, server: socket.socket, host: str) -> None:
        if self.intercept is None:
            pump = threading.Thread(target=_pump, args=(server, caller), daemon=True)
            pump.start()
            _pump(caller, server)
            pump.join(10)
            return
        ours = self.intercept.server(host)
        outer = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        outer.check_hostname, outer.verify_mode = False, ssl.CERT_NONE
        with ours.wrap_socket(caller, server_side=True) as inside, outer.wrap_socket(server, server_hostname=host) as outside:
            self._keep(inside)
            self._keep(outside)
            pump = threading.Thread(target=_pump, args=(outside, inside), daemon=True)
            pump.start()
            _pump(inside, outside)
            pump.join(10)


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError, ssl.SSLError):
        while piece := source.recv(16384):
            target.sendall(piece)
    for one in (target, source):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def proxy() -> Iterator[TestProxy]:
    made = TestProxy()
    try:
        yield made
    finally:
        made.close()


KEY_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


class Root:
    """A root certificate of its own, and the server certificates it makes."""

    def __init__(self, folder: Path, name: str = "Contoso TLS Inspection", organisation: str = "Contoso Security") -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._made = 0
        self.name = x509.Name(
            [
                x509.NameAttribute(x509.NameOID.COMMON_NAME, name),
                x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, organisation),
            ]
        )
        usage = dict.fromkeys(KEY_USAGES, False) | {"key_cert_sign": True, "crl_sign": True}
        self.certificate = (
            self._builder(self.name, self._key.public_key(), dt.timedelta(days=-1), dt.timedelta(days=2))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(**usage), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.pem = self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    def trusted(self) -> Path:
        """A file of trusted roots with this one in it, for ``SSL_CERT_FILE``: of the systems' stores OpenSSL's alone is set so."""
        if sys.platform in {"win32", "darwin"}:
            pytest.skip("this system's trust store is not set by a variable")
        path = self._folder / "roots.pem"
        path.write_text(self.pem)
        return path

    def server(
        self,
        host: str,
        *,
        starts: dt.timedelta = dt.timedelta(hours=-1),
        ends: dt.timedelta = dt.timedelta(days=1),
        signed_by_itself: bool = False,
        with_root: bool = True,
    ) -> ssl.SSLContext:
        """The TLS context of a server that is called *host*, with a certificate that is valid from *starts* to *ends* from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
        alternative: list[x509.GeneralName] = [x509.DNSName(host)]
        with contextlib.suppress(ValueError):
            alternative = [x509.IPAddress(ipaddress.ip_address(host))]
        builder = self._builder(name, key.public_key(), starts, ends, issuer=name if signed_by_itself else self.name)
        certificate = (
            builder.add_extension(x509.SubjectAlternativeName(alternative), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .sign(key if signed_by_itself else self._key, hashes.SHA256())
        )
        private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        self._made += 1
        chain = self._folder / f"server-{self._made}.pem"
        extra = self.pem.encode() if with_root and not signed_by_itself else b""
        chain.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM) + extra)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        return context

    def _builder(
        self, subject: x509.Name, key: object, starts: dt.timedelta, ends: dt.timedelta, *, issuer: x509.Name | None = None
    ) -> x509.CertificateBuilder:
        now = dt.datetime.now(dt.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer or self.name)
            .public_key(key)  # type: ignore[arg-type]
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + starts)
            .not_valid_after(now + ends)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)  # type: ignore[arg-type]
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )


@contextlib.contextmanager
def root(**names: str) -> Iterator[Root]:
    with tempfile.TemporaryDirectory() as folder:
        yield Root(Path(folder), **names)


@contextlib.contextmanager
def tls_server(context: ssl.SSLContext) -> Iterator[int]:
    """A port that greets by TLS and then answers every request with an empty page."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                with contextlib.suppress(OSError, ssl.SSLError), caller, context.wrap_socket(caller, server_side=True) as inside:
                    inside.settimeout(10)
                    inside.recv(4096)
                    inside.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
    thread.join(10)
