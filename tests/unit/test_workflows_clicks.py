"""One click and its services: what runs side by side, who is asked, how often, and what a confirmation may do."""

from __future__ import annotations

import threading
import time

import pytest

from support.clicks import World, until, wait_until
from support.directory import CONTOSO, FABRIKAM, HOME, OTHER_HOME
from support.fakes import FakeIdentity
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import BadInput, BrowserTrouble, Cancelled, NetworkTrouble, NotFound, SignInRequired
from tenantdock.domain.proof import Mismatch, Proof, WrongAccount
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import AZURE
from tenantdock.domain.signin import AccessToken, Rung
from tenantdock.workflows.connecting import PARALLEL
from tenantdock.workflows.turns import Turns

FOUR = ("graph", "azure", "exchange", "teams")


@pytest.fixture
def world():
    made = World()
    yield made
    # Whoever still waits after a test that failed must not hold the others up
    made.cancel.cancel()
    for held in (made.identity.gate, made.identity.browser):
        if held is not None:
            held.set()


def no_threads_left():
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("tenantdock-silent")] == []


def wrong():
    return WrongAccount(Mismatch.ACCOUNT, expected="anna@msp.example", got="ben@msp.example")


# --- silent calls


def test_silent_calls_run_side_by_side_within_a_bound(world):
    connection = world.add(services=(*FOUR, "compliance"), home_account_id=HOME)
    for key in connection.services:
        world.identity.silent_answers[key] = SignInRequired("no", next_step="x")
    world.identity.gate = threading.Event()
    thread, done = world.beside(connection)
    wait_until(lambda: world.identity.inside == PARALLEL)
    time.sleep(0.05)
    assert world.identity.inside == PARALLEL == 4
    world.identity.gate.set()
    thread.join(10)
    assert done[0].prompted
    assert world.identity.most == PARALLEL
    no_threads_left()


def test_a_cancel_ends_all_silent_calls_at_once_and_leaves_no_thread(world):
    connection = world.add(services=FOUR, home_account_id=HOME)
    world.identity.gate = threading.Event()
    thread, done = world.beside(connection)
    wait_until(lambda: world.identity.inside == 4)
    world.cancel.cancel()
    thread.join(10)
    assert isinstance(done[0], Cancelled)
    assert world.prompts == []
    no_threads_left()


@pytest.mark.parametrize("trouble", [NetworkTrouble("no net", next_step="x"), wrong()])
def test_the_first_trouble_ends_the_others_and_is_the_one_that_is_told(world, trouble):
    connection = world.add(services=FOUR, home_account_id=HOME)
    asked = []

    def silent(ask, cancel, **_):
        asked.append(ask.service.key)
        if ask.service.key == "teams":
            raise trouble
        until(threading.Event(), cancel)

    world.identity.silent = silent
    with pytest.raises(type(trouble)):
        world.sign_in(connection)
    assert world.prompts == []
    assert not world.cancel.cancelled
    no_threads_left()


def test_renewing_runs_side_by_side_too_and_asks_nobody(world):
    connection = world.add(services=FOUR, home_account_id=HOME)
    world.identity.refresh_tokens = {"14d82eec-204b-4c2f-b7e8-296a70dab67e"}
    with pytest.raises(SignInRequired):
        world.connecting.renew(connection.id, world.cancel)
    assert world.prompts == []


# --- as few prompts as possible


def test_a_new_customer_of_an_enrolled_account_needs_nobody(world):
    first = world.add(name="One", home_account_id=HOME)
    world.identity.refresh_tokens = {"14d82eec-204b-4c2f-b7e8-296a70dab67e"}
    second = world.add(name="Two", tenant=FABRIKAM, username=first.account.username.upper())
    result = world.sign_in(second)
    assert not result.prompted
    assert world.identity.silent_asks[0][0].tenant_id == FABRIKAM
    assert world.prompts == []


def test_services_of_one_client_need_one_prompt(world):
    connection = world.add(services=("exchange", "compliance"), home_account_id=HOME)
    world.sign_in(connection)
    assert world.prompts == [("exchange", Rung.BROWSER)]
    other = world.add(services=("exchange", "compliance", "graph"), username="new@msp.example")
    world.identity.refresh_tokens.clear()
    world.identity.interactive_asks.clear()
    world.sign_in(other)
    assert world.prompts == [("graph", Rung.BROWSER), ("exchange", Rung.BROWSER)]


def test_the_password_is_asked_for_once_a_click(world):
    connection = world.add(services=FOUR, home_account_id=HOME, rung="fresh")
    world.sign_in(connection)
    assert world.prompts == [
        ("graph", Rung.FRESH),
        ("azure", Rung.BROWSER),
        ("exchange", Rung.BROWSER),
        ("teams", Rung.BROWSER),
    ]
    assert world.directory.connection(connection.id).rung == "fresh"


