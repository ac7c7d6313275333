"""The desktop's part of the socket figures: the real house with its window, and a client process that asks it for tokens.

``socket_desktop.py FOLDER idle|busy``. When busy, the window scrolls through 5,000 rows and paints them, over and over, while the
client asks. Prints ``{"times": [...], "painted": rows}``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tests"))

from PySide6.QtCore import QTimer  # noqa: E402  # after the path
from PySide6.QtWidgets import QAbstractItemView, QWidget  # noqa: E402

from desktop_figures import filled  # noqa: E402
from held_token import HOME, an_ask, hold  # noqa: E402
from tenantdock import composition  # noqa: E402
from tenantdock.clock import SystemClock  # noqa: E402
from tenantdock.domain.clouds import Clouds  # noqa: E402

ROWS = 5_000


class Painter:
    """Scrolls the list a page at a time and has it painted, whenever the GUI thread has nothing else to do."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self.painted = 0
        self.timer = QTimer(view)
        self.timer.timeout.connect(self.paint)

    def paint(self) -> None:
        """Paint one page."""
        bar = self._view.verticalScrollBar()
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + bar.pageStep())
        self._view.viewport().update()  # Qt paints it next, as it does when a person scrolls
        height = self._view.visualRect(self._view.indexAt(self._view.viewport().rect().center())).height()
        self.painted += self._view.viewport().height() // max(1, height)


def main(folder: Path, *, busy: bool) -> None:
    """Measure."""
    filled(folder, ROWS)
    result: dict[str, object] = {}
    with composition.open_house(folder, sandbox=False) as house:
        desktop = composition._desktop(house, folder, sandbox=False)  # noqa: SLF001  # what run_desktop does
        directory = house.workflows.directory
        connection = directory.connection(directory.rows()[0].id)
        account = directory.pin(connection.account.id, HOME, "")
        connection = directory.connection(connection.id)
        clock = SystemClock()
        ask = an_ask(Clouds().get("public"), account.id)
        ask = type(ask)(ask.cloud, connection.tenant.id, connection.account, ask.service)
        hold(house.identity, ask, clock.now() + 3600)

        def go() -> None:
            painter = Painter(_list_of(desktop.window))
            if busy:
                painter.timer.start(0)
            _, ticket = house.agent.admit(connection)
            command = [sys.executable, str(HERE / "socket_client.py")]
            client = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            client.stdin.write(json.dumps({"endpoint": house.agent.endpoint.name, "ticket": ticket.reveal()}) + "\n")
            client.stdin.close()
            executor = ThreadPoolExecutor(1)
            answer = executor.submit(client.stdout.read)

            def look() -> None:
                if answer.done():
                    result.update(times=[each / 1e9 for each in json.loads(answer.result())], painted=painter.painted)
                    executor.shutdown()
                    watch.stop()
                    desktop.quit()

            watch = QTimer(desktop.window)
            watch.timeout.connect(look)
            watch.start(50)

        def go_or_say_why() -> None:
            try:
                go()
            except Exception:
                desktop.quit()
                raise

        QTimer.singleShot(3_000, desktop.window, go_or_say_why)
        desktop.run()
    print(json.dumps(result))


def _list_of(window: QWidget) -> QAbstractItemView:
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None and model.rowCount() >= ROWS:
            return view
    raise LookupError(f"no list with {ROWS} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]), busy=sys.argv[2] == "busy")
