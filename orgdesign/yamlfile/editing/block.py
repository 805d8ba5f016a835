"""Entries that stand on lines of their own: put in, taken out, given another value."""

from __future__ import annotations

import re

from orgdesign.yamlfile.editing.entries import Collection, TextEntry, line_break, line_end
from orgdesign.yamlfile.incremental import TextChange, line_start

_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
_SPACE = re.compile(r"[ \t]*")


def put_in(within: Collection, at: int, lines: str) -> list[TextChange]:
    """Put an entry, written without indentation, before the one at a position, or last."""
    if at < len(within):
        return [_before(within.entry(at), lines)]
    text, last = within.tree.text, within.entry(at - 1)
    newline, place = line_break(text, last.end), last.lines_end
    written = newline.join(_indented(lines, within.column()))
    gap = newline if at > 1 and _is_blank(text, within.entry(at - 1).lines_start) else ""
    if place == len(text) and not text.endswith(("\n", "\r")):
        return [TextChange(place, place, newline + gap + written)]
    return [TextChange(place, place, gap + written + newline)]


def _before(entry: TextEntry, lines: str) -> TextChange:
    newline = line_break(entry.tree.text, entry.head)
    written = newline.join(_indented(lines, entry.column))
    if not entry.shares_line:
        return TextChange(entry.lines_start, entry.lines_start, written + newline)
    indent = " " * entry.column
    return TextChange(entry.head, entry.head, written[entry.column :] + newline + indent)


def _indented(lines: str, column: int) -> list[str]:
    indent = " " * column
    return [indent + line if line.strip() else line for line in lines.split("\n")]


def _is_blank(text: str, start: int) -> bool:
    """Return whether the line above is blank."""
    above = line_start(text, start - 1) if start else 0
    if start > 1 and text.endswith("\r\n", 0, start):
        above = line_start(text, start - 2)
    return start > 0 and bool(_BLANK.fullmatch(text, above, start))


def taken_out(entry: TextEntry) -> list[TextChange]:
    """Take an entry out; a collection of which it is the last stays, empty."""
    if len(entry.within) == 1:
        return _emptied(entry)
    text = entry.tree.text
    if entry.shares_line:
        return [TextChange(entry.head, _past_space(text, entry.lines_end), "")]
    start, end = entry.lines_start, entry.lines_end
    if end == len(text) and not text.endswith(("\n", "\r")):
        return [TextChange(_without_break(text, start), end, "")]
    return [TextChange(start, end, "")]


def _emptied(entry: TextEntry) -> list[TextChange]:
    text, within = entry.tree.text, entry.within
    holder = within.holder
    if holder is None:
        raise entry.refusal("this is all that the file says")
    empty = "[]" if within.node.is_list else "{}"
    if entry.shares_line:
        end = entry.lines_end
        return [TextChange(entry.head, end - len(_last_break(text, end)), empty)]
    start, end = entry.lines_start, entry.lines_end
    if end == len(text) and not text.endswith(("\n", "\r")):
        start = _without_break(text, start)
    head = TextChange(holder.after_head, holder.after_head, f" {empty}")
    return [head, TextChange(start, end, "")]


def _without_break(text: str, start: int) -> int:
    """Return where the last line before a place ends, blank lines left out."""
    while start > 0:
        end = start - len(_last_break(text, start))
        start = line_start(text, end)
        if text[start:end].strip(" \t"):
            return end
    return start


def _last_break(text: str, end: int) -> str:
    if text.endswith("\r\n", 0, end):
        return "\r\n"
    return text[end - 1 : end] if text[end - 1 : end] in ("\n", "\r") else ""


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def give_value(entry: TextEntry, written: str) -> list[TextChange]:
    """Give an entry another value: what follows its colon or dash, with the lines under it.

    A comment at the end of the line stays.
    """
    text = entry.tree.text
    newline = line_break(text, entry.head)
    first, *more = written.split("\n")
    body = _indented("\n".join(more), entry.column) if more else []
    node = entry.node
    if not more and node.style in " '\"[{" and first.startswith(" ") and not entry.is_empty:
        return [TextChange(node.start, node.end, first[1:])]
    end, comment = _what_stays(entry)
    head = entry.after_head
    new = newline.join((first + comment, *body))
    return [_trimmed(text, TextChange(head, end, new))]


def _what_stays(entry: TextEntry) -> tuple[int, str]:
    """Return where an entry's value ends with its line, and what stays at the end of its first."""
    text, node = entry.tree.text, entry.node
    if entry.is_empty:
        end = line_end(text, entry.after_head)
        return end, text[entry.after_head : end]
    if node.style in "|>":
        found = _HEADER.match(text, node.start)
        return node.end, (found[1] or "") if found else ""
    end = line_end(text, node.end)
    if node.style in ":-":
        first = line_end(text, entry.after_head)
        return end, text[entry.after_head : first] if first < node.start else ""
    return end, text[node.end : end]


def _trimmed(text: str, change: TextChange) -> TextChange:
    """Leave out of a change what it does not change at its start and end."""
    old, new = text[change.start : change.end], change.text
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return TextChange(change.start + start, change.end - end, new[start : len(new) - end])


def start_collection(holder: TextEntry, lines: str, step: int) -> list[TextChange]:
    """Start a collection under a key that has nothing, or empty braces, with its first entry."""
    if holder.key is None:
        return give_value(holder, " " + "\n".join(_indented(lines, 2)).lstrip())
    return give_value(holder, "\n" + "\n".join(_indented(lines, step)))


def entry_lines(entry: TextEntry) -> str:
    """Return an entry as it is written, its comments with it, without its indentation."""
    text, column = entry.tree.text, entry.column
    start = entry.head if entry.shares_line else entry.lines_start
    lines = text[start : entry.lines_end].splitlines()
    indent = " " * column
    return "\n".join(line.removeprefix(indent) for line in lines)
