"""For tests of identity: an openly fake vault and browser, a provider that can lie, and servers that hang.

The provider speaks real TLS on a real socket; only what it answers is made up, field by field, by the test.
"""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import hashlib
import http.client
import ipaddress
import json
import re
import socket
import ssl
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from support.networking import KEY_USAGES
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.computer import BrowserOffer
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.ports import VaultState
from tenantdock.domain.services import GRAPH, Service
from tenantdock.domain.signin import Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity

TENANT = "11111111-1111-4111-8111-111111111111"
OTHER_TENANT = "22222222-2222-4222-8222-222222222222"
USER = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
OTHER_USER = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"
UPN = "anna@contoso.example"


class FakeVault:
    """A vault in memory, openly a fake. *failing* is raised by :meth:`seal` while it is set."""

    def __init__(self) -> None:
        self.sealed: dict[str, bytes] = {}
        self.seals = 0
        self.failing: Exception | None = None
        self.locked: Exception | None = None
        self._lock = threading.Lock()

    def state(self) -> VaultState:
        return VaultState(persistent=True, backend="fake")

    def seal(self, account_id: str, plain: bytes) -> None:
        with self._lock:
            if self.failing is not None:
                raise self.failing
            self.seals += 1
            self.sealed[account_id] = plain

    def unseal(self, account_id: str) -> bytes | None:
        if self.locked is not None:
            raise self.locked
        with self._lock:
            return self.sealed.get(account_id)

    def discard(self, account_id: str) -> None:
        with self._lock:
            self.sealed.pop(account_id, None)


class TestClock:
    """The system's time, moved by *ahead* seconds."""

    __test__ = False

    def __init__(self) -> None:
        self.ahead = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead


class FakeWindow:
    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


@dataclass
class PostingBrowser:
    """A browser, openly a fake, whose person signs in at once: it posts *answer* to the listener as the provider's page would."""

    answer: Callable[[Mapping[str, str]], Mapping[str, str] | None] = lambda asked: {"code": "the-code", "state": asked["state"]}
    opened: list[tuple[dict[str, str], BrowserChoice, bool]] = field(default_factory=list)
    pages: list[tuple[int, str]] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)
    windows: list[FakeWindow] = field(default_factory=list)

    def choices(self) -> list[BrowserOffer]:
        return [BrowserOffer("", "A fake browser", default=True)]

    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> FakeWindow:
        asked = dict(parse_qsl(urlsplit(url).query))
        self.opened.append((asked, choice, private))
        fields = self.answer(asked)
        if fields is not None:
            thread = threading.Thread(target=self._post, args=(asked["redirect_uri"], fields), name="fake-browser")
            thread.start()
            self.threads.append(thread)
        self.windows.append(FakeWindow())
        return self.windows[-1]

    def _post(self, redirect_uri: str, fields: Mapping[str, str]) -> None:
        status, page = post_form(urlsplit(redirect_uri).port or 0, fields)
        self.pages.append((status, page))

    def finish(self) -> None:
        for thread in self.threads:
            thread.join(10)


def post_form(port: int, fields: Mapping[str, str], *, host: str = "127.0.0.1") -> tuple[int, str]:
    """Post a form to a loopback listener and return status and page."""
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request(
            "POST",
            "/",
            urlencode(fields),
            {"Content-Type": "application/x-www-form-urlencoded", "Host": f"localhost:{port}", "Origin": "https://sts.example"},
        )
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def b64(value: object) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def jwt(claims: Mapping[str, object]) -> str:
    return f"{b64({'alg': 'RS256', 'typ': 'JWT'})}.{b64(claims)}.{b64(b'signature')}"


