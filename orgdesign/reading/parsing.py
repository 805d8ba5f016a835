"""Text to tree and plain data in one pass over the C parser's events, with caps as it goes.

The events are used, and not PyYAML's own composing: that is ten times slower, and the C
library crashes the process when a file nests too deeply.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import Any

from yaml import YAMLError
from yaml.cyaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgdesign.problems import Problem
from orgdesign.reading import limits
from orgdesign.reading.decoding import character, first_unseen
from orgdesign.reading.places import Places
from orgdesign.reading.syntax import plain_words
from orgdesign.reading.tree import (
    ALIAS,
    BLOCK_LIST,
    BLOCK_MAPPING,
    DOUBLE,
    FLOW_LIST,
    FLOW_MAPPING,
    FOLDED,
    LITERAL,
    PLAIN,
    Tree,
)

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+(?:[ \t\r\n]|(?<=\s)#[^\r\n]*)*")
_SHORT = 50


class _Stop(Exception):  # noqa: N818 - reading ends here, with the problems found so far
    """The file is refused; nothing after this place is read."""


@dataclass(slots=True)
class Parsed:
    """What a text holds: its tree, the same as plain data, and what is wrong so far.

    ``data`` is None when the text was refused. Texts are as written, and an empty plain
    value is None.
    """

    tree: Tree
    data: dict[str, Any] | None = None
    problems: list[Problem] = field(default_factory=list)


def parse(text: str, places: Places) -> Parsed:
    """Read a text's one document, whose root must be a mapping."""
    parsing = _Parsing(text, places)
    try:
        parsing.run()
    except _Stop:
        parsing.parsed.data = None
    except YAMLError as error:
        parsing.parsed.data = None
        parsing.parsed.problems.append(plain_words(error, text, places))
    return parsing.parsed


class _Frame:
    """A collection that is being read."""

    __slots__ = ("awaits_key", "before", "firsts", "holds", "index", "key", "merges", "unread")

    def __init__(self, index: int, holds: dict[str, Any] | list[Any], before: int) -> None:
        self.index = index
        self.holds = holds
        self.before = before
        self.awaits_key = type(holds) is dict
        self.key: str | None = None
        self.merges: list[Any] = []
        self.firsts: dict[str, int] = {}
        self.unread = index + 1


