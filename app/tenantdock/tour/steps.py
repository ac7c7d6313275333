"""The steps of the tour, in the order of a person's first hour."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.app import Desktop
from tenantdock.desktop.pages import Page
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.trouble import RefusalDialog
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import SANDBOX_ID, Cloud
from tenantdock.domain.directory import Connection
from tenantdock.domain.errors import SignInRequired, TenantDockError
from tenantdock.domain.ports import Identity
from tenantdock.domain.services import GRAPH
from tenantdock.domain.sessions import SessionInfo
from tenantdock.domain.signin import AccessToken, TokenAsk
from tenantdock.tour.driver import Driver, TourFailure, quiet_offscreen, shown
from tenantdock.tour.graph import witness
from tenantdock.tour.person import PracticePerson
from tenantdock.workflows import Workflows
from tenantdock.workflows.adding import Found

ADMIN: Final = "admin@northwind.example"
FEDERATED: Final = "admin@fabrikam.example"
KIOSK: Final = "kiosk@fabrikam.example"
"""Whom the machine is signed in as, and so whom the federated domain signs in whatever it is asked."""


class Tour:
    """Does the main job on the real windows and prints a line per step: what was proven, and how long it took.

    *pictures* is a folder for a picture of each window, or None.
    """

    def __init__(
        self, desktop: Desktop, workflows: Workflows, identity: Identity, person: PracticePerson, pictures: Path | None
    ) -> None:
        self._desktop = desktop
        self._workflows = workflows
        self._identity = identity
        self._person = person
        self._drive = Driver(desktop.loop, pictures)
        self._ids: dict[str, str] = {}

    def run(self) -> int:
        """Take every step; stop at the first that fails. Returns 0 when all were proven, else 1."""
        steps: list[tuple[str, Callable[[], str]]] = [
            ("the window opens", self._open),
            ("a customer is added", lambda: self._add(ADMIN, "add")),
            ("signs in in the browser", self._sign_in),
            ("signs in silently", self._sign_in_again),
            ("the wrong user is refused", self._meet_the_wrong_user),
            ("the next rung brings the right one", self._climb),
            ("a console opens", self._console),
            ("tokens are renewed", self._renew),
            ("signs out", self._sign_out),
        ]
        quiet_offscreen()
        began = time.monotonic()
        try:
            for number, (name, step) in enumerate(steps, 1):
                if not self._take(number, name, step):
                    return 1
        finally:
            self._drive.close_dialogs()
            self._desktop.close()
        _say(f"The tour is done: {len(steps)} steps in {time.monotonic() - began:.1f} s.")
        return 0

    @staticmethod
    def _take(number: int, name: str, step: Callable[[], str]) -> bool:
        began = time.monotonic()
        try:
            proven = step()
        except (TourFailure, TenantDockError, OSError) as failure:
            _say(f"FAILED {number}  {name:<36} {time.monotonic() - began:6.2f} s  {failure}")
            return False
        except Exception as failure:  # noqa: BLE001
            # Whatever else goes wrong is a failed step too, and somebody will have to read where
            _say(f"FAILED {number}  {name:<36} {time.monotonic() - began:6.2f} s  {type(failure).__name__}: {failure}")
            traceback.print_exc()
            return False
        _say(f"ok     {number}  {name:<36} {time.monotonic() - began:6.2f} s  {proven}")
        return True

    # The steps

    def _open(self) -> str:
        self._desktop.start()
        window = self._desktop.window
        self._drive.wait("the window", lambda: window.isVisible() and window.page in {Page.LIST, Page.EMPTY})
        self._drive.picture(window, "1-window-empty")
        return "a tray icon and the window" if self._desktop.tray else "the window (there is no tray here)"

    def _add(self, username: str, picture: str) -> str:
        self._drive.click(self._desktop.window.add_button)
        dialog = self._drive.window(AddDialog, "the window to add a customer")
        dialog.username_edit.setText(username)
        found = self._drive.wait(f"the tenant of {username}", lambda: _found(dialog))
        self._drive.wait("the Add button", dialog.add_button.isEnabled)
        self._drive.picture(dialog, f"2-{picture}")
        self._drive.click(dialog.add_button)
        row = self._drive.wait(
            "the new row", lambda: next((e.row for e in self._desktop.window.model.entries if e.row.username == username), None)
        )
        self._ids[username] = row.id
        return f"{found.domain} is tenant {found.tenant_id}, {found.realm.kind.value.lower()}"

    def _sign_in(self) -> str:
        self._person.username = ADMIN
        with self._person.waiting():  # or the window would be gone before its picture was taken
            self._desktop.window.sign_in_requested.emit(self._ids[ADMIN])
            self._drive.picture(self._drive.window(SignInDialog, "the sign-in window"), "3-signing-in")
        token = self._drive.wait("the sign-in", lambda: self._token(ADMIN))
        self._drive.wait("the end of the sign-in window", lambda: not self._desktop.windows.all())
        self._drive.picture(self._desktop.window, "4-signed-in")
        return self._seen(ADMIN, token)

    def _sign_in_again(self) -> str:
        before = self._person.visits
        signed_in = self._drive.work(lambda: self._workflows.connecting.sign_in(self._ids[ADMIN], Cancel()))
        if signed_in.prompted or self._person.visits != before:
            raise TourFailure("the browser was opened again")
        return f"{signed_in.username}, no browser, {signed_in.expires_on - time.time():.0f} s left"

    def _meet_the_wrong_user(self) -> str:
        self._add(FEDERATED, "add-federated")
        self._person.username = FEDERATED
        self._desktop.window.sign_in_requested.emit(self._ids[FEDERATED])
        refusal = self._drive.window(RefusalDialog, "the refusal").refusal
        self._drive.picture(self._drive.window(RefusalDialog, "the refusal"), "5-refused")
        connection = self._connection(FEDERATED)
        account = connection.account
        if account.enrolled or self._token(FEDERATED) or self._drive.work(lambda: self._workflows.vault.unseal(account.id)):
            raise TourFailure("something of the wrong user was kept")
        if KIOSK not in refusal.got or FEDERATED not in refusal.expected:
            raise TourFailure(f"the refusal names others: {refusal}")
        return f"{refusal} Nothing was kept."

    def _climb(self) -> str:
        dialog = self._drive.window(RefusalDialog, "the refusal")
        rung, button = next(iter(dialog.rung_buttons.items()))
        self._drive.click(button)
        token = self._drive.wait("the sign-in", lambda: self._token(FEDERATED))
        self._drive.wait("its rung to be remembered", lambda: self._connection(FEDERATED).rung == rung.value)
        self._drive.wait("the end of the windows", lambda: not self._desktop.windows.all())
        return f"{self._seen(FEDERATED, token)}; rung: {rung.value}"

    def _console(self) -> str:
        connection = self._connection(ADMIN)
        try:
            self._drive.work(lambda: self._workflows.consoles.check(connection.console))
        except TenantDockError as found:
            trouble = found
            self._desktop.window.connect_requested.emit(connection.id)
            told = self._drive.wait("the word about the console", lambda: self._told(trouble))
            self._drive.picture(told, "6-no-console")
            told.reject()
            return f"none here, and the person is told so: {trouble}"
        self._desktop.window.connect_requested.emit(connection.id)
        session = self._drive.wait("the console's own proof", self._proven_session, seconds=60)
        self._drive.picture(self._desktop.window, "6-console")
        if not session.proven:
            raise TourFailure(f"the console is not where it should be: {session.proof}")
        return f"process {session.pid}: {session.proof}"

    def _renew(self) -> str:
        before = self._token(ADMIN)
        signed_in = self._drive.work(lambda: self._workflows.connecting.renew(self._ids[ADMIN], Cancel()))
        after = self._token(ADMIN)
        if before is None or after is None or before.secret == after.secret:
            raise TourFailure("the token is the old one")
        self._seen(ADMIN, after)
        return f"a new token for {signed_in.username}, {after.expires_on - time.time():.0f} s left"

    def _sign_out(self) -> str:
        connection = self._connection(ADMIN)
        self._desktop.window.sign_out_requested.emit(connection.id)
        self._drive.wait("the tokens to be gone", lambda: self._token(ADMIN) is None)
        self._drive.wait("the consoles to be gone", lambda: not self._workflows.agent.sessions())
        if self._drive.work(lambda: self._workflows.vault.unseal(connection.account.id)) is not None:
            raise TourFailure("the sealed sign-in is still there")
        try:
            self._drive.work(lambda: self._identity.silent(self._ask(ADMIN), Cancel()))
        except SignInRequired as required:
            self._drive.picture(self._desktop.window, "7-signed-out")
            return f"nothing is left: {required.message}"
        raise TourFailure("a token can still be had")

    # What they share

    def _seen(self, username: str, token: AccessToken) -> str:
        """Ask Graph who the token is for; raise unless it is *username* in the connection's tenant."""
        connection = self._connection(username)
        who, tenant_id, name = self._drive.work(lambda: witness(self._cloud(), token))
        if who != username or tenant_id != connection.tenant.id or not connection.account.enrolled:
            raise TourFailure(f"Graph sees {who} in {tenant_id}")
        return f"Graph sees {who} in {name} ({tenant_id}); pinned {connection.account.home_account_id}"

    def _connection(self, username: str) -> Connection:
        return self._drive.work(lambda: self._workflows.directory.connection(self._ids[username]))

    def _cloud(self) -> Cloud:
        return self._workflows.adding.clouds.get(SANDBOX_ID)

    def _ask(self, username: str) -> TokenAsk:
        connection = self._connection(username)
        return TokenAsk(self._cloud(), connection.tenant.id, connection.account, GRAPH)

    def _token(self, username: str) -> AccessToken | None:
        connection = self._connection(username)
        return self._identity.peek(self._ask(username)) if connection.account.enrolled else None

    def _told(self, trouble: TenantDockError) -> SignInDialog | None:
        dialogs = [dialog for dialog in self._desktop.windows.all() if isinstance(dialog, SignInDialog) and not dialog.pending]
        return next((d for d in dialogs if d.isVisible() and shown(d.trouble_label) == trouble.message), None)

    def _proven_session(self) -> SessionInfo | None:
        for dialog in self._desktop.windows.all():
            if isinstance(dialog, SignInDialog) and not dialog.pending and dialog.isVisible():
                raise TourFailure(f"no console opened: {shown(dialog.trouble_label)} {shown(dialog.next_label)}")
        return next((session for session in self._workflows.agent.sessions() if session.proven is not None), None)


def _found(dialog: AddDialog) -> Found | None:
    if dialog.retry_button.isVisible():
        raise TourFailure(f"no tenant was found: {shown(dialog.result_title)} {shown(dialog.result_text)}")
    return dialog.found


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the tour's account is its output