def answer(
    form: Mapping[str, str], nonce: str, *, tid: str = TENANT, oid: str = USER, utid: str = TENANT, upn: str = UPN, number: int = 1
) -> dict[str, Any]:
    """An honest token response for a request."""
    now = int(time.time())
    identity = {"tid": tid, "oid": oid, "preferred_username": upn, "sub": oid, "iat": now, "exp": now + 3600}
    return {
        "token_type": "Bearer",
        "scope": form.get("scope", ""),
        "expires_in": 3600,
        "access_token": jwt({"aud": "https://graph.practice.example", "upn": upn, "tid": tid, "oid": oid, "n": number}),
        "refresh_token": f"refresh-secret-{number}-{'r' * 60}",
        "id_token": jwt({**identity, "aud": form.get("client_id", ""), "nonce": hashlib.sha256(nonce.encode()).hexdigest()}),
        "client_info": b64({"uid": oid, "utid": utid}),
    }


def error(code: str = "invalid_grant", number: int = 50076, **more: object) -> dict[str, Any]:
    return {
        "error": code,
        "error_description": f"AADSTS{number}: Something in the provider's words. Trace ID: 1 Correlation ID: 2",
        "error_codes": [number],
        "correlation_id": "c0ffee00-0000-4000-8000-000000000000",
        **more,
    }


@dataclass
class Reply:
    body: object
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0


class LyingProvider:
    """A token endpoint that answers what *token* returns for each form, on real TLS with a CA of its own."""

    def __init__(self, folder: Path) -> None:
        self.forms: list[dict[str, str]] = []
        self.gets: list[str] = []
        self.nonces: dict[str, str] = {}
        self.token: Callable[[dict[str, str]], Reply | dict[str, Any]] = self.honest
        self.realm: dict[str, Any] = {"NameSpaceType": "Managed", "FederationBrandName": "Contoso"}
        self.discovery: Reply | None = None
        self.gate: threading.Event | None = None
        self.signs_in = True
        self.owners: dict[str, str] = {}
        self.interval = 1.0
        ca, context = _tls(folder)
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # one packet for an answer
            disable_nagle_algorithm = True  # or every answer on a new connection waits 40 ms for an acknowledgement

            def do_GET(self) -> None:
                provider.gets.append(self.path)
                self._send(provider._get(self.path))

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                form = dict(parse_qsl(self.rfile.read(length).decode()))
                provider.forms.append(form)
                if provider.gate is not None:
                    provider.gate.wait(20)
                found = provider._device() if self.path.endswith("/devicecode") else provider.token(form)
                self._send(found if isinstance(found, Reply) else Reply(found, 400 if "error" in found else 200))

            def _send(self, reply: Reply) -> None:
                raw = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
                time.sleep(reply.delay)
                with contextlib.suppress(OSError):
                    (self.send_response_only if "Date" in reply.headers else self.send_response)(reply.status)
                    for name, value in {"Content-Length": str(len(raw)), **reply.headers}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(raw)

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                pass  # a client that cuts the connection is what some tests are about

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="lying-provider")
        self._thread.start()
        self.cloud = cloud_at(f"https://localhost:{self.port}", ca)

    def close(self) -> None:
        if self.gate is not None:
            self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def honest(self, form: dict[str, str]) -> dict[str, Any]:
        return answer(form, self.nonces.get("last", ""), number=len(self.forms))

    def browser(self) -> PostingBrowser:
        """A fake browser whose person signs in; remembers the nonce as a provider does."""

        def sign_in(asked: Mapping[str, str]) -> Mapping[str, str]:
            self.nonces["hashed"] = asked["nonce"]
            return {"code": "the-code", "state": asked["state"]}

        return PostingBrowser(sign_in)

    def _sign_in_page(self, asked: Mapping[str, str]) -> Reply:
        """A page for a real browser that signs in at once, by form_post."""
        self.nonces["hashed"] = asked["nonce"]
        if not self.signs_in:
            return Reply(b"<!doctype html><p>Type your password", headers={"Content-Type": "text/html"})
        page = (
            f'<!doctype html><form method="post" action="{asked["redirect_uri"]}"><input name="code" value="the-code">'
            f'<input name="state" value="{asked["state"]}"></form><script>document.forms[0].submit()</script>'
        )
        return Reply(page.encode(), headers={"Content-Type": "text/html"})

    def _device(self) -> dict[str, Any]:
        return {
            "user_code": "ABCD-EFGH",
            "device_code": "device-secret",
            "verification_uri": f"{self.cloud.authority}/device",
            "expires_in": 60,
            "interval": self.interval,
        }

    def _get(self, path: str) -> Reply:
        if "/userrealm/" in path:
            return Reply(self.realm)
        if "/authorize?" in path:
            return self._sign_in_page(dict(parse_qsl(urlsplit(path).query)))
        if self.discovery is not None:
            return self.discovery
        tenant = path.split("/")[1]
        if self.owners and "." in tenant and tenant not in self.owners:
            return Reply({"error": "invalid_tenant", "error_description": "AADSTS90002: no such tenant"}, 400)
        tenant = self.owners.get(tenant, TENANT) if "." in tenant else tenant
        root = f"{self.cloud.authority}/{tenant}/oauth2/v2.0"
        return Reply(
            {
                "authorization_endpoint": f"{root}/authorize",
                "token_endpoint": f"{root}/token",
                "device_authorization_endpoint": f"{root}/devicecode",
                "issuer": f"{self.cloud.authority}/{tenant}/v2.0",
            }
        )


