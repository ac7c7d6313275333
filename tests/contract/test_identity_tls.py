"""Certificates that are refused, explained; a company's root that is trusted; inspection seen by name."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import InvalidVersion

from support.cloud import PracticeCloud
from support.identity import FakeVault, PostingBrowser, TestClock, assert_tells_no_secret, cloud_at
from support.networking import FakeSettings, Root, TestProxy, direct, hasty, proxy, root, tls_server
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.errors import NetworkTrouble
from tenantdock.domain.settings import ProxyMode, ProxySettings
from tenantdock.identity.entra import EntraIdentity
from tenantdock.identity.examine_chains import chain_of, seen_in
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.tls_faults import Fault, Seen, _fault, causes, explain, look

DAY = dt.timedelta(days=1)


@pytest.fixture
def company() -> Iterator[Root]:
    with root() as made:
        yield made


def ask(port: int, anchor: str, host: str = "localhost", clock: TestClock | None = None) -> str:
    clock = clock or TestClock()
    identity = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(), clock=clock, network=hasty(clock))
    return identity.tenant_of(cloud_at(f"https://{host}:{port}", anchor), "contoso.example", Cancel())


def refused(port: int, anchor: str, host: str = "localhost", clock: TestClock | None = None) -> NetworkTrouble:
    with pytest.raises(NetworkTrouble) as told:
        ask(port, anchor, host, clock)
    assert_tells_no_secret(told.value)
    assert told.value.next_step
    return told.value


def test_an_expired_certificate(company: Root) -> None:
    with tls_server(company.server("localhost", starts=-3 * DAY, ends=-2 * DAY)) as port:
        told = refused(port, company.pem)
    assert "expired on" in told.message
    assert "By this computer's clock it is" in told.message
    assert "date and time" in told.next_step
    assert "issued by: Contoso TLS Inspection (Contoso Security)" in told.details


def test_a_certificate_that_is_not_valid_yet(company: Root) -> None:
    with tls_server(company.server("localhost", starts=2 * DAY, ends=3 * DAY)) as port:
        told = refused(port, company.pem)
    assert "is not valid before" in told.message
    assert "Set this computer's date and time right" in told.next_step


def test_a_known_skew_of_the_clock_is_named_with_it(company: Root) -> None:
    clock = TestClock()
    network = hasty(clock)
    network.watch.answered({"Date": "Fri, 20 Nov 2026 10:00:00 GMT"}, 1_795_000_000.0, 1_795_000_000.0)
    assert network.watch.clock()
    identity = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(), clock=clock, network=network)
    with tls_server(company.server("localhost", starts=2 * DAY, ends=3 * DAY)) as port, pytest.raises(NetworkTrouble) as told:
        identity.tenant_of(cloud_at(f"https://localhost:{port}", company.pem), "contoso.example", Cancel())
    assert network.watch.clock() in told.value.message


def test_a_certificate_for_another_host(company: Root) -> None:
    with tls_server(company.server("portal.hotel.example")) as port:
        told = refused(port, company.pem)
    assert "has a certificate for portal.hotel.example, issued by Contoso TLS Inspection" in told.message
    assert "guest network" in told.next_step
    with tls_server(company.server("localhost")) as port:
        assert "localhost" in refused(port, company.pem, "127.0.0.1").message


def test_a_certificate_that_nobody_vouches_for(company: Root) -> None:
    with tls_server(company.server("localhost", signed_by_itself=True)) as port:
        told = refused(port, company.pem)
    assert "made its own certificate" in told.message


def test_an_unknown_issuer_is_named(company: Root) -> None:
    with root(name="Another CA") as other, tls_server(company.server("localhost")) as port:
        told = refused(port, other.pem)
    assert "was issued by Contoso TLS Inspection (Contoso Security), which this computer does not trust" in told.message
    assert "trust store" in told.next_step
    assert "unknown issuer" in told.details


def test_a_chain_that_was_not_sent_is_told_as_such(company: Root) -> None:
    with root(name="Another CA") as other, tls_server(company.server("localhost", with_root=False)) as port:
        told = refused(port, other.pem)
    assert "nothing was sent that links" in told.message


def test_no_tls_at_all_is_told(company: Root) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            for _ in range(2):
                caller, _ = server.accept()
                with caller:
                    caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    caller.recv(4096)

        answering = threading.Thread(target=answer)
        answering.start()
        told = refused(server.getsockname()[1], company.pem)
        answering.join(5)
    assert "No encrypted connection" in told.message
    assert "firewall" in told.next_step


class Inspected:
    """A practice cloud behind a proxy that reads along, as seen by a program that trusts what the system trusts."""

    def __init__(self, cloud: PracticeCloud, gate: TestProxy) -> None:
        self.clock = TestClock()
        chosen = ProxySettings(ProxyMode.MANUAL, "127.0.0.1", gate.port)
        proxies = Proxies(self.clock, settings=FakeSettings(chosen), loopback=True)
        network = hasty(self.clock, proxies=proxies)
        self.identity = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(), clock=self.clock, network=network)
        self.cloud = Cloud("own", "Own", cloud.authority, {}, {}, "")

    def look_up(self) -> str:
        return self.identity.tenant_of(self.cloud, "northwind.example", Cancel())


@pytest.fixture
def inspecting(company: Root) -> Iterator[TestProxy]:
    with proxy() as made:
        made.intercept = company
        yield made


def test_a_company_root_in_the_systems_store_is_trusted(
    cloud: PracticeCloud, company: Root, inspecting: TestProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(company.trusted()))
    assert Inspected(cloud, inspecting).look_up() == cloud.tenant_id("northwind.example")


def test_inspection_by_an_unknown_root_is_refused_and_named(
    cloud: PracticeCloud, inspecting: TestProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with root(name="Another CA") as other:
        monkeypatch.setenv("SSL_CERT_FILE", str(other.trusted()))
        with pytest.raises(NetworkTrouble) as told:
            Inspected(cloud, inspecting).look_up()
    assert "Contoso TLS Inspection (Contoso Security)" in told.value.message
    assert "inspection of encrypted traffic" in told.value.next_step
    # Nothing but the greetings of TLS was sent: one to connect, one to see the certificate
    assert len(inspecting.heads) == 2


def test_the_practice_cloud_trusts_its_own_root_alone(
    cloud: PracticeCloud, company: Root, inspecting: TestProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(company.trusted()))
    site = Inspected(cloud, inspecting)
    site.cloud = cloud.cloud
    with pytest.raises(NetworkTrouble, match="Contoso TLS Inspection"):
        site.look_up()


SEEN = Seen("login.example", "Issuer", ("login.example",), 1000.0, 2000.0, self_signed=False)


def verification(code: int, text: str = "x") -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(text)
    error.verify_code, error.verify_message = code, text
    return error


@pytest.mark.parametrize(
    ("code", "seen", "now", "fault"),
    [
        (10, SEEN, 3000.0, Fault.EXPIRED),
        (9, SEEN, 500.0, Fault.NOT_YET),
        (62, SEEN, 1500.0, Fault.WRONG_HOST),
        (64, SEEN, 1500.0, Fault.WRONG_HOST),
        (20, SEEN, 1500.0, Fault.UNKNOWN_ISSUER),
        (23, None, 1500.0, Fault.REVOKED),
        # Windows has one number for both ends of a certificate's life, and gives numbers with a sign
        (0x800B0101 - (1 << 32), SEEN, 500.0, Fault.NOT_YET),
        (0x800B0101, SEEN, 3000.0, Fault.EXPIRED),
        (0x800B010F - (1 << 32), None, 1500.0, Fault.WRONG_HOST),
        (0x800B0109, SEEN, 1500.0, Fault.UNKNOWN_ISSUER),
        (-67818, None, 3000.0, Fault.EXPIRED),
        (-67843, SEEN, 1500.0, Fault.UNKNOWN_ISSUER),
        # What has no number is found out from what was seen
        (4711, SEEN, 3000.0, Fault.EXPIRED),
        (4711, SEEN, 500.0, Fault.NOT_YET),
        (4711, SEEN, 1500.0, Fault.UNKNOWN_ISSUER),
        (4711, None, 1500.0, Fault.OTHER),
    ],
)
def test_the_numbers_of_every_system(code: int, seen: Seen | None, now: float, fault: Fault) -> None:
    assert _fault(verification(code), "login.example", seen, now) is fault


@pytest.mark.parametrize("fault_code", [9, 10, 18, 19, 20, 21, 23, 62, 4711])
@pytest.mark.parametrize("seen", [SEEN, None])
def test_every_fault_says_what_and_what_next(fault_code: int, seen: Seen | None) -> None:
    told = explain(verification(fault_code), "login.example", seen, 1500.0, "")
    assert told.message.endswith(".")
    assert told.next_step.endswith(".")
    assert "login.example" in told.message
    assert "ignore" not in told.next_step


def test_names_are_matched_as_tls_matches_them() -> None:
    seen = Seen("x", "y", ("login.example", "*.wild.example", "10.0.0.1"), 0, 1, self_signed=False)
    for host in ("login.example", "LOGIN.example.", "a.wild.example", "10.0.0.1"):
        assert seen.covers(host), host
    for host in ("b.login.example", "a.b.wild.example", "wild.example", "10.0.0.2", "example"):
        assert not seen.covers(host), host


def test_wrapped_errors_are_found_and_loops_end() -> None:
    inner, outer = verification(10), ValueError("x")
    outer.__context__ = OSError(inner)
    inner.__cause__ = outer
    assert inner in list(causes(outer))


def test_a_look_at_what_is_not_there_is_none() -> None:
    from contextlib import ExitStack  # noqa: PLC0415

    from tenantdock.identity.tunnels import Connector  # noqa: PLC0415

    with ExitStack() as stack:
        assert look("127.0.0.1", 1, Connector(direct(TestClock()), Cancel(), stack).open) is None


def test_a_certificate_that_cannot_be_read_is_no_error_of_pythons_own(company: Root) -> None:
    class Shown:
        """A connection, openly a fake: the other end sent these certificates."""

        def __init__(self, *chain: bytes) -> None:
            self._chain = chain

        def get_unverified_chain(self) -> tuple[bytes, ...]:
            return self._chain

        def getpeercert(self, *, binary_form: bool) -> bytes:
            return self._chain[0]

    good = company.certificate.public_bytes(Encoding.DER)
    strange = good.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x63", 1)  # version 100 (RFC 5280 section 4.1.2.1)
    assert strange != good
    with pytest.raises(ValueError, match="InvalidVersion"):
        seen_in(strange)
    assert len(chain_of(Shown(strange, good, b"junk"))) == 1  # type: ignore[arg-type]


def test_a_look_at_a_certificate_that_cannot_be_read_is_none(company: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: object) -> Seen:
        raise InvalidVersion("100 is not a valid X509 version", 100)

    monkeypatch.setattr("tenantdock.identity.tls_faults._seen", unreadable)
    with root(name="Another CA") as other, tls_server(company.server("localhost")) as port:
        told = refused(port, other.pem)
    assert "an issuer that could not be seen" in told.message
