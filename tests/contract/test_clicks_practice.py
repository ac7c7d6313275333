"""A whole click on the practice cloud: several services at once, over the real network."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.practice_desk import PracticeDesk, practice_desk
from tenantdock.domain.errors import Cancelled, NetworkTrouble

NANCY = "admin@northwind.example"
SERVICES = ("graph", "azure", "exchange", "teams")


@pytest.fixture
def desk(cloud: PracticeCloud) -> Iterator[PracticeDesk]:
    with practice_desk(cloud, ScriptedPerson(NANCY)) as made:
        yield made


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tenantdock")]


def test_a_cancel_ends_them_all_and_leaves_no_thread(desk: PracticeDesk) -> None:
    connection = desk.add(NANCY, services=SERVICES)
    desk.click(connection)
    desk.cloud.fault("northwind.example", "slow", seconds=30, at="token")
    done: list[BaseException] = []

    def work() -> None:
        try:
            desk.connecting.renew(connection.id, desk.cancel)
        except BaseException as error:  # noqa: BLE001  # for the test to look at
            done.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    end = time.monotonic() + 10
    while len(threads()) < len(SERVICES):
        assert time.monotonic() < end
        time.sleep(0.01)
    time.sleep(0.3)  # into the requests
    desk.cancel.cancel()
    thread.join(5)
    assert isinstance(done[0], Cancelled)
    assert threads() == []
    desk.cloud.clear()


def test_one_that_fails_ends_the_others(desk: PracticeDesk) -> None:
    connection = desk.add(NANCY, services=SERVICES)
    desk.click(connection)
    desk.cloud.fault("northwind.example", "reset", at="token")
    with pytest.raises(NetworkTrouble):
        desk.connecting.renew(connection.id, desk.cancel)
    assert threads() == []
    desk.cloud.clear()
    assert desk.connecting.renew(connection.id, desk.cancel).username == NANCY
