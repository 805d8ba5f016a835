"""What a company writes freely about a role: as lines, or as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.documents.wording import line
from orgdesign.model import Content

Rows = tuple[tuple[str, ...], ...]


def content_lines(content: Content) -> tuple[str, ...]:
    """Return what is written as lines, one for each thing."""
    if isinstance(content, str):
        return tuple(filter(None, map(line, content.splitlines())))
    if isinstance(content, Mapping):
        return tuple(f"{line(name)}: {_inline(said)}" for name, said in content.items())
    return tuple(filter(None, map(_inline, content)))


def content_table(content: Content, columns: tuple[str, ...]) -> tuple[tuple[str, ...], Rows]:
    """Return the head and the rows of what is written as a table; no rows where it is none.

    A table is what has ``columns``, or what is a list of mappings with the same names.
    """
    if isinstance(content, Mapping) and len(columns) == 2:
        return columns, tuple((line(name), _inline(said)) for name, said in content.items())
    if isinstance(content, str | Mapping) or not content:
        return (), ()
    names = columns or tuple(dict.fromkeys(_names(content)))
    if not columns and not all(isinstance(each, Mapping) for each in content):
        return (), ()
    return names, tuple(tuple(_cells(each, names)) for each in content)


def _names(content: tuple[Content, ...]) -> Iterator[str]:
    for each in content:
        if isinstance(each, Mapping):
            yield from each


def _cells(row: Content, columns: tuple[str, ...]) -> Iterator[str]:
    if isinstance(row, Mapping):
        known = {name.casefold(): said for name, said in row.items()}
        yield from (_inline(known.get(each.casefold(), "")) for each in columns)
        return
    cells = row.split(":", len(columns) - 1) if isinstance(row, str) else [*map(_inline, row)]
    cells = [*map(line, map(str, cells[: len(columns)]))]
    yield from (*cells, *[""] * (len(columns) - len(cells)))


def _inline(content: Content) -> str:
    """Return what is written on one line."""
    if isinstance(content, str):
        return line(content)
    if isinstance(content, Mapping):
        return "; ".join(f"{line(name)}: {_inline(said)}" for name, said in content.items())
    return ", ".join(map(_inline, content))
