"""Entries between brackets or braces: put in, taken out, given another value."""

from __future__ import annotations

import re

from orgdesign.yamlfile.editing.entries import Collection, TextEntry, line_break, line_end
from orgdesign.yamlfile.incremental import TextChange, line_start

_SPACE = r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*"
_TO_COMMA = re.compile(rf"{_SPACE},")
_AFTER_COMMA = re.compile(r"[ \t]*")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)")
_COMMENT_LINE = re.compile(r"[ \t]*#")


def put_in(within: Collection, at: int, written: str) -> list[TextChange]:
    """Put an entry before the one at a position, or last, with its comma."""
    if not len(within):
        start = within.node.start + 1
        return [TextChange(start, start, written)]
    text = within.tree.text
    if at < len(within):
        entry = within.entry(at)
        gap = _own_line(text, entry.head)
        between = f",{gap}" if gap is not None else ", "
        return [TextChange(entry.head, entry.head, written + between)]
    return _last(within, written)


def _last(within: Collection, written: str) -> list[TextChange]:
    text, last = within.tree.text, within.entry(len(within) - 1)
    gap = _own_line(text, last.head)
    comma = _comma(text, last)
    if gap is None:
        place = comma if comma is not None else last.end
        new = f" {written}," if comma is not None else f", {written}"
        return [TextChange(place, place, new)]
    place = comma if comma is not None else last.end
    end = line_end(text, place) if _REST.match(text, place) else place
    if comma is not None:
        return [TextChange(end, end, f"{gap}{written},")]
    if end == place:
        return [TextChange(end, end, f",{gap}{written}")]
    return [TextChange(place, place, ","), TextChange(end, end, gap + written)]


def taken_out(entry: TextEntry) -> list[TextChange]:
    """Take an entry out with one comma; where it has lines of its own, those go whole."""
    text, within = entry.tree.text, entry.within
    comma, is_last = _comma(text, entry), entry.at == len(within) - 1
    end = comma if comma is not None else entry.end
    rest = _REST.match(text, end)
    if _own_line(text, entry.head) is not None and rest:
        gone = TextChange(_lines_start(entry), rest.end(), "")
        return (
            [gone] if not is_last or comma is not None or not entry.at else [*_uncomma(entry), gone]
        )
    if is_last and entry.at:
        before = within.entry(entry.at - 1)
        return (
            [TextChange(before.end, entry.end, "")]
            if _is_plain(text, before, entry)
            else [TextChange(entry.head, end, "")]
        )
    if is_last:
        return [TextChange(*_inside(entry, end), "")]
    found = _AFTER_COMMA.match(text, end)
    return [TextChange(entry.head, found.end() if found else end, "")]


def _uncomma(entry: TextEntry) -> list[TextChange]:
    before = entry.within.entry(entry.at - 1)
    comma = _comma(entry.tree.text, before)
    return [TextChange(comma - 1, comma, "")] if comma is not None else []


def _is_plain(text: str, before: TextEntry, entry: TextEntry) -> bool:
    """Return whether nothing but a comma and space stands between two entries."""
    return not text[before.end : entry.head].strip(", \t")


def _inside(entry: TextEntry, end: int) -> tuple[int, int]:
    """Return what the only entry takes up: with the space around it, if nothing else is there."""
    text, node = entry.tree.text, entry.within.node
    start, close = node.start + 1, node.end - 1
    around = text[start : entry.head] + text[end:close]
    return (entry.head, end) if around.strip() else (start, close)


def _lines_start(entry: TextEntry) -> int:
    """Return where an entry's first line starts, with the comments right above it."""
    text, start = entry.tree.text, line_start(entry.tree.text, entry.head)
    at = entry.at
    floor = entry.within.entry(at - 1).end if at else entry.within.node.start
    while True:
        above = line_start(text, start - 1) if start else 0
        if text.endswith("\r\n", 0, start):
            above = line_start(text, start - 2)
        if above <= floor or above == start or not _COMMENT_LINE.match(text, above):
            return start
        start = above


def give_value(entry: TextEntry, written: str) -> list[TextChange]:
    """Give an entry another value."""
    if not entry.is_empty:
        return [TextChange(entry.node.start, entry.node.end, written)]
    place = entry.after_head
    if entry.has_colon:
        space = "" if entry.tree.text[place : place + 1] == " " else " "
        place += 1 if not space else 0
        following = entry.tree.text[place : place + 1]
        return [
            TextChange(place, place, space + written + ("" if following in ",}] \r\n" else " "))
        ]
    return [TextChange(place, place, f": {written}")]


def _comma(text: str, entry: TextEntry) -> int | None:
    """Return where the comma after an entry ends, if there is one."""
    found = _TO_COMMA.match(text, entry.end)
    return found.end() if found else None


def _own_line(text: str, at: int) -> str | None:
    """Return the line break and indentation before an entry that starts its line."""
    start = line_start(text, at)
    indent = text[start:at]
    return None if indent.strip() or not start else line_break(text, at) + indent
