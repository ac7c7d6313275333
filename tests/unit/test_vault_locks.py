"""Locks between processes."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled
from tenantdock.vault import locks
from tenantdock.vault.locks import Busy, held

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes and links")


@not_windows
def test_the_file_is_made_with_its_folder_for_this_user_only_and_stays(tmp_path):
    path = tmp_path / "locks" / "1"
    with held(path) as locked:
        assert locked
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_only_one_holds_it_and_it_is_free_again_after_an_error(tmp_path):
    def fails():
        with held(tmp_path / "1"):
            with pytest.raises(Busy), held(tmp_path / "1", seconds=0.02):
                pytest.fail("held twice")
            with held(tmp_path / "2", seconds=0):
                pass
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fails()
    with held(tmp_path / "1", seconds=0):
        pass


def test_who_waits_gets_it_as_soon_as_it_is_free(tmp_path):
    order = []

    def work():
        with held(tmp_path / "1"):
            order.append("second")

    with held(tmp_path / "1"):
        thread = threading.Thread(target=work)
        thread.start()
        time.sleep(0.03)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_waiting_can_be_cancelled(tmp_path):
    cancel = Cancel()
    threading.Timer(0.02, cancel.cancel).start()
    with held(tmp_path / "1"), pytest.raises(Cancelled), held(tmp_path / "1", cancel=cancel):
        pytest.fail("held twice")


def test_a_process_that_is_killed_lets_go(tmp_path):
    text = f"from pathlib import Path\nfrom tenantdock.vault.locks import held\nwith held(Path({str(tmp_path / '1')!r})):\n"
    text += "    print('held', flush=True)\n    input()\n"
    with subprocess.Popen([sys.executable, "-c", text], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(Busy), held(tmp_path / "1", seconds=0):
            pytest.fail("held twice")
        child.kill()
        child.wait()
        with held(tmp_path / "1", seconds=5) as locked:
            assert locked


@not_windows
def test_another_file_that_stands_there_by_link_is_refused(tmp_path):
    (tmp_path / "target").write_text("x")
    (tmp_path / "1").symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match="symbolic"), held(tmp_path / "1"):
        pytest.fail("followed")


def full(*args):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_has_no_room_for_locks_and_so_nobody_holds_one(tmp_path, monkeypatch):
    monkeypatch.setattr(locks.os, "open", full)
    with held(tmp_path / "1") as locked:
        assert not locked


def test_an_error_in_the_block_is_not_taken_for_one_of_the_lock(tmp_path, monkeypatch):
    with pytest.raises(OSError, match="No space"), held(tmp_path / "1"):
        full()


# --- Windows: what differs there, run here


def windows(monkeypatch, errors):
    """Windows' C library, which answers *errors* in turn, then success."""
    asked = []

    def locking(_file, mode, count):
        asked.append((mode, count))
        if errors:
            raise errors.pop(0)

    monkeypatch.setattr(locks, "_WINDOWS", True)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    return asked


@pytest.mark.parametrize("busy", [OSError(errno.EACCES, "Permission denied"), OSError(0, "no reason")])
def test_on_windows_a_byte_is_locked_and_tried_for(monkeypatch, tmp_path, busy):
    asked = windows(monkeypatch, [busy] * 3)
    with held(tmp_path / "1", seconds=5) as locked:
        assert locked
    assert asked == [(2, 1)] * 4


def test_on_windows_too_a_file_system_can_be_without_locks(monkeypatch, tmp_path):
    windows(monkeypatch, [OSError(errno.EINVAL, "Invalid argument")])
    with held(tmp_path / "1", seconds=5) as locked:
        assert not locked
