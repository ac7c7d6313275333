"""Filing and removing customers, many at once, each with a way back. Imported when the first of it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QTimer

from tenantdock.desktop.batch import Batch
from tenantdock.desktop.texts import counted, outside, tr
from tenantdock.domain.errors import BadInput

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop
    from tenantdock.desktop.sidebar import Place
    from tenantdock.domain.directory import Connection
    from tenantdock.workflows.organising import Filed, Painted
    from tenantdock.workflows.removing import Removed

MANY: Final = 5
"""So many consoles open without a question; there is no undo for a screen full of windows."""
_UNDO_SECONDS: Final = 60.0
_UNDOABLE: Final = 20
_EXPIRING_MS: Final = 60_000


Deed = Literal[
    "connect",
    "sign_in",
    "remove",
    "move",
    "ask_move",
    "tag",
    "untag",
    "retag",
    "ask_tag",
    "favour",
    "paint",
    "noted",
    "drop",
    "rename",
    "take_apart",
]
"""What can be asked for with ``filing_requested``: see :class:`Organise`."""


class Organise:
    """Does what the main window asks for with ``filing_requested``, and takes it back.

    :meth:`do` gets what to do, the ids of connections, and a value:

    - ``connect`` and ``sign_in``;
    - ``remove``;
    - ``move`` (value: a group's path), ``ask_move`` (asks for it), ``tag``, ``untag`` and ``retag`` (tags), ``ask_tag``,
      ``favour`` (whether), ``paint`` (a colour);
    - ``noted`` (what saving notes returned, and the number of the visit in which they were typed);
    - ``drop`` (a place of the sidebar), ``rename`` (a place and its new name), ``take_apart`` (a place): these without ids.
    """

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._window = desktop.window
        self._loop = desktop.loop
        self._work = desktop.workflows.organising
        self.batch = Batch(desktop)
        self._undo: list[Callable[[], None]] = []
        self._notes: tuple[Filed, int, Callable[[], None]] | None = None
        self._expiring = QTimer(desktop.window)
        self._expiring.setInterval(_EXPIRING_MS)
        self._expiring.timeout.connect(self.read_expiring)

    def do(self, what: Deed, ids: Sequence[str], value: Any) -> None:
        """Do one thing; see the class."""
        deeds: dict[Deed, Callable[[], None]] = {
            "connect": lambda: self._open_many(ids, console=True),
            "sign_in": lambda: self._open_many(ids, console=False),
            "remove": lambda: self.remove(ids),
            "move": lambda: self._move(ids, value),
            "tag": lambda: self._tag(ids, value),
            "untag": lambda: self._untag(ids, value),
            "retag": lambda: self._file(lambda: self._work.retag(ids[0], value), lambda _: tr("The tags were changed.")),
            "favour": lambda: self._favour(ids, on=bool(value)),
            "paint": lambda: self._paint(ids, value),
            "ask_move": lambda: self._loop.start(self._ask_group(ids)),
            "ask_tag": lambda: self._loop.start(self._ask_tag(ids)),
            "noted": lambda: self._noted(*value),
            "drop": lambda: self._drop(ids, value),
            "rename": lambda: self._rename(*value),
            "take_apart": lambda: self._take_apart(value),
        }
        deeds[what]()

    # Filing

    def _move(self, ids: Sequence[str], group: str) -> None:
        def told(done: Filed) -> str:
            path = outside(next(iter(done.after.values())).group, 80)
            if not path:
                return self._about(
                    done,
                    lambda name: tr("{name} is in no group now.", name=name),
                    lambda n: counted(n, "{n} customer is in no group now.", "{n} customers are in no group now."),
                )
            return self._about(
                done,
                lambda name: tr("{name} is in {group} now.", name=name, group=path),
                lambda n: counted(n, "{n} customer is in {group} now.", "{n} customers are in {group} now.", group=path),
            )

        self._file(lambda: self._work.move(ids, group), told)

    def _tag(self, ids: Sequence[str], tags: Sequence[str]) -> None:
        named = outside(", ".join(tags), 80)
        told = partial(
            self._about,
            one=lambda name: tr("{name} was tagged {tags}.", name=name, tags=named),
            many=lambda n: counted(n, "{n} customer was tagged {tags}.", "{n} customers were tagged {tags}.", tags=named),
        )
        self._file(lambda: self._work.tag(ids, tags), told)

    def _untag(self, ids: Sequence[str], tags: Sequence[str]) -> None:
        named = outside(", ".join(tags), 80)
        told = partial(
            self._about,
            one=lambda name: tr("{name} is no longer tagged {tags}.", name=name, tags=named),
            many=lambda n: counted(
                n, "{n} customer is no longer tagged {tags}.", "{n} customers are no longer tagged {tags}.", tags=named
            ),
        )
        self._file(lambda: self._work.untag(ids, tags), told)

    def _favour(self, ids: Sequence[str], *, on: bool) -> None:
        told = partial(
            self._about,
            one=lambda name: (
                tr("{name} is a favourite now.", name=name) if on else tr("{name} is no favourite any more.", name=name)
            ),
            many=lambda n: (
                counted(n, "{n} customer is a favourite now.", "{n} customers are favourites now.")
                if on
                else counted(n, "{n} customer is no favourite any more.", "{n} customers are no favourites any more.")
            ),
        )
        self._file(lambda: self._work.favour(ids, on), told)

    def _paint(self, ids: Sequence[str], colour: str) -> None:
        told = partial(
            self._about,
            one=lambda name: tr("{name} has another colour now.", name=name),
            many=lambda n: counted(n, "{n} customer has another colour now.", "{n} customers have another colour now."),
        )
        self._file(lambda: self._work.paint(ids, colour), told)

    def _drop(self, ids: Sequence[str], place: Place) -> None:
        kind, name = place
        if kind == "favourite":
            self._favour(ids, on=True)
        elif kind == "tag":
            self._tag(ids, [name])
        else:
            self._move(ids, name)

    def _rename(self, place: Place, new: str) -> None:
        kind, name = place
        change = self._work.rename_group if kind == "group" else self._work.rename_tag
        text = tr("{old} is called {new} now.", old=outside(name, 60), new=outside(new, 60))
        window = self._window

        def follow(_done: object) -> None:
            from tenantdock.desktop.sidebar import wanted_at  # noqa: PLC0415 - the sidebar is there already

            if window.viewing.wanted == wanted_at(place):
                self._then_show = (kind, new)

        self._file(lambda: change(name, new), lambda _: text, follow=follow)

    def _take_apart(self, place: Place) -> None:
        kind, name = place
        change = self._work.remove_group if kind == "group" else self._work.remove_tag
        shown = outside(name, 80)
        text = tr("The group {name} was removed.", name=shown) if kind == "group" else tr("The tag {name} was removed.", name=shown)
        self._file(lambda: change(name), lambda _: text)

    def _file(
        self,
        work: Callable[[], Any],
        told: Callable[[Any], str],
        *,
        follow: Callable[[Any], None] = lambda _done: None,
    ) -> None:
        """Do *work* on a worker, when what was asked for before is done; say what came of it, and offer to undo it."""

        def done(result: Filed | Painted) -> None:
            if not len(result):
                self._desktop.read_rows()
                return
            follow(result)
            self._desktop.read_rows(self._show_renamed)
            text = told(result)
            self.remember(partial(self._take_back, result, text))
            self._window.show_status(text, _UNDO_SECONDS, undo=True)

        self._loop.save(work, done)

    _then_show: Place | None = None

    def _show_renamed(self) -> None:
        place, self._then_show = self._then_show, None
        if place is not None:
            from tenantdock.desktop.sidebar import wanted_at  # noqa: PLC0415 - the sidebar is there already

            self._window.viewing.filter(wanted_at(place))

    def _take_back(self, done: Filed | Painted, told: str) -> None:
        def back(_result: object) -> None:
            self._desktop.read_rows()
            if self._window.panes.panel is not None:
                self._window.panes.panel.read_again()  # notes are in no row
            self._window.show_status(tr("Undone: {what}", what=told))

        self._loop.save(lambda: self._work.undo(done), back)

    def _about(self, done: Filed | Painted, one: Callable[[str], str], many: Callable[[int], str]) -> str:
        """Return what *one* tells of the name of the only connection that changed, or *many* of their number."""
        if len(done) == 1:
            entry = self._window.model.entry(next(iter(done.before)))
            name = outside(entry.name, 120) if entry is not None else tr("The customer")
            return one(name)
        return many(len(done))

    def _noted(self, done: Filed, visit: int) -> None:
        """Notes were saved while they were typed: all that was typed in one visit is one step back."""
        if not len(done):
            return
        last = self._notes
        if last is not None and last[1] == visit and self._undo[-1:] == [last[2]]:
            self._undo.pop()
            done = replace(done, before=last[0].before)
        told = self._about(done, lambda name: tr("The notes of {name} were saved.", name=name), str)
        back = partial(self._take_back, done, told)
        self._notes = (done, visit, back)
        self.remember(back)
        self._window.show_status(told, _UNDO_SECONDS, undo=True)

    # Undo

    def remember(self, back: Callable[[], None]) -> None:
        """Have *back* called when the person undoes what was done last."""
        self._undo = [*self._undo, back][-_UNDOABLE:]

    @property
    def undoable(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._undo)

    def undo(self) -> None:
        """Take back what was done last: also when the keys for it come before that is saved."""
        self._loop.save(lambda: None, lambda _: self._undo_last())

    def _undo_last(self) -> None:
        if self._undo:
            self._undo.pop()()
        else:
            self._window.show_status(tr("There is nothing to undo."))

    # Asking

    async def _ask_group(self, ids: Sequence[str]) -> None:
        from tenantdock.desktop.asking import NameDialog  # noqa: PLC0415 - seldom needed
        from tenantdock.domain.directory import GROUP_LIMIT  # noqa: PLC0415 - the same

        known = [shelf.path for shelf in self._window.shelves.groups]
        title = counted(len(ids), "Move {n} customer to a group", "Move {n} customers to a group")
        hint = tr("A slash makes a group within a group: Europe/North. Nothing at all takes them out of their group.")
        dialog = NameDialog(title, tr("&Group"), hint, tr("Move"), GROUP_LIMIT, known, self._desktop.windows.parent)
        answer = await self._desktop.windows.ask(dialog)
        if answer is not None:
            self._move(ids, answer)

    async def _ask_tag(self, ids: Sequence[str]) -> None:
        from tenantdock.desktop.asking import NameDialog  # noqa: PLC0415 - seldom needed
        from tenantdock.domain.directory import TAG_LIMIT, TAGS_MOST  # noqa: PLC0415 - the same

        known = [tag for tag, _ in self._window.shelves.tags]
        title = counted(len(ids), "Tag {n} customer", "Tag {n} customers")
        hint = tr("Several tags with commas between.")
        most = TAG_LIMIT * TAGS_MOST
        dialog = NameDialog(title, tr("&Tags"), hint, tr("Tag"), most, known, self._desktop.windows.parent, needed=True)
        answer = await self._desktop.windows.ask(dialog)
        if answer is not None:
            self._tag(ids, [part.strip() for part in answer.split(",") if part.strip()])

    # Opening many

    def _open_many(self, ids: Sequence[str], *, console: bool) -> None:
        if len(ids) > MANY:
            self._loop.start(self._ask_to_open(list(ids), console=console))
        else:
            self._open(ids, console=console)

    async def _ask_to_open(self, ids: list[str], *, console: bool) -> None:
        from tenantdock.desktop.trouble import QuestionDialog  # noqa: PLC0415 - seldom needed

        n = len(ids)
        title = (
            counted(n, "Open {n} console?", "Open {n} consoles?")
            if console
            else counted(n, "Sign in to {n} customer?", "Sign in to {n} customers?")
        )
        text = tr("Each one opens its own window, one after the other, and may ask you to sign in.")
        dialog = QuestionDialog(title, text, tr("Open") if console else tr("Sign in"), tr("Cancel"), self._desktop.windows.parent)
        if await self._desktop.windows.ask(dialog):
            self._open(ids, console=console)

    def _open(self, ids: Sequence[str], *, console: bool) -> None:
        self.batch.add(ids, console=console)

    # Removing

    def remove(self, ids: Sequence[str]) -> None:
        """Remove connections in one transaction, after asking when consoles of them are open."""
        self._loop.start(self._remove(list(ids)))

    async def _remove(self, ids: list[str]) -> None:
        entries = [entry for each in ids if (entry := self._window.model.entry(each)) is not None]
        if not entries:
            return
        gone = {entry.row.id for entry in entries}
        consoles = sum(session.connection_id in gone for session in self._desktop.workflows.agent.sessions())
        name = outside(entries[0].name, 120)
        if consoles and not await self._sure(len(entries), name, consoles):
            return
        removing = self._desktop.workflows.removing

        def done(removed: Removed) -> None:
            self._desktop.read_rows()
            if removed.connections:
                self._tell_removed(removed.connections, name)
            for trouble in removed.troubles:
                self._desktop.failed(trouble)

        self._loop.save(lambda: removing.remove_all([entry.row.id for entry in entries]), done)

    def _tell_removed(self, removed: Sequence[Connection], name: str) -> None:
        many = counted(len(removed), "{n} customer was removed.", "{n} customers were removed.")
        text = tr("{name} was removed.", name=name) if len(removed) == 1 else many
        back = self._once(removed, text)
        self.remember(back)
        notices = self._window.notices
        notices.show_notice("removed", "done", text, action=tr("Undo"), run=back, seconds=_UNDO_SECONDS)
        self._desktop.commands.purge_soon()

    async def _sure(self, customers: int, name: str, consoles: int) -> bool:
        from tenantdock.desktop.trouble import QuestionDialog  # noqa: PLC0415 - seldom needed

        losing = (
            counted(
                consoles,
                "{n} console of this customer is open. It will get no more tokens.",
                "{n} consoles of this customer are open. They will get no more tokens.",
            )
            if customers == 1
            else counted(
                consoles,
                "{n} console of these customers is open. It will get no more tokens.",
                "{n} consoles of these customers are open. They will get no more tokens.",
            )
        )
        title = (
            tr("Remove {name}?", name=name)
            if customers == 1
            else counted(customers, "Remove {n} customer?", "Remove {n} customers?")
        )
        dialog = QuestionDialog(title, losing, tr("Remove"), tr("Keep"), self._desktop.windows.parent)
        return bool(await self._desktop.windows.ask(dialog))

    def _once(self, removed: Sequence[Connection], told: str) -> Callable[[], None]:
        """Return what brings *removed* back, once, for the notice and the key. *told* is what was said of the removal."""

        def back() -> None:
            self._undo = [each for each in self._undo if each is not back]
            self._window.notices.remove("removed")
            self._loop.save(lambda: self._desktop.workflows.removing.restore_all(removed), partial(self._restored, told))

        return back

    def _restored(self, told: str, restored: Sequence[Connection]) -> None:
        if not restored:
            raise BadInput(
                tr("They are in the list already: somebody added them again."), next_step=tr("Nothing more needs to be done.")
            )
        self._desktop.read_rows(lambda: self._show_restored(told, restored))

    def _show_restored(self, told: str, restored: Sequence[Connection]) -> None:
        self._window.show_status(tr("Undone: {what}", what=told))
        self._desktop.reveal(restored[0].id)
        if len(restored) > 1:
            self._window.list.choose({connection.id for connection in restored})

    # What the filters need

    def filter_changed(self) -> None:
        """Read which tokens end soon while the filter asks for it."""
        if self._window.viewing.wanted.expiring:
            self.read_expiring()
            self._expiring.start()
        else:
            self._expiring.stop()

    def read_expiring(self) -> None:
        """Read which tokens end soon."""
        self._loop.submit(self._work.expiring, self._window.show_expiring)
