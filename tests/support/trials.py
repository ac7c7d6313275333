"""Random trials of the right account: what a trial is, what it may hold afterwards, and how many are run.

A trial is made by its seed and number alone, so that one that went wrong can be run again by itself. Who is right is never asked
of the product: a trial knows from the provider whose each token really is (:class:`Truth`), and from how it was made whether the
answer has to be taken.

Run as a program it does one share of the trials and prints one line of JSON for each batch.
"""

from __future__ import annotations

import argparse
import enum
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.ports import Identity
from tenantdock.domain.signin import AccessToken, TokenAsk

PROBLEMS_SHOWN = 20
PER_LIAR = 4
"""Of so many trials one runs against the practice cloud, the others against the lying provider."""


class Hasty(Cancel):
    """A cancel that waits no longer than a moment where the product would pause: between polls, before it tries again."""

    def wait(self, seconds: float) -> None:
        super().wait(min(seconds, 0.01))


class Verdict(enum.Enum):
    """What has to come of an answer."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    EITHER = "either"
    """Cut off, or such that nobody could tell."""


@dataclass(frozen=True)
class Truth:
    """Whose a token really is, by the provider's own books."""

    account: str
    tenant: str
    client: str
    kind: str = "access"


@dataclass
class Trial:
    """What came of one trial. *leaks* and *missed* say in words what went wrong."""

    index: int
    what: str
    accepted: bool = False
    verdict: Verdict = Verdict.EITHER
    told: str = ""
    leaks: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    sorts: tuple[str, ...] = ()

    def judge(self, verdict: Verdict, error: BaseException | None) -> None:
        """Compare what came with what had to."""
        self.verdict, self.accepted = verdict, error is None
        self.sorts += ("taken" if error is None else f"refused as {type(error).__name__}",)
        self.told = "accepted" if error is None else f"{type(error).__name__}: {error}"
        if verdict is Verdict.REFUSE and self.accepted:
            self.leaks.append("an answer was taken that had to be refused")
        if verdict is Verdict.ACCEPT and not self.accepted:
            self.missed.append(f"an answer was refused that had to be taken: {self.told}")


@dataclass
class Totals:
    """The sum of many trials."""

    trials: int = 0
    accepted: int = 0
    refused: int = 0
    leaked: int = 0
    missed: int = 0
    sorts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def add(self, trial: Trial, seed: int) -> None:
        self.trials += 1
        self.accepted += trial.accepted
        self.refused += not trial.accepted
        self.leaked += bool(trial.leaks)
        self.missed += bool(trial.missed)
        self.sorts.update([*trial.sorts, trial.verdict.value])
        for each in [*trial.leaks, *trial.missed][:1]:
            self.problems.append(f"--seed {seed} --trial {trial.index}: {each} [{trial.what}; {trial.told}]")

    def merge(self, told: dict[str, Any]) -> None:
        for name in ("trials", "accepted", "refused", "leaked", "missed"):
            setattr(self, name, getattr(self, name) + told[name])
        self.sorts.update(told["sorts"])
        self.problems += told["problems"]

    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "sorts": dict(self.sorts), "problems": self.problems[:PROBLEMS_SHOWN]}


def rng_of(seed: int, index: int) -> random.Random:
    """The one source of chance of a trial."""
    return random.Random(f"{seed}/{index}")  # noqa: S311  # trials, not keys


# What is held


@dataclass(frozen=True)
class Held:
    """A secret that is handed out, in memory, or sealed; *where* says so. *claimed* is the account that it is kept for, as the
    vault's own entry says ("" where there is none).
    """

    secret: str
    where: str
    claimed: str = ""


def in_memory(identity: Identity, asks: Iterable[TokenAsk]) -> Iterator[tuple[TokenAsk, AccessToken]]:
    """What peek gives for each of *asks*."""
    for ask in asks:
        token = identity.peek(ask)
        if token is not None:
            yield ask, token


def sealed(plain: bytes | None) -> Iterator[dict[str, str]]:
    """The entries of an account's sealed document. Fails for a format that the trials do not know: then they see nothing."""
    if plain is None:
        return
    document = json.loads(plain)
    assert document["format"] == 1, "the sealed format changed: teach the trials to read it"
    for item in document["entries"]:
        yield {"kind": item["kind"], **item["entry"]}


def check_vault(trial: Trial, plain: bytes | None, owners: set[str], whose: Callable[[str], Truth | None]) -> None:
    """Every sealed entry has to be of one of *owners* (``uid.utid``), by its own words and by the provider's books."""
    for entry in sealed(plain):
        if entry["kind"] == "AppMetadata":
            continue
        said = entry.get("home_account_id", "").casefold()
        if said not in owners:
            trial.leaks.append(f"a sealed {entry['kind']} is kept for {said or 'nobody'}")
        if entry["kind"] == "RefreshToken":
            truth = whose(entry["secret"])
            if truth is None:
                trial.leaks.append("a sealed refresh token was never issued")
            elif truth.account not in owners or truth.client != entry.get("client_id", "").casefold():
                trial.leaks.append(f"a sealed refresh token belongs to {truth}")


