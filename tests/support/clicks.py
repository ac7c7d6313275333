"""A click on fakes that can be held up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from support.directory import a_connection
from support.fakes import FakeAgent, FakeClock, FakeConsoles, FakeIdentity, MemoryDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.signin import Progress
from tenantdock.workflows import Connecting
from tenantdock.workflows.turns import Turns


class SlowIdentity(FakeIdentity):
    """A fake that can be held up: by *gate* before every silent answer, by *browser* before every interactive one. A sign-in by a
    person brings the refresh token of its client; *troubles* are raised first.
    """

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.gate: threading.Event | None = None
        self.browser: threading.Event | None = None
        self.lock = threading.Lock()
        self.inside = self.most = 0
        self.refresh_tokens: set[str] = set()
        self.troubles: list[Exception] = []

    def silent(self, ask, cancel, *, force=False, claims=""):
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        try:
            if self.gate is not None:
                until(self.gate, cancel)
            if ask.client_id in self.refresh_tokens and ask.service.key not in self.silent_answers:
                self.silent_asks.append((ask, force))
                return self.token(ask)
            return super().silent(ask, cancel, force=force)
        finally:
            with self.lock:
                self.inside -= 1

    def interactive(self, ask, cancel, progress):
        self.interactive_asks.append(ask)
        if self.troubles:
            raise self.troubles.pop(0)
        progress(Progress("browser", "Waiting for the browser"))
        if self.browser is not None:
            until(self.browser, cancel)
        cancel.check()
        self.refresh_tokens.add(ask.token.client_id)
        return self.token(ask.token)


def until(event: threading.Event, cancel: Cancel) -> None:
    while not event.wait(0.005):
        cancel.check()


def wait_until(condition: Callable[[], object]) -> None:
    """Wait until *condition* holds; another thread brings it about."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.002)


class World:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.directory = MemoryDirectory()
        self.identity = SlowIdentity(self.clock)
        self.cancel = Cancel()
        self.progress: list[Progress] = []
        self.turns = Turns()
        self.connecting = Connecting(
            clouds=Clouds(),
            directory=self.directory,
            identity=self.identity,
            agent=FakeAgent(self.clock),
            consoles=FakeConsoles(),
            clock=self.clock,
            turns=self.turns,
        )

    def add(self, **options):
        return self.directory.add(a_connection(**options))

    def sign_in(self, connection, rung=None, cancel=None, window=0):
        return self.connecting.sign_in(connection.id, cancel or self.cancel, self.progress.append, rung, window)

    def beside(self, connection, cancel=None):
        """Sign in on another thread."""
        done: list[object] = []

        def work() -> None:
            try:
                done.append(self.sign_in(connection, cancel=cancel))
            except BaseException as error:  # noqa: BLE001  # for the test to look at
                done.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread, done

    @property
    def prompts(self):
        return [(ask.token.service.key, ask.rung) for ask in self.identity.interactive_asks]