def with_nonce(provider: LyingProvider, made: dict[str, Any]) -> dict[str, Any]:
    """Put the nonce that the browser was sent with into an answer's id_token."""
    parts = made["id_token"].split(".")
    claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    return {**made, "id_token": jwt({**claims, "nonce": provider.nonces.get("hashed", "")})}


def cloud_at(authority: str, ca: str) -> Cloud:
    resources = {key: f"https://{key}.practice.example" for key in ("graph", "azure", "exchange", "compliance")}
    return Cloud("sandbox", "Practice", authority, resources, {}, ca)


def ask_for(
    cloud: Cloud,
    service: Service = GRAPH,
    *,
    tenant: str = TENANT,
    pinned: bool = True,
    username: str = UPN,
    account_id: str = "a" * 32,
) -> TokenAsk:
    home = f"{USER}.{TENANT}" if pinned else ""
    return TokenAsk(cloud, tenant, Account(account_id, cloud.id, username, home), service)


def sign_in(ask: TokenAsk, rung: Rung = Rung.BROWSER, choice: BrowserChoice | None = None) -> SignInAsk:
    return SignInAsk(ask, rung, choice or BrowserChoice())


def _tls(folder: Path) -> tuple[str, ssl.SSLContext]:
    """Make a CA and a server certificate for localhost; return the CA as PEM and the server's context."""
    now = dt.datetime.now(dt.UTC)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)]) for text in ("Test CA", "localhost")]

    def certificate(index: int, *, authority: bool) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(names[index])
            .issuer_name(names[0])
            .public_key(keys[index].public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(hours=1))
            .not_valid_after(now + dt.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(keys[0].public_key()), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(keys[index].public_key()), critical=False)
        )
        if authority:
            # Python 3.13 checks as strictly as RFC 5280 has it (VERIFY_X509_STRICT)
            usage = dict.fromkeys(KEY_USAGES, False) | {"key_cert_sign": True, "crl_sign": True}
            builder = builder.add_extension(x509.KeyUsage(**usage), critical=True)
        else:
            subject = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            builder = builder.add_extension(x509.SubjectAlternativeName(subject), critical=False)
        return builder.sign(keys[0], hashes.SHA256())

    ca, server = certificate(0, authority=True), certificate(1, authority=False)
    chain = folder / "server.pem"
    private = keys[1].private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    chain.write_bytes(private + server.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return ca.public_bytes(serialization.Encoding.PEM).decode(), context


@contextlib.contextmanager
def lying_provider() -> Iterator[LyingProvider]:
    with tempfile.TemporaryDirectory() as folder:
        provider = LyingProvider(Path(folder))
        try:
            yield provider
        finally:
            provider.close()


@contextlib.contextmanager
def silent_port() -> Iterator[int]:
    """A port that accepts connections and then says nothing: TLS hangs in its handshake."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@contextlib.contextmanager
def full_port() -> Iterator[int]:
    """A port whose backlog is full, so that connecting itself hangs, as with a server behind a black hole."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server, contextlib.ExitStack() as stack:
        port = server.getsockname()[1]
        for _ in range(4):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        time.sleep(0.05)
        yield port


def asked(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


class PersonsBrowser:
    """Browsers for one scripted person on the practice cloud: real pages over HTTP, no browser program.

    A private window and a profile of TenantDock's own start without cookies. *stopped* collects the pages where the person could
    not go on; *on_stopped* is called then.
    """

    def __init__(self, person: Any, on_stopped: Callable[[], None] = lambda: None) -> None:
        self.person = person
        self.on_stopped = on_stopped
        self.opened: list[tuple[dict[str, str], BrowserChoice, bool]] = []
        self.pages: list[str] = []
        self.stopped: list[Exception] = []
        self.threads: list[threading.Thread] = []
        self.people: list[Any] = []

    def choices(self) -> list[BrowserOffer]:
        return [BrowserOffer("", "A fake browser", default=True)]

    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> FakeWindow:
        self.opened.append((dict(parse_qsl(urlsplit(url).query)), choice, private))
        person = self.person.private_window() if private or choice.profile else self.person
        self.people.append(person)
        thread = threading.Thread(target=self._go, args=(person, url), name="scripted-person")
        thread.start()
        self.threads.append(thread)
        return FakeWindow()

    def _go(self, person: Any, url: str) -> None:
        try:
            with person.complete(url) as response:
                self.pages.append(response.text)
        except Exception as stopped:  # noqa: BLE001  # shown by the test that did not expect it
            self.stopped.append(stopped)
            self.on_stopped()

    def finish(self) -> None:
        for thread in self.threads:
            thread.join(20)
        for person in [self.person, *self.people]:
            person.browser.close()


@pytest.fixture
def provider() -> Iterator[LyingProvider]:
    """One that does not lie until a test has it lie."""
    with lying_provider() as made:
        made.token = lambda form: with_nonce(made, made.honest(form))
        yield made


@pytest.fixture
def desk(provider: LyingProvider) -> Iterator[Desk]:
    """A :class:`Desk` against that provider."""
    made = Desk(provider)
    yield made
    made.browser.finish()


SECRET = re.compile(r"refresh-secret|eyJ|the-code|device-secret|code_verifier")


class Desk:
    """Identity on a fake vault, with a person who signs in at once, against a lying provider."""

    def __init__(self, provider: LyingProvider) -> None:
        self.provider = provider
        self.vault, self.clock, self.browser = FakeVault(), TestClock(), provider.browser()
        self.identity = EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=10)
        self.ask = ask_for(provider.cloud)

    def by_browser(self, rung: Rung = Rung.BROWSER) -> Any:
        return self.identity.interactive(sign_in(self.ask, rung), Cancel(), no_progress)

    def silently(self) -> Any:
        return self.identity.silent(self.ask, Cancel(), force=True)


def assert_tells_no_secret(refused: BaseException) -> None:
    """Nothing secret in the error, in what it is chained to, or in how it prints."""
    seen: BaseException | None = refused
    while seen is not None:
        sent = getattr(getattr(seen, "request", None), "body", "")
        told = f"{seen!r} {seen} {seen.args} {getattr(seen, 'details', '')} {vars(seen)} {sent}"
        assert not SECRET.search(told), told
        seen = seen.__cause__ or seen.__context__
    assert not SECRET.search("".join(traceback.format_exception(refused)))
