"""Filing connections: groups, tags, favourites, notes, colours; each change can be undone. And what of them needs a look."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import ConsoleSettings, Filing, group_path, tag_list
from tenantdock.domain.errors import BadInput, NotFound
from tenantdock.domain.filing import Shelves, shelves, within
from tenantdock.domain.ports import Agent, Clock, Directory, Identity
from tenantdock.domain.services import services
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.signin import TokenAsk
from tenantdock.domain.text import folded, one_line

EXPIRING_WITHIN: Final = 15 * 60.0
"""Seconds that a token still has when its connection counts as expiring."""


@dataclass(frozen=True, slots=True)
class Filed:
    """How connections were filed *before* a change and *after* it, by id. Only those that the change touched."""

    before: Mapping[str, Filing]
    after: Mapping[str, Filing]

    def __len__(self) -> int:
        return len(self.after)


@dataclass(frozen=True, slots=True)
class Painted:
    """The colours of connections *before* they got the one *colour*, by id."""

    before: Mapping[str, str]
    colour: str

    def __len__(self) -> int:
        return len(self.before)


class Organising:
    """Files connections, many at once, each time in one transaction. What a change returns, :meth:`undo` takes back.

    Ids of connections that are gone are passed over. Every change may raise :class:`StorageTrouble`; nothing was changed then.
    """

    def __init__(self, *, directory: Directory, identity: Identity, agent: Agent, clouds: Clouds, clock: Clock) -> None:
        self._directory = directory
        self._identity = identity
        self._agent = agent
        self._clouds = clouds
        self._clock = clock
        # A change reads, then writes: notes that are saved while tags are set must not be lost
        self._changing = threading.Lock()

    # Groups

    def shelves(self) -> Shelves:
        """Which groups and tags there are, with their counts."""
        return shelves(self._directory.rows())

    def move(self, connection_ids: Sequence[str], group: str) -> Filed:
        """Put connections into a group ("" for none). One that is there already in other letters keeps its spelling.

        Raises :class:`BadInput` for a path that is too long.
        """
        path = group_path(group)
        if path:
            path = self._spelled(path, (each.path for each in self.shelves().groups))
        return self._change(connection_ids, lambda filing: replace(filing, group=path))

    def rename_group(self, path: str, new: str) -> Filed:
        """Give a group another path; the groups below it come with it, and where *new* is there already both become one.

        Raises :class:`BadInput` (no name, or a path that gets too long) and :class:`NotFound`.
        """
        wanted = group_path(new)
        if not wanted:
            raise BadInput("The group has no name.", next_step="Give it one.")
        return self._regroup(path, wanted)

    def remove_group(self, path: str) -> Filed:
        """Take a group apart: its connections, and the groups below it, move to the one that it is in. Raises :class:`NotFound`."""
        return self._regroup(path, path.rpartition("/")[0])

    def _regroup(self, path: str, new: str) -> Filed:
        members = [row.id for row in self._directory.rows() if within(row.group, path)]
        if not members:
            raise NotFound("This group is not there any more.", next_step="Its customers may have been moved: look for them.")

        def moved(filing: Filing) -> Filing:
            # Somebody may have moved it elsewhere since the rows were read
            return replace(filing, group=f"{new}{filing.group[len(path) :]}") if within(filing.group, path) else filing

        return self._change(members, moved)

    # Tags, favourites, notes

    def tag(self, connection_ids: Sequence[str], tags: Iterable[str]) -> Filed:
        """Add tags. Raises :class:`BadInput` as :func:`~tenantdock.domain.directory.tag_list` does."""
        known = [tag for tag, _ in self.shelves().tags]
        added = tuple(self._spelled(tag, known) for tag in tag_list(tags))
        return self._change(connection_ids, lambda filing: replace(filing, tags=(*filing.tags, *added)))

    def untag(self, connection_ids: Sequence[str], tags: Iterable[str]) -> Filed:
        """Take tags away, whatever their case."""
        gone = {folded(tag) for tag in tags}

        def without(filing: Filing) -> Filing:
            return replace(filing, tags=tuple(tag for tag in filing.tags if folded(tag) not in gone))

        return self._change(connection_ids, without)

    def retag(self, connection_id: str, tags: Iterable[str]) -> Filed:
        """Have a connection bear these tags and no others. Raises :class:`BadInput` as :meth:`tag` does."""
        known = [tag for tag, _ in self.shelves().tags]
        wanted = tuple(self._spelled(tag, known) for tag in tag_list(tags))
        return self._change([connection_id], lambda filing: replace(filing, tags=wanted))

    def rename_tag(self, tag: str, new: str) -> Filed:
        """Give a tag another name, on every connection. Raises :class:`BadInput` (no name, or not a tag) and :class:`NotFound`."""
        names = tag_list([new])
        if not names:
            raise BadInput("The tag has no name.", next_step="Give it one.")
        wanted = names[0]

        def renamed(filing: Filing) -> Filing:
            return replace(filing, tags=tuple(wanted if folded(each) == folded(tag) else each for each in filing.tags))

        return self._change(self._bearing(tag), renamed)

    def remove_tag(self, tag: str) -> Filed:
        """Take a tag away from every connection. Raises :class:`NotFound`."""
        return self.untag(self._bearing(tag), [tag])

    def favour(self, connection_ids: Sequence[str], on: bool) -> Filed:
        """Make connections favourites, or not any more."""
        return self._change(connection_ids, lambda filing: replace(filing, favourite=on))

    def write(self, connection_id: str, notes: str) -> Filed:
        """Save the notes of a connection. Raises :class:`BadInput` when they are too long."""
        return self._change([connection_id], lambda filing: replace(filing, notes=notes))

    def filing(self, connection_id: str) -> Filing:
        """Return how a connection is filed. Raises :class:`NotFound`."""
        return self._directory.connection(connection_id).filing

    def _bearing(self, tag: str) -> list[str]:
        found = [row.id for row in self._directory.rows() if folded(tag) in map(folded, row.tags)]
        if not found:
            raise NotFound("Nothing has this tag any more.", next_step="It may have been renamed: look at the other tags.")
        return found

    # Colours

    def paint(self, connection_ids: Sequence[str], colour: str) -> Painted:
        """Give connections a colour (``#rrggbb``). Raises :class:`BadInput` when it is none."""
        ConsoleSettings(colour=colour)
        before = self._directory.paint(dict.fromkeys(connection_ids, colour))
        return Painted({each: was for each, was in before.items() if was != colour}, colour)

    # Undo

    def undo(self, done: Filed | Painted) -> Filed | Painted:
        """Take back what a change did, and only that: what was changed since stays as it is. Returns what this changed."""
        if isinstance(done, Painted):
            still = {row.id for row in self._directory.rows() if row.colour == done.colour}
            before = self._directory.paint({each: was for each, was in done.before.items() if each in still})
            return Painted(before, "")
        with self._changing:
            now = self._directory.filings(list(done.after))
            back = {each: _taken_back(found, done.before[each], done.after[each]) for each, found in now.items()}
            return Filed(self._directory.file(back), back)

    # What needs a look

    def attention(self) -> dict[str, str]:
        """Which connections need a person's attention, each with why: the last sign-in was refused, the services in an open
        console answered as somebody else, or its tokens are not renewed without that person.
        """
        now = self._clock.now()
        found = dict(self._directory.refused())
        for session in self._agent.sessions():
            if session.state is not SessionState.OPEN:
                continue
            if session.proven is False:
                found[session.connection_id] = one_line(session.proof)
            elif session.trouble is not None and session.needs_person(now):
                found.setdefault(session.connection_id, session.trouble.trouble)
        return found

    def expiring(self) -> frozenset[str]:
        """Which connections have a token in memory that ends within :data:`EXPIRING_WITHIN`. Asks no server."""
        end = self._clock.now() + EXPIRING_WITHIN
        known = {cloud.id: cloud for cloud in self._clouds}
        found = set()
        for connection in self._directory.every():
            cloud = known.get(connection.tenant.cloud)
            if cloud is None or not connection.account.enrolled:
                continue
            for service in services(connection.services):
                token = self._identity.peek(TokenAsk(cloud, connection.tenant.id, connection.account, service))
                if token is not None and token.expires_on <= end:
                    found.add(connection.id)
        return frozenset(found)

    # Inside

    def _change(self, connection_ids: Sequence[str], change: Callable[[Filing], Filing]) -> Filed:
        with self._changing:
            before = self._directory.filings(list(dict.fromkeys(connection_ids)))
            after = {each: new for each, filing in before.items() if (new := change(filing)) != filing}
            if after:
                self._directory.file(after)
            return Filed({each: before[each] for each in after}, after)

    @staticmethod
    def _spelled(text: str, known: Iterable[str]) -> str:
        """Return *text* as it is spelled already, where it is."""
        spellings = list(known)
        return text if text in spellings else next((each for each in spellings if folded(each) == folded(text)), text)


def _taken_back(now: Filing, before: Filing, after: Filing) -> Filing:
    """Return *now* with what changed from *before* to *after* as it was before, where it is still as it was after."""
    back = {
        name: getattr(before, name)
        for name in ("group", "tags", "favourite", "notes")
        if getattr(before, name) != getattr(after, name) == getattr(now, name)
    }
    return replace(now, **back)
