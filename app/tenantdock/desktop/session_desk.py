"""What the desktop does with open consoles: shows them in a window, brings them to the front, renews and ends them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tenantdock.desktop.session_window import SessionWindow
from tenantdock.desktop.texts import counted, joined, outside, tr
from tenantdock.domain.errors import Cancelled, SignInRequired, TenantDockError
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.sessions import SessionInfo, SessionState

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop
    from tenantdock.domain.cancel import Cancel
    from tenantdock.workflows.connecting import SignedIn


class SessionDesk:
    """Its window is made when it is first asked for."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._agent = desktop.workflows.agent
        self._loop = desktop.loop
        self.window: SessionWindow | None = None
        self._renewing: set[Cancel] = set()

    def show(self, session_id: str = "") -> None:
        """Show the window, with one console selected."""
        window = self.window
        if window is None:
            window = self.window = SessionWindow(self._desktop.windows.parent)
            window.focus_wanted.connect(self.focus)
            window.renew_wanted.connect(self.renew)
            window.end_wanted.connect(self.end)
            window.end_all_wanted.connect(self.end_all)
            window.sign_in_wanted.connect(self._desktop.sign_in)
            window.cancel_wanted.connect(self.cancel)
            window.finished.connect(self._closed)
            self._desktop.windows.keep(window)
        self.update()
        self._show_renewing()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        if session_id:
            window.reveal(session_id)

    def update(self) -> None:
        """Show what is so now, where the window is there."""
        if self.window is not None:
            colours = {entry.row.id: entry.row.colour for entry in self._desktop.window.model.entries}
            self.window.show_sessions(self._agent.sessions(), colours)

    def signed_in(self) -> None:
        """Somebody signed in, perhaps: consoles that waited for it look whether it was for them."""
        for session in self._open():
            if session.trouble is not None and session.trouble.person:
                self._agent.renew(session.id)

    def focus(self, session_id: str) -> None:
        """Bring a console's window to the front."""
        session = self._session(session_id)
        if session is None:
            return
        # The console names its window after what Graph answered, which is how its report begins
        titles = [each for each in (session.name, session.proof.partition(" (")[0], session.username) if each]
        work = partial(self._desktop.workflows.consoles.bring_forward, session.pid or 0, titles)
        self._loop.submit(work, lambda _: self._say(""), partial(self._trouble, session))

    def renew(self, session_ids: Sequence[str]) -> None:
        """Fetch new tokens for consoles' customers, and have the consoles take them."""
        chosen = [session for key in session_ids if (session := self._session(key)) is not None]
        connections = dict.fromkeys(session.connection_id for session in chosen)
        for connection_id in connections:
            mine = [session for session in chosen if session.connection_id == connection_id]
            for session in mine:
                self._tell(session.id, tr("Renewing\u2026"))
            cancel = self._loop.new_cancel()
            self._renewing.add(cancel)
            work = partial(self._desktop.workflows.connecting.renew, connection_id, cancel)
            self._loop.submit(work, partial(self._renewed, cancel, mine), partial(self._not_renewed, cancel, mine))
        self._show_renewing()

    def cancel(self) -> None:
        """Stop fetching new tokens. Consoles keep those that they have."""
        for cancel in list(self._renewing):
            cancel.cancel()

    def end(self, session_ids: Sequence[str]) -> None:
        """End consoles: their tokens stop at once."""
        ended = [session for key in session_ids if (session := self._session(key)) is not None]
        for session in ended:
            self._agent.withdraw(session.id)
        self._desktop.show_sessions()
        if len(ended) == 1:
            self._say(tr("{name}: ended. Its window stays, without tokens.", name=outside(ended[0].name, 120)))
        elif ended:
            self._say(counted(len(ended), "", "{n} consoles ended. Their windows stay, without tokens."))

    def end_all(self) -> None:
        """End every console, when the person agrees."""
        self._loop.start(self._ask_and_end())

    async def _ask_and_end(self) -> None:
        from tenantdock.desktop.trouble import QuestionDialog  # noqa: PLC0415 - seldom needed

        count = len(self._open())
        if not count:
            return
        text = counted(
            count,
            "{n} console loses its tokens at once. Its window stays; connect again to go on.",
            "{n} consoles lose their tokens at once. Their windows stay; connect again to go on.",
        )
        parent = self.window if self.window is not None and self.window.isVisible() else self._desktop.windows.parent
        if await self._desktop.windows.ask(
            QuestionDialog(tr("End all consoles?"), text, tr("End all"), tr("Keep"), parent, careful=True)
        ):
            self.end([session.id for session in self._open()])

    def _open(self) -> list[SessionInfo]:
        return [session for session in self._agent.sessions() if session.state is SessionState.OPEN]

    def _session(self, session_id: str) -> SessionInfo | None:
        return next((session for session in self._open() if session.id == session_id), None)

    def _show_renewing(self) -> None:
        if self.window is not None:
            self.window.show_renewing(len(self._renewing))

    def _renewed(self, cancel: Cancel, sessions: list[SessionInfo], signed_in: SignedIn) -> None:
        self._renewing.discard(cancel)
        self._show_renewing()
        for session in sessions:
            self._tell(session.id, "")
            self._agent.renew(session.id)
        self._say(
            tr("{name}: new tokens as {username}.", name=outside(sessions[0].name, 120), username=outside(signed_in.username, 120))
        )

    def _not_renewed(self, cancel: Cancel, sessions: list[SessionInfo], failure: BaseException) -> None:
        self._renewing.discard(cancel)
        self._show_renewing()
        for session in sessions:
            self._tell(session.id, "")
        if isinstance(failure, (SignInRequired, WrongAccount)):
            # The person is here, and wants it: so they are asked
            self._say(tr("{name}: a sign-in is needed.", name=outside(sessions[0].name, 120)))
            self._desktop.sign_in(sessions[0].connection_id)
            return
        self._trouble(sessions[0], failure)

    def _trouble(self, session: SessionInfo, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            self._say(tr("{name}: not renewed. Its tokens stay as they are.", name=outside(session.name, 120)))
            return
        if not isinstance(failure, TenantDockError):
            raise failure
        text = joined(": ", outside(session.name, 120), outside(failure.told, 500))
        if self.window is not None and self.window.isVisible():
            self._say(text)
        else:
            self._desktop.show_error(failure)

    def _tell(self, session_id: str, text: str) -> None:
        if self.window is not None:
            self.window.model.tell(session_id, text)

    def _say(self, text: str) -> None:
        if self.window is not None:
            self.window.say(text)

    def _closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            self._desktop.windows.drop(window)
