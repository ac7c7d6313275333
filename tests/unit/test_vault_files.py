"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tenantdock.vault import files
from tenantdock.vault.files import clean, make_folder, patiently, sync_folder, trouble, write_atomically

try:
    import fcntl
except ImportError:
    fcntl = None

posix = pytest.mark.skipif(fcntl is None, reason="needs POSIX file modes and locks")


@pytest.fixture
def place(tmp_path):
    (tmp_path / "tmp").mkdir()
    return tmp_path / "there", tmp_path / "tmp"


@posix
def test_a_file_is_written_for_this_user_only_and_on_disk(place, monkeypatch):
    path, scratch = place
    synced = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (synced.append(str(Path(f"/proc/self/fd/{file}").readlink())), real(file)))
    write_atomically(path, b"data", scratch)
    assert path.read_bytes() == b"data"
    assert path.stat().st_mode & 0o777 == 0o600
    assert not list(scratch.iterdir())
    assert len(synced) == 2
    assert synced[0].startswith(str(scratch))
    assert synced[1] == str(path.parent)


def test_a_write_in_pieces_is_whole(place, monkeypatch):
    path, scratch = place
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, data: real(file, bytes(data)[:7]))
    write_atomically(path, b"0123456789" * 5, scratch)
    assert path.read_bytes() == b"0123456789" * 5


@posix
def test_folders_that_are_missing_are_made_for_this_user_only(tmp_path):
    write_atomically(tmp_path / "a" / "b" / "file", b"x", tmp_path / "a" / "tmp")
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"x"
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("module", "name"), [(os, "write"), (os, "fsync"), (Path, "replace")])
def test_a_failure_leaves_the_old_file_and_no_other(place, monkeypatch, module, name):
    path, scratch = place
    write_atomically(path, b"old", scratch)

    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, name, full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new", scratch)
    assert path.read_bytes() == b"old"
    assert not list(scratch.iterdir())


def test_a_new_file_that_another_process_took_is_written_again(place, monkeypatch):
    path, scratch = place
    real, taken = Path.replace, []

    def replace(self, target):
        if not taken:
            taken.append(self)
            self.unlink()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(path, b"data", scratch)
    assert path.read_bytes() == b"data"


def test_a_file_that_is_taken_each_time_is_an_error(place, monkeypatch):
    path, scratch = place

    def gone(self, target):
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr(Path, "replace", gone)
    with pytest.raises(FileNotFoundError):
        write_atomically(path, b"data", scratch)
    assert not path.exists()


@posix
def test_a_file_system_without_locks_is_fine(place, monkeypatch):
    path, scratch = place

    def unsupported(*args):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    write_atomically(path, b"data", scratch)
    (scratch / "x.tmp").write_bytes(b"x")
    clean(scratch)
    assert path.read_bytes() == b"data"
    assert (scratch / "x.tmp").exists()


@posix
def test_leftovers_are_removed_and_files_being_written_are_not(place):
    _, scratch = place
    (scratch / "leftover.tmp").write_bytes(b"x")
    (scratch / "other.txt").write_bytes(b"x")
    with (scratch / "written.tmp").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        clean(scratch)
        assert sorted(each.name for each in scratch.iterdir()) == ["other.txt", "written.tmp"]
    clean(scratch)
    assert [each.name for each in scratch.iterdir()] == ["other.txt"]
    clean(scratch / "none")


@posix
def test_a_file_is_held_until_it_is_in_its_place(place, monkeypatch):
    path, scratch = place
    real = Path.replace

    def replace(self, target):
        clean(scratch)
        assert self.exists()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(path, b"data", scratch)


@posix
def test_others_lose_their_rights_on_a_folder_that_is_there(tmp_path):
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700


# --- Windows: what differs there, run here


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(files, "_WINDOWS", True)
    waited: list[float] = []
    monkeypatch.setattr(files.time, "sleep", waited.append)
    return waited


@posix
def test_on_windows_a_file_is_written_without_what_only_posix_has(windows, place, monkeypatch):
    path, scratch = place
    monkeypatch.delattr(fcntl, "flock")
    write_atomically(path, b"data", scratch)
    (scratch / "x.tmp").write_bytes(b"x")
    clean(scratch)
    make_folder(scratch)
    sync_folder(scratch)
    assert path.read_bytes() == b"data"
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("busy", [0, 3, 19])
def test_a_target_that_is_open_elsewhere_is_tried_again(windows, place, monkeypatch, busy):
    path, scratch = place
    path.write_bytes(b"old")
    (scratch / "new").write_bytes(b"new")
    real, refusals = Path.replace, [PermissionError(13, "sharing violation")] * busy

    def replace(self, target):
        if refusals:
            raise refusals.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    patiently(lambda: (scratch / "new").replace(path))
    assert path.read_bytes() == b"new"
    assert len(windows) == busy
    assert sum(windows) < 2


def test_a_target_that_stays_open_elsewhere_is_an_error(windows, place, monkeypatch):
    path, scratch = place
    path.write_bytes(b"old")

    def replace(self, target):
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(PermissionError):
        write_atomically(path, b"new", scratch)
    assert path.read_bytes() == b"old"
    assert not list(scratch.iterdir())


# --- what people read


@pytest.mark.parametrize(
    ("number", "said", "next_"),
    [
        (errno.ENOSPC, "no room", "Free some space"),
        (errno.EDQUOT, "no room", "Free some space"),
        (errno.EACCES, "may not", "Check that you own"),
        (errno.EROFS, "may not", "Check that you own"),
        (errno.EIO, "could not", "check the disk"),
    ],
)
def test_each_trouble_says_what_to_do(number, said, next_):
    told = trouble(OSError(number, os.strerror(number)), Path("/x/y"), "save this sign-in")
    assert said in told.message
    assert "save this sign-in" in told.message
    assert next_ in told.next_step
    assert os.strerror(number) in told.details