def check_token(
    trial: Trial, ask: TokenAsk, token: AccessToken, owner: str, whose: Callable[[str], Truth | None], where: str
) -> None:
    """A token that is handed out for *ask* has to be *owner*'s, for that tenant and client, and has to say so."""
    truth = whose(token.secret.reveal())
    wanted = Truth(owner, ask.tenant_id.casefold(), ask.client_id.casefold())
    if truth != wanted:
        trial.leaks.append(f"a token {where} is {truth}, wanted {wanted}")
    if (token.proof.home_account_id, token.tenant_id) != (owner, wanted.tenant):
        trial.leaks.append(f"a token {where} says {token.proof.home_account_id} in {token.tenant_id}")


# Running many

Runner = Callable[[int, int], Trial]
"""Runs the trial of (seed, index)."""
World = Callable[[], AbstractContextManager[Runner]]


def share(seed: int, indexes: list[int], *, threads: int, told: Callable[[Totals], None] = lambda _: None) -> Totals:
    """Run the trials of *indexes* in this process. *told* gets the totals so far, about once a second."""
    from support import trials_cloud, trials_liar  # noqa: PLC0415  # they use this module

    totals, lock = Totals(), threading.Lock()
    against_cloud = [index for index in indexes if index % PER_LIAR == 0]
    against_liar = [index for index in indexes if index % PER_LIAR]
    failures: list[BaseException] = []

    def work(world: World, mine: Iterator[int]) -> None:
        try:
            with world() as runner:
                while not failures:
                    with lock:
                        index = next(mine, None)
                    if index is None:
                        return
                    trial = runner(seed, index)
                    with lock:
                        totals.add(trial, seed)
        except BaseException as failure:  # noqa: BLE001  # shown by the one who waits
            failures.append(failure)

    with trials_cloud.worlds(threads if against_cloud else 0) as clouds:
        queues = iter(against_cloud), iter(against_liar)
        jobs = [threading.Thread(target=work, args=(world, queues[0]), daemon=True) for world in clouds]
        if against_liar:
            jobs.append(threading.Thread(target=work, args=(trials_liar.world, queues[1]), daemon=True))
        for job in jobs:
            job.start()
        while any(job.is_alive() for job in jobs):
            for job in jobs:
                job.join(1 / len(jobs))
            with lock:
                told(totals)
    if failures:
        raise failures[0]
    return totals


def run(trials: int, seed: int, *, jobs: int = 2, threads: int = 3, told: Callable[[str], None] = lambda _: None) -> Totals:
    """Run *trials* trials in *jobs* processes, each with a practice cloud and *threads* threads for it. *told* gets progress."""
    here = Path(__file__).resolve().parents[1]
    path = os.pathsep.join(filter(None, (str(here), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "support.trials", f"--seed={seed}", f"--trials={trials}", f"--threads={threads}"]
    workers = [
        subprocess.Popen([*command, f"--share={number}/{jobs}"], env=environment, stdout=subprocess.PIPE, text=True)
        for number in range(jobs)
    ]
    latest: dict[int, dict[str, Any]] = {}
    started = time.monotonic()

    def listen(number: int) -> None:
        stream = workers[number].stdout
        assert stream is not None
        for line in stream:
            latest[number] = json.loads(line)
            done = sum(each["trials"] for each in latest.values())
            found = {name: sum(each[name] for each in latest.values()) for name in ("leaked", "missed")}
            pace = done / max(0.001, time.monotonic() - started)
            told(f"{done} of {trials}, {pace:.0f}/s, leaked {found['leaked']}, missed {found['missed']}")
        stream.close()

    listeners = [threading.Thread(target=listen, args=(number,), daemon=True) for number in range(jobs)]
    try:
        for each in listeners:
            each.start()
        codes = [worker.wait() for worker in workers]
        for each in listeners:
            each.join(10)
    finally:
        for worker in workers:
            if worker.poll() is None:
                worker.kill()
                worker.wait()
    assert not any(codes), f"a share of the trials ended with {codes}"
    totals = Totals()
    for each in latest.values():
        totals.merge(each)
    return totals


def one(seed: int, index: int) -> Trial:
    """Run a single trial again."""
    from support import trials_cloud, trials_liar  # noqa: PLC0415  # they use this module

    if index % PER_LIAR:
        with trials_liar.world() as runner:
            return runner(seed, index)
    with trials_cloud.worlds(1) as (world,), world() as runner:
        return runner(seed, index)


def main() -> int:
    """Do one share."""
    parser = argparse.ArgumentParser()
    for name in ("--seed", "--trials", "--threads"):
        parser.add_argument(name, type=int, required=True)
    parser.add_argument("--share", required=True)
    given = parser.parse_args()
    number, shares = (int(part) for part in given.share.split("/"))
    # Shares of both kinds of trials: by blocks, not by remainder
    indexes = [index for index in range(given.trials) if (index // PER_LIAR) % shares == number]
    last = [0.0]

    def told(totals: Totals) -> None:
        if time.monotonic() - last[0] > 1:
            last[0] = time.monotonic()
            print(json.dumps(totals.as_json()), flush=True)  # noqa: T201  # that is how it tells

    totals = share(given.seed, indexes, threads=given.threads, told=told)
    print(json.dumps(totals.as_json()), flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
