"""What the desktop remembers between starts: the window's place, and what was said once."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tenantdock.desktop.texts import tr
from tenantdock.domain.errors import StorageTrouble


class Memory(Protocol):
    """Keeps a few texts by key. Both methods block and belong on a worker."""

    def load(self) -> dict[str, str]:
        """Return what was kept. Raises :class:`StorageTrouble` once for a damaged file, after setting it aside."""
        ...

    def save(self, values: Mapping[str, str]) -> None:
        """Keep *values* in place of what was kept. Raises :class:`StorageTrouble`."""
        ...


class NoMemory:
    """Remembers nothing."""

    def load(self) -> dict[str, str]:
        """Return nothing."""
        return {}

    def save(self, values: Mapping[str, str]) -> None:
        """Forget *values*."""


class FileMemory:
    """A small JSON file: an object of texts. Replaced atomically."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[str, str]:
        """Return what the file holds; nothing when there is none."""
        try:
            text = self._path.read_text("utf-8")
            import json  # noqa: PLC0415 - on a worker, and only where there is something to read

            values = json.loads(text)
            if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
                raise ValueError  # noqa: TRY301 - damaged in the same sense as one that does not parse
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError, OSError) as failure:
            aside = self._path.with_suffix(".damaged")
            with contextlib.suppress(OSError):
                self._path.replace(aside)
            raise StorageTrouble(
                tr("The window's place and what you had dismissed could not be read."),
                next_step=tr("Nothing else is touched: defaults are used. The file is kept as {name}.", name=aside.name),
                details=type(failure).__name__,
            ) from failure
        return values

    def save(self, values: Mapping[str, str]) -> None:
        """Write the file anew."""
        import json  # noqa: PLC0415 - on a worker, never before the first window

        part = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            part.unlink(missing_ok=True)  # of a process that was killed and had the same number
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 - its mode
                file.write(json.dumps(dict(values), indent=1, sort_keys=True))
            part.replace(self._path)
        except OSError as failure:
            with contextlib.suppress(OSError):
                part.unlink()
            raise StorageTrouble(
                tr("The window's place could not be saved: {reason}.", reason=failure.strerror or type(failure).__name__),
                next_step=tr("Free some room in the data folder, or check that you may write there."),
            ) from failure
