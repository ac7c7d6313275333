"""Has the program follow its settings, at once, from the first window to the end. Imported after that window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenantdock.desktop.appearance import colour
from tenantdock.desktop.languages import speak

if TYPE_CHECKING:
    from collections.abc import Callable

    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.settings import Settings
    from tenantdock.workflows.settings import Configuring


class Following:
    """Puts changed settings on. Build it on the GUI thread; *hotkey* is called there with a changed key combination."""

    def __init__(self, configuring: Configuring, loop: Loop, hotkey: Callable[[str], object]) -> None:
        self._configuring = configuring
        self._loop = loop
        self._hotkey = hotkey
        self._on: Settings | None = None

    def begin(self) -> None:
        """Read what is set, and listen for changes."""

        def read() -> Settings:
            self._configuring.listen(lambda settings: self._loop.post(self._put_on, settings))
            return self._configuring.current()

        self._loop.submit(read, self._first)

    def _first(self, settings: Settings) -> None:
        # What was set before the first window is on already
        if self._on is None:
            self._on = settings

    def _put_on(self, settings: Settings) -> None:
        before, self._on = self._on, settings
        colour(settings.theme)
        if before is None or settings.language != before.language:
            speak(settings.language)
        if before is None or settings.hotkey != before.hotkey:
            self._hotkey(settings.hotkey)
