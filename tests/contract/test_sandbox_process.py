"""The practice cloud as a process: how it starts, ends, comes back, and whom it answers."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import ssl
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import msal
import pytest
import requests

from support.cloud import PracticeCloud, ScriptedPerson
from support.signing_in import GRAPH_SCOPE, app, sign_in

USER, NORTHWIND = "admin@northwind.example", "northwind.example"
COMMAND = [sys.executable, "-m", "tenantdock.sandbox"]


def test_the_ready_line_and_the_end_of_standard_input(tmp_path):
    started = PracticeCloud(tmp_path / "new")
    line, secure = started.line, urlsplit(started.authority)
    assert line == {
        "ready": 1,
        "authority": f"https://localhost:{secure.port}",
        "graph": f"https://localhost:{secure.port}/graph/",
        "azure": f"https://localhost:{secure.port}/arm/",
        "page": line["page"],
        "ca": str(tmp_path / "new" / "ca.pem"),
    }
    assert line["page"].startswith("http://localhost:")
    assert requests.get(line["page"], timeout=10).status_code == 200
    started.process.stdin.close()
    assert started.process.wait(10) == 0
    assert started.process.stdout.read() == b""
    started.stop()
    assert b"".join(started.errors) == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_at_once_even_while_an_answer_is_slow(tmp_path, number):
    started = PracticeCloud(tmp_path)
    started.fault(NORTHWIND, "slow", seconds=60)
    with pytest.raises(requests.Timeout):
        started.trusting(timeout=0.3).get(f"{started.authority}/{NORTHWIND}/v2.0/.well-known/openid-configuration")
    started.process.send_signal(number)
    assert started.process.wait(10) == 0
    started.stop()


def test_its_folder_cannot_be_made(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    done = subprocess.run([*COMMAND, "--folder", str(file / "cloud")], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert str(file / "cloud") in told["error"]
    assert "--folder" in told["next_step"]
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/proc/sys/kernel/ostype").exists(), reason="needs /proc, in which nobody can make files")
def test_its_folder_cannot_be_written_to():
    done = subprocess.run([*COMMAND, "--folder", "/proc/sys"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout)["next_step"]


def test_a_damaged_state_file_is_said(tmp_path):
    (tmp_path / "state.sqlite3").write_bytes(b"this is no database" * 100)
    done = subprocess.run([*COMMAND, "--folder", str(tmp_path)], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 1
    assert "state.sqlite3" in json.loads(done.stdout)["error"]


def test_damaged_keys_and_ports_are_made_anew(tmp_path):
    for name in ("ports.json", "signing-key.pem", "ca.pem", "server.pem", "server-key.pem"):
        (tmp_path / name).write_bytes(b"\xff nonsense")
    started = PracticeCloud(tmp_path)
    assert "access_token" in sign_in(app(started, NORTHWIND), ScriptedPerson(USER))
    assert started.stop() == 0


def test_a_restart_keeps_ports_keys_and_sign_ins(tmp_path):
    first = PracticeCloud(tmp_path)
    person, cache = ScriptedPerson(USER, keep=True), msal.TokenCache()
    token = sign_in(app(first, NORTHWIND, token_cache=cache), person)["access_token"]
    first.stop()
    again = PracticeCloud(tmp_path)
    try:
        assert again.line == first.line
        client = app(again, again.tenant_id(NORTHWIND), token_cache=cache)
        renewed = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0], force_refresh=True)
        assert "access_token" in renewed
        me = again.trusting().get(f"{again.graph}v1.0/me", headers={"Authorization": f"Bearer {token}"})
        assert me.json()["userPrincipalName"] == USER
        person.seen.clear()
        sign_in(client, person)
        assert person.seen == ["hop"]
    finally:
        again.stop()


def test_taken_ports_are_avoided_and_come_back(tmp_path):
    first = PracticeCloud(tmp_path)
    first.stop()
    with socket.socket() as taker:
        taker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taker.bind(("127.0.0.1", urlsplit(first.page).port))
        taker.listen()
        second = PracticeCloud(tmp_path)
        assert second.authority != first.authority
        second.stop()
    third = PracticeCloud(tmp_path)
    third.stop()
    assert third.line == first.line


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    started = PracticeCloud(tmp_path_factory.mktemp("cloud"))
    yield started
    assert started.stop() == 0


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of Unix")
def test_its_files_are_for_this_user_only(running):
    assert stat.S_IMODE(running.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in running.folder.iterdir()}
    assert modes.keys() >= {"ca.pem", "server-key.pem", "signing-key.pem", "state.sqlite3"}
    assert set(modes.values()) == {0o600}


def test_no_sign_in_can_be_read_from_its_files(running):
    person = ScriptedPerson(USER, keep=True)
    refresh = sign_in(app(running, NORTHWIND), person)["refresh_token"]
    secrets = [refresh, *(cookie.value for cookie in person.browser.cookies if "machine" not in cookie.name)]
    content = b"".join(path.read_bytes() for path in running.folder.iterdir())
    assert not [secret for secret in secrets if secret.encode() in content]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_both_sides_listen_on_both_loopback_addresses(running, address):
    if address == "::1" and not _has_ipv6():
        pytest.skip("this machine has no IPv6 loopback")
    for url in (running.authority, running.page):
        with socket.create_connection((address, urlsplit(url).port), 5):
            pass


def _has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="needs /proc/net/tcp")
def test_nothing_listens_beyond_loopback(running):
    ports = {f"{urlsplit(url).port:04X}" for url in (running.authority, running.page)}
    found = set()
    for name in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{name}").read_text("ascii").splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            address, _, port = local.partition(":")
            if port in ports and state == "0A":
                found.add(address)
    assert found
    assert found <= {"0100007F", "00000000000000000000000001000000"}


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1"])
def test_tls_with_its_own_ca_as_strict_as_can_be(running, name):
    context = ssl.create_default_context(cafile=running.ca)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    where = ("::1" if name == "::1" else "127.0.0.1", urlsplit(running.authority).port)
    with socket.create_connection(where, 5) as plain, context.wrap_socket(plain, server_hostname=name) as secure:
        assert secure.version() in ("TLSv1.2", "TLSv1.3")


def test_nobody_else_vouches_for_it(running):
    context = ssl.create_default_context()
    with (
        socket.create_connection(("127.0.0.1", urlsplit(running.authority).port), 5) as plain,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        context.wrap_socket(plain, server_hostname="localhost")


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil.example:80", "192.168.0.1", "[::2]", "", "localhost:x"]
)
@pytest.mark.parametrize("side", ["page", "authority"])
def test_other_names_are_refused(running, host, side):
    assert _status(running, side, host) == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:1", "LOCALHOST", "127.0.0.1:9", "[::1]", "[::1]:80"])
@pytest.mark.parametrize("side", ["page", "authority"])
def test_loopback_names_are_served(running, host, side):
    assert _status(running, side, host) in (200, 404)


def _status(running, side, host):
    parts = urlsplit(getattr(running, side))
    context = ssl.create_default_context(cafile=running.ca)
    connection = (
        http.client.HTTPSConnection("localhost", parts.port, context=context, timeout=5)
        if parts.scheme == "https"
        else http.client.HTTPConnection("localhost", parts.port, timeout=5)
    )
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def test_oversized_and_broken_requests_do_no_harm(running):
    url = f"{running.authority}/{NORTHWIND}/oauth2/v2.0/token"
    http_client = running.trusting()
    assert http_client.post(url, data={"x": "y" * 70_000}).status_code == 413
    assert http_client.post(url, data=b"&".join(b"a=b" for _ in range(2000))).status_code == 413
    assert http_client.post(url, data=b"\xff\xfe=\x00").status_code == 400
    for body in (b"[1,2]", b"{", b"[" * 30_000, b"\xff"):
        answer = requests.post(f"{running.page}faults", data=body, headers={"Content-Type": "application/json"}, timeout=10)
        assert answer.status_code == 400, body[:10]
    with socket.create_connection(("127.0.0.1", urlsplit(running.page).port), 5) as raw:
        raw.sendall(b"\x16\x03\x01 nonsense\r\n\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 400")
    for path in ("/static/../practice.json", "/static/%2e%2e/practice.json", "/static/..%2fpractice.json"):
        assert _raw_get(running, path) == 404
    assert requests.get(running.page, timeout=10).status_code == 200


def _raw_get(running, path):
    connection = http.client.HTTPConnection("localhost", urlsplit(running.page).port, timeout=5)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def test_hanging_up_in_the_middle_of_a_request_is_no_fault(tmp_path):
    cloud = PracticeCloud(tmp_path)
    parts = urlsplit(cloud.authority)
    context = ssl.create_default_context(cafile=cloud.ca)
    with (
        socket.create_connection((parts.hostname, parts.port), timeout=5) as raw,
        context.wrap_socket(raw, server_hostname=parts.hostname) as tls,
    ):
        host = f"{parts.hostname}:{parts.port}".encode()
        path = f"/{cloud.tenant_id('northwind.example')}/oauth2/v2.0/token".encode()
        tls.sendall(b"POST " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: 100\r\n\r\ngrant_type=")
    assert requests.get(cloud.page, timeout=10).status_code == 200
    assert cloud.stop() == 0
    assert cloud.errors == []


def test_two_hundred_silent_sign_ins_stay_quick_and_keep_little(running):
    client = app(running, NORTHWIND)
    token = sign_in(client, ScriptedPerson(USER))["refresh_token"]
    start = time.monotonic()
    for _ in range(200):
        token = client.acquire_token_by_refresh_token(token, [GRAPH_SCOPE])["refresh_token"]
    assert time.monotonic() - start < 60
    assert (running.folder / "state.sqlite3").stat().st_size < 2_000_000
