"""Odd places and environments to start in: whole programs, no windows."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from support.program import home, run

pytestmark = pytest.mark.timeout(120)


def tour(tmp_path, data, **environment):
    kept = {**home(tmp_path, QT_QPA_PLATFORM="offscreen"), **environment}
    return run({name: value for name, value in kept.items() if value is not None}, "--sandbox", "--tour", "--data", str(data))


def assert_done(ran) -> None:
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "The tour is done" in ran.stdout
    assert ran.stderr == ""


def test_a_data_folder_with_spaces_umlauts_and_150_characters(tmp_path):
    data = tmp_path / ("Kunden \u00fc\u00f6\u00e4 " + "x" * (150 - 12)) / "data"
    ran = tour(tmp_path, data, LANG="C", LC_ALL="C")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stderr.startswith('Detected locale "C"')  # Qt's own word on that locale
    assert "The tour is done" in ran.stdout
    assert len(ran.stderr.splitlines()) == 4


def test_a_home_that_is_not_there_and_no_runtime_folder(tmp_path):
    gone = str(tmp_path / "nowhere")
    ran = tour(
        tmp_path, tmp_path / "data", HOME=gone, XDG_DATA_HOME=None, XDG_CONFIG_HOME=None, XDG_CACHE_HOME=None, XDG_RUNTIME_DIR=None
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_runtime_folder_whose_name_is_too_long(tmp_path):
    long = tmp_path / ("r" * 120)
    long.mkdir(mode=0o700)
    assert_done(tour(tmp_path, tmp_path / "data", XDG_RUNTIME_DIR=str(long)))


def test_without_bytecode_every_warning_an_error(tmp_path):
    """The practice cloud and its server are other people's code in good part; they run with the same switches."""
    assert_done(tour(tmp_path, tmp_path / "data", PYTHONDONTWRITEBYTECODE="1", PYTHONDEVMODE="1", PYTHONWARNINGS="error"))


def test_what_lies_in_the_current_folder_is_not_imported(tmp_path, monkeypatch):
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    for name in ("json", "starlette", "uvicorn", "msal", "tenantdock"):
        (downloads / f"{name}.py").write_text(f"open({str(tmp_path / 'imported')!r}, 'w')\n", encoding="utf-8")
    monkeypatch.chdir(downloads)
    # As the installed command starts it: without the current folder on the path. The practice cloud is started by us
    words = [sys.executable, "-P", "-m", "tenantdock", "--sandbox", "--tour", "--data", str(tmp_path / "data")]
    environment = home(tmp_path, QT_QPA_PLATFORM="offscreen")
    assert_done(subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False))
    assert not (tmp_path / "imported").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX file modes")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_whatever_the_umask_others_may_read_and_write_nothing(tmp_path, umask):
    before = os.umask(umask)
    try:
        assert_done(tour(tmp_path, tmp_path / "data"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    open_to_others = [each for each in (tmp_path / "data").rglob("*") if each.lstat().st_mode & 0o022]
    assert open_to_others == []


def test_the_practice_cloud_and_real_tenants_share_no_folder(tmp_path):
    assert_done(tour(tmp_path, tmp_path / "data"))
    environment = home(tmp_path, QT_QPA_PLATFORM="offscreen")
    before = {each: each.read_bytes() for each in (tmp_path / "data").rglob("*") if each.is_file()}
    ran = run(environment, "--data", str(tmp_path / "data"))
    assert ran.returncode == 1
    assert ran.stderr.startswith("Not a folder for real tenants: ")
    assert "Add --sandbox" in ran.stderr
    assert {each: each.read_bytes() for each in (tmp_path / "data").rglob("*") if each.is_file()} == before
