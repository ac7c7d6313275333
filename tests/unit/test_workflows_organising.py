"""Filing many at once and taking it back; removing many; what needs a look."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from support.directory import CONTOSO, FABRIKAM, HOME, a_connection
from support.fakes import FakeAgent, FakeClock, FakeIdentity, FakeProfiles, MemoryDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Filing, HistoryEntry
from tenantdock.domain.errors import BadInput, NotFound, StorageTrouble
from tenantdock.domain.services import GRAPH
from tenantdock.domain.sessions import SOON, Held
from tenantdock.domain.signin import TokenAsk
from tenantdock.workflows import Organising, Removing
from tenantdock.workflows.organising import EXPIRING_WITHIN


class World:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.directory = MemoryDirectory()
        self.identity = FakeIdentity(self.clock)
        self.agent = FakeAgent(self.clock)
        self.profiles = FakeProfiles()
        self.clouds = Clouds()
        self.work = Organising(
            directory=self.directory, identity=self.identity, agent=self.agent, clouds=self.clouds, clock=self.clock
        )
        self.removing = Removing(
            clouds=self.clouds,
            directory=self.directory,
            identity=self.identity,
            agent=self.agent,
            profiles=self.profiles,
            clock=self.clock,
        )

    def add(self, name, *, group="", tags=(), favourite=False, notes="", **more):
        made = replace(a_connection(name, **more), filing=Filing(group, tags, favourite, notes))
        return self.directory.add(made).id

    def groups(self):
        return {row.name: row.group for row in self.directory.rows()}

    def tags(self):
        return {row.name: row.tags for row in self.directory.rows()}


@pytest.fixture
def world():
    return World()


def test_many_move_at_once_and_back(world):
    one, two = world.add("One", group="Asia"), world.add("Two")
    done = world.work.move([one, two, "gone"], " Europe / North ")
    assert world.groups() == {"One": "Europe/North", "Two": "Europe/North"}
    assert len(done) == 2
    world.work.undo(done)
    assert world.groups() == {"One": "Asia", "Two": ""}


def test_one_transaction_for_all_and_none_for_nothing(world, monkeypatch):
    ids = [world.add(f"C{n}") for n in range(3)]
    calls = []
    monkeypatch.setattr(
        world.directory, "file", lambda filings, real=world.directory.file: calls.append(len(filings)) or real(filings)
    )
    world.work.move(ids, "Europe")
    assert len(world.work.move(ids, "Europe")) == 0
    assert calls == [3]


def test_a_group_that_is_there_keeps_its_spelling(world):
    world.add("One", group="Europe/Süd")
    two = world.add("Two")
    world.work.move([two], "europe/SUD")
    assert world.groups()["Two"] == "Europe/Süd"


def test_undo_leaves_what_was_changed_since(world):
    one, two = world.add("One"), world.add("Two")
    moved = world.work.move([one, two], "Europe")
    world.work.move([two], "Asia")
    world.work.write(one, "call first")
    world.work.undo(moved)
    assert world.groups() == {"One": "", "Two": "Asia"}
    assert world.work.filing(one).notes == "call first"


def test_undo_can_be_undone_and_passes_over_what_is_gone(world):
    one, two = world.add("One"), world.add("Two")
    tagged = world.work.tag([one, two], ["gold"])
    world.directory.remove_all([two])
    undone = world.work.undo(tagged)
    assert world.tags() == {"One": ()}
    world.work.undo(undone)
    assert world.tags() == {"One": ("gold",)}


def test_a_renamed_group_takes_those_below_along_and_joins_one_that_is_there(world):
    world.add("One", group="Europe")
    world.add("Two", group="Europe/North")
    world.add("Three", group="Europeans")
    world.add("Four", group="EMEA/North")
    done = world.work.rename_group("Europe", "EMEA")
    assert world.groups() == {"One": "EMEA", "Two": "EMEA/North", "Three": "Europeans", "Four": "EMEA/North"}
    world.work.undo(done)
    assert world.groups() == {"One": "Europe", "Two": "Europe/North", "Three": "Europeans", "Four": "EMEA/North"}


@pytest.mark.parametrize(("path", "after"), [("Europe/North", ["Europe", "Europe/Oslo"]), ("Europe", ["North", "North/Oslo"])])
def test_a_removed_group_gives_its_customers_to_the_one_above(world, path, after):
    world.add("One", group="Europe/North")
    world.add("Two", group="Europe/North/Oslo")
    done = world.work.remove_group(path)
    assert sorted(world.groups().values()) == after
    world.work.undo(done)
    assert sorted(world.groups().values()) == ["Europe/North", "Europe/North/Oslo"]


def test_a_top_group_gives_them_to_none(world):
    world.add("One", group="Europe")
    world.work.remove_group("Europe")
    assert world.groups() == {"One": ""}


def test_tags_are_added_once_taken_away_whatever_their_case_and_set_whole(world):
    one, two = world.add("One", tags=("Gold",)), world.add("Two")
    world.work.tag([one, two], ["gold", "new"])
    assert world.tags() == {"One": ("Gold", "new"), "Two": ("Gold", "new")}
    world.work.untag([one, two], ["GOLD"])
    assert world.tags() == {"One": ("new",), "Two": ("new",)}
    world.work.retag(one, ["b", "NEW", "a"])
    assert world.tags()["One"] == ("b", "new", "a")


def test_a_tag_is_renamed_and_removed_everywhere(world):
    world.add("One", tags=("gold", "x"))
    world.add("Two", tags=("Gold",))
    renamed = world.work.rename_tag("gold", "vip")
    assert world.tags() == {"One": ("vip", "x"), "Two": ("vip",)}
    world.work.undo(renamed)
    assert world.tags() == {"One": ("gold", "x"), "Two": ("Gold",)}
    removed = world.work.remove_tag("GOLD")
    assert world.tags() == {"One": ("x",), "Two": ()}
    world.work.undo(removed)
    assert world.tags() == {"One": ("gold", "x"), "Two": ("Gold",)}


def test_favourites_and_notes(world):
    one, two = world.add("One", favourite=True), world.add("Two")
    done = world.work.favour([one, two], True)
    assert list(done.after) == [two]
    assert all(row.favourite for row in world.directory.rows())
    world.work.undo(done)
    assert [row.favourite for row in world.directory.rows()] == [True, False]
    world.work.write(one, "line one\nline two")
    assert world.work.filing(one) == Filing(favourite=True, notes="line one\nline two")


@pytest.mark.parametrize(
    "change",
    [
        lambda work, one: work.move([one], "x" * 201),
        lambda work, one: work.tag([one], ["a,b"]),
        lambda work, one: work.tag([one], [f"t{n}" for n in range(25)]),
        lambda work, one: work.retag(one, ["x" * 50]),
        lambda work, one: work.write(one, "x" * 10_001),
        lambda work, one: work.rename_group("Europe", " / "),
        lambda work, one: work.rename_group("Europe", "x" * 199),
        lambda work, one: work.rename_tag("gold", "  "),
        lambda work, one: work.rename_tag("gold", "a,b"),
        lambda work, one: work.paint([one], "red"),
    ],
)
def test_what_cannot_be_is_refused_whole(world, change):
    one = world.add("One", group="Europe/North", tags=("gold",))
    before = world.directory.connection(one)
    with pytest.raises(BadInput) as caught:
        change(world.work, one)
    assert caught.value.next_step
    assert world.directory.connection(one) == before


def test_what_is_not_there_is_said(world):
    world.add("One", group="Europe")
    for change in (
        lambda: world.work.rename_group("Asia", "x"),
        lambda: world.work.remove_group("Asia"),
        lambda: world.work.rename_tag("gold", "x"),
        lambda: world.work.remove_tag("gold"),
    ):
        with pytest.raises(NotFound):
            change()


def test_colours_of_many_and_back_where_nobody_chose_another_since(world):
    one, two, three = (world.add(name) for name in ("One", "Two", "Three"))
    world.work.paint([three], "#b3261e")
    done = world.work.paint([one, two, three, "gone"], "#1d5fb4")
    assert len(done) == 3
    world.work.paint([two], "#2c7031")
    world.work.undo(done)
    assert [row.colour for row in world.directory.rows()] == ["#1a7f5a", "#b3261e", "#2c7031"]
    assert len(world.work.paint([one], "#1a7f5a")) == 0


def test_notes_saved_while_tags_are_set_are_not_lost(world):
    one = world.add("One")
    file, both = world.directory.file, threading.Barrier(2, timeout=0.3)

    def slow(filings):
        # A second change that had read already would come here too, and overwrite the first
        try:
            both.wait()
        except threading.BrokenBarrierError:
            both.reset()
        return file(filings)

    world.directory.file = slow
    threads = [
        threading.Thread(target=world.work.write, args=(one, "notes")),
        threading.Thread(target=world.work.tag, args=([one], ["gold"])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert world.work.filing(one) == Filing(tags=("gold",), notes="notes")


def test_shelves_are_counted(world):
    world.add("One", group="Europe", tags=("gold",))
    assert [shelf.path for shelf in world.work.shelves().groups] == ["Europe"]


# --- what needs a look


def test_attention_is_for_who_was_refused_last(world):
    one, two, three = (world.add(name) for name in ("One", "Two", "Three"))
    for at, (each, event) in enumerate(
        [(one, "signed-in"), (one, "refused"), (one, "edited"), (two, "refused"), (two, "signed-in"), (three, "console-opened")]
    ):
        world.directory.note(HistoryEntry(float(at), each, event, f"{event} {at}"))
    assert world.work.attention() == {one: "refused 1"}


def test_attention_is_for_a_console_that_somebody_else_answered(world):
    ids = [world.add(name, tenant=tenant) for name, tenant in (("One", CONTOSO), ("Two", FABRIKAM), ("Three", FABRIKAM))]
    for each, proven in zip(ids, (False, True, None), strict=True):
        grant, _ = world.agent.admit(world.directory.connection(each))
        opened = world.agent.wait_open(grant.session_id, 1, Cancel())
        world.agent._sessions[opened.id] = replace(opened, proven=proven, proof="Graph answered as\nkiosk")
    assert world.work.attention() == {ids[0]: "Graph answered as kiosk"}


@pytest.mark.parametrize(
    ("person", "left", "needs"), [(True, 3000.0, True), (False, SOON + 60, False), (False, SOON - 60, True), (True, None, True)]
)
def test_attention_is_for_a_console_whose_tokens_are_not_renewed_without_a_person(world, person, left, needs):
    ids = [world.add(name, tenant=tenant) for name, tenant in (("One", CONTOSO), ("Two", FABRIKAM))]
    end = None if left is None else world.clock.now() + left
    for each, trouble in zip(ids, ("Sign in again.", ""), strict=True):
        grant, _ = world.agent.admit(world.directory.connection(each))
        opened = world.agent.wait_open(grant.session_id, 1, Cancel())
        world.agent._sessions[opened.id] = replace(opened, held=(Held("graph", end, trouble, person),))
    assert world.work.attention() == ({ids[0]: "Sign in again."} if needs else {})


def test_expiring_is_what_memory_holds_for_a_short_while_only(world):
    one = world.add("One", home_account_id=HOME)
    world.add("Never signed in", tenant=FABRIKAM, username="b@msp.example")
    ask = TokenAsk(world.clouds.get("public"), CONTOSO, world.directory.connection(one).account, GRAPH)
    assert world.work.expiring() == frozenset()
    for left, found in ((EXPIRING_WITHIN + 1, frozenset()), (EXPIRING_WITHIN - 1, frozenset({one}))):
        world.identity.memory["graph"] = world.identity.token(ask, left)
        assert world.work.expiring() == found


def test_expiring_passes_over_a_cloud_that_is_not_known_here(world):
    made = a_connection("Own cloud", home_account_id=HOME)
    world.directory.add(replace(made, tenant=replace(made.tenant, cloud="own"), account=replace(made.account, cloud="own")))
    assert world.work.expiring() == frozenset()


# --- removing many


def test_many_are_removed_in_one_go_with_what_nobody_else_uses(world):
    shared = [world.add(name, username="shared@msp.example") for name in ("One", "Two", "Three")]
    alone = world.add("Alone", username="alone@msp.example", tenant=FABRIKAM)
    grant, _ = world.agent.admit(world.directory.connection(shared[0]))
    kept, _ = world.agent.admit(world.directory.connection(shared[2]))
    removed = world.removing.remove_all([*shared[:2], alone, "gone", alone])
    assert [each.name for each in removed.connections] == ["One", "Two", "Alone"]
    assert [row.name for row in world.directory.rows()] == ["Three"]
    assert world.agent.withdrawn == [grant.session_id]
    assert [each.id for each in world.agent.sessions()] == [kept.session_id]
    assert [account.username for account in world.identity.forgotten] == ["alone@msp.example"]
    assert len(world.removing.restore_all(removed.connections)) == 3
    assert [row.name for row in world.directory.rows()] == ["Alone", "One", "Three", "Two"]
    assert world.removing.restore_all(removed.connections) == []


def test_a_sign_in_that_cannot_be_forgotten_leaves_no_other_one_behind(world, monkeypatch):
    gone = [world.add(name, username=f"{name}@msp.example") for name in ("one", "two", "three")]
    real = world.identity.forget

    def forget(account):
        if account.username.startswith("one@"):
            raise StorageTrouble("The disk is full.", next_step="Free some room.")
        real(account)

    monkeypatch.setattr(world.identity, "forget", forget)
    removed = world.removing.remove_all(gone)
    assert [account.username for account in world.identity.forgotten] == ["two@msp.example", "three@msp.example"]
    assert [str(trouble) for trouble in removed.troubles] == [str(removed.troubles[0])]
    assert len(world.removing.restore_all(removed.connections)) == 3


def test_a_removal_that_fails_ends_no_console(world, monkeypatch):
    one = world.add("One")
    grant, _ = world.agent.admit(world.directory.connection(one))

    def full(_ids):
        raise StorageTrouble("The disk is full.", next_step="Free some room.")

    monkeypatch.setattr(world.directory, "remove_all", full)
    with pytest.raises(StorageTrouble):
        world.removing.remove_all([one])
    assert [each.id for each in world.agent.sessions()] == [grant.session_id]
    assert world.identity.forgotten == []
