"""The conformance suite of the Directory port: the SQLite one and the fake pass the same tests."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from support.directory import CONTOSO, FABRIKAM, FILED, HOME, OTHER_HOME, a_connection
from tenantdock.domain.directory import (
    HALF_LIFE,
    Account,
    BrowserChoice,
    Changes,
    ConnectionRow,
    ConsoleSettings,
    Filing,
    HistoryEntry,
    Tenant,
)
from tenantdock.domain.errors import BadInput, NotFound, StorageTrouble

pytest_plugins = ("support.directory_port",)
OTHER_TENANT = "99999999-9999-4999-8999-999999999999"


def test_what_was_added_is_read_back_whole(directory):
    connection = a_connection(services=("graph", "exchange"), rung="private", home_account_id=HOME)
    assert directory.add(connection) == connection
    assert directory.connection(connection.id) == connection


def test_a_new_directory_is_empty(directory):
    assert directory.rows() == []
    assert directory.history("none") == []
    assert not directory.account_in_use("none")


def test_the_first_rows_are_the_beginning_of_all_until_one_is_filed(directory):
    assert directory.first_rows(2) == []
    added = [directory.add(a_connection(name, username=f"{name}@msp.example")) for name in ("c", "a", "d", "b")]
    assert [row.name for row in directory.first_rows(2)] == ["a", "b"]
    assert directory.first_rows(9) == directory.rows()
    directory.file({added[2].id: Filing(tags=("gold",))})
    assert directory.first_rows(2) == directory.rows()
    directory.file({added[2].id: Filing(group="North")})
    assert directory.first_rows(2) == directory.rows()
    directory.file({added[2].id: Filing(favourite=True)})
    assert directory.first_rows(2) == directory.rows()
    directory.file({added[2].id: Filing(notes="calls on Mondays")})
    assert len(directory.first_rows(2)) == 2


def test_rows_hold_what_the_list_shows_sorted_by_name(directory):
    zebra = directory.add(a_connection("Zebra", tenant=FABRIKAM))
    lower = directory.add(a_connection("alpha", services=("graph", "azure"), home_account_id=HOME))
    accent = directory.add(a_connection("Älpen"))
    directory.note(HistoryEntry(17.5, lower.id, "signed-in", "x"))
    rows = directory.rows()
    assert [row.id for row in rows] == [accent.id, lower.id, zebra.id]  # ä counts as a, and case not at all
    expected = ConnectionRow(
        lower.id,
        "alpha",
        CONTOSO,
        "Contoso Ltd",
        "contoso.com",
        "anna@msp.example",
        "public",
        ("graph", "azure"),
        "#1a7f5a",
        True,
        17.5,
        zebra.account.id,
        "",
        "",
        (),
        favourite=False,
        frecency=17.5 / HALF_LIFE,
    )
    # the account is shared and was first saved by zebra, which was not pinned
    assert rows[1] == replace(expected, enrolled=False)
    assert rows[2].last_used is None


def test_an_account_is_shared_whatever_the_case_of_its_name(directory):
    first = directory.add(a_connection("One", username="Anna@msp.example"))
    second = directory.add(a_connection("Two", tenant=FABRIKAM, username="anna@MSP.example"))
    assert second.account == first.account


def test_an_account_of_another_cloud_is_another(directory):
    first = directory.add(a_connection("One"))
    other = a_connection("Two")
    other = replace(other, tenant=replace(other.tenant, cloud="usgov"), account=replace(other.account, cloud="usgov"))
    second = directory.add(other)
    assert second.account.id != first.account.id
    assert directory.connection(second.id).tenant.cloud == "usgov"


def test_a_tenant_is_shared_and_keeps_its_name(directory):
    first = directory.add(a_connection("One", domain=""))
    directory.apply(Changes(tenants=(Tenant(CONTOSO, "public", "Contoso AG", ""),)))
    later = a_connection("Two")
    second = directory.add(replace(later, tenant=replace(later.tenant, name="contoso.com")))
    assert second.tenant == Tenant(CONTOSO, "public", "Contoso AG", "contoso.com")
    assert directory.connection(first.id).tenant == second.tenant
    third = directory.add(a_connection("Three", domain="other.example"))
    assert third.tenant.domain == "contoso.com"


@pytest.mark.parametrize("name", ["Contoso", "CONTOSO", "Cöntoso"])
def test_the_same_tenant_account_and_name_twice_is_refused(directory, name):
    directory.add(a_connection("Contoso"))
    with pytest.raises(BadInput) as refusal:
        directory.add(a_connection(name))
    assert refusal.value.next_step
    assert len(directory.rows()) == 1


def test_an_id_twice_is_refused(directory):
    connection = directory.add(a_connection("One"))
    with pytest.raises(BadInput):
        directory.add(replace(connection, name="Two"))


def test_a_refused_add_leaves_nothing(directory):
    directory.add(a_connection("One"))
    refused = replace(a_connection("One"), account=Account("f" * 32, "public", "ANNA@msp.example"))
    with pytest.raises(BadInput):
        directory.add(refused)
    assert not directory.account_in_use("f" * 32)


def test_the_same_name_for_another_account_or_tenant_is_fine(directory):
    directory.add(a_connection("Contoso"))
    directory.add(a_connection("Contoso", username="ben@msp.example"))
    directory.add(a_connection("Contoso", tenant=FABRIKAM))
    assert len(directory.rows()) == 3


def test_update_saves_what_may_change_and_nothing_else(directory):
    saved = directory.add(a_connection("One"))
    changed = replace(
        saved,
        name="Renamed",
        services=("azure",),
        console=ConsoleSettings(colour="#000000"),
        browser=BrowserChoice("edge", "P"),
        rung="fresh",
        tenant=replace(saved.tenant, name="Not saved"),
        account=replace(saved.account, username="not@saved.example"),
    )
    directory.update(changed)
    assert directory.connection(saved.id) == replace(changed, tenant=saved.tenant, account=saved.account)


def test_update_of_what_is_gone_says_so(directory):
    with pytest.raises(NotFound) as error:
        directory.update(a_connection())
    assert error.value.next_step


def test_update_to_a_name_that_is_taken_is_refused(directory):
    directory.add(a_connection("One"))
    two = directory.add(a_connection("Two"))
    with pytest.raises(BadInput):
        directory.update(replace(two, name="ONE"))
    directory.update(replace(two, name="TWO"))
    assert directory.connection(two.id).name == "TWO"


def test_a_tenant_that_is_gone_is_not_renamed(directory):
    assert directory.apply(Changes(tenants=(Tenant(CONTOSO, "public", "x"),))) == Changes()
    assert directory.add(a_connection()).tenant.name == "Contoso Ltd"


def test_pin_ties_an_account_once(directory):
    connection = directory.add(a_connection())
    pinned = directory.pin(connection.account.id, HOME, "anna@msp.example")
    assert pinned.home_account_id == HOME
    assert directory.connection(connection.id).account == pinned
    assert directory.rows()[0].enrolled
    assert directory.pin(pinned.id, HOME, "anna.new@msp.example").username == "anna.new@msp.example"
    with pytest.raises(BadInput):
        directory.pin(pinned.id, OTHER_HOME, "anna.new@msp.example")
    assert directory.connection(connection.id).account.home_account_id == HOME


def test_pin_without_a_name_keeps_the_one_that_is_saved(directory):
    connection = directory.add(a_connection())
    assert directory.pin(connection.account.id, HOME, "").username == "anna@msp.example"


def test_pin_to_a_name_that_another_account_has_keeps_the_old_name(directory):
    one = directory.add(a_connection("One"))
    two = directory.add(a_connection("Two", username="ben@msp.example"))
    pinned = directory.pin(one.account.id, HOME, "BEN@msp.example")
    assert (pinned.username, pinned.home_account_id) == ("anna@msp.example", HOME)
    assert directory.connection(two.id).account.username == "ben@msp.example"


def test_pin_refuses_an_identity_that_is_none(directory):
    connection = directory.add(a_connection())
    with pytest.raises(BadInput):
        directory.pin(connection.account.id, "not-an-id", "anna@msp.example")
    assert not directory.connection(connection.id).account.enrolled


def test_pin_of_an_account_that_is_gone_says_so(directory):
    with pytest.raises(NotFound):
        directory.pin("0" * 32, HOME, "anna@msp.example")


def test_unpin_lets_the_account_be_pinned_anew(directory):
    connection = directory.add(a_connection(home_account_id=HOME))
    directory.add(a_connection("Other", username="ben@msp.example", home_account_id=OTHER_HOME))
    directory.unpin(connection.account.id)
    assert not directory.connection(connection.id).account.enrolled
    assert directory.pin(connection.account.id, OTHER_HOME, "").home_account_id == OTHER_HOME
    directory.unpin("0" * 32)


def test_remove_returns_what_can_be_added_again(directory):
    connection = directory.add(a_connection(home_account_id=HOME))
    other = directory.add(a_connection("Stays", tenant=FABRIKAM))
    directory.note(HistoryEntry(5.0, connection.id, "signed-in", "anna"))
    removed = directory.remove_all([connection.id])[0]
    assert removed == connection
    with pytest.raises(NotFound):
        directory.connection(connection.id)
    assert [row.id for row in directory.rows()] == [other.id]
    assert directory.add(removed) == connection
    assert directory.history(connection.id) == [HistoryEntry(5.0, connection.id, "signed-in", "anna")]
    assert next(row for row in directory.rows() if row.id == connection.id).last_used == 5.0


def test_remove_takes_the_account_and_tenant_only_with_their_last_connection(directory):
    one = directory.add(a_connection("One", home_account_id=HOME))
    two = directory.add(a_connection("Two"))
    directory.remove_all([one.id])
    assert directory.account_in_use(one.account.id)
    assert directory.connection(two.id).account.home_account_id == HOME
    directory.remove_all([two.id])
    assert not directory.account_in_use(one.account.id)
    assert directory.apply(Changes(tenants=(one.tenant,))).tenants == ()
    fresh = directory.add(a_connection("One"))
    assert not fresh.account.enrolled


def test_a_restored_account_whose_name_changed_meanwhile_is_the_same(directory):
    one = directory.add(a_connection("One", home_account_id=HOME))
    directory.add(a_connection("Two"))
    removed = directory.remove_all([one.id])[0]
    renamed = directory.pin(one.account.id, HOME, "new@msp.example")
    assert directory.add(removed).account == renamed


def test_what_is_gone_cannot_be_removed_again(directory):
    here = directory.add(a_connection())
    assert directory.remove_all(["none", here.id, here.id]) == [here]
    assert directory.remove_all([here.id]) == []


def test_history_is_newest_first_and_bounded(directory):
    one, two = directory.add(a_connection("One")), directory.add(a_connection("Two"))
    for at in range(5):
        directory.note(HistoryEntry(float(at), one.id, "signed-in", f"text {at}"))
    directory.note(HistoryEntry(9.0, two.id, "refused", "wrong"))
    assert [entry.at for entry in directory.history(one.id)] == [4.0, 3.0, 2.0, 1.0, 0.0]
    assert [entry.text for entry in directory.history(one.id, 2)] == ["text 4", "text 3"]
    assert directory.history(one.id, 0) == []
    assert directory.history(two.id) == [HistoryEntry(9.0, two.id, "refused", "wrong")]


@pytest.mark.parametrize(("event", "used"), [("signed-in", 8.0), ("console-opened", 8.0), ("refused", None), ("signed-out", None)])
def test_only_use_counts_as_used(directory, event, used):
    connection = directory.add(a_connection())
    directory.note(HistoryEntry(8.0, connection.id, event, ""))
    assert directory.rows()[0].last_used == used


def test_a_note_on_what_is_gone_is_dropped(directory):
    directory.note(HistoryEntry(1.0, "none", "signed-in", ""))
    assert directory.history("none") == []


def test_text_from_outside_is_kept_as_it_is(directory):
    hostile = "Robert'); DROP TABLE connections;-- \u202e<b>\x1b]0;x\x07"
    saved = directory.add(a_connection(hostile))
    assert directory.connection(saved.id).name == hostile
    assert directory.rows()[0].name == hostile


# --- accounts, and many at once


def test_accounts_are_listed_once_by_user_name(directory):
    zoe = directory.add(a_connection("One", username="Zoe@msp.example")).account
    anna = directory.add(a_connection("Two", username="anna@msp.example", home_account_id=HOME)).account
    directory.add(a_connection("Three", tenant=FABRIKAM, username="ZOE@msp.example"))
    assert directory.accounts() == [anna, zoe]


def test_the_broker_is_a_choice_of_the_account(directory):
    one = directory.add(a_connection("One", home_account_id=HOME))
    two = directory.add(a_connection("Two", tenant=FABRIKAM))
    assert not one.account.broker
    directory.set_broker(one.account.id, True)
    assert directory.connection(two.id).account == replace(one.account, broker=True)
    assert directory.pin(one.account.id, HOME, "anna.new@msp.example").broker
    directory.update(replace(one, name="Renamed"))
    assert directory.accounts()[0].broker
    directory.set_broker(one.account.id, False)
    assert not directory.connection(one.id).account.broker
    with pytest.raises(NotFound):
        directory.set_broker("0" * 32, True)


def test_the_broker_comes_back_with_what_was_removed(directory):
    one = directory.add(a_connection("One"))
    directory.set_broker(one.account.id, True)
    assert directory.add(directory.remove_all([one.id])[0]).account.broker


def test_every_gives_whole_connections_by_name(directory):
    zebra = directory.add(a_connection("Zebra", tenant=FABRIKAM, services=("graph", "azure"), rung="fresh"))
    accent = directory.add(a_connection("Älpen", username="ben@msp.example", home_account_id=HOME))
    assert directory.every() == [accent, zebra]
    assert directory.every() == [directory.connection(row.id) for row in directory.rows()]


def test_add_all_saves_the_new_and_counts_the_others(directory):
    there = directory.add(a_connection("There"))
    new = [a_connection("New"), a_connection("There"), replace(a_connection("Other name"), id=there.id), a_connection("NEW")]
    added, known = directory.add_all(new)
    assert added == [replace(new[0], account=there.account)]
    assert known == 3
    assert {row.name for row in directory.rows()} == {"There", "New"}
    assert directory.add_all([]) == ([], 0)


def test_what_add_all_left_out_leaves_no_tenant_and_no_account(directory):
    there = directory.add(a_connection("There"))
    stranger = replace(a_connection("X", tenant=FABRIKAM, username="ben@msp.example"), id=there.id)
    assert directory.add_all([stranger]) == ([], 1)
    assert directory.accounts() == [there.account]
    assert directory.apply(Changes(tenants=(stranger.tenant,))).tenants == ()


def test_remove_all_removes_what_is_there(directory):
    one, two, three = (directory.add(a_connection(name)) for name in ("One", "Two", "Three"))
    assert directory.remove_all([one.id, "none", three.id, one.id]) == [one, three]
    assert [row.id for row in directory.rows()] == [two.id]


def test_the_rung_is_saved_without_touching_an_edit(directory):
    connection = directory.add(a_connection("One"))
    directory.update(replace(connection, name="Edited meanwhile"))
    directory.remember_rung(connection.id, "private")
    assert directory.connection(connection.id) == replace(connection, name="Edited meanwhile", rung="private")
    directory.remember_rung("none", "private")


def test_purge_drops_the_history_of_what_was_removed_and_nothing_else(directory):
    gone, stays = directory.add(a_connection("Gone")), directory.add(a_connection("Stays"))
    for each in (gone, stays):
        directory.note(HistoryEntry(5.0, each.id, "signed-in", ""))
    directory.purge()
    assert directory.history(gone.id)
    directory.remove_all([gone.id])
    directory.purge()
    assert directory.history(gone.id) == []
    assert directory.history(stays.id)
    assert directory.add(gone).name == "Gone"


def test_threads_can_use_it_together(directory):
    connection = directory.add(a_connection())
    troubles: list[BaseException] = []

    def work(number):
        try:
            for at in range(20):
                directory.note(HistoryEntry(float(at), connection.id, "signed-in", str(number)))
                directory.rows()
        except BaseException as error:  # noqa: BLE001  # the test asserts on it
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles
    assert len(directory.history(connection.id, 1000)) == 80


def test_after_close_nothing_works_and_it_says_so(directory):
    directory.close()
    directory.close()
    with pytest.raises(StorageTrouble) as error:
        directory.rows()
    assert error.value.next_step


def test_how_a_connection_is_filed_is_kept_and_found(directory):
    saved = directory.add(replace(a_connection(home_account_id=HOME), filing=FILED))
    assert directory.connection(saved.id).filing == FILED
    (row,) = directory.rows()
    assert (row.group, row.tags, row.favourite) == ("Europe/North", ("gold", "24x7"), True)
    assert row.account_id == saved.account.id
    assert (row.home_tenant, row.visiting) == (HOME.partition(".")[2], True)
    for word in ("gold", "north", "24x7"):
        assert [found.id for found in directory.search(word)] == [saved.id]
    assert directory.search("anna first") == []  # notes are not searched: they would find everything


def test_many_are_filed_at_once_and_can_be_put_back(directory):
    one, two = directory.add(a_connection("One")), directory.add(replace(a_connection("Two"), filing=FILED))
    before = directory.file({one.id: FILED, two.id: Filing(), "gone": FILED})
    assert before == {one.id: Filing(), two.id: FILED}
    assert directory.filings([one.id, two.id, "gone"]) == {one.id: FILED, two.id: Filing()}
    assert [row.id for row in directory.search("gold")] == [one.id]
    directory.file(before)
    assert directory.filings([one.id, two.id]) == before
    assert [row.id for row in directory.search("gold")] == [two.id]


def test_an_edit_saves_the_filing_too(directory):
    saved = directory.add(a_connection())
    directory.update(replace(saved, filing=FILED))
    assert directory.connection(saved.id).filing == FILED


def test_what_is_used_often_and_lately_comes_first(directory):
    day = 86400.0
    ids = {name: directory.add(a_connection(name)).id for name in ("often", "lately", "long ago", "never")}
    for at in (100, 101, 102, 103):
        directory.note(HistoryEntry(at * day, ids["often"], "console-opened", ""))
    directory.note(HistoryEntry(104 * day, ids["lately"], "signed-in", ""))
    directory.note(HistoryEntry(105 * day, ids["lately"], "edited", ""))
    for at in (10, 11, 12, 13):
        directory.note(HistoryEntry(at * day, ids["long ago"], "console-opened", ""))
    rows = sorted(directory.rows(), key=lambda row: -row.frecency)
    assert [row.name for row in rows] == ["often", "lately", "long ago", "never"]
    removed = directory.remove_all([ids["often"]])[0]
    directory.add(removed)
    assert max(directory.rows(), key=lambda row: row.frecency).name == "often"
