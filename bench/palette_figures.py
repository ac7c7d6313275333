"""The palette over ten thousand customers: from a key press to the painted result, and from the wish to the painted palette."""

from __future__ import annotations

import gc
import os
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from figures import Figure, Values, measures, percentile
from tenantdock.domain.directory import ConnectionRow

SIZE = 10_000
OPENINGS = 30
ROUNDS = 20
"""How many customers are looked for, each in five ways."""
SEED = 7
_FIRST = """
Northwind Contoso Fabrikam Adatum Alpine Blue Coho Fourth Graphic Humongous Lamna Litware Margie Munson Proseware Relecloud Tailspin
Trey VanArsdel Wide Wingtip Woodgrove Zürich Lucerne
""".split()  # noqa: SIM905 - a list of so many words is not read
_LAST = """
Traders Ltd Research Airlines Bäckerei Logistics Bank Insurance Travel Foods Sports Design Health Energy Toys Works
""".split()  # noqa: SIM905 - the same
_SYLLABLES = ("ka", "lo", "mi", "ren", "to", "va", "su", "pel", "dor", "min", "gar", "fen", "tis", "bur")


def row(number: int, dice: random.Random) -> ConnectionRow:
    """Return a made-up customer; names share words as real ones do."""
    middle = "".join(dice.choices(_SYLLABLES, k=3)).title()
    name = f"{dice.choice(_FIRST)} {middle} {dice.choice(_LAST)}" if number % 3 else f"{middle}{number % 97} {dice.choice(_LAST)}"
    domain = f"{name.split(maxsplit=1)[0].lower().replace('ü', 'ue')}{middle.lower()}.onmicrosoft.com"
    return ConnectionRow(
        f"c{number}",
        name,
        f"{dice.getrandbits(32):08x}-0000-4000-8000-{number:012}",
        name,
        domain,
        dice.choice(("admin@msp.example", f"adm.{number}@{domain}")),
        "public",
        ("graph", "exchange")[: 1 + number % 2],
        ("", "#1a7f5a", "#2050a0")[number % 3],
        enrolled=True,
        last_used=None,
        home_tenant="00000000-0000-4000-8000-000000000000" if number % 4 else "",
        group=("", "Europe/North", "Schools")[number % 3],
        tags=((), ("vip",), ("gold", "on call"))[number % 3],
        favourite=number % 200 == 0,
        frecency=3000.0 + dice.random() * 10 if number % 5 == 0 else 0.0,
    )


def typed(names: list[str], dice: random.Random) -> Iterator[str]:
    """Return what a person has typed after each key press: whole names, words, initials, errors, tags, then nothing again."""
    for _ in range(ROUNDS):
        name = dice.choice(names).lower()
        word = dice.choice(name.split())
        at = dice.randrange(1, len(word))
        for text in (
            name,
            word[:at] + word[at + 1 :],
            word[: at - 1] + "x" + word[at:],
            "".join(part[: dice.randint(1, 2)] for part in name.split()),
            f"{word[:4]} vip",
        ):
            for end in range(1, len(text) + 1):
                yield text[:end]
            yield ""


@measures(
    Figure("palette.key.p50", "ms", f"palette: a key press to the painted result, {SIZE:,} customers"),
    Figure("palette.key.p99", "ms", "the same, the slowest but 1 %", 8.0),
    Figure("palette.cpu.p99", "ms", "the same, in processor time: what it takes on a machine with nothing else to do", 8.0),
    Figure("palette.open", "ms", f"palette: from the wish to the painted palette, {SIZE:,} customers, the median", 100.0),
    Figure("palette.index", "ms", f"palette: making {SIZE:,} customers ready to be found, on a worker (processor time)"),
    Figure("palette.memory", "MB", "palette: what that takes, until the palette is given back"),
)
def palette(_wanted: frozenset[str]) -> Values:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415 - only this measurement needs Qt here
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - the same

    from tenantdock.desktop.app import application  # noqa: PLC0415 - the same
    from tenantdock.desktop.entries import prepare  # noqa: PLC0415 - the same
    from tenantdock.desktop.matching import Index  # noqa: PLC0415 - the same
    from tenantdock.desktop.palette import Palette  # noqa: PLC0415 - the same

    dice = random.Random(SEED)  # noqa: S311 - made-up names
    entries = prepare([row(number, dice) for number in range(SIZE)])
    app = application()
    assert QFontDatabase.families() is not None
    before = time.process_time()
    index = Index(entries)
    built = (time.process_time() - before) * 1e3
    window = Palette(index.find, "Bench")
    painted = [0]

    def count() -> None:
        painted[0] += 1

    window.list.painted.connect(count)

    def settled() -> None:
        for _ in range(4):
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    opened = []
    for _ in range(OPENINGS):
        seen = painted[0]
        start = time.perf_counter()
        window.come()
        while painted[0] == seen:
            app.processEvents()
        opened.append((time.perf_counter() - start) * 1e3)
        settled()
        window.hide()
        settled()
    window.come()
    settled()
    walls, cpus = [], []
    with _quiet():
        for text in typed([entry.name for entry in entries], dice):
            start, cpu = time.perf_counter(), time.thread_time()
            seen = painted[0]
            window.search_edit.setText(text)
            while painted[0] == seen and window.model.rowCount():
                app.processEvents()
            app.sendPostedEvents()
            walls.append((time.perf_counter() - start) * 1e3)
            cpus.append((time.thread_time() - cpu) * 1e3)
    window.close()
    window.deleteLater()
    return {
        "palette.key.p50": percentile(walls, 50),
        "palette.key.p99": percentile(walls, 99),
        "palette.cpu.p99": percentile(cpus, 99),
        "palette.open": percentile(opened, 50),
        "palette.index": built,
        "palette.memory": _memory(lambda: Index(entries)),
    }


def _memory(make: Callable[[], object]) -> float:
    """Return how much memory what *make* makes takes, in MB."""
    tracemalloc.start()
    made = make()
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    del made
    return taken


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the garbage collector's turns, which the program takes when it is idle."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
