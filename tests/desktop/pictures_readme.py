"""The two pictures of the README: a day's work, with made-up customers. ``scaled`` is the look that the README has."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pictures_sessions import over
from PySide6.QtWidgets import QWidget

from support.desktop import FakeWorkflows, row, session
from tenantdock.domain.directory import ConnectionRow

if TYPE_CHECKING:
    from pictures import Studio

_HOME = "22222222-2222-4222-8222-222222222222"
_EVERY = ("graph", "azure", "exchange")
_CUSTOMERS = (
    ("Adatum Corporation", "Finance", ("24/7",), _EVERY, 2),
    ("Adventure Works", "Retail", (), ("graph", "azure"), 9),
    ("Alpine Ski House", "Retail/Seasonal", ("pilot",), ("graph",), 30),
    ("Bellows College", "Schools", ("gold",), ("graph", "exchange"), 50),
    ("Contoso", "Manufacturing", ("gold", "24/7"), _EVERY, 0.4),
    ("Fabrikam", "Manufacturing", ("gold",), _EVERY, 4),
    ("Fourth Coffee", "Retail", (), ("graph",), 100),
    ("Graphic Design Institute", "Schools", (), ("graph", "azure"), 200),
    ("Humongous Insurance", "Finance", ("gold", "24/7"), _EVERY, 26),
    ("Lucerne Publishing", "", (), ("graph", "exchange"), 70),
    ("Margie's Travel", "Retail/Seasonal", ("needs MFA",), ("graph",), 300),
    ("Lakeview Newtown", "Retail/Seasonal", (), ("graph", "exchange"), 800),
    ("Newton Trust", "Manufacturing", ("pilot",), ("graph", "azure"), 40),
    ("Northwind Traders", "Retail", ("gold",), _EVERY, 0.1),
    ("Proseware", "", ("pilot",), ("graph", "azure"), 400),
    ("Relecloud", "Manufacturing", (), ("graph", "azure"), 12),
    ("School of Fine Art", "Schools", (), ("graph", "exchange"), 90),
    ("Tailspin Toys", "Retail", (), ("graph",), 60),
    ("Trey Research", "", ("needs MFA",), ("graph", "azure"), 33),
    ("VanArsdel", "Manufacturing", (), ("graph",), 500),
    ("Wide World Importers", "Retail", ("24/7",), _EVERY, 7),
    ("Woodgrove Bank", "Finance", ("gold", "24/7"), _EVERY, 1.5),
)
_FAVOURITES = {"Contoso", "Northwind Traders", "Woodgrove Bank"}
_TENANTS_OF_GUESTS = 3
"""Each so many, the technician is a guest there."""


def customers() -> list[ConnectionRow]:
    """Made-up customers with what an engineer has noted of them."""
    made = []
    for at, (name, group, tags, services, hours) in enumerate(_CUSTOMERS, 1):
        domain = f"{name.split()[0].lower().replace(chr(39), '')}.example"
        guest = at % _TENANTS_OF_GUESTS == 0
        one = row(at, name=name, domain=domain, username="anna@nordlicht.example" if guest else f"admin@{domain}")
        made.append(
            replace(
                one,
                group=group,
                tags=tags,
                services=services,
                enrolled=True,
                favourite=name in _FAVOURITES,
                home_tenant=_HOME if guest else "",
                last_used=time.time() - hours * 3600,
                frecency=1000 / (hours + 1),
            )
        )
    return made


def windows(studio: Studio) -> Iterator[tuple[str, QWidget, Callable[[], object]]]:
    """Yield the window and the palette."""
    fakes = FakeWorkflows(customers())
    chosen = next(each.id for each in customers() if each.name == "Contoso")
    fakes.directory.notes = {chosen: "Ask Petra before anything in Exchange.\nChange window: Thursdays, 18:00."}
    fakes.agent.open = [
        session(
            int(each.id[1:]),
            name=each.name,
            username=each.username,
            proof=f"Graph: {each.username} in {each.name}",
            opened_at=time.time() - 60 * int(each.id[1:]),
        )
        for each in customers()
        if each.name in {"Contoso", "Woodgrove Bank"}
    ]
    desktop = studio.desktop(fakes)
    window = desktop.window
    letter = window.fontMetrics().averageCharWidth() / 6
    window.resize(round(1180 * letter), round(760 * letter))
    window.select(chosen)
    window.toggle_panel()
    studio.settle(lambda: window.panes.panel is not None and window.panes.panel.connection_id == chosen)
    window.list.scrollToTop()
    yield "readme-window", window, over(desktop)
    desktop = studio.desktop(FakeWorkflows(customers()))
    desktop.window.hide()
    desktop.palette()
    studio.settle(lambda: "finding" in vars(desktop) and desktop.finding.ready)
    desktop.finding.window.search_edit.setText("nwt")
    yield "readme-palette", desktop.finding.window, over(desktop)
