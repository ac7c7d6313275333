"""Text from outside in the PowerShell module: what of it reaches a terminal, title or prompt without passing ``ConvertTo-TdLine``.

An expression is followed to the variables of its function and to the functions that it calls. What is not known to be ours counts
as from outside: parameters, what the agent or a service answered, exceptions.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from support.pwsh_syntax import nodes, text_of, tree

LINE = "ConvertTo-TdLine"
SHOWN = ("Get-TdPrefix", "Complete-TdPrompt")
"""What these return is shown."""
CHECKED_AT_CALLS = ("New-TdVerdict", "New-TdRefusal")
"""What these are given is shown, so each call of them is looked at; their parameters are then fine."""
_OURS = {"label", "key", "status"}
"""Members that TenantDock itself says, or that are numbers."""
_NUMBERS = {"Get-TdNow", "Test-TdColour"}
_THEIRS = {("Complete-TdPrompt", "$Text")}
"""The person's own prompt."""
_TEXT_OPERATORS = {"-join", "-replace", "-f"}


class Module:
    """The functions of a module's source."""

    def __init__(self, source: str) -> None:
        self._functions = {_name(node): node for node in nodes(tree(source)) if node.type == "function_statement"}

    def shown(self) -> Iterator[tuple[str, Node]]:
        """Every expression that is shown, with its function."""
        for name, function in self._functions.items():
            for node in nodes(function):
                if node.type == "assignment_expression" and text_of(node.children[0]).endswith(".WindowTitle"):
                    yield name, node.children[-1]
                elif node.type == "invocation_expression":
                    target = text_of(node)
                    if target.startswith(("$Host.UI.", "[InvalidOperationException]::new")):
                        yield name, _of(node, "argument_list")
                elif node.type == "command" and _called(node) in CHECKED_AT_CALLS:
                    yield from ((name, argument) for argument in arguments(node))
                elif node.type == "flow_control_statement" and name in SHOWN and text_of(node).startswith("return"):
                    yield name, node

    def outside(self, function: str, expression: Node) -> set[str]:
        """The parts of *expression* that are from outside and do not pass :data:`LINE`."""
        return self._outside(function, expression, set())

    def _outside(self, function: str, node: Node, seen: set[tuple[str, str]]) -> set[str]:
        kind, text = node.type, text_of(node)
        within = [child for child in node.children if child.is_named]
        found: set[str] = set()
        if kind == "command":
            return self._command(function, node, seen)
        if kind == "variable":
            return self._variable(function, node, seen)
        if kind == "element_access":
            found = set() if text.rpartition("[")[2].strip("]'") in _OURS else {text}
            within = []
        elif kind == "member_access" or (kind == "invocation_expression" and not text.startswith("[")):
            found, within = {text}, []
        elif kind == "invocation_expression":
            within = [_of(node, "argument_list")]
        elif kind in {"if_statement", "foreach_statement", "switch_statement"}:
            within = [child for child in within if child.type not in {"pipeline", "variable"}]
        elif kind in {"logical_expression", "assignment_expression"} or (
            kind == "comparison_expression" and not _TEXT_OPERATORS & {text_of(child) for child in node.children}
        ):
            within = []  # a yes or a no, or nothing
        return found | {each for child in within for each in self._outside(function, child, seen)}

    def _command(self, function: str, node: Node, seen: set[tuple[str, str]]) -> set[str]:
        name = _called(node)
        if name == LINE or name in _NUMBERS:
            return set()
        if name == "Format-TdColour":
            return self._outside(function, arguments(node)[0], seen)
        if name not in self._functions:
            return {text_of(node)}
        if (name, "") in seen:
            return set()
        seen = seen | {(name, "")}
        answers = [each for each in nodes(self._functions[name]) if text_of(each).startswith("return")]
        answers = [each for each in answers if each.type == "flow_control_statement"]
        return {each for answer in answers for each in self._outside(name, answer, seen)}

    def _variable(self, function: str, node: Node, seen: set[tuple[str, str]]) -> set[str]:
        variable = text_of(node)
        place = (function, variable)
        if variable in {"$null", "$true", "$false"} or place in _THEIRS or place in seen:
            return set()
        seen = seen | {place}
        values = []
        for each in nodes(self._functions[function]):
            if each.type == "script_parameter" and variable in text_of(each).split():
                if function in CHECKED_AT_CALLS:
                    return set()
            elif each.type == "cast_expression" and text_of(each).casefold() == f"[ref]{variable}".casefold():
                return {variable}  # filled by what is called
            elif each.type == "assignment_expression" and text_of(each.children[0]) == variable:
                values.append(each.children[-1])
        if not values:
            return {variable}
        return {found for value in values for found in self._outside(function, value, seen)}


def _name(function: Node) -> str:
    return text_of(_of(function, "function_name"))


def _of(node: Node, kind: str) -> Node:
    return next(child for child in node.children if child.type == kind)


def _called(command: Node) -> str:
    return text_of(command.children[0])


def arguments(command: Node) -> list[Node]:
    """What a command is given, without the names of parameters."""
    elements = next((child for child in command.children if child.type == "command_elements"), None)
    wanted = elements.children if elements is not None else []
    return [child for child in wanted if child.is_named and child.type not in {"command_argument_sep", "command_parameter"}]
