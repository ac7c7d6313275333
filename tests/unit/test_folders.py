"""The data folder: whose it is, what kind it is, and what stops a start."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import platformdirs
import pytest

from tenantdock import folders
from tenantdock.domain.errors import StorageTrouble

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX file modes")


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("sandbox", [False, True])
@pytest.mark.parametrize("home", ["/home/anna", "/home/anna/", "/", "anna", "", None])
@pytest.mark.parametrize("base", ["/data", "/data/ ", "data", "", None])
def test_the_folder_is_where_platformdirs_has_it(monkeypatch, home, base, sandbox):
    for name, value in (("HOME", home), ("XDG_DATA_HOME", base)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    name = "TenantDock Practice" if sandbox else "TenantDock"
    assert folders.data_folder(sandbox=sandbox) == Path(platformdirs.user_data_dir(name, appauthor=False, roaming=False))


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_folder_is_for_this_user_only(tmp_path, umask):
    before = os.umask(umask)
    try:
        folders.settle(tmp_path / "a" / "b", sandbox=False)
    finally:
        os.umask(before)
    assert mode(tmp_path / "a" / "b") == 0o700
    assert [mode(each) for each in (tmp_path / "a" / "b").iterdir()] == [0o600]


@posix
def test_others_lose_the_right_to_write(tmp_path):
    tmp_path.chmod(0o775)
    folders.settle(tmp_path, sandbox=False)
    assert mode(tmp_path) == 0o755


@posix
def test_a_folder_that_everybody_writes_in_is_refused_and_stays_as_it_is(tmp_path):
    tmp_path.chmod(0o1777)
    with pytest.raises(StorageTrouble, match="Every user") as caught:
        folders.settle(tmp_path, sandbox=False)
    assert mode(tmp_path) == 0o1777
    assert "--data" in caught.value.next_step
    assert not list(tmp_path.iterdir())


@posix
def test_another_users_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(StorageTrouble, match="another user"):
        folders.settle(tmp_path, sandbox=False)


@pytest.mark.parametrize("first", [True, False])
def test_a_folder_stays_of_its_kind(tmp_path, first):
    for _ in range(2):
        folders.settle(tmp_path, sandbox=first)
    with pytest.raises(StorageTrouble) as caught:
        folders.settle(tmp_path, sandbox=not first)
    assert str(tmp_path) in caught.value.message
    assert ("Add --sandbox" if first else "Leave out --data") in caught.value.next_step
    folders.settle(tmp_path, sandbox=first)  # the refused start left no mark of its own


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")
    with pytest.raises(StorageTrouble, match="cannot keep its data") as caught:
        folders.settle(tmp_path / "file" / "data", sandbox=False)
    assert caught.value.__cause__ is None


def test_a_full_disk_does_not_stop_a_folder_that_is_marked(tmp_path, monkeypatch):
    folders.settle(tmp_path, sandbox=False)

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    folders.settle(tmp_path, sandbox=False)
    with pytest.raises(StorageTrouble, match="No space left"):
        folders.settle(tmp_path / "new", sandbox=False)


def test_on_windows_a_folder_in_the_profile_inherits_its_rights(monkeypatch, tmp_path):
    """An elevated program would give it to the group Administrators otherwise, and the person could not read it later."""
    monkeypatch.setattr(folders.Path, "home", lambda: tmp_path)
    assert folders.folder_mode(tmp_path / "AppData" / "TenantDock", windows=True) == 0o777
    assert folders.folder_mode(tmp_path.parent / "elsewhere", windows=True) == 0o700
    assert folders.folder_mode(tmp_path / ".local" / "TenantDock", windows=False) == 0o700
    assert (0o777 if os.name == "nt" else 0o700) == folders.INSIDE
