"""Find every text that a person reads, keep the Qt Linguist files in step, and compile them: ``python3 dev.py translations``.

Three kinds of places hold such texts. ``tr("...")`` and ``counted(n, "...", "...")`` in the rooms with Qt; ``said("...")`` and
``said_count(n, "...", "...")`` in the others; and what an error, a finding or an offer is made of, where the text is a literal
(:data:`SINKS`). Source texts are English. PySide's own lupdate reads none of these, so the source is walked here; the files are
Qt Linguist's, and its lrelease compiles them.
"""

# ruff: noqa: INP001, T201 - a script, not a package

from __future__ import annotations

import ast
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "app" / "tenantdock"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("de",)

# Their texts are for terminals, scripts and people who test TenantDock, and are English: a script reads them, too
UNTRANSLATED = ("cli", "sandbox", "tour")
# What else is made of texts that a person reads: the class, and its parameters in order with those texts' names
SINKS = {
    "Finding": (("outcome", "text", "evidence", "advice"), {"text", "advice"}),
    "Check": (("key", "title"), {"title"}),
    "Meaning": (("text", "next_step"), {"text", "next_step"}),
    "Offer": (("rung", "why"), {"why"}),
    "Progress": (("step", "text"), {"text"}),
    "NetworkState": (("online", "text"), {"text"}),
    "VaultState": (("persistent", "backend", "reason", "next_step"), {"reason", "next_step"}),
    "Candidate": ((), {"why"}),
    "Problem": (("line", "text", "next_step"), {"text", "next_step"}),
    "KeyStoreState": (("usable", "name", "reason", "next_step"), {"reason", "next_step"}),
}
_ERROR = (("message",), {"message", "next_step", "title", "because"})
_ROOT_ERROR = "TenantDockError"
_DEFAULTS = {"message", "next_step", "title", "default_title"}


@dataclass
class Message:
    """One text. *one* is the form for one where it counts something, and *source* the form for many then."""

    source: str
    one: str = ""
    places: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, bool]:
        """What tells it from the others."""
        return self.source, bool(self.one)


@dataclass
class Found:
    """What the source holds: its texts in the order of the files, and places where one cannot be translated as it is written."""

    messages: dict[tuple[str, bool], Message] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, source: str, place: str, one: str = "") -> None:
        """Note a text. One without a letter outside of its values has nothing to translate."""
        if wordless(source):
            return
        message = self.messages.setdefault((source, bool(one)), Message(source, one))
        if one and message.one != one:
            self.faults.append(f'{place}: "{source}" has another form for one than elsewhere')
        message.places.append(place)


def wordless(template: str) -> bool:
    """Whether *template* has no letter outside of its values."""
    try:
        return not any(character.isalpha() for text, *_ in Formatter().parse(template) for character in text)
    except ValueError:
        return False


def placeholders(template: str) -> list[str]:
    """Return the names in braces, sorted. Raises ``ValueError`` for a text with a stray brace."""
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def find(source: Path = SOURCE) -> Found:
    """Return the texts of all rooms that are translated."""
    found = Found()
    trees = {path: ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in sorted(source.rglob("*.py"))}
    trees = {path: tree for path, tree in trees.items() if path.relative_to(source).parts[0] not in UNTRANSLATED}
    sinks = {**SINKS, **dict.fromkeys(_errors(trees.values()), _ERROR)}
    constants = {name: value for tree in trees.values() for name, value in _constants(tree).items()}
    for path, tree in trees.items():
        _File(found, path.relative_to(source.parent).as_posix(), sinks, {**constants, **_constants(tree)}).read(tree)
    return found


