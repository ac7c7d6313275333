"""Tray, memory, and desktops without a tray."""

from __future__ import annotations

import json
import os

import pytest
from PySide6.QtCore import Qt

from support.desktop import FakeMemory, FakeWorkflows, rows, session
from tenantdock.desktop import beginning
from tenantdock.desktop.memory import FileMemory
from tenantdock.desktop.trouble import QuestionDialog
from tenantdock.domain.errors import StorageTrouble


def test_without_a_tray_the_window_says_so_once(make_desktop, qtbot, monkeypatch):
    monkeypatch.setattr(beginning, "_TRAY_AGAIN_MS", 10)
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(1)), tray=False, memory=memory)
    qtbot.waitUntil(lambda: desktop.window.notices.get("no-tray") is not None)
    notice = desktop.window.notices.get("no-tray")
    qtbot.mouseClick(notice.dismiss_button, Qt.MouseButton.LeftButton)
    assert desktop.window.notices.get("no-tray") is None
    qtbot.waitUntil(lambda: memory.values.get("said-no-tray") == "yes")
    again = make_desktop(FakeWorkflows(rows(1)), tray=False, memory=memory)
    qtbot.wait(60)
    assert again.window.notices.get("no-tray") is None


@pytest.mark.parametrize("times", [1, 4])
def test_a_tray_that_comes_late_is_taken(make_desktop, qtbot, monkeypatch, times):
    monkeypatch.setattr(beginning, "_TRAY_AGAIN_MS", 10)
    desktop = make_desktop(FakeWorkflows(rows(1)), tray=False, wait=False)
    from support.desktop import FakeTray  # noqa: PLC0415

    calls = []

    def late(parent):
        calls.append(parent)
        return FakeTray() if len(calls) > times else None

    desktop.beginning._make_tray = late
    desktop.start()
    qtbot.waitUntil(lambda: desktop.tray is not None)
    assert len(calls) == times + 1
    assert desktop.window.notices.get("no-tray") is None


def test_without_a_tray_closing_quits_after_saying_so_once(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(1)), tray=False, memory=memory)
    desktop.window.close()
    qtbot.waitUntil(lambda: desktop.windows.all() != [])
    (question,) = desktop.windows.all()
    assert isinstance(question, QuestionDialog)
    qtbot.mouseClick(question.no_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert desktop.window.isVisible()
    desktop.window.close()
    qtbot.waitUntil(lambda: desktop.windows.all() != [])
    qtbot.mouseClick(desktop.windows.all()[0].yes_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desktop.window.isVisible())
    qtbot.waitUntil(lambda: memory.values.get("said-closing-quits") == "yes")
    again = make_desktop(FakeWorkflows(rows(1)), tray=False, memory=memory)
    again.window.close()
    assert not again.window.isVisible()


def test_quitting_with_open_consoles_asks(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(2))
    fakes.agent.open.append(session(1))
    desktop = make_desktop(fakes)
    desktop.window.quit_requested.emit()
    qtbot.waitUntil(lambda: desktop.windows.all() != [])
    qtbot.mouseClick(desktop.windows.all()[0].no_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert desktop.window.isVisible()


def test_the_place_is_restored(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(1)), memory=memory)
    desktop.window.resize(640, 500)
    desktop.window.close()
    qtbot.waitUntil(lambda: bool(memory.values.get("place")))
    again = make_desktop(FakeWorkflows(rows(1)), memory=memory)
    assert (again.window.width(), again.window.height()) == (640, 500)


def test_file_memory_keeps_values(tmp_path):
    memory = FileMemory(tmp_path / "desktop.json")
    assert memory.load() == {}
    memory.save({"a": "b"})
    assert FileMemory(tmp_path / "desktop.json").load() == {"a": "b"}
    assert [each.name for each in tmp_path.iterdir()] == ["desktop.json"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX file modes")
def test_file_memory_is_for_the_persons_eyes_alone(tmp_path):
    before = os.umask(0)
    try:
        FileMemory(tmp_path / "desktop.json").save({"a": "b"})
    finally:
        os.umask(before)
    assert (tmp_path / "desktop.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"a": 1}', b"\xff\xfe", b"[" * 100_000])
def test_file_memory_sets_a_damaged_file_aside(tmp_path, damage):
    path = tmp_path / "desktop.json"
    path.write_bytes(damage)
    memory = FileMemory(path)
    with pytest.raises(StorageTrouble) as told:
        memory.load()
    assert "desktop.damaged" in told.value.next_step
    assert (tmp_path / "desktop.damaged").read_bytes() == damage
    assert memory.load() == {}
    memory.save({"a": "b"})
    assert json.loads(path.read_text()) == {"a": "b"}


def test_file_memory_that_cannot_be_written_says_so(tmp_path):
    memory = FileMemory(tmp_path / "missing" / "desktop.json")
    with pytest.raises(StorageTrouble):
        memory.save({"a": "b"})


def test_a_hidden_start_shows_no_window_where_there_is_a_tray(make_desktop, qtbot):
    told = []
    desktop = make_desktop(FakeWorkflows(rows(1)), wait=False, ready=lambda: told.append("ready"))
    desktop.start(hidden=True)
    assert told == ["ready"], "consoles and the command line are served without a window"
    qtbot.wait(300)
    assert not desktop.window.isVisible()
    assert desktop.icon.shown
    desktop.show()
    qtbot.waitUntil(desktop.window.isVisible)


def test_a_hidden_start_without_a_tray_waits_for_one_and_then_shows_its_window(make_desktop, qtbot, monkeypatch):
    monkeypatch.setattr("tenantdock.desktop.beginning._TRAY_AGAIN_MS", 300)
    desktop = make_desktop(FakeWorkflows(rows(1)), tray=False, wait=False)
    desktop.start(hidden=True)
    qtbot.wait(100)
    assert not desktop.window.isVisible()
    qtbot.waitUntil(desktop.window.isVisible)
