"""``tenantdock status | list | connect NAME | show | quit``: asks the desktop that runs, and prints what it says.

Only the standard library and the agent's client are imported, so that a command takes the time of a bare Python start. What comes
from outside is printed as one line of plain text each: a customer's name cannot rewrite the terminal.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tenantdock.agent.client import AgentClient, NotRunning
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.sessions import numbered
from tenantdock.domain.text import folded, one_line

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
NOT_RUNNING: Final = 3
NO_SUCH_CONNECTION: Final = 4

_Row = Mapping[str, Any]


def main(arguments: Sequence[str], *, data_folder: Path) -> int:
    """Run one command against the desktop of *data_folder*. Returns 0 done, 1 failed, 2 wrong usage, 3 TenantDock is not running,
    4 no connection of that name, or several.
    """
    options = parsed(_parser(), arguments)
    if isinstance(options, int):
        return options
    if options.command == "help":
        _parser().print_help()
        return DONE
    try:
        with AgentClient.control(data_folder) as client:
            return _run(client, options)
    except NotRunning as trouble:
        return complain(trouble, NOT_RUNNING)
    except TenantDockError as trouble:
        return complain(trouble, FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tenantdock",
        description="Talk to the TenantDock that is running.",
        epilog="Ends with 0 when it is done, 1 when it failed, 2 on wrong usage, 3 when TenantDock is not running, and 4 when no"
        " connection, or more than one, has the name.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    status = commands.add_parser("status", help="say what is running: version and consoles")
    listing = commands.add_parser("list", help="list the saved connections")
    for command in (status, listing):
        command.add_argument("--json", action="store_true", help="print JSON, for other programs")
    listing.add_argument("words", metavar="WORD", nargs="*", help="only those with every WORD in name, domain, tenant or user name")
    connect = commands.add_parser("connect", help="sign in to a connection and open its console")
    connect.add_argument("name", metavar="NAME", help="the connection's name, a part of it, its domain or its tenant id")
    commands.add_parser("doctor", help="test the way to a customer, step by step; no TenantDock has to run", add_help=False)
    show = commands.add_parser("show", help="bring TenantDock's window to the front")
    show.add_argument("--palette", action="store_true", help="open the palette instead; for a shortcut of the desktop's own")
    commands.add_parser("quit", help="end TenantDock; its consoles lose their connection")
    commands.add_parser("help", help="print this help")
    return parser


def _run(client: AgentClient, options: argparse.Namespace) -> int:
    if options.command == "status":
        return _status(client, as_json=options.json)
    if options.command == "list":
        return _list(client, options.words, as_json=options.json)
    if options.command == "connect":
        return _connect(client, options.name)
    client.request("app.palette" if options.command == "show" and options.palette else f"app.{options.command}")
    return DONE


def _status(client: AgentClient, *, as_json: bool) -> int:
    locked = bool(client.hello.get("locked"))
    # A locked one tells nothing of customers
    sessions = [] if locked else _rows(client.request("sessions.list"), "sessions")
    if as_json:
        told = {key: client.hello.get(key) for key in ("version", "practice", "locked")}
        _print_json({**told, "sessions": sessions})
        return DONE
    where = " on the practice cloud" if client.hello.get("practice") else ""
    print(f"TenantDock {_text(client.hello, 'version')} is running{where}{', and is locked' if locked else ''}.")
    if not sessions and not locked:
        print("No console is open.")
    for session in sessions:
        proof = _text(session, "proof") or "nothing proven yet"
        print(f"  {_console(session)}  {_text(session, 'state')}, process {_text(session, 'pid') or '-'}: {proof}")
    return DONE


def _list(client: AgentClient, words: Sequence[str], *, as_json: bool) -> int:
    text = " ".join(words)
    found = _rows(client.request("connections.list", {"words": text}), "connections")
    if as_json:
        _print_json({"connections": found})
    elif found:
        _print_table(found)
    elif text.strip():
        print(f"No connection has {one_line(text, 60)!r}.")
    else:
        print("There are no connections yet. Add one in TenantDock's window.")
    return DONE


def _connect(client: AgentClient, name: str) -> int:
    found = matches(_rows(client.request("connections.list"), "connections"), name)
    if len(found) != 1:
        if found:
            print(f"{len(found)} connections match {one_line(name, 60)!r}. Name one of them:", file=sys.stderr)
            _print_table(found, to_error=True)
        else:
            print(f"No connection matches {one_line(name, 60)!r}. See: tenantdock list", file=sys.stderr)
        return NO_SUCH_CONNECTION
    client.request("connections.connect", {"id": found[0].get("id")})
    print(f"Connecting to {_text(found[0], 'name')} as {_text(found[0], 'username')}.")
    return DONE


def matches(rows: Sequence[_Row], wanted: str) -> list[_Row]:
    """Return the connections that *wanted* names. An id, or a whole name, domain or tenant id, goes before a part of one; case and
    accents do not count.
    """
    key = folded(wanted.strip())
    if not key:
        return []
    exact = [row for row in rows if row.get("id") == wanted]
    fields = ("name", "domain", "tenantId")
    whole = [row for row in rows if any(folded(str(row.get(field, ""))) == key for field in fields)]
    part = [row for row in rows if any(key in folded(str(row.get(field, ""))) for field in ("name", "domain"))]
    return exact or whole or part


def _rows(answer: Mapping[str, Any], name: str) -> list[_Row]:
    rows = answer.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _console(session: _Row) -> str:
    number = session.get("number")
    return numbered(_text(session, "name"), number if isinstance(number, int) else 1)


def _text(row: _Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else one_line(str(value), 120)


def _print_table(rows: Sequence[_Row], *, to_error: bool = False) -> None:
    lines = [(_text(row, "name"), _text(row, "domain") or _text(row, "tenantId"), _text(row, "username")) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(2)]
    for name, domain, username in lines:
        print(f"{name:{widths[0]}}  {domain:{widths[1]}}  {username}".rstrip(), file=sys.stderr if to_error else sys.stdout)


def _print_json(value: object) -> None:
    # ASCII: nothing in it can act on a terminal
    print(json.dumps(value, indent=2))


def parsed(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace | int:
    """Return what *arguments* say, or the exit code where they only ask for help or are wrong, which was told then."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot show a name is no reason to fail
    try:
        return parser.parse_args(arguments)
    except SystemExit as end:
        return DONE if end.code in {None, 0} else WRONG_USAGE


def complain(trouble: TenantDockError, code: int) -> int:
    """Say what went wrong, and return *code*."""
    print(one_line(str(trouble), 1000), file=sys.stderr)
    return code
