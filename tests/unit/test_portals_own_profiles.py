"""Removing the browser profile of an account: all of it, and nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys

import pytest

from support.vault import ONE, TWO
from tenantdock.domain.errors import BadInput, StorageTrouble
from tenantdock.portals.own_profiles import OwnProfileFolders


@pytest.fixture
def profiles(tmp_path):
    folder = tmp_path / "profiles"
    for account in (ONE, TWO):
        (folder / account / "Default").mkdir(parents=True)
        (folder / account / "Default" / "Cookies").write_bytes(b"cookie of " + account.encode())
    return folder


def test_an_accounts_profile_goes_and_others_stay(profiles):
    OwnProfileFolders(profiles).forget_profile(ONE)
    assert [each.name for each in profiles.iterdir()] == [TWO]
    assert (profiles / TWO / "Default" / "Cookies").exists()


def test_with_the_last_one_the_folder_goes(profiles):
    for account in (ONE, TWO):
        OwnProfileFolders(profiles).forget_profile(account)
    assert not profiles.exists()


def test_no_profile_is_no_error(profiles, tmp_path):
    OwnProfileFolders(profiles).forget_profile("3" * 32)
    OwnProfileFolders(tmp_path / "none").forget_profile(ONE)
    assert len(list(profiles.iterdir())) == 2


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "/etc", "a" * 31, "A" * 32, "1" * 32 + "/x", "1" * 32 + "\n"])
def test_what_is_not_an_account_is_refused(profiles, tmp_path, name):
    (tmp_path / "x").mkdir()
    with pytest.raises(BadInput):
        OwnProfileFolders(profiles).forget_profile(name)
    assert (tmp_path / "x").exists()
    assert len(list(profiles.iterdir())) == 2


def test_what_is_marked_read_only_and_long_paths_go_too(profiles):
    folder = profiles / ONE / "Default"
    deep = folder
    while len(str(deep)) < 240:
        deep /= "n" * min(40, 245 - len(str(deep)))  # as long as a browser on Windows could make it
    deep.mkdir(parents=True)
    for path in (folder / "Cookies", deep / "x"):
        path.write_bytes(b"x")
        path.chmod(0o400)
    OwnProfileFolders(profiles).forget_profile(ONE)
    assert [each.name for each in profiles.iterdir()] == [TWO]


def test_links_are_removed_and_not_followed(profiles, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("x")
    (profiles / ONE / "link").symlink_to(outside)
    shutil.rmtree(profiles / TWO)
    (profiles / TWO).symlink_to(outside)
    OwnProfileFolders(profiles).forget_profile(ONE)
    OwnProfileFolders(profiles).forget_profile(TWO)
    assert (outside / "precious").read_text() == "x"
    assert not profiles.exists()


def test_what_a_kill_left_goes_with_the_next(profiles, monkeypatch):
    def killed(path, **_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            OwnProfileFolders(profiles).forget_profile(ONE)
    assert not (profiles / ONE).exists()  # no browser would be started on what is half gone
    OwnProfileFolders(profiles).forget_profile(TWO)
    assert not profiles.exists()


def test_a_profile_that_cannot_be_removed_is_told(profiles, monkeypatch):
    def refused(path, **_):
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(shutil, "rmtree", refused)
    with pytest.raises(StorageTrouble, match="could not be removed") as told:
        OwnProfileFolders(profiles).forget_profile(ONE)
    assert ONE in told.value.next_step


@pytest.mark.parametrize("lock", ["SingletonLock", "lock"])
@pytest.mark.skipif(sys.platform == "win32", reason="browsers have no such links there")
def test_a_browser_that_is_open_is_told_and_keeps_its_profile(profiles, lock):
    with subprocess.Popen(["sleep", "60"]) as browser:
        holder = f"{socket.gethostname()}-{browser.pid}" if lock == "SingletonLock" else f"127.0.1.1:+{browser.pid}"
        (profiles / ONE / lock).symlink_to(holder)
        with pytest.raises(StorageTrouble, match="is open"):
            OwnProfileFolders(profiles).forget_profile(ONE)
        assert (profiles / ONE / "Default" / "Cookies").exists()
        browser.kill()
    OwnProfileFolders(profiles).forget_profile(ONE)  # a browser that crashed leaves its lock
    assert not (profiles / ONE).exists()


@pytest.mark.parametrize("holder", ["another-host-1", f"{socket.gethostname()}-x", "junk", f"{socket.gethostname()}-{'9' * 99}"])
def test_a_lock_that_is_nobodys_here_stops_nothing(profiles, holder):
    (profiles / ONE / "SingletonLock").symlink_to(holder)
    OwnProfileFolders(profiles).forget_profile(ONE)
    assert not (profiles / ONE).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="browsers have no such links there")
def test_another_users_process_counts_as_running(profiles, monkeypatch):
    (profiles / ONE / "SingletonLock").symlink_to(f"{socket.gethostname()}-4711")
    monkeypatch.setattr(os, "kill", lambda *args: (_ for _ in ()).throw(PermissionError(1, "no")))
    with pytest.raises(StorageTrouble, match="is open"):
        OwnProfileFolders(profiles).forget_profile(ONE)
