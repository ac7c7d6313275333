"""Locking: what locks, what unlocks, and what keeps it from locking by itself."""

from __future__ import annotations

import pytest

from support.agent import connection
from support.fakes import FakeAgent, FakeClock, MemoryVault
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import BadInput, VaultLocked
from tenantdock.domain.settings import LONGEST_IDLE, LockSettings, Settings
from tenantdock.workflows import Locking


class MemorySettings:
    def __init__(self) -> None:
        self.settings = Settings()
        self.listeners = []

    def current(self):
        return self.settings

    def save(self, settings):
        self.settings = settings
        for listener in self.listeners:
            listener(settings)

    def listen(self, listener):
        self.listeners.append(listener)


@pytest.fixture
def agent():
    return FakeAgent(FakeClock())


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
def settings():
    return MemorySettings()


@pytest.fixture
def locking(agent, vault, settings):
    return Locking(agent=agent, vault=vault, settings=settings)


def test_locking_and_unlocking_tell_once_each(locking, agent):
    heard = []
    locking.listen(heard.append)
    locking.lock()
    locking.lock()
    assert agent.locked
    locking.unlock()
    locking.unlock()
    assert not locking.locked
    assert heard == [True, False]


def test_a_keyring_that_stays_locked_keeps_it_locked(locking, vault):
    locking.lock()
    vault.prove_fails = VaultLocked("Your keyring is locked.", next_step="Unlock it.")
    with pytest.raises(VaultLocked):
        locking.unlock()
    assert locking.locked
    vault.prove_fails = None
    locking.unlock()
    assert not locking.locked
    assert vault.proven == 2


@pytest.mark.parametrize(("spare", "locked"), [(True, False), (False, True)])
def test_an_open_console_is_spared_where_that_is_wanted(locking, agent, spare, locked):
    grant, _ = agent.admit(connection())
    agent.wait_open(grant.session_id, 1.0, Cancel())
    assert locking.lock_by_itself(LockSettings(spare_consoles=spare)) is locked
    assert locking.locked is locked


def test_a_console_that_is_only_waited_for_spares_nothing(locking, agent):
    agent.admit(connection())
    assert locking.lock_by_itself(LockSettings())


def test_the_person_locks_whatever_is_open(locking, agent):
    grant, _ = agent.admit(connection())
    agent.wait_open(grant.session_id, 1.0, Cancel())
    locking.lock()
    assert locking.locked


def test_settings_are_read_and_followed(locking, settings):
    heard = []
    locking.on_settings(heard.append)
    assert locking.settings() == LockSettings(idle_minutes=0, with_screen=True, spare_consoles=True)
    settings.save(Settings(lock=LockSettings(idle_minutes=5)))
    assert heard == [LockSettings(idle_minutes=5)]
    assert locking.settings().idle_minutes == 5


@pytest.mark.parametrize("minutes", [-1, LONGEST_IDLE + 1])
def test_a_time_that_cannot_be_waited_for_is_refused(minutes):
    with pytest.raises(BadInput) as told:
        LockSettings(idle_minutes=minutes)
    assert told.value.field == "idle_minutes"
