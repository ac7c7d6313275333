"""Every Directory there is, for the suites of its port: ``pytest_plugins = ("support.directory_port",)``."""

from __future__ import annotations

import pytest

from support.fakes import FakeClock, MemoryDirectory
from tenantdock.directory import SqliteDirectory, searching
from tenantdock.domain.ports import Directory


@pytest.fixture(params=["sqlite", "sqlite-without-trigrams", "memory"])
def directory(request, tmp_path, monkeypatch):
    if request.param == "sqlite-without-trigrams":
        monkeypatch.setattr(searching, "_CREATE", "CREATE VIRTUAL TABLE words USING fts9 (hay)")
    made: Directory = MemoryDirectory() if request.param == "memory" else SqliteDirectory(tmp_path / "data" / "d.db", FakeClock())
    yield made
    made.close()
