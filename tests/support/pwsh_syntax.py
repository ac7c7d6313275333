"""The PowerShell grammar of tree-sitter: a syntax check without a PowerShell."""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_pwsh
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_pwsh.language()))


def tree(text: str) -> Node:
    """Parse *text*."""
    return _PARSER.parse(text.encode("utf-8")).root_node


def nodes(node: Node) -> Iterator[Node]:
    """All nodes, depth first."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children))


def text_of(node: Node) -> str:
    """The source text of a node."""
    return (node.text or b"").decode("utf-8")


def problems(text: str) -> list[str]:
    """What the grammar could not read, with line numbers; empty for good PowerShell."""
    found = []
    for node in nodes(tree(text)):
        if node.is_error or node.is_missing:
            kind = "missing" if node.is_missing else "error"
            found.append(f"line {node.start_point[0] + 1}: {kind} {node.type} at {text_of(node)[:60]!r}")
    return found
