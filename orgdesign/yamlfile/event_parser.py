"""Text to tree and plain data in one pass over the C parser's events, with caps as it goes.

The events are used, and not PyYAML's own composing: that is ten times slower, and the C
library crashes the process when a file nests too deeply.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import YAMLError
from yaml import events as yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from orgdesign.model import shorten
from orgdesign.problems import Problem
from orgdesign.yamlfile import limits
from orgdesign.yamlfile.container_builders import (
    EMPTY,
    ContainerBuilder,
    ListBuilder,
    MappingBuilder,
    RootBuilder,
    refuse_root,
)
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.problem_collector import ProblemCollector, ReadingStopped
from orgdesign.yamlfile.syntax import TOO_DEEP, plain_words
from orgdesign.yamlfile.tree import (
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
from orgdesign.yamlfile.utf8_text import character, first_unseen

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+(?:[ \t\r\n]+|#[^\r\n]*)*")
_SHORT = 50
_BLOCKS = frozenset((LITERAL, FOLDED))
_FLOWS = frozenset((FLOW_MAPPING, FLOW_LIST))


class ParsedText(NamedTuple):
    """What a text holds: its tree, the same as plain data, and what is wrong so far.

    ``data`` is None when the text was refused. Texts are as written, and an empty plain
    value is None.
    """

    tree: Tree
    data: dict[str, Any] | None
    problems: list[Problem]


def parse(text: str, places: LineIndex) -> ParsedText:
    """Read a text's one document, whose root must be a mapping."""
    collector = ProblemCollector(places)
    parsing = _Parsing(text, collector)
    try:
        return ParsedText(parsing.tree, parsing.run(), collector.problems)
    except ReadingStopped:
        pass
    except YAMLError as error:
        collector.problems.append(plain_words(error, text, places))
    return ParsedText(parsing.tree, None, collector.problems)


