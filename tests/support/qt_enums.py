"""Prints, as JSON, how each enum of Qt was made, and what PySide says of mistakes. With ``lean``: after such a start."""

from __future__ import annotations

import enum
import json
import sys
import threading

from tenantdock.desktop import lean

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtDBus")


def enums(inside, seen):
    for value in list(vars(inside).values()):
        if isinstance(value, type) and value.__module__.startswith("PySide6.") and value not in seen:
            seen.add(value)
            if issubclass(value, enum.Enum):
                yield value
            else:
                yield from enums(value, seen)


def answer(ask):
    try:
        return repr(ask())
    except (TypeError, AttributeError) as wrong:
        return str(wrong)


def said():
    from PySide6.QtCore import QObject, QTimer  # noqa: PLC0415 - after a lean start

    found = {}
    first = threading.Thread(target=lambda: found.update({"on a thread": answer(lambda: QTimer.singleShot("soon", object()))}))
    first.start()
    first.join()
    return found | {
        "wrong arguments": answer(lambda: QTimer.singleShot("soon", object(), 3.5)),
        "wrong keyword": answer(lambda: QObject(no_such_property=1)),
        "help": QObject.setObjectName.__doc__,
    }


def main():
    if "lean" in sys.argv:
        lean.begin()
    found = {}
    for module in MODULES:
        imported = __import__(f"PySide6.{module}", fromlist=[module])
        for name in dir(imported):
            getattr(imported, name)  # PySide makes its classes when they are asked for
        for each in enums(imported, set()):
            found[f"{each.__module__}.{each.__qualname__}"] = lean.described(each)
    json.dump({"enums": found, "said": said()}, sys.stdout)


if __name__ == "__main__":
    main()
