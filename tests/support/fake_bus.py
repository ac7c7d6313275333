"""A double of what answers on a message bus: logind. Run as a program of its own:

``python -m support.fake_bus logind FOLDER``. Each call is a line in ``FOLDER/calls``; what stands in ``FOLDER/emit`` (path,
interface, member and arguments, as JSON) is sent as a signal. The bus is that of ``FAKE_BUS_ADDRESS``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

SESSION = "/org/freedesktop/login1/session/_42"
NAMES = {"logind": "org.freedesktop.login1"}


def main(kind: str, folder: Path) -> None:
    from PySide6.QtCore import QCoreApplication, QTimer  # noqa: PLC0415
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVirtualObject  # noqa: PLC0415

    class Service(QDBusVirtualObject):
        def introspect(self, path: str) -> str:
            return ""

        def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
            with (folder / "calls").open("a") as calls:
                told = [each for each in message.arguments() if isinstance(each, str)]  # PySide cannot read a dictionary
                calls.write(json.dumps([message.member(), message.signature(), told]) + "\n")
            answer: list[Any] = [QDBusObjectPath(SESSION)] if message.member() == "GetSession" else []
            reply = message.createReply()
            reply.setArguments(answer)
            connection.send(reply)
            return True

    application = QCoreApplication([])
    bus = QDBusConnection.connectToBus(os.environ["FAKE_BUS_ADDRESS"], "fake")
    service = Service()
    assert bus.registerVirtualObject("/", service, QDBusConnection.VirtualObjectRegisterOption.SubPath)
    assert bus.registerService(NAMES[kind])

    def emit() -> None:
        wish = folder / "emit"
        if wish.exists():
            path, interface, member, arguments = json.loads(wish.read_text())
            wish.unlink()
            signal = QDBusMessage.createSignal(path, interface, member)
            signal.setArguments(arguments)
            bus.send(signal)

    timer = QTimer()
    timer.timeout.connect(emit)
    timer.start(20)
    (folder / "ready").touch()
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
