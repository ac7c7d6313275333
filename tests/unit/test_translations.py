"""Every text that a person reads can be translated, is translated, and keeps its values."""

from __future__ import annotations

import ast
import re

import pytest

from support.translations import ROOT, tool

translations = tool()
GERMAN = translations.TRANSLATIONS / "tenantdock_de.ts"


@pytest.fixture(scope="module")
def found():
    return translations.find()


def test_the_source_holds_texts_that_can_be_translated(found):
    assert len(found.messages) > 1400
    assert found.faults == []


def test_every_text_is_in_the_german_file_and_nothing_else(found):
    assert set(translations.read(GERMAN)) == set(found.messages), "run: python3 dev.py translations"


def test_every_german_text_is_finished_and_keeps_its_values(found):
    german = translations.read(GERMAN)
    faults = {message.source: translations.wrong(message, german.get(key, [])) for key, message in found.messages.items()}
    assert {source: fault for source, fault in faults.items() if fault} == {}


def test_german_texts_end_as_the_english_ones_do(found):
    german = translations.read(GERMAN)
    ends = [
        (source, form)
        for (source, _), forms in german.items()
        for form in forms
        if (source[-1] in ".\u2026:?") != (form[-1] in ".\u2026:?") or form != form.rstrip()
    ]
    assert ends == []


def test_mnemonics_are_where_english_has_them(found):
    german = translations.read(GERMAN)
    lost = [
        source
        for (source, _), forms in german.items()
        if source.replace("&&", "").count("&") != forms[0].replace("&&", "").count("&")
    ]
    assert lost == []


def test_the_compiled_file_is_of_the_texts(tmp_path):
    translations.release(GERMAN, tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == GERMAN.with_suffix(".qm").read_bytes(), "run: python3 dev.py translations"


def made(tmp_path, source):
    folder = tmp_path / "tenantdock"
    (folder / "desktop").mkdir(parents=True)
    (folder / "errors.py").write_text("class TenantDockError(Exception): ...\nclass Lost(TenantDockError): ...\n", encoding="utf-8")
    (folder / "desktop" / "window.py").write_text(source, encoding="utf-8")
    return translations.find(folder)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('x = tr("Open it", name=a)', {"Open it"}),
        ('x = counted(n, "{n} thing", "{n} things")', {"{n} things"}),
        ('raise Lost("It is gone.", next_step="Look for it.")', {"It is gone.", "Look for it."}),
        ('step = "Wait."\nraise Lost(said("{a} went", a=a), next_step=_STEP)\n_STEP = "Wait."', {"{a} went", "Wait."}),
        ('def f():\n    m, s = ("A", "B") if x else ("C", "D")\n    raise Lost(m, next_step=s)', {"A", "B", "C", "D"}),
        ('x = Finding(o, "It is so.", (), "Do that." if y else "Do this.")', {"It is so.", "Do that.", "Do this."}),
        ('x = Offer(rung, {1: "One", 2: "Two"}.get(y, "Three"))', {"One", "Two", "Three"}),
        ('x = tr("{n}")', set()),
    ],
)
def test_texts_are_found(tmp_path, source, texts):
    found = made(tmp_path, source)
    assert {message.source for message in found.messages.values()} == texts
    assert found.faults == []


@pytest.mark.parametrize(
    "source",
    [
        'raise Lost(f"{name} is gone", next_step="")',
        'raise Lost("It is " + name, next_step="")',
        "x = tr(text)",
        'x = counted(n, tr("one"), tr("many"))',
        'def f():\n    m = f"{x} is gone"\n    raise Lost(m, next_step="")',
    ],
)
def test_what_cannot_be_translated_is_a_fault(tmp_path, source):
    assert len(made(tmp_path, source).faults) == 1


@pytest.mark.parametrize(
    ("source", "one", "forms", "fault"),
    [
        ("Open {name}", "", ["{name} \u00f6ffnen"], ""),
        ("Open {name!r}", "", ["\u201e{name}\u201c \u00f6ffnen"], ""),
        ("Open {name}", "", ["{namen} \u00f6ffnen"], "braces"),
        ("Open {name}", "", ["\u00d6ffnen"], "braces"),
        ("Open {name}", "", ["{name \u00f6ffnen"], "stray"),
        ("{n} days", "{n} day", ["Gestern", "{n} Tage"], ""),
        ("{n} days of {m}", "{n} day of {m}", ["Gestern", "{n} Tage von {m}"], "braces"),
        ("Open", "", [], "not translated"),
    ],
)
def test_wrong_translations_are_told(source, one, forms, fault):
    told = translations.wrong(translations.Message(source, one), forms)
    assert fault in told
    assert bool(fault) == bool(told)


SHOWING = {
    "setText", "setWindowTitle", "addAction", "setToolTip", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "addItem", "addItems", "addTab", "setTitle", "addMenu", "setStatusTip", "setInformativeText", "setLabelText", "showMessage",
    "show_status", "setHorizontalHeaderLabels", "setSuffix", "setPrefix", "setWhatsThis",
    "Label", "ElidedLabel", "Button", "PrimaryButton", "CheckBox", "RadioButton", "QLabel", "QPushButton", "QCheckBox",
    "QRadioButton", "QAction", "QMenu", "QGroupBox", "QuestionDialog", "icon_button", "copy_button", "named", "field", "paragraph",
}  # fmt: skip
"""What shows one of its arguments to a person: Qt's methods and our own parts."""
NO_WORDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""Styles, icons and object names."""
# Names, and examples of what can be typed
AS_THEY_ARE = {"TenantDock", "Bleu", "admin@customer.example", "proxy.corp.example", "intranet.example\n.corp.example\n10.0.0.0/8"}


def literals(call):
    name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
    if name not in SHOWING:
        return
    # named(widget, "objectName", "Accessible name"), field(column, "objectName", "Heading", edit)
    arguments = call.args[2:] if name in {"named", "field"} else call.args
    for argument in arguments:
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_no_window_shows_a_text_that_is_not_translated():
    shown = {}
    for path in sorted((ROOT / "app" / "tenantdock" / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for text in literals(node):
                    known = text in AS_THEY_ARE or text.startswith("https://") or NO_WORDS.fullmatch(text)
                    if any(character.isalpha() for character in text) and not known:
                        shown[f"{path.name}:{node.lineno}"] = text
    assert shown == {}
