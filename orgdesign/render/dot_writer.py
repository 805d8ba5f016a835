"""DOT text, statement by statement."""

from __future__ import annotations

from collections.abc import Mapping


class DotGraph:
    """A directed graph as DOT text; values are quoted, labels may be HTML-like."""

    def __init__(self, name: str) -> None:
        self._statements = [f"digraph {_quoted_value(name)} {{"]

    def attr(self, kind: str = "", **attributes: str) -> None:
        """Set attributes of the graph or, with a ``kind``, of all nodes or edges that follow."""
        self._statements.append(f"\t{kind or 'graph'}{_attribute_list(attributes)}")

    def node(self, name: str, label: str, **attributes: str) -> None:
        """Add a node."""
        given = _attribute_list({"label": label, **attributes})
        self._statements.append(f"\t{_quoted_value(name)}{given}")

    def edge(self, tail: str, head: str, **attributes: str) -> None:
        """Add an edge."""
        ends = f"{_quoted_value(tail)} -> {_quoted_value(head)}"
        self._statements.append(f"\t{ends}{_attribute_list(attributes)}")

    @property
    def source(self) -> str:
        """The whole text."""
        return "\n".join([*self._statements, "}\n"])


def _attribute_list(attributes: Mapping[str, str]) -> str:
    return f" [{' '.join(f'{name}={_value(value)}' for name, value in attributes.items())}]"


def _value(text: str) -> str:
    is_html = text.startswith("<<") and text.endswith(">>")
    return text if is_html else _quoted_value(text)


def _quoted_value(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
