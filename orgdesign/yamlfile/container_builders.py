"""The collections that are open while a text is read, and what may go into them."""

from __future__ import annotations

from typing import Any

from orgdesign.model import shorten
from orgdesign.yamlfile.limits import MAX_ENTRIES, MAX_ITEMS
from orgdesign.yamlfile.problem_collector import ProblemCollector
from orgdesign.yamlfile.tree import PLAIN, Tree

MERGE = "<<"


class ContainerBuilder:
    """A collection that is being read: its node, its data, and how much it repeats."""

    __slots__ = ("before", "holds", "index")
    holds: Any

    def __init__(self, index: int, before: int) -> None:
        self.index = index
        self.before = before

    def add(self, index: int, data: Any, tree: Tree, collector: ProblemCollector) -> None:
        """Take the next node that is read, and its data."""
        raise NotImplementedError

    def finish(self, tree: Tree, collector: ProblemCollector) -> None:
        """Do what can be done once everything is read."""


class RootBuilder(ContainerBuilder):
    """The document itself, which holds one mapping."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.holds = {}

    def add(self, index: int, data: Any, tree: Tree, collector: ProblemCollector) -> None:
        """Take the one mapping, and refuse anything else."""
        if type(data) is not dict:
            refuse_root("a list" if type(data) is list else "a text", index, tree, collector)
        self.holds = data


def refuse_root(what: str, index: int, tree: Tree, collector: ProblemCollector) -> None:
    """Refuse a document that is not a mapping."""
    text = tree.text[tree.starts[index] : tree.ends[index]]
    message = _ROOT.format(what) if text or what != "a text" else EMPTY
    collector.abort(tree.starts[index], message, text)


class ListBuilder(ContainerBuilder):
    """A list that is being read."""

    __slots__ = ()

    def __init__(self, index: int, before: int) -> None:
        super().__init__(index, before)
        self.holds = []

    def add(self, index: int, data: Any, tree: Tree, collector: ProblemCollector) -> None:
        """Take the next item."""
        holds: list[Any] = self.holds
        holds.append(data)
        if len(holds) > MAX_ITEMS:
            message = f"this list has more than {MAX_ITEMS:,} items; shorten it"
            collector.abort(tree.starts[self.index], message)


class MappingBuilder(ContainerBuilder):
    """A mapping that is being read: keys and values in turn."""

    __slots__ = ("_awaits_key", "_first", "_key", "_merged", "_unread")

    def __init__(self, index: int, before: int) -> None:
        super().__init__(index, before)
        self.holds = {}
        self._awaits_key = True
        self._key: str | None = None
        self._merged: list[tuple[int, Any]] | None = None
        self._first: dict[str | None, int] | None = None
        self._unread = index + 1

    def add(self, index: int, data: Any, tree: Tree, collector: ProblemCollector) -> None:
        """Take the next key, or the value of the last one."""
        if self._awaits_key:
            self._awaits_key = False
            new = type(data) is str and data not in self.holds and data != MERGE
            self._key = data if new else self._checked_key(index, data, tree, collector)
            return
        self._awaits_key = True
        key = self._key
        if key is None:
            return
        if key == MERGE and tree.styles[index - 1] == PLAIN:
            self._merged = [*(self._merged or ()), (index, data)]
        else:
            self.holds[key] = data
            if len(self.holds) > MAX_ENTRIES:
                message = f"this mapping has more than {MAX_ENTRIES:,} keys; take some out"
                collector.abort(tree.starts[self.index], message)

    def finish(self, tree: Tree, collector: ProblemCollector) -> None:
        """Add what merge keys bring, where the mapping does not say it itself."""
        for index, value in self._merged or ():
            for source in value if type(value) is list else [value]:
                if type(source) is not dict:
                    collector.add(tree.starts[index], _NOT_MERGED, MERGE)
                    continue
                for key, data in source.items():
                    self.holds.setdefault(key, data)

    def _checked_key(
        self, index: int, data: Any, tree: Tree, collector: ProblemCollector
    ) -> str | None:
        start = tree.starts[index]
        if data is None:
            collector.add(start, _NO_KEY)
        elif type(data) is not str:
            collector.add(start, _COMPLEX, tree.text[start : tree.ends[index]])
        elif data in self.holds or (data == MERGE and self._merged):
            line, _ = collector.places.position_of(tree.starts[self._first_of(data, index, tree)])
            told = f'"{shorten(data)}" is already written on line {line}; keep one of the two'
            collector.add(start, told, data)
        else:
            return data
        return None

    def _first_of(self, key: str, end: int, tree: Tree) -> int:
        # Read on from where the last search ended, as a mapping may repeat each of its keys.
        first = self._first = self._first or {}
        while self._unread < end:
            known = self._unread
            first.setdefault(tree.values[tree.targets.get(known, known)], known)
            self._unread = tree.next(tree.next(known))
        return first[key]


EMPTY = "this file is empty; start one with: orgdesign new FILE"
_ROOT = (
    "this file holds {} where an organisation is expected; "
    "start with: organization: the name of your organisation"
)
_NO_KEY = 'there is no key before this ":"; write one, as in name: Claims'
_COMPLEX = "a key is one text; if this text starts with a bracket, put it in quotes"
_NOT_MERGED = '"<<" takes the values of another mapping, as in <<: *name; correct it or delete it'