def test_where_that_brings_somebody_else_the_password_is_asked_for_again(world):
    connection = world.add(services=("graph", "azure"), home_account_id=HOME)
    interactive = world.identity.interactive

    def sometimes(ask, cancel, progress):
        if ask.rung is Rung.BROWSER:
            world.identity.troubles.append(wrong())
        return interactive(ask, cancel, progress)

    world.identity.interactive = sometimes
    result = world.sign_in(connection, Rung.FRESH)
    assert world.prompts == [("graph", Rung.FRESH), ("azure", Rung.BROWSER), ("azure", Rung.FRESH)]
    assert result.connection.rung == "fresh"


@pytest.mark.parametrize("rung", [Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE])
def test_other_rungs_stay_what_they_are_for_every_service(world, rung):
    connection = world.add(services=("graph", "azure"), home_account_id=HOME)
    world.sign_in(connection, rung)
    assert world.prompts == [("graph", rung), ("azure", rung)]


def test_a_remembered_way_that_cannot_start_gives_way_to_the_browser(world):
    connection = world.add(home_account_id=HOME, rung="other-profile")
    world.identity.troubles = [BrowserTrouble("Chromium is gone.", next_step="Install it.")]
    assert world.sign_in(connection).prompted
    assert world.prompts == [("graph", Rung.OTHER_PROFILE), ("graph", Rung.BROWSER)]
    assert any("Chromium is gone." in step.text for step in world.progress)
    assert world.directory.connection(connection.id).rung == "other-profile"


@pytest.mark.parametrize(("saved", "chosen"), [("private", Rung.PRIVATE), ("", Rung.BROWSER), ("", None)])
def test_a_way_that_was_chosen_or_the_browser_itself_gives_way_to_nothing(world, saved, chosen):
    connection = world.add(home_account_id=HOME, rung=saved)
    world.identity.troubles = [BrowserTrouble("No browser.", next_step="Install one.")]
    with pytest.raises(BrowserTrouble):
        world.sign_in(connection, chosen)
    assert len(world.prompts) == 1


@pytest.mark.parametrize(
    ("broker", "saved", "used"),
    [
        (True, "", Rung.BROKER),
        (True, "browser", Rung.BROKER),
        (True, "broker", Rung.BROKER),
        (True, "private", Rung.PRIVATE),
        (True, "silent", Rung.BROKER),
        (False, "broker", Rung.BROWSER),
    ],
)
def test_an_account_that_is_to_use_the_broker_does_unless_another_way_worked(world, broker, saved, used):
    connection = world.add(home_account_id=HOME, rung=saved)
    world.directory.set_broker(connection.account.id, broker)
    world.sign_in(connection, window=4711)
    assert world.prompts == [("graph", used)]
    assert world.identity.interactive_asks[0].window == 4711


# --- several sign-ins of one account


def test_two_customers_of_a_new_account_at_once_need_one_prompt(world):
    one, two = world.add(name="One"), world.add(name="Two", tenant=FABRIKAM)
    assert one.account.id == two.account.id
    world.identity.browser = threading.Event()
    first, first_done = world.beside(one)
    wait_until(lambda: len(world.prompts) == 1)
    second, second_done = world.beside(two)
    wait_until(lambda: any(step.step == "waiting" for step in world.progress))
    assert len(world.prompts) == 1
    world.identity.browser.set()
    for thread in (first, second):
        thread.join(10)
    assert [result.prompted for result in (first_done[0], second_done[0])] == [True, False]
    assert len(world.prompts) == 1
    assert second_done[0].connection.account.home_account_id == FakeIdentity.HOME


def test_one_that_waits_can_be_cancelled_and_the_first_goes_on(world):
    one, two = world.add(name="One"), world.add(name="Two", tenant=FABRIKAM)
    world.identity.browser = threading.Event()
    first, first_done = world.beside(one)
    wait_until(lambda: len(world.prompts) == 1)
    cancel = Cancel()
    second, second_done = world.beside(two, cancel)
    wait_until(lambda: any(step.step == "waiting" for step in world.progress))
    cancel.cancel()
    second.join(10)
    assert isinstance(second_done[0], Cancelled)
    world.identity.browser.set()
    first.join(10)
    assert first_done[0].prompted


def test_when_the_first_one_fails_the_next_one_asks(world):
    one, two = world.add(name="One"), world.add(name="Two", tenant=FABRIKAM)
    world.identity.browser = threading.Event()
    cancel = Cancel()
    first, first_done = world.beside(one, cancel)
    wait_until(lambda: len(world.prompts) == 1)
    second, second_done = world.beside(two)
    wait_until(lambda: any(step.step == "waiting" for step in world.progress))
    cancel.cancel()
    first.join(10)
    assert isinstance(first_done[0], Cancelled)
    wait_until(lambda: len(world.prompts) == 2)
    world.identity.browser.set()
    second.join(10)
    assert second_done[0].prompted