class _Parsing:
    """One pass over the events of a text."""

    def __init__(self, text: str, places: Places) -> None:
        self.tree = Tree(text)
        self.parsed = Parsed(self.tree)
        self.places = places
        self.text = text
        self.frames: list[_Frame] = []
        self.anchored: dict[str, int] = {}
        self.finished: dict[int, tuple[Any, int]] = {}
        self.aliased = 0
        self.end = 0
        self.documents = 0

    def run(self) -> None:
        steps = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.mapping,
            SequenceStartEvent: self.list,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
        }
        next_event = CParser(self.text).get_event
        event: Any = next_event()
        while type(event) is not StreamEndEvent:
            step: Any = steps.get(type(event))
            if step is not None:
                step(event)
            event = next_event()
        if not self.documents:
            self.refuse(0, "this file is empty; start one with: orgdesign new FILE")

    # What may come.

    def document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(
                event.start_mark.index,
                "a second document starts here; keep one organisation in one file",
                "---",
            )

    def scalar(self, event: ScalarEvent) -> None:
        value, style = event.value, event.style
        kind = ord(style) if style else PLAIN
        index = self.add(event, kind, value)
        if not self.frames:
            self.refuse_root(index, "a text")
        if len(value) < _SHORT:
            value = sys.intern(value)
        elif len(value) > limits.MAX_TEXT:
            self.too_long(index, value)
        self.tree.values[index] = value
        if kind == DOUBLE and "\\" in self.tree.text[self.tree.starts[index] : self.end]:
            self.check_escapes(index, value)
        self.place(index, value if value or kind != PLAIN else None)
        if event.anchor:
            self.finished[index] = (value, 1)

    def mapping(self, event: MappingStartEvent) -> None:
        index = self.add(event, FLOW_MAPPING if event.flow_style else BLOCK_MAPPING, None)
        self.open(index, {})

    def list(self, event: SequenceStartEvent) -> None:
        index = self.add(event, FLOW_LIST if event.flow_style else BLOCK_LIST, None)
        if not self.frames:
            self.refuse_root(index, "a list")
        self.open(index, [])

    def alias(self, event: AliasEvent) -> None:
        index = self.add(event, ALIAS, None)
        target = self.anchored.get(event.anchor)
        if target is None or target not in self.finished:
            self.wrong_alias(index, event.anchor, known=target is not None)
            self.place(index, None)
            return
        data, size = self.finished[target]
        self.aliased += size
        if self.aliased > limits.MAX_ALIASED:
            self.refuse(self.tree.starts[index], _BOMB, f"*{event.anchor}")
        self.tree.targets[index] = target
        self.place(index, data)

    def close(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        frame = self.frames.pop()
        tree, index = self.tree, frame.index
        if tree.styles[index] in (FLOW_MAPPING, FLOW_LIST):
            self.end = event.end_mark.index
        elif index in tree.anchors:
            tree.starts[index] = tree.starts[index + 1]
        tree.ends[index] = self.end
        tree.after[index] = len(tree.styles)
        if frame.merges:
            self.merge(frame)
        if index in tree.anchors:
            self.finished[index] = (frame.holds, self.size() - frame.before)
        if self.frames:
            self.settle(frame.holds, index)
        else:
            self.parsed.data = frame.holds  # type: ignore[assignment]

    # The tape.

    def add(self, event: Any, style: int, value: str | None) -> int:
        tree = self.tree
        index = len(tree.styles)
        if index >= limits.MAX_NODES:
            self.refuse(event.start_mark.index, _TOO_MANY.format(limits.MAX_NODES))
        tree.styles.append(style)
        tree.starts.append(event.start_mark.index)
        self.end = end = event.end_mark.index
        tree.ends.append(end)
        tree.after.append(index + 1)
        tree.values.append(value)
        if style == LITERAL or style == FOLDED:
            self.end_block(index)
        if style != ALIAS and (event.anchor or event.tag):
            self.note_properties(index, event)
        return index

    def end_block(self, index: int) -> None:
        start, end = self.tree.starts[index], self.tree.ends[index]
        self.end = self.tree.ends[index] = start + len(self.text[start:end].rstrip())

    def note_properties(self, index: int, event: Any) -> None:
        start = self.tree.starts[index]
        if event.tag:
            tag = self.text[start : start + 80].split(None, 1)[0]
            self.problem(start, _TAG.format(tag), tag)
        if event.anchor:
            self.tree.anchors[index] = event.anchor
            self.anchored[event.anchor] = index
            found = _ANCHOR.match(self.text, start)
            self.tree.starts[index] = found.end() if found else start

    def size(self) -> int:
        return len(self.tree.styles) + self.aliased

    # Where a value goes.

    def open(self, index: int, holds: dict[str, Any] | list[Any]) -> None:
        if len(self.frames) >= limits.MAX_DEPTH:
            self.refuse(self.tree.starts[index], _TOO_DEEP.format(limits.MAX_DEPTH))
        self.frames.append(_Frame(index, holds, self.size() - 1))

    def place(self, index: int, data: Any) -> None:
        frame = self.frames[-1]
        if frame.awaits_key:
            self.name(frame, index, data)
        else:
            self.put(frame, index, data)

    def settle(self, data: Any, index: int) -> None:
        self.place(index, data)

    def put(self, frame: _Frame, index: int, data: Any) -> None:
        holds = frame.holds
        if type(holds) is list:
            holds.append(data)
            if len(holds) > limits.MAX_ITEMS:
                self.refuse(self.tree.starts[index], _LONG_LIST.format(limits.MAX_ITEMS))
            return
        frame.awaits_key = True
        key = frame.key
        if key is None:
            return
        if key == "<<" and self.is_merge(index):
            frame.merges.append((index, data))
        else:
            holds[key] = data  # type: ignore[call-overload]

    def is_merge(self, value: int) -> bool:
        # The key of a value stands just before it on the tape, as it is a scalar.
        return self.tree.styles[value - 1] == PLAIN

    def name(self, frame: _Frame, index: int, data: Any) -> None:
        frame.awaits_key = False
        frame.key = None
        if type(data) is not str:
            self.wrong_key(index, data)
        elif data in frame.holds or (data == "<<" and frame.merges):
            self.duplicate(frame, index, data)
        else:
            frame.key = data

    def merge(self, frame: _Frame) -> None:
        mine: Any = frame.holds
        for index, value in frame.merges:
            for source in value if type(value) is list else [value]:
                if type(source) is not dict:
                    self.problem(self.tree.starts[index], _MERGE, "<<")
                    continue
                for key, data in source.items():
                    mine.setdefault(key, data)

    # What is wrong.

    def duplicate(self, frame: _Frame, index: int, key: str) -> None:
        tree = self.tree
        for first, value in self.unread_pairs(frame, index):
            frame.firsts.setdefault(tree.values[tree.targets.get(first, first)] or "", first)
            frame.unread = tree.after[value]
        line, _ = self.places.at(tree.starts[frame.firsts[key]])
        message = f'"{_short(key)}" is already written on line {line}; keep one of the two'
        self.problem(tree.starts[index], message, key)

    def unread_pairs(self, frame: _Frame, end: int) -> Any:
        key, tree = frame.unread, self.tree
        while key < end:
            value = tree.after[key]
            yield key, value
            key = tree.after[value]

    def wrong_key(self, index: int, data: Any) -> None:
        start = self.tree.starts[index]
        if data is None:
            self.problem(start, 'there is no key before this ":"; write one, as in name: Claims')
        else:
            self.problem(start, _COMPLEX, self.text[start : self.tree.ends[index]])

    def wrong_alias(self, index: int, name: str, *, known: bool) -> None:
        message = _RECURSIVE if known else _UNKNOWN_ALIAS
        self.problem(self.tree.starts[index], message.format(_short(name)), f"*{name}")

    def check_escapes(self, index: int, value: str) -> None:
        char = first_unseen(value)
        if char:
            message = f"this text spells {character(char)} with a backslash; delete that"
            self.problem(self.tree.starts[index], message, value)

    def too_long(self, index: int, value: str) -> None:
        message = f"this text is too long: {len(value):,} characters, and the limit is "
        message += f"{limits.MAX_TEXT:,}; shorten it"
        self.problem(self.tree.starts[index], message, value)

    def refuse_root(self, index: int, what: str) -> None:
        start = self.tree.starts[index]
        self.refuse(start, _ROOT.format(what), self.text[start : self.tree.ends[index]])

    def problem(self, index: int, message: str, text: str = "") -> None:
        line, column = self.places.at(index)
        self.parsed.problems.append(Problem(line, column, message, _short(text)))
        if len(self.parsed.problems) >= limits.MAX_PROBLEMS:
            raise _Stop

    def refuse(self, index: int, message: str, text: str = "") -> None:
        self.problem(index, message, text)
        raise _Stop


def _short(text: str, most: int = 60) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= most else line[: most - 1] + "…"


_BOMB = "the aliases up to here repeat too much; write the values out instead"
_TOO_MANY = "this file holds more than {:,} values; split it into several files"
_TOO_DEEP = "this nests more than {} levels deep; take some levels out"
_LONG_LIST = "this list has more than {:,} items; shorten it"
_TAG = 'tags such as "{}" are not used here; delete the tag and keep the value'
_MERGE = '"<<" takes the values of another mapping, as in <<: *name; correct it or delete it'
_COMPLEX = "a key is one text; if this text starts with a bracket, put it in quotes"
_RECURSIVE = '"*{0}" repeats a value inside of itself; write it out instead'
_UNKNOWN_ALIAS = (
    'nothing before this is anchored as "&{0}"; if the text starts with *, put it in quotes'
)
_ROOT = (
    "this file holds {} where an organisation is expected; "
    "start with: organization: the name of your organisation"
)