def _errors(trees: object) -> set[str]:
    """Return the names of the errors: classes that derive from the first one."""
    bases = {
        node.name: {ast.unparse(base) for base in node.bases}
        for tree in trees  # type: ignore[attr-defined]
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {_ROOT_ERROR}
    while more := {name for name, above in bases.items() if above & known} - known:
        known |= more
    return known


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Return what the module's names stand for."""
    values: dict[str, ast.expr] = {}
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and node.value is not None and isinstance(node.target, ast.Name):
            values[node.target.id] = node.value
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            values[node.targets[0].id] = node.value
    return values


class _File:
    """One file's texts."""

    def __init__(
        self, found: Found, name: str, sinks: dict[str, tuple[tuple[str, ...], set[str]]], constants: dict[str, ast.expr]
    ) -> None:
        self._found = found
        self._name = name
        self._sinks = sinks
        self._constants = constants
        self._seen: set[int] = set()

    def read(self, tree: ast.AST, scope: ast.AST | None = None) -> None:
        """Walk *tree*; *scope* is the function around it."""
        for node in ast.iter_child_nodes(tree):
            inside = scope
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                inside = node if not isinstance(node, ast.Lambda) else scope
                self._defaults(node.args, scope)
            elif isinstance(node, ast.Call):
                self._call(node, scope)
            elif isinstance(node, ast.AnnAssign | ast.Assign):
                self._assigned(node, scope)
            self.read(node, inside)

    def _call(self, node: ast.Call, scope: ast.AST | None) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        if name in {"tr", "counted"} and not self._name.startswith("tenantdock/desktop/"):
            return
        if name in {"tr", "said"}:
            self._marked(node, node.args[:1])
        elif name in {"counted", "said_count"}:
            self._marked(node, node.args[1:3])
        elif name in self._sinks:
            order, texts = self._sinks[name]
            given = dict(zip(order, node.args, strict=False)) | {each.arg: each.value for each in node.keywords if each.arg}
            for parameter in texts & given.keys():
                self.text(given[parameter], scope)

    def _marked(self, node: ast.Call, arguments: list[ast.expr]) -> None:
        texts = [each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if self._name.endswith(("desktop/texts.py", "domain/said.py")) and len(texts) != len(arguments):
            return  # their own definitions
        if not texts or len(texts) != len(arguments):
            self._fault(node, "takes its English text as a literal, counted() both of them without tr()")
            return
        self._found.add(texts[-1], self._at(node), one=texts[0] if len(texts) > 1 else "")
        for text in texts:
            try:
                placeholders(text)
            except ValueError:
                if any(each.arg for each in node.keywords) or len(texts) > 1:
                    self._fault(node, "has a stray brace")

    def _defaults(self, arguments: ast.arguments, scope: ast.AST | None) -> None:
        placed = [*arguments.posonlyargs, *arguments.args]
        named = [*zip(placed[len(placed) - len(arguments.defaults) :], arguments.defaults, strict=True)]
        named += [(each, value) for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value]
        for argument, value in named:
            if argument.arg in _DEFAULTS and isinstance(value, ast.Constant) and value.value:
                self.text(value, scope)

    def _assigned(self, node: ast.AnnAssign | ast.Assign, scope: ast.AST | None) -> None:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(target, ast.Name) and target.id == "default_title" and node.value is not None:
            self.text(node.value, scope)

    def text(self, node: ast.expr, scope: ast.AST | None) -> None:
        """Note the texts that an expression can stand for. What comes from elsewhere was noted there."""
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            self._found.add(node.value, self._at(node))
        elif isinstance(node, ast.JoinedStr):
            self._fault(node, "puts values into a text by itself: use said()")
        elif isinstance(node, ast.BinOp):
            self._fault(node, "puts texts together by itself: use sentences() or said()")
        else:
            for each in self._within(node, scope):
                self.text(each, scope)

    def _within(self, node: ast.expr, scope: ast.AST | None) -> Iterator[ast.expr]:
        """Yield the expressions that one chooses among, or stands for."""
        if isinstance(node, ast.IfExp):
            yield from (node.body, node.orelse)
        elif isinstance(node, ast.BoolOp | ast.Dict):
            yield from node.values
        elif isinstance(node, ast.Tuple):
            yield from node.elts
        elif isinstance(node, ast.Subscript):
            yield node.value
        elif isinstance(node, ast.Call):
            yield from self._called(node)
        elif isinstance(node, ast.Name):
            yield from self._values(node.id, scope)

    @staticmethod
    def _called(node: ast.Call) -> Iterator[ast.expr]:
        """``sentences`` and the like, and ``{...}.get(key, other)``."""
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in {"sentences", "listed", "as_said"}:
            yield from node.args
        elif name == "get" and isinstance(node.func, ast.Attribute) and len(node.args) > 1:
            yield from (node.func.value, node.args[1])

    def _values(self, name: str, scope: ast.AST | None) -> Iterator[ast.expr]:
        """Yield what is assigned to a name: in the function around it, else in the module or one it is imported from."""
        inside = list(ast.walk(scope)) if scope is not None else []
        local = False
        for node in inside:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            for target in targets:
                if isinstance(target, ast.Name) and target.id == name and node.value is not None:  # type: ignore[attr-defined]
                    local = True
                    yield node.value  # type: ignore[attr-defined]
                elif isinstance(target, ast.Tuple) and isinstance(node, ast.Assign):
                    for at, each in enumerate(target.elts):
                        if isinstance(each, ast.Name) and each.id == name:
                            local = True
                            yield from _parts(node.value, at)
        if not local and name in self._constants and name.lstrip("_").isupper():
            yield self._constants[name]

    def _at(self, node: ast.AST) -> str:
        return f"{self._name}:{node.lineno}"  # type: ignore[attr-defined]

    def _fault(self, node: ast.AST, what: str) -> None:
        self._found.faults.append(f"{self._at(node)}: {ast.unparse(node)[:100]} {what}")


def _parts(value: ast.expr, at: int) -> Iterator[ast.expr]:
    if isinstance(value, ast.Tuple):
        yield value.elts[at]
    elif isinstance(value, ast.IfExp):
        yield from _parts(value.body, at)
        yield from _parts(value.orelse, at)


def read(path: Path) -> dict[tuple[str, bool], list[str]]:
    """Return what a Qt Linguist file holds: the translation of each text, in all its forms; none where it is not finished."""
    entries: dict[tuple[str, bool], list[str]] = {}
    if not path.exists():
        return entries
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        counting = message.get("numerus") == "yes"
        if translation is None or translation.get("type") in {"vanished", "obsolete"}:
            continue
        forms = [each.text or "" for each in translation.iter("numerusform")] if counting else [translation.text or ""]
        finished = translation.get("type") != "unfinished" and all(forms)
        entries[message.findtext("source") or "", counting] = forms if finished else []
    return entries


def write(path: Path, language: str, found: Found, entries: dict[tuple[str, bool], list[str]]) -> None:
    """Write a Qt Linguist file with the texts of the source, each with its translation where there is one.

    Places are files without lines, so that the file changes only when a text does.
    """
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name")
    for key, message in sorted(found.messages.items(), key=lambda item: (item[1].places[0].rpartition(":")[0], item[0])):
        element = ET.SubElement(context, "message", {"numerus": "yes"} if message.one else {})
        for place in sorted({place.rpartition(":")[0] for place in message.places}):
            ET.SubElement(element, "location", filename=f"../../app/{place}")
        ET.SubElement(element, "source").text = message.source
        if message.one:
            ET.SubElement(element, "extracomment").text = f"For one: {message.one}"
        forms = entries.get(key, [])
        translation = ET.SubElement(element, "translation", {} if forms else {"type": "unfinished"})
        if message.one:
            for form in forms or [""] * 2:
                ET.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
    ET.indent(root, " " * 4)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def release(source: Path, target: Path) -> None:
    """Compile a Qt Linguist file with Qt's lrelease; what is not finished is left out. Raises ``RuntimeError``."""
    import PySide6  # noqa: PLC0415 - only to compile

    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    done = subprocess.run([program, "-nounfinished", source, "-qm", target], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)


def wrong(message: Message, forms: list[str]) -> str:
    """Return what is wrong with a translation, or ""."""
    if not forms:
        return "is not translated"
    wanted = placeholders(message.source) if _braced(message.source) else []
    for form in forms:
        try:
            got = placeholders(form) if wanted or message.one else []
        except ValueError:
            return "has a stray brace in its translation"
        # The form for one may say the number as a word
        if got != wanted and not (message.one and set(got) | {"n"} == set(wanted) | {"n"}):
            return f"has {', '.join(got) or 'nothing'} in braces in its translation, not {', '.join(wanted) or 'nothing'}"
    return ""


def _braced(source: str) -> bool:
    try:
        return bool(placeholders(source))
    except ValueError:
        return False


def main(arguments: list[str]) -> int:
    """Bring the files up to date, compile them, and say what is missing. Returns 1 when something is.

    ``--todo FILE`` writes what is not translated as JSON; ``--take FILE`` takes that back with translations: a text, or a list with
    one for each form, under each English text.
    """
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    found = find()
    for fault in found.faults:
        print(fault)
    missing = len(found.faults)
    for language in LANGUAGES:
        path = TRANSLATIONS / f"tenantdock_{language}.ts"
        entries = read(path)
        if "--take" in options:
            given = json.loads(Path(options["--take"]).read_text(encoding="utf-8")).get(language, {})
            for source, forms in given.items():
                key = (source, isinstance(forms, list))
                if key in found.messages and forms and all(forms):
                    entries[key] = forms if isinstance(forms, list) else [forms]
        write(path, language, found, entries)
        release(path, path.with_suffix(".qm"))
        faults = [(message, what) for key, message in found.messages.items() if (what := wrong(message, entries.get(key, [])))]
        for message, what in faults:
            print(f"{language}: {message.places[0]}: {message.source!r} {what}")
        missing += len(faults)
        print(f"{path.name}: {len(found.messages)} texts, {len(faults)} to do (in Qt Linguist, or with --todo and --take)")
        if "--todo" in options:
            todo = {message.source: ["", ""] if message.one else "" for message, _ in faults}
            Path(options["--todo"]).write_text(json.dumps({language: todo}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
