"""The command line, against a real agent with a desktop that only remembers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.agent import FakeControl, FakeDesk, connection, make_agent, row
from tenantdock import cli
from tenantdock.agent.local import LocalAgent
from tenantdock.cli.commands import matches


@pytest.fixture
def control() -> FakeControl:
    control = FakeControl()
    control.rows = [
        row("Contoso", 1, "contoso.com"),
        row("Contoso Z\u00fcrich", 2, "contoso.ch"),
        row("Fabrikam", 3, "fab.example"),
    ]
    return control


@pytest.fixture
def agent(tmp_path: Path, control: FakeControl, qapp: object) -> Iterator[LocalAgent]:
    agent = make_agent(tmp_path, FakeDesk(), control)
    agent.start()
    yield agent
    agent.stop()


@pytest.fixture
def run(tmp_path, capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments, data_folder=tmp_path)
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_not_running(run):
    for command in (["status"], ["list", "--json"], ["connect", "x"], ["show"], ["quit"]):
        code, out, err = run(*command)
        assert (code, out) == (3, "")
        assert err == "TenantDock is not running. Start it, then try again.\n"


@pytest.mark.parametrize("arguments", [[], ["dance"], ["connect"], ["list", "--yaml"]])
def test_wrong_usage(run, arguments):
    code, _, err = run(*arguments)
    assert code == 2
    assert "usage: tenantdock" in err


@pytest.mark.parametrize("arguments", [["help"], ["--help"], ["list", "--help"]])
def test_help_needs_no_desktop(run, arguments):
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert "usage: tenantdock" in out


def test_status(agent, run):
    assert run("status") == (0, "TenantDock 0.0-double is running on the practice cloud.\nNo console is open.\n", "")
    agent.admit(connection("North\x1b]0;x\x07wind"))
    assert "North\ufffd]0;x\ufffdwind  waiting, process -: nothing proven yet" in run("status")[1]
    agent.admit(connection("North\x1b]0;x\x07wind"))
    assert "wind (2)  waiting" in run("status")[1]
    agent.withdraw(next(reversed(agent.sessions())).id)
    told = json.loads(run("status", "--json")[1])
    assert (told["version"], told["practice"], len(told["sessions"])) == ("0.0-double", True, 1)


def test_list_with_words_shows_those_that_have_all_of_them(agent, run):
    found = run("list", "--json", "ZURICH", "contoso")
    assert [r["name"] for r in json.loads(found[1])["connections"]] == ["Contoso Z\u00fcrich"]
    assert run("list", "fab.example")[1].startswith("Fabrikam")
    assert "Contoso" not in run("list", "fab.example")[1]
    code, out, _ = run("list", "nobody", "zurich")
    assert code == 0
    assert out == "No connection has 'nobody zurich'.\n"
    code, _, err = run("list", "x" * 300)
    assert code == 1
    assert "at most 200 characters" in err


def test_list(agent, control, run):
    code, out, err = run("list")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Contoso         contoso.com  anna@tenant1.example"
    assert [r["name"] for r in json.loads(run("list", "--json")[1])["connections"]][1] == "Contoso Z\u00fcrich"
    assert run("list", "--json")[1].isascii()
    control.rows = []
    assert "no connections yet" in run("list")[1]


def test_connect_by_name_domain_part_and_id(agent, control, run):
    for wanted, number in (("contoso", 1), ("CONTOSO.CH", 2), ("zurich", 2), ("fab", 3), (f"{3:032x}", 3)):
        assert run("connect", wanted)[0] == 0
        assert control.told[-1] == f"connect {number:032x}"
    assert run("connect", "fab")[1] == "Connecting to Fabrikam as anna@tenant3.example.\n"


def test_connect_to_several_or_none(agent, control, run):
    code, out, err = run("connect", "conto")
    assert (code, out) == (4, "")
    assert err.startswith("2 connections match 'conto'. Name one of them:\nContoso  ")
    code, out, err = run("connect", "no\x1bbody")
    assert (code, out) == (4, "")
    assert err == "No connection matches 'no\ufffdbody'. See: tenantdock list\n"
    assert run("connect", " ")[0] == 4
    assert control.told == []


def test_show_and_quit(agent, control, run):
    assert run("show") == (0, "", "")
    assert run("show", "--palette") == (0, "", "")
    assert run("quit") == (0, "", "")
    assert control.told == ["show", "palette", "quit"]


def test_a_refusal_is_told_and_fails(agent, control, run, monkeypatch):
    monkeypatch.setattr(control, "connections", lambda _: 1 / 0)
    code, out, err = run("list")
    assert (code, out) == (1, "")
    assert err == "TenantDock met an error of its own. Try again. If it happens again, restart TenantDock.\n"


def test_a_console_that_cannot_show_a_name(agent, tmp_path, monkeypatch):
    path = tmp_path / "out"
    with path.open("w", encoding="ascii") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert cli.main(["list"], data_folder=tmp_path) == 0
        monkeypatch.undo()
    assert "Contoso Z?rich" in path.read_text()


def test_matches_survives_odd_rows():
    assert matches([{}, {"name": None, "domain": 5}], "5") == [{"name": None, "domain": 5}]
    assert matches([], "x") == []
