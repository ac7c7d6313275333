"""A keyring that asks the person and is not answered: the window goes on as if nothing were."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from support.desktop import FakeWorkflows, rows
from support.directory import HOME, a_connection
from support.fakes import FakeAgent, FakeClock, FakeConsoles, MemoryDirectory, MemoryKeyStore
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.trouble import ErrorDialog
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import VaultLocked
from tenantdock.identity.entra import EntraIdentity
from tenantdock.vault import KeyringVault
from tenantdock.workflows import Connecting
from tenantdock.workflows.turns import Turns


class PromptingKeyStore(MemoryKeyStore):
    """A locked keyring whose prompt stays open until :meth:`dismiss`. Only its state is answered at once, as the real ones do."""

    def __init__(self) -> None:
        super().__init__()
        self.prompted, self._dismissed = threading.Event(), threading.Event()

    def get(self, service):
        assert threading.current_thread() is not threading.main_thread(), "the keyring is asked on the GUI thread"
        self.prompted.set()
        assert self._dismissed.wait(30)
        raise VaultLocked("Your keyring is locked, so saved sign-ins cannot be opened.", next_step="Unlock your keyring.")

    def dismiss(self) -> None:
        self._dismissed.set()


@pytest.fixture
def prompt():
    store = PromptingKeyStore()
    yield store
    store.dismiss()


@pytest.fixture
def desktop(make_desktop, prompt, tmp_path):
    """The real way from a click to the keyring: the sign-in of customer c1 is sealed under a key that the keyring holds back."""
    clock, directory = FakeClock(), MemoryDirectory()
    saved = directory.add(replace(a_connection(home_account_id=HOME), id="c1"))
    KeyringVault(tmp_path / "vault", MemoryKeyStore(), clock).seal(saved.account.id, b"{}")
    vault = KeyringVault(tmp_path / "vault", prompt, clock)
    fakes = FakeWorkflows(rows(3))
    fakes.vault = vault
    fakes.connecting = Connecting(
        clouds=Clouds(),
        directory=directory,
        identity=EntraIdentity(vault=vault, browsers=None, clock=clock),
        agent=FakeAgent(clock),
        consoles=FakeConsoles(),
        clock=clock,
        turns=Turns(),
    )
    return make_desktop(fakes)


def shown(desktop, kind):
    return next((each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()), None)


def test_an_open_prompt_does_not_hold_the_window_up(desktop, prompt, qtbot, watchdog):
    watchdog.start()
    desktop.connect("c1")
    qtbot.waitUntil(prompt.prompted.is_set)
    qtbot.waitUntil(lambda: shown(desktop, SignInDialog) is not None)
    # The list answers while the prompt is open: another row is chosen, and drawn
    view = desktop.window.list
    with qtbot.waitSignal(view.painted, timeout=5000):
        view.setCurrentIndex(view.model().index(2, 0))
    qtbot.wait(300)  # thirty ticks of the watchdog
    assert not prompt._dismissed.is_set()


def test_cancel_closes_the_sign_in_while_the_prompt_is_still_open(desktop, prompt, qtbot, qapp, watchdog):
    watchdog.start()
    desktop.connect("c1")
    qtbot.waitUntil(prompt.prompted.is_set)
    qtbot.waitUntil(lambda: shown(desktop, SignInDialog) is not None)
    dialog = shown(desktop, SignInDialog)
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    qapp.processEvents()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert not prompt._dismissed.is_set()


def test_a_dismissed_prompt_is_told_with_what_to_do(desktop, prompt, qtbot, watchdog):
    watchdog.start()
    desktop.connect("c1")
    qtbot.waitUntil(prompt.prompted.is_set)
    prompt.dismiss()
    qtbot.waitUntil(lambda: shown(desktop, ErrorDialog) is not None)
    dialog = shown(desktop, ErrorDialog)
    assert "Unlock your keyring" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
