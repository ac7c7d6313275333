"""What the vault's tests share."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from keyring.backend import KeyringBackend

ONE = "1" * 32
TWO = "2" * 32
MARKER = b"PLAINTEXT-MARKER-7f3a"


class PlaintextKeyring(KeyringBackend):
    """A back end that protects nothing, like the ones of keyrings.alt."""

    priority = -1  # below the one that fails, so that no other test gets it by accident
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def everything_in(folder: Path) -> bytes:
    """The bytes and names of all files below *folder*."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(str(path).encode() + path.read_bytes() for path in paths)


def sealed_files(folder: Path) -> list[str]:
    """The names of the sealed files."""
    return sorted(path.name for path in folder.glob("sealed/*"))


def damaged_files(folder: Path) -> list[str]:
    """The names of the files that were set aside."""
    return sorted(path.name for path in folder.glob("damaged/*"))