def test_after_a_wait_everything_is_tried_silently_once_more(world):
    one = world.add(name="One", home_account_id=HOME)
    two = world.add(name="Two", tenant=FABRIKAM, services=("graph", "azure"))
    world.identity.browser = threading.Event()
    first, _ = world.beside(one)
    wait_until(lambda: len(world.prompts) == 1)
    second, second_done = world.beside(two)
    wait_until(lambda: any(step.step == "waiting" for step in world.progress))
    world.identity.refresh_tokens.add(AZURE.client_id)  # signed in to elsewhere meanwhile
    world.identity.browser.set()
    for thread in (first, second):
        thread.join(10)
    assert not second_done[0].prompted
    assert world.prompts == [("graph", Rung.BROWSER)]


def test_turns_are_by_account(world):
    one, two = world.add(name="One"), world.add(name="Two", username="ben@msp.example")
    world.identity.browser = threading.Event()
    first, _ = world.beside(one)
    second, _ = world.beside(two)
    wait_until(lambda: len(world.prompts) == 2)
    world.identity.browser.set()
    for thread in (first, second):
        thread.join(10)
    assert not any(step.step == "waiting" for step in world.progress)


def test_turns_are_first_come_first_served_and_leave_nothing():
    turns, order, release = Turns(), [], threading.Event()

    def one(number):
        with turns.taking("key", Cancel(), lambda: order.append(f"{number} waits")) as waited:
            order.append((number, waited))
            release.wait(10)

    threads = [threading.Thread(target=one, args=(number,), daemon=True) for number in range(3)]
    for number, thread in enumerate(threads):
        thread.start()
        wait_until(lambda number=number: len(order) == number + 1)
    release.set()
    for thread in threads:
        thread.join(10)
    assert order == [(0, False), "1 waits", "2 waits", (1, True), (2, True)]
    assert turns._queues == {}


def test_who_is_cancelled_while_waiting_never_gets_the_turn():
    turns, cancel, inside = Turns(), Cancel(), []
    with turns.taking("key", Cancel(), lambda: None):
        with pytest.raises(Cancelled), turns.taking("key", cancel, cancel.cancel):
            inside.append("never")
        assert len(turns._queues["key"]) == 1
    assert inside == []
    assert turns._queues == {}


# --- pins and names


def test_an_account_that_was_pinned_to_somebody_else_meanwhile_keeps_no_tokens(world):
    connection = world.add()

    def pinned(progress):
        if progress.step == "browser":
            world.directory.pin(connection.account.id, OTHER_HOME, "anna@msp.example")

    with pytest.raises(BadInput):
        world.connecting.sign_in(connection.id, world.cancel, pinned)
    assert world.identity.forgotten == [connection.account]
    assert world.directory.connection(connection.id).account.home_account_id == OTHER_HOME


def test_one_removed_while_another_rung_worked_leaves_no_tokens_unless_it_is_used_elsewhere(world):
    for others in (0, 1):
        connection = world.add(name=f"Goes {others}", home_account_id=HOME, username=f"u{others}@msp.example")
        if others:
            world.add(name="Stays", tenant=FABRIKAM, username=f"u{others}@msp.example")

        def removed(progress, connection=connection):
            if progress.step == "browser":
                world.directory.remove_all([connection.id])

        world.identity.forgotten.clear()
        world.identity.refresh_tokens.clear()
        with pytest.raises(NotFound):
            world.connecting.sign_in(connection.id, world.cancel, removed, Rung.FRESH)
        assert len(world.identity.forgotten) == 1 - others


def renamed(world, connection, name, *, guest=False):
    proof = Proof(CONTOSO, HOME, "o", name, guest)
    return AccessToken(Secret("t"), "graph", CONTOSO, name, world.clock.now() + 900, proof)


def test_a_renamed_user_is_saved_under_the_new_name(world):
    connection = world.add(home_account_id=HOME)
    world.identity.silent_answers["graph"] = renamed(world, connection, "anna.new@msp.example")
    assert world.sign_in(connection).connection.account.username == "anna.new@msp.example"
    saved = world.directory.connection(connection.id).account
    assert (saved.username, saved.home_account_id) == ("anna.new@msp.example", HOME)


@pytest.mark.parametrize(("name", "guest"), [("anna.new@msp.example", True), ("", False), ("ANNA@msp.example", False)])
def test_what_a_customers_tenant_calls_a_guest_renames_nobody(world, name, guest):
    connection = world.add(home_account_id=HOME)
    world.identity.silent_answers["graph"] = renamed(world, connection, name, guest=guest)
    world.sign_in(connection)
    assert world.directory.connection(connection.id).account.username == "anna@msp.example"
