"""Render every window in its states to PNG files: python tests/desktop/pictures.py FOLDER [name part]."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import pictures_moving
import pictures_readme
import pictures_sessions
from pictures_sessions import over
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from desktop.pictures_settings import guides, settings
from support.desktop import (
    GERMAN,
    HOSTILE_NAMES,
    FakeMemory,
    FakeTray,
    FakeWorkflows,
    Gate,
    refusal,
    row,
    rows,
    session,
)
from support.doctor import FAILED, PASSED, SKIPPED, SUBJECT, WARNED, scripted_doctor
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.app import Desktop, application
from tenantdock.desktop.asking import NameDialog
from tenantdock.desktop.confirming import ConfirmDialog
from tenantdock.desktop.details import DetailsDialog
from tenantdock.desktop.doctor import DoctorDialog
from tenantdock.desktop.doctor_report import SaveReportDialog
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.keyboard import KeyboardDialog
from tenantdock.desktop.languages import VARIABLE, speak
from tenantdock.desktop.look import palette
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.pages import Page
from tenantdock.desktop.palette import Palette
from tenantdock.desktop.proxying import ProxyDialog
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.trouble import ErrorDialog, RefusalDialog
from tenantdock.domain.checks import Finding, Outcome
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import ConnectionRow
from tenantdock.domain.errors import (
    NetworkTrouble,
    NoPowerShell,
    OtherCloud,
    ProxyAuthentication,
    StorageTrouble,
    UnknownDomain,
)
from tenantdock.domain.filing import Wanted
from tenantdock.domain.ports import VaultState
from tenantdock.domain.proof import Candidate
from tenantdock.domain.signin import DeviceCode, Progress, Realm, RealmKind, Rung
from tenantdock.workflows.report import Report


class Studio:
    """Shows windows and takes their pictures."""

    def __init__(self, to: Path) -> None:
        self.app = application()
        self.to = to
        self.font = QFont(self.app.font())
        to.mkdir(parents=True, exist_ok=True)

    def settle(self, until: Callable[[], bool] = lambda: True, seconds: float = 5.0) -> None:
        """Turn the event loop for a moment, and until something is so."""
        least, end = time.monotonic() + 0.08, time.monotonic() + seconds
        while time.monotonic() < least or (not until() and time.monotonic() < end):
            self.app.processEvents()
            time.sleep(0.005)

    def take(self, widget: QWidget, name: str) -> None:
        """Save a picture of one window."""
        widget.show()
        self.settle()
        widget.grab().save(str(self.to / f"{name}.png"))

    def look(self, *, dark: bool = False, size: float = 1.0, language: str = "en") -> None:
        """Change how everything looks."""
        os.environ[VARIABLE] = language
        speak()
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * size)
        self.app.setFont(font)
        self.app.setPalette(palette(dark=dark))

    def desktop(self, fakes: FakeWorkflows, **options: Any) -> Desktop:
        """Return a running desktop on doubles."""
        desktop = Desktop(fakes.workflows, memory=FakeMemory(), tray=FakeTray, **options)
        desktop.start()
        self.settle(lambda: desktop.window.page in {Page.LIST, Page.EMPTY} and desktop.loaded)
        return desktop


Shown = Iterator[tuple[str, QWidget, Callable[[], object]]]


def windows(studio: Studio) -> Shown:
    """Yield each window with its name and what ends it."""
    yield from main_windows(studio)
    yield from palettes(studio)
    yield from organised(studio)
    yield from dialogs()
    yield from forms(studio)
    yield from details(studio)
    yield from doctors(studio)
    yield from pictures_moving.moves(studio)
    yield from pictures_moving.imports(studio)
    yield from settings(studio)
    yield from guides(studio)
    yield from pictures_sessions.windows(studio)
    yield from pictures_readme.windows(studio)


def main_windows(studio: Studio) -> Shown:
    for count in (0, 3, 400, 5000):
        desktop = studio.desktop(FakeWorkflows(rows(count)))
        yield f"main-{count}", desktop.window, over(desktop)

    hostile = [row(n, name=name, username=f"admin@{'x' * 40}.example") for n, name in enumerate([GERMAN, *HOSTILE_NAMES], 1)]
    desktop = studio.desktop(FakeWorkflows(hostile))
    yield "main-names", desktop.window, over(desktop)

    fakes = FakeWorkflows(rows(40), page="http://localhost:1/")
    fakes.vault.answer = VaultState(False, "null", "No keyring is running.", "Install gnome-keyring, log out and in again.")
    fakes.agent.open = [session(n, opened_at=1.8e9) for n in (1, 2, 3, 4)]
    fakes.agent.open[1] = session(2, proof="Graph answered as kiosk@contoso.example", proven=False, opened_at=1.8e9)
    desktop = studio.desktop(
        fakes, practice=True, reports=[StorageTrouble("A sealed file was damaged.", next_step="Sign in again.")]
    )
    studio.settle(lambda: desktop.window.notices.get("vault") is not None)
    desktop.window.show_status("Contoso: a console is open as admin@contoso.example.")
    yield "main-busy", desktop.window, over(desktop)

    desktop = studio.desktop(FakeWorkflows(rows(40)))
    desktop.window.search_edit.setText("zurich")
    yield "main-search", desktop.window, over(desktop)
    desktop = studio.desktop(FakeWorkflows(rows(40)))
    desktop.window.search_edit.setText("qqq")
    yield "main-no-match", desktop.window, over(desktop)


def palettes(studio: Studio) -> Shown:
    """The palette over few, many and awkward customers, and its second steps."""
    msp = "99999999-9999-4999-8999-999999999999"
    kinds: list[dict[str, Any]] = [
        {"favourite": True, "frecency": 3000.0, "group": "Europe/North", "tags": ("vip",)},
        {"frecency": 2999.0, "home_tenant": msp, "username": "anna.maier@msp.example"},
        {"group": "Schools"},
        {"tags": ("on call", "gold"), "home_tenant": msp, "favourite": True},
    ]
    some = [replace(each, **kinds[at % len(kinds)]) for at, each in enumerate(rows(400))]
    long = [
        row(
            n,
            name=name,
            username=f"{'administrator' * 4}@msp.example",
            home_tenant=msp,
            favourite=True,
            tags=(GERMAN[:40], name[:40]),
        )
        for n, name in enumerate([GERMAN, *HOSTILE_NAMES], 1)
    ]
    for name, saved, typed in (
        ("palette-0", [], ""),
        ("palette-3", some[:3], ""),
        ("palette-400", some, ""),
        ("palette-found", some, "nwt"),
        ("palette-typo", some, "adventrue"),
        ("palette-words", some, "zur vip"),
        ("palette-nothing", some, "qqqq"),
        ("palette-5000", rows(5000), "contoso 4"),
        ("palette-names", long, "e"),
    ):
        desktop = studio.desktop(FakeWorkflows(saved))
        yield name, _palette(studio, desktop, typed), over(desktop)
    for name, step in (("palette-services", "services_wanted"), ("palette-portals", "portals_wanted")):
        desktop = studio.desktop(FakeWorkflows(some[:4]))
        palette = _palette(studio, desktop, "")
        getattr(palette, step).emit(palette.chosen.row.id)
        studio.settle(lambda palette=palette: palette.step is not None)
        yield name, palette, over(desktop)


def _palette(studio: Studio, desktop: Desktop, typed: str) -> Palette:
    desktop.window.hide()
    desktop.palette()
    studio.settle(lambda: "finding" in vars(desktop) and desktop.finding.ready)
    palette = desktop.finding.window
    palette.search_edit.setText(typed)
    return palette


_GROUPS = ("Europe", "Europe/North", "Europe/South", "Americas", "Schools & charities", "")
_TAGS = (("gold",), (), ("gold", "needs MFA"), (), ("pilot", "gold", "24/7", "Windows 365"), (), ())


def filed(count: int) -> list[ConnectionRow]:
    """Made-up rows, filed."""
    return [
        replace(
            each,
            group=_GROUPS[at % len(_GROUPS)],
            tags=_TAGS[at % len(_TAGS)],
            favourite=at % 9 == 2,
            home_tenant="22222222-2222-4222-8222-222222222222" if at % 3 == 0 else "",
        )
        for at, each in enumerate(rows(count))
    ]


def panelled(studio: Studio) -> Shown:
    """The details panel, beside and below the list, for one customer and for several."""
    for name, size in (
        ("panel", (1180, 760)),
        ("panel-small", (640, 760)),
        ("panel-columns", (1400, 760)),
        ("panel-columns-1240", (1240, 760)),
        ("small", (420, 420)),
    ):
        fakes = refused(filed(40))
        fakes.directory.notes = {each.id: "Ask Petra first.\nVPN: see the wiki." for each in fakes.directory.saved}
        fakes.agent.open = [session(2, opened_at=1.8e9), session(3, opened_at=1.8e9)]
        if name == "panel":
            fakes.agent.open.append(replace(session(2, opened_at=1.8e9), id="s9", number=2))
        desktop = studio.desktop(fakes)
        window = desktop.window
        letter = window.fontMetrics().averageCharWidth() / 6
        window.resize(round(size[0] * letter), round(size[1] * letter))
        window.select("c2")
        studio.settle(lambda window=window: bool(window.model.attention))
        if name != "small":
            window.toggle_panel()
            studio.settle(lambda window=window: window.panes.panel.connection_id == "c2")
        if "columns" in name:
            window.viewing.show_columns(on=True)
        several = name in {"panel", "panel-small"}
        yield f"main-{name}", window, (lambda: None) if several else over(desktop)
        if several:
            window.show()
            window.list.choose(["c2", "c3", "c4"])
            studio.settle(lambda window=window: window.panes.panel.many.isVisible())
            yield f"main-{name}-many", window, over(desktop)


def organised(studio: Studio) -> Shown:
    """Groups, tags, filters, columns, several selected, the details panel: large, small, with long and hostile names."""
    for count in (3, 400, 5000):
        desktop = studio.desktop(FakeWorkflows(filed(count)))
        yield f"main-groups-{count}", desktop.window, over(desktop)
    for name, prepare_window in (
        ("filter", lambda w: (w.viewing.filter(Wanted(visiting=True, group="Europe", tags=("gold",))), w.search_edit.setText("o"))),
        ("place", lambda w: (w.panes.sidebar.look_at(("group", "Europe/North")), w.panes.sidebar.setFocus())),
        ("nothing", lambda w: w.viewing.filter(Wanted(expiring=True, tags=("24/7",)))),
        ("many", lambda w: (w.list.choose([e.row.id for e in w.model.shown[2:6]]), w.show_status("4 customers.", undo=True))),
        ("columns", lambda w: w.viewing.show_columns(on=True)),
        ("rename", lambda w: w.panes.sidebar.rename(("group", "Europe/North"))),
    ):
        desktop = studio.desktop(refused(filed(400)))
        window = desktop.window
        window.resize(window.fontMetrics().averageCharWidth() * 120, window.height())
        studio.settle(lambda window=window: bool(window.model.attention))
        prepare_window(window)
        yield f"main-{name}", window, over(desktop)
    yield from panelled(studio)
    names = [GERMAN, *HOSTILE_NAMES]
    hostile = [
        row(n, name=name, group=f"{GERMAN}/{name[:60]}", tags=(name[:30].replace(",", " "), GERMAN[:40]), favourite=n == 1)
        for n, name in enumerate(names, 1)
    ]
    for look in ("rows", "columns"):
        desktop = studio.desktop(FakeWorkflows(hostile))
        window = desktop.window
        window.resize(1180, 760)
        window.viewing.show_columns(on=look == "columns")
        window.select("c1")
        window.toggle_panel()
        window.viewing.filter(Wanted(group=window.shelves.groups[0].path))
        studio.settle(lambda window=window: window.panes.panel.connection_id == "c1")
        yield f"main-hostile-{look}", window, over(desktop)
    keyboard = KeyboardDialog()
    yield "keyboard", keyboard, keyboard.deleteLater
    known = ["Europe/North", "Europe/South", GERMAN]
    asking = NameDialog("Move 12 customers to a group", "&Group", "A slash makes a group within a group.", "Move", 200, known)
    yield "ask-group", asking, asking.deleteLater
    desktop = studio.desktop(FakeWorkflows(filed(40)))
    window = desktop.window
    window.select("c2")
    yield "menu-customer", window.context_menu("c2"), lambda: None
    window.list.choose([entry.row.id for entry in window.model.shown[2:6]])
    yield "menu-many", window.selection.menu(), lambda: None
    yield "menu-main", window.main_menu(), over(desktop)


def refused(saved: list[ConnectionRow]) -> FakeWorkflows:
    """Workflows where the last sign-in of some was refused."""
    fakes = FakeWorkflows(saved)
    fakes.directory.refusals = {each.id: "Expected anna, got kiosk." for each in saved[1::13]}
    return fakes


def dialogs() -> Shown:
    entry = prepare([row(1, name="Contoso Deutschland GmbH")])[0]
    dialog = SignInDialog(entry)
    dialog.show_progress(Progress("person", "Waiting for you to sign in in the browser"))
    yield "signin", dialog, dialog.deleteLater
    dialog = SignInDialog(entry, testable=True)
    dialog.show_progress(Progress("browser", "Waiting for you to sign in as admin@contoso.example in the browser"))
    dialog._hint()
    yield "signin-hint", dialog, dialog.deleteLater
    dialog = SignInDialog(entry)
    code = DeviceCode("F7QK2-LMX9", "https://login.microsoft.com/device", time.time() + 890)
    dialog.show_progress(Progress("code", "Waiting for the code to be typed", code))
    yield "signin-code", dialog, dialog.deleteLater
    dialog = SignInDialog(entry)
    trouble = NoPowerShell(
        "TenantDock found neither PowerShell 7 nor Windows PowerShell on this computer.",
        next_step="Install PowerShell 7 with the command below, then try again.",
        details="sudo apt-get install -y powershell",
    )
    dialog.show_trouble("admin@contoso.example", trouble)
    yield "signin-no-powershell", dialog, dialog.deleteLater

    yield "refusal", (shown := RefusalDialog(refusal(), "Contoso Deutschland GmbH")), shown.deleteLater
    wrong = refusal(expected="admin@contoso.example in tenant " + "x" * 300, got="<b>evil</b>\u202e" * 20, because="of " + GERMAN)
    alias = refusal(
        Rung.PRIVATE,
        Rung.FRESH,
        expected="anna@contoso.example",
        got="anna.maier@contoso.example",
        because="the account that signed in has another user name than the one that was typed",
    )
    alias.candidate = Candidate(
        "11111111-1111-4111-8111-111111111111.22222222-2222-4222-8222-222222222222",
        "anna.maier@contoso.example",
        "22222222-2222-4222-8222-222222222222",
        typed="anna@contoso.example",
        why="The sign-in service lists anna@contoso.example as an address of this account.",
        certain=True,
    )
    alias.details = "Realm: managed (Contoso Ltd)\nTyped: anna@contoso.example\nCame back: anna.maier@contoso.example\n"
    shown = RefusalDialog(alias, "Contoso Deutschland GmbH")
    shown.evidence.toggle()
    yield "refusal-alias", shown, shown.deleteLater
    yield "confirm", (sure := ConfirmDialog(alias.candidate, "Contoso Deutschland GmbH")), sure.deleteLater
    unsure = ConfirmDialog(replace(alias.candidate, certain=False, why="Nothing speaks for it but the tenant."), "Contoso")
    yield "confirm-typed", unsure, unsure.deleteLater
    yield "refusal-hostile", (shown := RefusalDialog(wrong, GERMAN)), shown.deleteLater
    asks = ProxyAuthentication("The proxy proxy.corp.example:8080 asks for a user name and password.", next_step="Enter them.")
    proxied = ProxyDialog(asks, "", about="Contoso Deutschland GmbH")
    yield "proxy", proxied, proxied.deleteLater
    yield "error", (failed := ErrorDialog(OFFLINE, about="Contoso", retry=True)), failed.deleteLater
    detailed = StorageTrouble("The vault's file is damaged.", next_step="It was set aside.", details="line one\nline two\n" * 10)
    yield "error-details", (failed := ErrorDialog(detailed)), failed.deleteLater


def details(studio: Studio) -> Shown:
    for at, name in enumerate(("connection", "account", "tenant", "history")):
        fakes = FakeWorkflows([row(2, name="Contoso Deutschland GmbH"), row(3), row(6)])
        fakes.editing.realm_answer = Realm(
            "northwind.example",
            RealmKind.FEDERATED,
            "Northwind",
            "sts.northwind.example",
            "WSTrust",
            "https://sts.northwind.example/adfs/ls/",
            cloud_host="microsoftonline.com",
            tenant_id="22222222-2222-4222-8222-222222222222",
            known_until=time.time() + 3600,
        )
        desktop = studio.desktop(fakes)
        entry = desktop.window.model.entry("c3" if name == "account" else "c2")
        window = DetailsDialog(fakes.editing, entry, desktop.loop, testable=True, broker=name == "account")
        window.tabs.setCurrentIndex(at)
        studio.settle(lambda window=window: window.history_list.count() > 0 and window.browser.browser_box.count() > 1)
        window.show()
        yield f"details-{name}", window, over(desktop, window)


def forms(studio: Studio) -> Shown:
    for name, text, clouds, change in (
        ("add-empty", "", None, lambda _fakes: None),
        ("add-found", "admin@contoso.example", None, lambda _fakes: None),
        ("add-federated", "admin@fabrikam.example", Clouds(), lambda _fakes: None),
        ("add-full", "admin@agency.example", Clouds(), known_realm),
        ("add-elsewhere", "admin@agency.example", Clouds(), lambda fakes: setattr(fakes.adding, "fails", ELSEWHERE)),
        ("add-malformed", "not a user name", None, lambda _fakes: None),
        ("add-unknown", "admin@nowhere.example", None, lambda fakes: setattr(fakes.adding, "fails", UNKNOWN)),
        ("add-offline", "admin@contoso.example", None, lambda fakes: setattr(fakes.adding, "fails", OFFLINE)),
        ("add-looking", "admin@contoso.example", None, lambda fakes: setattr(fakes.adding, "gate", Gate())),
    ):
        fakes = FakeWorkflows(rows(3), clouds)
        change(fakes)
        desktop = studio.desktop(fakes)
        form = AddDialog(desktop.workflows.adding, desktop.loop, entries=lambda desktop=desktop: desktop.window.model.entries)
        form.username_edit.setText(text)
        form.username_edit.editingFinished.emit()
        form._look_up()
        form.show()
        form.username_edit.setFocus()
        if text and "malformed" not in name and "looking" not in name:
            studio.settle(lambda form=form: form.found is not None or not any(form._asked))
        yield name, form, over(desktop, form)


ELSEWHERE = OtherCloud(
    "The tenant of agency.example is in another Microsoft cloud.",
    next_step="Choose that cloud to go on. Nothing was changed.",
    clouds=("usgov", "usdod"),
)


def known_realm(fakes: FakeWorkflows) -> None:
    """Have agency.example be federated, and in the list already with another account."""
    fakes.adding.tenants["agency.example"] = Realm(
        "agency.example",
        RealmKind.FEDERATED,
        "Agency of Examples",
        "sts.agency.example",
        "WSTrust",
        "https://sts.agency.example/adfs/ls/",
        cloud_host="microsoftonline.com",
        tenant_id="22222222-2222-4222-8222-222222222222",
        known_until=time.time() + 3600,
    )
    number = sum(map(ord, "agency.example"))
    fakes.directory.saved.append(
        row(9, name="Agency North", tenant_id=f"00000000-0000-4000-8000-{number:012}", username="other@agency.example")
    )


def doctors(studio: Studio) -> Shown:
    """The connectivity test: under way, over, and with everything long and hostile."""
    titles = {"clock": "System clock", "dns": "Name of the sign-in service (DNS)", "sts": "The domain's sign-in page (STS)"}
    long = Finding(Outcome.FAIL, f"{GERMAN} {'x' * 300}", (*HOSTILE_NAMES, "y" * 500), f"Ask {GERMAN}. " * 4)
    for name, findings, subject in (
        ("doctor-running", {"clock": PASSED, "dns": None, "sts": FAILED, "keyring": WARNED}, SUBJECT),
        ("doctor-over", {"clock": PASSED, "dns": PASSED, "sts": FAILED, "metadata": SKIPPED, "keyring": WARNED}, SUBJECT),
        ("doctor-fine", {f"step {n}": PASSED for n in range(16)}, replace(SUBJECT, connection=None, user=None)),
        ("doctor-hostile", {"sts": long, "clock": PASSED}, SUBJECT),
    ):
        doctor, _examiner = scripted_doctor(findings, {**titles, **({"sts": GERMAN} if "hostile" in name else {})})
        loop = Loop(lambda failure: None)
        dialog = DoctorDialog(doctor, subject, loop)
        dialog.show()
        waiting = sum(found is None for found in findings.values())
        rows_of = dialog.rows.values()
        studio.settle(lambda rows_of=rows_of, waiting=waiting: sum(row.step.finding is None for row in rows_of) <= waiting)
        yield name, dialog, lambda dialog=dialog, loop=loop: (dialog.done(0), dialog.deleteLater(), loop.close())
    loop = Loop(lambda failure: None)
    saving = SaveReportDialog(doctor, Report(SUBJECT, (), 0.0, 0.0), loop)
    yield "doctor-report", saving, lambda: (saving.deleteLater(), loop.close())


UNKNOWN = UnknownDomain("No tenant answers for nowhere.example.", next_step="Check the spelling, or give the tenant id.")

OFFLINE = NetworkTrouble("login.microsoftonline.com did not answer within 20 seconds.", next_step="Check the network.")

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"dark": True},
    "large": {"size": 2.0},
    "german": {"language": "de"},
    "german-large": {"language": "de", "size": 2.0},
    "pseudo": {"language": "pseudo"},
    "rtl": {"language": "pseudo-rtl"},
}


def render(to: Path, only: str = "") -> int:
    """Render all pictures (those whose name holds *only*) to a folder. Returns how many."""
    studio = Studio(to)
    taken = 0
    for look, options in LOOKS.items():
        studio.look(**options)
        for name, window, end in windows(studio):
            if only in f"{name}-{look}":
                studio.take(window, f"{name}-{look}")
                taken += 1
            window.hide()
            end()
            studio.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "pictures")
    sys.stdout.write(f"{render(folder, sys.argv[2] if len(sys.argv) > 2 else '')} pictures in {folder}\n")
    QApplication.exit()
