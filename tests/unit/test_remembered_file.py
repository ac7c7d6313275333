"""What the desktop remembers is replaced in one step: a failure in the midst of it leaves the old file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tenantdock.desktop.memory import FileMemory
from tenantdock.domain.errors import StorageTrouble


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path, monkeypatch):
    memory = FileMemory(tmp_path / "desktop.json")
    memory.save({"place": "here"})

    def full(_self, _target):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(StorageTrouble, match="could not be saved"):
            memory.save({"place": "there"})
    assert memory.load() == {"place": "here"}
    assert [path.name for path in tmp_path.iterdir()] == ["desktop.json"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX file modes")
def test_nobody_else_may_read_it_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        FileMemory(tmp_path / "desktop.json").save({"place": "x"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "desktop.json").stat().st_mode) == 0o600
