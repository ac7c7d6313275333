"""What the person set, in one small JSON file without secrets.

The file carries the number of its format. Keys that this version does not know, from a newer one that writes the same format, are
kept when it is saved. A file in a newer format is left alone: defaults count, and saving is refused.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from tenantdock.domain.errors import StorageTrouble, TenantDockError
from tenantdock.domain.ports import Clock
from tenantdock.domain.said import said, sentences
from tenantdock.domain.settings import Settings
from tenantdock.domain.text import one_line
from tenantdock.folders import INSIDE

T = TypeVar("T")

FORMAT: Final = 1
_SIZE_LIMIT: Final = 1 << 20  # bytes; a thousand clouds of one's own fit
_WINDOWS: Final = os.name == "nt"
_WINDOWS_TRIES: Final = 20
_WINDOWS_PAUSE: Final = 0.05  # seconds; a virus scanner holds a new file for about this long

_log = logging.getLogger(__name__)


class SettingsFile:
    """The :class:`~tenantdock.domain.ports.SettingsStore` of the program.

    *on_report* gets the trouble with a file that could not be used, on the thread that first asked for the settings. Building one
    touches nothing.
    """

    def __init__(self, path: Path, clock: Clock, *, on_report: Callable[[TenantDockError], None] = lambda _: None) -> None:
        self._path = path
        self._clock = clock
        self._report = on_report
        self._reading = threading.Lock()
        self._saving = threading.RLock()  # a listener may save again
        self._settings: Settings | None = None
        self._document: dict[str, Any] = {}
        self._refusal: TenantDockError | None = None
        self._listeners: list[Callable[[Settings], None]] = []

    def current(self) -> Settings:
        """The settings that count now. The first call reads the file. A broken one is set aside and reported; defaults count."""
        settings = self._settings
        if settings is not None:
            return settings
        trouble: TenantDockError | None = None
        with self._reading:
            if self._settings is None:
                self._settings, self._document, trouble = self._read()
            settings = self._settings
        if trouble is not None:
            self._report(trouble)
        return settings

    def save(self, settings: Settings) -> None:
        """Save; they count at once, and listeners are told. Raises :class:`StorageTrouble`; nothing has changed then."""
        from tenantdock.directory.settings_json import merged, to_document  # noqa: PLC0415 - not needed to start

        with self._saving:
            self.current()
            if self._refusal is not None:
                raise self._refusal
            document = merged(self._document, {"format": FORMAT, **to_document(settings)})
            self._write(document)
            self._document, self._settings = document, settings
            for listener in list(self._listeners):
                try:
                    listener(settings)
                except Exception:  # noqa: BLE001 - it is saved, and the others have to hear of it
                    _log.exception("a listener of the settings failed")

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Have *listener* called after every change, on the thread that saved. *instant*."""
        self._listeners.append(listener)

    def _read(self) -> tuple[Settings, dict[str, Any], TenantDockError | None]:
        try:
            data = _patiently(lambda: _beginning(self._path))
        except FileNotFoundError:
            return Settings(), {}, None
        except OSError as error:
            self._refusal = _cannot_read(error)
            return Settings(), {}, self._refusal
        from tenantdock.directory.settings_json import NewerFormat, from_bytes  # noqa: PLC0415 - only where there is a file

        try:
            if len(data) > _SIZE_LIMIT:
                raise ValueError("too long")  # noqa: TRY301 - damaged in the same sense as one that does not parse
            settings, document = from_bytes(data, FORMAT)
        except NewerFormat:
            self._refusal = StorageTrouble(
                "The settings were saved by a newer TenantDock. This one uses defaults and leaves them alone.",
                next_step=said(
                    "Install the newer TenantDock, or move {name} away to start with new settings.", name=self._path.name
                ),
                details=str(self._path),
            )
            return Settings(), {}, self._refusal
        except (ValueError, TenantDockError) as error:
            return Settings(), {}, self._set_aside(error)
        return settings, document, None

    def _set_aside(self, error: Exception) -> TenantDockError:
        why = one_line(error.message if isinstance(error, TenantDockError) else str(error), 200)
        stamp = datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y%m%dT%H%M%SZ")
        kept, count = self._path.with_name(f"{self._path.name}.damaged-{stamp}"), 1
        while kept.exists():
            count += 1
            kept = self._path.with_name(f"{self._path.name}.damaged-{stamp}-{count}")
        try:
            self._path.replace(kept)
        except OSError as failure:
            return _cannot_read(failure)
        return StorageTrouble(
            "The settings could not be read. TenantDock set them aside and uses its defaults.",
            next_step=said("Look at the settings, and set again what you had changed. The file is kept as {name}.", name=kept.name),
            details=f"{kept}: {why}",
        )

    def _write(self, document: dict[str, Any]) -> None:
        import json  # noqa: PLC0415 - not needed to start

        data = json.dumps(document, indent=1, sort_keys=True, ensure_ascii=True).encode("ascii") + b"\n"
        # Always the same name, so that a kill leaves one such file at most; the data folder belongs to one process
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            self._path.parent.mkdir(mode=INSIDE, parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                new.unlink()
            file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with open(file, "wb") as out:  # noqa: PTH123 - a descriptor, for the mode
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            _patiently(lambda: new.replace(self._path))
            _sync_folder(self._path.parent)
        except OSError as error:
            with contextlib.suppress(OSError):
                new.unlink()
            raise _cannot_save(error, self._path) from error


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SIZE_LIMIT + 1)


def _patiently(action: Callable[[], T]) -> T:
    """Do *action*; on Windows again for a second while the file is in use, by a scanner or another TenantDock."""
    for _ in range(_WINDOWS_TRIES - 1 if _WINDOWS else 0):
        with contextlib.suppress(PermissionError):
            return action()
        time.sleep(_WINDOWS_PAUSE)
    return action()


def _sync_folder(folder: Path) -> None:
    if not _WINDOWS:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _cannot_read(error: OSError) -> StorageTrouble:
    return StorageTrouble(
        "The settings could not be read, so TenantDock uses its defaults.",
        next_step="Check that you own the data folder and may read in it, then start TenantDock again.",
        details=one_line(str(error), 300),
    )


def _cannot_save(error: OSError, path: Path) -> StorageTrouble:
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        message, step = "There is no room on the disk to save the settings.", "Free some space and try again."
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        message, step = (
            "The settings cannot be written.",
            said("Check that you own {folder} and may write in it, and try again.", folder=path.parent),
        )
    else:
        message, step = "The settings could not be saved.", "Try again. If it keeps happening, check the disk."
    return StorageTrouble(message, next_step=sentences(step, said("Nothing was changed.")), details=one_line(str(error), 300))
