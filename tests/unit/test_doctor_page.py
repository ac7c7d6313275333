"""Reading a sign-in page without running it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenantdock.identity.examine_page import Part, forbidden, read_page

URL = "https://sts.contoso.example/adfs/ls/"


def test_letters_fields_and_pictures_that_are_to_be_seen():
    page = read_page(
        "<title>not seen</title><style>b{}</style><p>Hello&nbsp;you</p><input><input type=hidden><img src=x><svg/>", URL
    )
    assert (page.letters, page.fields, page.pictures) == (8, 1, 2)
    assert not page.empty
    assert read_page("<script>var text = 'twelve letters and more'</script>", URL).empty


def test_parts_of_other_hosts_one_of_each_scripts_first():
    text = (
        '<link rel="StyleSheet" href="//cdn.example/a.css"><link rel=icon href="//icons.example/i.png">'
        '<script src="https://cdn.example/1.js"></script><script src="https://cdn.example/2.js"></script>'
        '<script src="/own.js"></script><script src="own2.js"></script><iframe src="https://frame.example/"></iframe>'
    )
    page = read_page(text, URL)
    assert page.elsewhere(URL) == [
        Part("script", "https://cdn.example/1.js"),
        Part("frame", "https://frame.example/"),
        Part("style", "https://cdn.example/a.css"),
    ]
    assert Part("script", "https://sts.contoso.example/own.js") in page.parts


def test_sections_for_old_browsers_are_read_over():
    page = read_page("<![if !IE]><p>Sign in to Contoso</p><![endif]><!--[if IE]><p>no</p><![endif]--><![odd[x]]><input>", URL)
    assert (page.letters, page.fields) == (15, 1)


def test_a_base_moves_what_follows():
    page = read_page('<base href="https://cdn.example/x/"><script src="a.js"></script>', URL)
    assert page.parts == [Part("script", "https://cdn.example/x/a.js")]


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        ("", True),
        ("img-src 'none'", True),
        ("default-src *", True),
        ("default-src 'none'", False),
        ("default-src 'none'; script-src https://cdn.example", True),
        ("script-src cdn.example", True),
        ("script-src https:", True),
        ("script-src http:", True),
        ("script-src *.example", True),
        ("script-src *.cdn.example", False),
        ("script-src 'self'", False),
        ("script-src 'self' 'nonce-abc'", True),
        ("script-src 'strict-dynamic' 'sha256-x'", True),
        ("script-src 'unsafe-inline'", False),
        ("script-src-elem 'self'; script-src *", False),
        ("SCRIPT-SRC CDN.EXAMPLE:443/path", True),
        (";;script-src", False),
    ],
)
def test_what_a_policy_forbids(policy, allowed):
    part = Part("script", "https://cdn.example/a.js")
    assert (forbidden(policy, [part], URL) == []) is allowed


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300),
    st.lists(
        st.sampled_from(
            [
                "<script src='//",
                "<form action=",
                "<meta http-equiv=refresh content='0;",
                "<!--",
                "]]>",
                "<![",
                "<base href='http://[",
                "'>",
                "<iframe src=javascript:",
            ]
        )
    ),
)
def test_any_text_can_be_read(text, pieces):
    page = read_page("".join(f"{piece}{text}" for piece in pieces) + text, URL)
    page.elsewhere(URL)
    page.unencrypted()
    forbidden(text, page.parts, URL)


@pytest.mark.parametrize(("piece", "reads"), [("<!--", "parse_comment"), ("</", "parse_endtag"), ("<a '", "parse_starttag")])
def test_what_never_ends_is_tried_once(monkeypatch, piece, reads):
    # Python's reader tries each to the end of the page: 65,000 of them took minutes
    tried = []
    real = getattr(HTMLParser, reads)
    monkeypatch.setattr(HTMLParser, reads, lambda self, at: tried.append(at) or real(self, at))
    page = read_page("Welcome to the sign-in page" + piece * 500, URL)
    assert len(tried) == 1
    assert page.letters == len("Welcometothesigninpage")


def test_the_text_at_the_end_counts():
    assert read_page("<b>a</b> &amp; b &lt; c", URL).letters == 3
    assert read_page("<script>abc", URL).letters == 0
    assert read_page("abc &amp", URL).letters == 3
