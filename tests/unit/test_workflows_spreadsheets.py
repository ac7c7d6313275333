"""Tables as spreadsheets write them: encodings, delimiters, quotes, and what is no table at all."""

from __future__ import annotations

import csv
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenantdock.domain.errors import BadInput
from tenantdock.workflows import spreadsheets
from tenantdock.workflows.mapping import known_name
from tenantdock.workflows.spreadsheets import DELIMITERS, ENCODINGS, decoded, read

GERMAN = "Name;Domäne\nMüller & Söhne GmbH;mueller.example\nBäckerei Weiß;weiss.example\nÄrztehaus Ödön;arzt.example\n"


def cells(table):
    return [list(row.cells) for row in table.rows]


@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_that_a_spreadsheet_writes_is_found(encoding, mark):
    raw = GERMAN.encode(encoding)
    if mark and encoding.startswith("utf"):
        raw = "\ufeff".encode(encoding) + raw
    table = read(raw)
    assert table.encoding == encoding
    assert table.delimiter == ";"
    assert cells(table)[1] == ["Müller & Söhne GmbH", "mueller.example"]
    assert cells(table)[3][0] == "Ärztehaus Ödön"


@pytest.mark.parametrize("text", ["Café Ñandú", "Łódź", "株式会社", "Ångström", "Đuro Đaković", "🙂 Emoji GmbH", "مكتب المحاماة"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_any_script_comes_through_unicode(encoding, text):
    raw = "\ufeff".encode(encoding) + f"Name,Domain\r\n{text},x.example\r\n".encode(encoding)
    assert cells(read(raw))[1][0] == text


@pytest.mark.parametrize(
    "text", ["Señor Núñez", "L\u2019été \u2013 Zürich", "Crème brûlée", "Großküchen Preußen", "Société Générale", "Malmö Åkeri"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_windows_and_mac_are_told_from_each_other(encoding, text):
    raw = f"Name,Domain\n{text},x.example\n".encode(encoding)
    assert cells(read(raw))[1][0] == text


def test_an_encoding_can_be_said():
    raw = GERMAN.encode("mac-roman")
    assert read(raw, encoding="cp1252").encoding == "cp1252"
    assert "Müller" not in str(cells(read(raw, encoding="cp1252")))
    assert "\ufffd" in str(cells(read(raw, encoding="utf-8")))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_every_delimiter_and_line_end_is_found(delimiter, end):
    rows = [["Name", "Tenant ID", "Notes"], ["Smith, Jones; Co | x\ty", "1", "two\nlines"], ["", "", ""], ['"Q"', "2", "it's"]]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    table = read(text.getvalue().encode(), known=known_name)
    assert table.delimiter == delimiter
    assert cells(table) == [row for row in rows if any(row)]  # a row without anything is none
    assert [row.line for row in table.rows] == [1, 2, 5]
    assert not table.problems


@pytest.mark.parametrize("first", ["sep=;\r\n", "SEP=|\n", "sep=~\r", "sep=\t\r\n"])
def test_excels_own_line_says_the_delimiter(first):
    delimiter = first[4]
    table = read(f"{first}a{delimiter}b,c{delimiter}d\n1{delimiter}2,2{delimiter}3\n".encode())
    assert (table.delimiter, cells(table)) == (delimiter, [["a", "b,c", "d"], ["1", "2,2", "3"]])
    assert table.rows[0].line == 2


def test_a_said_delimiter_counts():
    assert cells(read(b"a,b;c\n", delimiter=";")) == [["a,b", "c"]]
    assert cells(read(b"sep=,\na,b;c\n", delimiter=";")) == [["a,b", "c"]]


def test_one_column_is_a_table_too():
    assert cells(read(b"contoso.example\nfabrikam.example\n")) == [["contoso.example"], ["fabrikam.example"]]
    assert read(b"").rows == ()
    assert read(b"\xef\xbb\xbf").rows == ()
    assert read(b"\r\n \r\n;;\r\n", delimiter=";").rows == ()


def test_an_open_quote_swallows_no_other_line():
    table = read(b'Name,Domain\nOne,a.example\n"Open,b.example\nTwo,c.example\nThree,d.example\n')
    assert [row.cells[0] for row in table.rows] == ["Name", "One", "Two", "Three"]
    assert [(problem.line, bool(problem.next_step)) for problem in table.problems] == [(3, True)]
    table = read(b'Name,Domain\n"Open,a.example\nGood,b.example\n"Fine\nname",c.example\nEnd,d.example\n"Open too,e.example\n')
    assert [row.cells[0] for row in table.rows] == ["Name", "Good", "Fine\nname", "End"]
    assert [problem.line for problem in table.problems] == [2, 7]


def test_quotes_within_a_line_are_forgiven():
    table = read(b'Name,Domain\n"Contoso" Ltd,a.example\n"" Ltd,b.example\n', delimiter=",")
    assert cells(table)[1:] == [["Contoso Ltd", "a.example"], [" Ltd", "b.example"]]
    assert not table.problems


def test_an_inch_is_no_open_quote():
    table = read(b'Name,Domain\nPipes 5",a.example\nTwo,b.example\n')
    assert not table.problems
    assert [row.cells[0] for row in table.rows] == ["Name", 'Pipes 5"', "Two"]


def test_a_cell_longer_than_any_is_a_problem_of_its_line():
    table = read(b"Name,Domain\n" + b"x" * 200_000 + b",a.example\nTwo,b.example\n")
    assert [problem.line for problem in table.problems] == [2]
    assert [row.cells[0] for row in table.rows] == ["Name", "Two"]


def test_a_line_longer_than_any_row_is_a_problem():
    table = read(b"Name,Domain\n" + b"x," * 200_000 + b"\nTwo,b.example\n")
    assert [(problem.line, problem.text) for problem in table.problems] == [(2, "It is longer than a row can be.")]
    assert [row.cells[0] for row in table.rows] == ["Name", "Two"]


def test_nothing_but_open_quotes_ends_soon_and_says_so():
    table = read(b"".join(b'"' + b"x" * 300 + b"\n" for _ in range(999)) + b"x")
    assert len(table.problems) <= spreadsheets._OPEN_QUOTES + 1
    table = read(b"".join(b'a,"' + str(n).encode() + b"x" * 200_000 + b"\n" for n in range(150)))
    assert len(table.problems) == spreadsheets._OPEN_QUOTES + 1
    assert "Nothing was read from here on" in table.problems[-1].text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04\x14\x00", "Excel or OpenDocument workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel workbook"),
        (bytes(range(32)) * 50, "no text"),
        (random.Random(4).randbytes(1 << 20), "no text"),  # noqa: S311
        (b"a\n" * (spreadsheets.MOST_ROWS + 1), "more than 100,000 rows"),
    ],
)
def test_what_is_no_table_is_told(raw, said):
    with pytest.raises(BadInput, match=said) as told:
        read(raw)
    assert told.value.next_step


def test_too_large_a_file_is_told(monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_BYTES", 1 << 20)
    with pytest.raises(BadInput, match="larger than 1 MB"):
        read(b"a" * ((1 << 20) + 1))


def test_a_row_with_more_cells_than_any_is_a_problem():
    table = read(b"a,b\n" + b"," * 600 + b"\nc,d\n", delimiter=",")
    assert [problem.line for problem in table.problems] == [2]
    assert cells(table) == [["a", "b"], ["c", "d"]]


def test_reading_tells_how_far_it_is_and_can_be_stopped():
    counts = []
    read(b"a,b\n" * 1200, step=counts.append)
    assert counts == [0, 500, 1000]

    def stop(rows):
        if rows >= 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(b"a,b\n" * 1200, step=stop)


TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff"), max_size=30)


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=1, max_size=8),
    delimiter=st.sampled_from(DELIMITERS),
    encoding=st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
    end=st.sampled_from(["\n", "\r", "\r\n"]),
)
def test_what_a_spreadsheet_writes_is_read_back(rows, delimiter, encoding, end):
    rows = [["name", "tenant id", "domain"], *rows]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    table = read("\ufeff".encode(encoding) + text.getvalue().encode(encoding), known=known_name)
    assert cells(table) == [row for row in rows if any(cell.strip() for cell in row)]
    assert (table.delimiter, table.encoding) == (delimiter, encoding)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=2000), st.text(alphabet='",;\n\r\t|ab\x1b', max_size=400).map(str.encode)))
def test_garbage_gives_a_table_or_a_reason(raw):
    try:
        table = read(raw)
    except BadInput:
        pass
    else:
        lines = [row.line for row in table.rows]
        assert lines == sorted(set(lines))
        assert all(problem.line and problem.next_step for problem in table.problems)


@given(st.binary(max_size=500), st.sampled_from(ENCODINGS))
def test_no_bytes_break_an_encoding(raw, encoding):
    try:
        text, _ = decoded(raw, encoding)
    except BadInput:
        return
    text.encode()
