"""The bootstrap: quoting, encoding, syntax."""

from __future__ import annotations

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.pwsh_syntax import problems
from tenantdock.consoles.bootstrap import SWITCHES, bootstrap, command, encoded, quote
from tenantdock.domain.errors import AgentTrouble
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Endpoint

QUOTES = "'\u2018\u2019\u201a\u201b"
TICKET = "Zm9v-_BAR" * 5


def unquote(literal: str) -> str:
    """Read a single-quoted literal as PowerShell's tokenizer does: any two quotes in a row are the first of them; one ends it."""
    assert literal[0] in QUOTES
    text, at = "", 1
    while True:
        character = literal[at]
        if character not in QUOTES:
            text, at = text + character, at + 1
        elif literal[at + 1 : at + 2] in tuple(QUOTES):
            text, at = text + character, at + 2
        else:
            assert at == len(literal) - 1, f"the literal ends early, before {literal[at + 1 :]!r}"
            return text


# Two ways, because in one alphabet the few quotes would hardly ever be drawn
@given(st.one_of(st.text(st.sampled_from(QUOTES + '"`$(;a\n')), st.text(st.characters(exclude_categories=["Cs"]))))
def test_a_quoted_text_reads_back_as_itself(text):
    assert unquote(quote(text)) == text


@given(st.text(alphabet=st.sampled_from(QUOTES + "ab$(;)`")))
def test_a_quoted_text_is_one_string_for_the_grammar(text):
    if any(quote_mark in text for quote_mark in QUOTES[1:]):
        return  # the grammar does not know the typographic quotes; PowerShell does
    assert problems(f"$x={quote(text)};") == []


def test_the_endpoint_and_the_ticket_stand_as_literals_at_the_start():
    text = bootstrap(Endpoint("/run/user/0/o'neil/agent.sock"), Secret(TICKET))
    assert text.startswith(f"$n='/run/user/0/o''neil/agent.sock';$k='{TICKET}';")
    assert text.count(TICKET) == 1


def test_the_rest_of_the_text_never_changes():
    one = bootstrap(Endpoint("/a/b"), Secret("x" * 43)).partition("';\n")[2]
    two = bootstrap(Endpoint("tenantdock-agent-1"), Secret("y" * 43)).partition("';\n")[2]
    assert one == two
    assert one.startswith("if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {")


def test_its_syntax_is_powershell():
    assert problems(bootstrap(Endpoint("/run/user/0/agent.sock"), Secret(TICKET))) == []


def test_keywords_and_operators_stand_free():
    # PowerShell takes throw'x' for a command's name and -gt120 for no operator; the grammar is more lenient
    text = bootstrap(Endpoint("/a/b"), Secret("x" * 43))
    assert not re.search(r"\b(throw|in|return)['\"$(]", text)
    assert not re.search(r"-(eq|ne|gt|lt|notcontains)[^ ]", text)
    assert not re.search(r"[^ ]-(eq|ne|gt|lt|notcontains)\b", text)


def test_it_is_encoded_as_utf_16_without_a_mark():
    text = bootstrap(Endpoint("/run/\u00fc/agent.sock"), Secret(TICKET))
    assert base64.b64decode(encoded(text), validate=True).decode("utf-16-le") == text
    assert not text.startswith("\ufeff")


def test_the_command_is_a_vector_that_fits_every_command_line():
    argv = command("/opt/microsoft/powershell/7/pwsh", Endpoint("/" + "x" * 107), Secret("t" * 86))
    assert argv[:-1] == ["/opt/microsoft/powershell/7/pwsh", *SWITCHES]
    assert SWITCHES == ("-NoLogo", "-NoExit", "-NoProfile", "-EncodedCommand")
    assert sum(len(argument) + 3 for argument in argv) < 8191  # cmd.exe's limit, the smallest one


@pytest.mark.parametrize(
    ("name", "ticket"),
    [("", TICKET), ("/a\nb", TICKET), ("/a", ""), ("/a", 'x"y'), ("/a", "x\\y"), ("/a", "x\ny"), ("/a", "\u00e9")],
)
def test_what_no_agent_makes_is_refused_without_showing_it(name, ticket):
    with pytest.raises(AgentTrouble) as caught:
        bootstrap(Endpoint(name), Secret(ticket))
    assert not ticket or ticket not in str(caught.value)
