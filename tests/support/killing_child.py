"""The process that is killed: random work on a vault and a directory, each piece announced before and acknowledged after.

``python -m support.killing_child FOLDER`` imports everything once, then forks a worker for each line (a seed) on its standard
input: starting Python anew would take longer than a worker lives. Workers and their parent write whole lines of JSON to standard
output.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sys
import threading
from pathlib import Path
from uuid import uuid4

from support.directory import a_connection
from support.fakes import FakeClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import HistoryEntry
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault, KeyStoreState

MARKER = b"PLAINTEXT-MARKER-7f3a"
ACCOUNTS = tuple(f"{number:x}" * 32 for number in range(8))
_MOST_CONNECTIONS = 8


class FileKeyStore:
    """A KeyStore that outlives a process, openly a fake: each secret is a plain file, outside of what is looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def state(self) -> KeyStoreState:
        return KeyStoreState(True, "files of a test")

    def services(self) -> list[str]:
        return sorted(f"TenantDock/{path.name}" for path in self.folder.glob("[!.]*"))

    def get(self, service: str) -> Secret | None:
        with contextlib.suppress(FileNotFoundError):
            return Secret(self._path(service).read_text("ascii"))
        return None

    def set(self, service: str, value: Secret) -> None:
        new = self.folder / f".{uuid4().hex}"
        new.write_text(value.reveal(), "ascii")
        new.replace(self._path(service))

    def delete(self, service: str) -> None:
        self._path(service).unlink(missing_ok=True)

    def _path(self, service: str) -> Path:
        return self.folder / service.rpartition("/")[2]


def vault_in(folder: Path) -> KeyringVault:
    return KeyringVault(folder / "data" / "vault", FileKeyStore(folder / "keyring"), FakeClock())


def directory_in(folder: Path) -> SqliteDirectory:
    return SqliteDirectory(folder / "data" / "directory.sqlite3", FakeClock())


def plain_of(number: int, size: int) -> bytes:
    """What is sealed: it says itself whether it is whole."""
    return MARKER + f" {number} {size} ".encode() + b"x" * size


def tell(**what: object) -> None:
    os.write(1, json.dumps(what).encode() + b"\n")  # one write: a kill cuts no line in two


def _does(work, **what: object) -> None:
    tell(word="start", **what)
    work()
    tell(word="done", **what)


def on_the_vault(vault: KeyringVault, chance: random.Random) -> None:
    while True:
        account = chance.choice(ACCOUNTS)
        how = chance.choices(["seal", "unseal", "discard"], [6, 2, 1])[0]
        if how == "seal":
            number, size = chance.randrange(1 << 40), chance.choice([0, 50, 6_000, 60_000])
            plain = plain_of(number, size)
            _does(lambda a=account, p=plain: vault.seal(a, p), who="vault", how=how, account=account, plain=[number, size])
        elif how == "discard":
            _does(lambda a=account: vault.discard(a), who="vault", how=how, account=account)
        else:
            found = vault.unseal(account)
            tell(
                word="read", who="vault", account=account, plain=None if found is None else [int(n) for n in found.split(b" ")[1:3]]
            )


def on_the_keys(vault: KeyringVault, chance: random.Random) -> None:
    while True:
        Cancel().wait(chance.random() * 0.02)
        _does(lambda: vault.rotate(Cancel()), who="keys", how="rotate")


def on_the_directory(directory: SqliteDirectory, chance: random.Random) -> None:
    known = {each.id: each for each in directory.every()}
    while True:
        number = chance.randrange(1 << 40)
        how = chance.choice(["add", "update", "pin", "note", "note", "broker", "add_all", "remove"])
        if not known or (how in {"add", "add_all"} and len(known) < _MOST_CONNECTIONS):
            made = [_connection(number + extra) for extra in range(1 if how == "add" else 3)]
            work = (lambda m=made: directory.add(m[0])) if len(made) == 1 else (lambda m=made: directory.add_all(m))
            _does(work, who="directory", how="add", connections=[[one.id, one.name] for one in made])
        elif how == "remove":
            one = chance.choice(list(known.values()))
            _does(lambda o=one: directory.remove_all([o.id]), who="directory", how=how, id=one.id)
        else:
            one = chance.choice(list(known.values()))
            _change(directory, one, how, number)
        known = {each.id: each for each in directory.every()}


def _change(directory: SqliteDirectory, one, how: str, number: int) -> None:
    from dataclasses import replace  # noqa: PLC0415

    if how == "pin" and not one.account.enrolled:
        home = f"{number:08x}"[-8:] + "-1111-1111-1111-111111111111.22222222-2222-2222-2222-222222222222"
        work = lambda: directory.pin(one.account.id, home, one.account.username)  # noqa: E731
        _does(work, who="directory", how=how, id=one.id, home=home)
    elif how == "note":
        entry = HistoryEntry(1.0, one.id, "signed-in", str(number))
        _does(lambda: directory.note(entry), who="directory", how=how, id=one.id, text=str(number))
    elif how == "broker":
        on = not one.account.broker
        _does(lambda: directory.set_broker(one.account.id, on), who="directory", how=how, id=one.id, on=on)
    else:
        changed = replace(one, name=f"Customer {number}", rung="private")
        _does(lambda: directory.update(changed), who="directory", how="update", id=one.id, name=changed.name)


def _connection(number: int):
    tenant = f"{number & 0xFFFFFFFF:08x}-0000-4000-8000-{number >> 8 & 0xFFFFFFFF:012x}"
    return a_connection(f"Customer {number}", tenant=tenant, username=f"admin@c{number}.example")


def work(folder: Path, seed: int) -> None:
    """Work with three threads until killed."""
    vault, directory, chance = vault_in(folder), directory_in(folder), random.Random(seed)  # noqa: S311
    pieces = ((on_the_vault, vault), (on_the_keys, vault), (on_the_directory, directory))
    for piece, room in pieces:
        thread_chance = random.Random(chance.random())  # noqa: S311

        def run(piece=piece, room=room, thread_chance=thread_chance) -> None:
            try:
                piece(room, thread_chance)
            except BaseException as error:  # noqa: BLE001  # the harness shows it
                tell(word="failed", how=piece.__name__, text=f"{type(error).__name__}: {error} {getattr(error, 'details', '')}")

        threading.Thread(target=run).start()


def main() -> None:
    folder = Path(sys.argv[1])
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: F401, PLC0415

    import tenantdock.vault.packing  # noqa: F401, PLC0415  # with what the vault imports late, so that workers find it

    tell(word="ready")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            work(folder, int(line))
            for thread in threading.enumerate():
                if thread is not threading.main_thread():
                    thread.join()
            os._exit(1)
        tell(word="born", pid=pid)
        _, status = os.waitpid(pid, 0)
        tell(word="dead", signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


if __name__ == "__main__":
    main()
