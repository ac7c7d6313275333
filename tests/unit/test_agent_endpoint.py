"""Names of endpoints, locks, and who is at the other end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tenantdock.agent import client, process
from tenantdock.agent.endpoint import SOCKET_PATH_LIMIT, endpoint_name, trusted_folder
from tenantdock.agent.lock import FolderLock
from tenantdock.agent.process import Stranger, peer_process, psutil_started

unix = pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets")


@unix
def test_the_name_is_a_short_path_in_the_folder(tmp_path):
    assert endpoint_name(Path("/data/x")) == "/data/x/agent/socket"
    assert endpoint_name(Path("/data/y/../x")) == "/data/x/agent/socket"


@unix
def test_a_long_folder_gets_a_short_name_of_its_own(tmp_path):
    one, other = (endpoint_name(tmp_path / ("\u00e4" * 40 + end) / ("n" * 90)) for end in "ab")
    assert one != other
    assert one == endpoint_name(tmp_path / ("\u00e4" * 40 + "a") / ("n" * 90))
    assert len(os.fsencode(one)) <= SOCKET_PATH_LIMIT
    assert one.startswith(f"/tmp/tenantdock-{os.getuid()}/")  # noqa: S108


@unix
def test_trusted_folders(tmp_path):
    ours = tmp_path / "ours"
    ours.mkdir(mode=0o700)
    assert trusted_folder(ours)
    link = tmp_path / "link"
    link.symlink_to(ours)
    assert not trusted_folder(link)
    assert not trusted_folder(tmp_path / "nothing")
    (ours / "file").touch(0o600)
    assert not trusted_folder(ours / "file")
    for mode in (0o750, 0o701, 0o702):
        ours.chmod(mode)
        assert not trusted_folder(ours)
    if os.getuid() == 0:
        ours.chmod(0o700)
        os.chown(ours, 65534, 65534)
        assert not trusted_folder(ours)


def test_lock_is_exclusive_and_dies_with_its_process(tmp_path):
    path = tmp_path / "lock"
    first, second = FolderLock(path), FolderLock(path)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()
    code = (
        "from pathlib import Path; from tenantdock.agent.lock import FolderLock\n"
        f"lock = FolderLock(Path({str(path)!r})); lock.acquire(); print(1, flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"1"
        assert not first.acquire()
        child.kill()
    assert first.acquire()
    first.release()


@unix
def test_lock_does_not_follow_links_and_reports_what_is_wrong(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for path in (tmp_path / "link", tmp_path / "no" / "such"):
        with pytest.raises(OSError, match=r"link|such"):
            FolderLock(path).acquire()
    assert not (tmp_path / "elsewhere").exists()


@unix
def test_lock_gives_the_descriptor_back_when_locking_fails(tmp_path, monkeypatch):
    opened: list[int] = []
    closed: list[int] = []
    real_open, real_close = os.open, os.close
    monkeypatch.setattr("tenantdock.agent.lock.os.open", lambda *given: opened.append(real_open(*given)) or opened[-1])
    monkeypatch.setattr("tenantdock.agent.lock.os.close", lambda fd: closed.append(fd) or real_close(fd))

    def no_locks(fd: int) -> bool:
        raise OSError("no locks available")

    monkeypatch.setattr("tenantdock.agent.lock._lock", no_locks)
    with pytest.raises(OSError, match="no locks"):
        FolderLock(tmp_path / "lock").acquire()
    assert opened
    assert opened == closed


@unix
def test_the_peer_is_told_by_the_system():
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        peer = peer_process(one.fileno())
        assert peer.pid == os.getpid()
        assert peer == peer_process(other.fileno())
        assert peer.started > 0
        one.getpeername()  # the descriptor is still ours and open


@unix
def test_what_is_no_socket_has_no_peer():
    read, write = os.pipe()
    try:
        with pytest.raises(Stranger):
            peer_process(read)
    finally:
        os.close(read)
        os.close(write)


@unix
def test_another_users_socket_is_a_strangers(monkeypatch):
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        monkeypatch.setattr(process.os, "getuid", lambda: 12345)
        with pytest.raises(Stranger):
            peer_process(one.fileno())


@unix
def test_a_process_that_is_gone_is_a_stranger(monkeypatch):
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        monkeypatch.setattr(process, "_unix_peer", lambda _: (child.pid, os.getuid()))
        with pytest.raises(Stranger):
            peer_process(one.fileno())
    with pytest.raises(Stranger):
        psutil_started(child.pid)


@unix
def test_start_times_tell_processes_apart(monkeypatch):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        for started in (process._started, psutil_started):
            assert started(child.pid) == started(child.pid)
            assert started(child.pid) > started(os.getpid())
        monkeypatch.setattr(process, "_PROC", False)
        assert process._started(child.pid) == psutil_started(child.pid)
        child.kill()


@unix
def test_the_client_asks_whose_the_listener_is(monkeypatch):
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert client._ours(one)
        monkeypatch.setattr(client.os, "getuid", lambda: 12345)
        assert not client._ours(one)