class _Parsing:
    """One pass over the events of a text."""

    def __init__(self, text: str, collector: ProblemCollector) -> None:
        self.text = text
        self.collector = collector
        self.tree = Tree(text)
        self.frames: list[ContainerBuilder] = [RootBuilder()]
        self.anchored: dict[str, int] = {}
        self.finished: dict[int, tuple[Any, int]] = {}
        self.aliased = 0
        self.end = 0
        self.documents = 0
        self.crowd = limits.CROWD

    def run(self) -> dict[str, Any]:
        """Read every event, and return the data of the document."""
        steps: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.open_mapping,
            yaml.SequenceStartEvent: self.open_list,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
            yaml.DocumentEndEvent: lambda _: None,
            yaml.StreamStartEvent: lambda _: None,
        }
        next_event = CParser(self.text).get_event
        event = next_event()
        while type(event) is not yaml.StreamEndEvent:
            steps[type(event)](event)
            event = next_event()
        if not self.documents:
            self.collector.abort(0, EMPTY)
        self.check_anchors()
        root: dict[str, Any] = self.frames[0].holds
        return root

    def document(self, event: yaml.DocumentStartEvent) -> None:
        """Welcome the first document, and refuse a second one."""
        self.documents += 1
        if self.documents > 1:
            start: Any = event.start_mark
            self.collector.abort(start.index, _SECOND, "---")

    def scalar(self, event: Any) -> None:
        """Take one text."""
        value, style, size = event.value, event.style, len(event.value)
        if size < _SHORT:
            value = sys.intern(value)
        if style or event.anchor or event.tag or size > limits.MAX_TEXT:
            self.other_scalar(event, value, style)
            return
        self.end = end = event.end_mark.index
        index = self.tree.add(PLAIN, event.start_mark.index, end, value)
        if index >= self.crowd:
            self.check_crowd(index, end)
        self.frames[-1].add(index, value or None, self.tree, self.collector)

    def other_scalar(self, event: Any, value: str, style: str) -> None:
        """Take a text that is more than short plain words."""
        kind = ord(style or " ")
        index = self.add(event, kind, value)
        if len(value) > limits.MAX_TEXT:
            self.collector.add(self.tree.starts[index], _too_long(len(value)), value)
        if kind == DOUBLE:
            self.check_escapes(index, value)
        if event.anchor:
            self.finished[index] = (value, 1)
        self.place(index, value if value or kind != PLAIN else None)

    def open_mapping(self, event: yaml.MappingStartEvent) -> None:
        """Start a mapping."""
        index = self.add(event, FLOW_MAPPING if event.flow_style else BLOCK_MAPPING)
        self.open(MappingBuilder(index, self.size))

    def open_list(self, event: yaml.SequenceStartEvent) -> None:
        """Start a list."""
        index = self.add(event, FLOW_LIST if event.flow_style else BLOCK_LIST)
        if len(self.frames) == 1 and not event.flow_style:  # one in brackets may be unclosed
            refuse_root("a list", index, self.tree, self.collector)
        self.open(ListBuilder(index, self.size))

    def alias(self, event: yaml.AliasEvent) -> None:
        """Repeat what was anchored before."""
        index, name = self.add(event, ALIAS), str(event.anchor)
        target = self.anchored.get(name)
        if target is None or target not in self.finished:
            message = _UNKNOWN_ALIAS if target is None else _RECURSIVE
            told = message.format(shorten(name))
            self.collector.add(self.tree.starts[index], told, f"*{name}")
            self.place(index, None)
            return
        data, size = self.finished[target]
        self.aliased += size
        if self.aliased > limits.MAX_ALIASED:
            self.collector.abort(self.tree.starts[index], _BOMB, f"*{name}")
        self.tree.targets[index] = target
        self.place(index, data)

    def close(self, event: yaml.CollectionEndEvent) -> None:
        """End the collection that was opened last."""
        frame, tree = self.frames.pop(), self.tree
        index = frame.index
        if tree.styles[index] in _FLOWS:
            end: Any = event.end_mark
            self.end = end.index
        tree.ends[index] = self.end
        tree.after[index] = len(tree)
        frame.finish(tree, self.collector)
        if index in tree.anchors:
            self.finished[index] = (frame.holds, self.size - frame.before + 1)
        self.place(index, frame.holds)

    def add(self, event: Any, style: int, value: str | None = None) -> int:
        """Put a node on the tape, and return its place there."""
        start, self.end = event.start_mark.index, event.end_mark.index
        if style in _BLOCKS:
            self.end = start + len(self.text[start : self.end].rstrip())
        index = self.tree.add(style, start, self.end, value)
        if index >= self.crowd:
            self.check_crowd(index, start)
        if style != ALIAS and (event.anchor or event.tag):
            self.note_properties(index, event)
        return index

    def check_crowd(self, nodes: int, start: int) -> None:
        """Refuse a file of too many values, or of many that say next to nothing."""
        self.crowd = min(nodes + limits.CROWD // 4, limits.MAX_NODES)
        if nodes >= limits.MAX_NODES or start < nodes * limits.LEAST_CHARACTERS:
            self.collector.abort(start, _TOO_MANY.format(nodes))

    def note_properties(self, index: int, event: Any) -> None:
        """Refuse a node's tag, and remember its anchor."""
        start = self.tree.starts[index]
        if event.tag:
            tag = self.text[start : start + 80].split(None, 1)[0]
            self.collector.add(start, _TAG.format(shorten(tag)), tag)
        if event.anchor:
            self.tree.anchors[index] = event.anchor
            self.anchored[event.anchor] = index
            found = _ANCHOR.match(self.text, start)
            self.tree.starts[index] = found.end() if found else start

    def open(self, frame: ContainerBuilder) -> None:
        """Go one level deeper."""
        if len(self.frames) > limits.MAX_DEPTH:
            self.collector.abort(self.tree.starts[frame.index], TOO_DEEP)
        self.frames.append(frame)

    def place(self, index: int, data: Any) -> None:
        """Put a node's data into the collection that is open."""
        self.frames[-1].add(index, data, self.tree, self.collector)

    @property
    def size(self) -> int:
        """How many nodes there are so far, those that aliases repeat included."""
        return len(self.tree) + self.aliased

    def check_escapes(self, index: int, value: str) -> None:
        """Refuse control characters that a quoted text spells with a backslash."""
        char = first_unseen(value)
        if char:
            message = f"this text spells {character(char)} with a backslash; delete that"
            self.collector.add(self.tree.starts[index], message, value)

    def check_anchors(self) -> None:
        """Refuse anchors on texts that nothing repeats: a text that starts with & is lost."""
        used = set(self.tree.targets.values())
        for index, name in self.tree.anchors.items():
            if index not in used and self.tree.styles[index] == PLAIN:
                start = self.text.rfind(f"&{name}", 0, self.tree.starts[index])
                self.collector.add(start, _UNUSED.format(shorten(name)), f"&{name}")


def _too_long(size: int) -> str:
    limit = f"{limits.MAX_TEXT:,}"
    return f"this text is too long: {size:,} characters, and the limit is {limit}; shorten it"


_SECOND = "a second document starts here; keep one organisation in one file"
_BOMB = "the aliases up to here repeat too much; write the values out instead"
_TOO_MANY = "this file holds too many values, {:,} up to here; split it into several files"
_TAG = 'tags such as "{}" are not used here; delete the tag, or put the text in quotes'
_RECURSIVE = '"*{}" repeats a value inside of itself; write it out instead'
_UNKNOWN_ALIAS = (
    'nothing before this is anchored as "&{0}"; if the text starts with *, put it in quotes'
)
_UNUSED = (
    'nothing repeats the anchor "&{}", so it says nothing; delete it, '
    "or put a text that starts with & in quotes"
)
