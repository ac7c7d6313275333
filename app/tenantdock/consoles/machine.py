"""What this room looks at on the machine: platform, environment, files. Given as one value, so that a test can give another."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_OS_RELEASE_LIMIT = 16_384


@dataclass(frozen=True)
class Machine:
    """A machine to find programs on.

    *platform* is as ``sys.platform`` names it; *env* the person's environment; *root* is where absolute places such as ``/opt``
    are looked up; *home* is the person's home folder; *frozen* says whether this is an installed package (PyInstaller).
    """

    platform: str = sys.platform
    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    root: Path = Path("/")
    home: Path = field(default_factory=Path.home)
    frozen: bool = field(default_factory=lambda: bool(getattr(sys, "frozen", False)))

    @property
    def windows(self) -> bool:
        """Whether this is Windows."""
        return self.platform == "win32"

    @property
    def mac(self) -> bool:
        """Whether this is macOS."""
        return self.platform == "darwin"

    def variable(self, name: str) -> str:
        """An environment variable, or "". On Windows its case does not matter: ``dict(os.environ)`` has ``PROGRAMFILES`` there."""
        if not self.windows:
            return self.env.get(name, "")
        return next((value for key, value in self.env.items() if key.upper() == name.upper()), "")

    def which(self, program: str) -> str | None:
        """The full path of *program* (on Windows with its ``.exe``) on the person's PATH, or None."""
        if self.windows:
            # shutil.which looks in the current folder first there: whoever left a pwsh.exe in it would get the ticket
            folders = (folder.strip('"') for folder in self.variable("PATH").split(os.pathsep))
            places = (os.path.join(folder, program) for folder in folders if os.path.isabs(folder))  # noqa: PTH117, PTH118
            return next(filter(self.is_program, places), None)
        found = shutil.which(program, path=self.env.get("PATH", ""))
        return os.path.abspath(found) if found else None  # noqa: PTH100 - resolve() would follow /snap/bin/pwsh to snap itself

    def matching(self, pattern: str) -> Iterator[str]:
        """The programs that match an absolute glob *pattern*, the highest name first ("7" before "6", "7-preview" after "7")."""
        relative = pattern.lstrip("/")
        found = [path for path in self.root.glob(relative) if self.is_program(str(path))]
        for path in sorted(found, key=lambda path: ("preview" not in str(path), str(path)), reverse=True):
            yield str(path)

    def is_program(self, path: str) -> bool:
        """Whether *path* is a file that can be run."""
        if self.windows:
            # A Store alias is a reparse point that cannot be opened, so os.path.isfile says no
            return os.path.lexists(path) and not os.path.isdir(path)  # noqa: PTH112 - see below
        # Not Path's, which raises for what lies in a folder that this user may not look into (before Python 3.14)
        return os.path.isfile(path) and os.access(path, os.X_OK)  # noqa: PTH113

    def linux_ids(self) -> tuple[str, ...]:
        """The distribution's ``ID`` and ``ID_LIKE`` of os-release(5), or nothing where there is no such file."""
        try:
            text = (self.root / "etc/os-release").read_text("utf-8", "replace")[:_OS_RELEASE_LIMIT]
        except OSError:
            return ()
        values = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
        return tuple(f"{values.get('ID', '')} {values.get('ID_LIKE', '')}".replace('"', "").split())
