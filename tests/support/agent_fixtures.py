"""Fixtures of the tests that talk to a real agent: the agent, its doubles, and wires to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.agent import FakeControl, FakeDesk, Wire, make_agent
from tenantdock.agent.local import LocalAgent


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def control() -> FakeControl:
    return FakeControl()


@pytest.fixture
def agent(tmp_path: Path, desk: FakeDesk, control: FakeControl) -> Iterator[LocalAgent]:
    agent = make_agent(tmp_path, desk, control)
    agent.start()
    yield agent
    agent.stop()


@pytest.fixture
def wire(agent: LocalAgent) -> Iterator[Callable[[], Wire]]:
    wires: list[Wire] = []

    def connect() -> Wire:
        wires.append(Wire(agent))
        return wires[-1]

    yield connect
    for made in wires:
        made.close()
