"""The tree of a text: every value and key with the exact characters that spell it.

It is kept as a tape, a few bytes a node and in the order of the text, as a file of 10,000
functions has some 400,000 of them; a `TreeNode` is a view that is made when one is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from orgdesign.value_objects import value_object

Key = str | int
Path = tuple[Key, ...]

PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED = b" '\"|>"
BLOCK_MAPPING, BLOCK_LIST, FLOW_MAPPING, FLOW_LIST, ALIAS = b":-{[*"
_MAPPINGS = frozenset((BLOCK_MAPPING, FLOW_MAPPING))
_LISTS = frozenset((BLOCK_LIST, FLOW_LIST))
_COLLECTIONS = _MAPPINGS | _LISTS
_SCALARS = frozenset((PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED))


Place = tuple[int, int | None, bool]
"""Where a value stands on the tape, and its key; whether it came through a merge key."""


class Tree:
    """The tape of a text's nodes; the root is node 0, and a mapping's keys and values alternate.

    ``styles`` holds how each node is written, ``starts`` and ``ends`` its characters in the
    text (anchors left out), ``values`` the text of a scalar, ``after`` the node that follows
    a node and all that it holds; ``anchors`` and ``targets`` are filled where
    ``&name`` and ``*name`` are written.
    """

    __slots__ = (
        "_entries",
        "_keys",
        "_places",
        "after",
        "anchors",
        "ends",
        "starts",
        "styles",
        "targets",
        "text",
        "values",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.styles = bytearray()
        self.starts = array("I")
        self.ends = array("I")
        self.after = array("I")
        self.values: list[str | None] = []
        self.anchors: dict[int, str] = {}
        self.targets: dict[int, int] = {}
        self._entries: dict[int, dict[Key, Place]] = {}
        self._keys: dict[int, list[int]] = {}
        self._places: dict[int, dict[Key | None, int]] = {}

    def __len__(self) -> int:
        return len(self.styles)

    def add(self, style: int, start: int, end: int, value: str | None = None) -> int:
        """Put a node on the tape, and return its place there."""
        index = len(self.styles)
        self.styles.append(style)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)
        self.after.append(index + 1)
        return index

    @property
    def root(self) -> TreeNode:
        """The whole document."""
        return TreeNode(self, 0)

    def find(self, path: Path) -> TreeNode | None:
        """Return the node that a path of keys and list positions leads to."""
        node: TreeNode | None = self.root
        for key in path:
            if node is None:
                return None
            node = self._child(node, key)
        return node

    def nearest(self, path: Path) -> tuple[TreeNode, bool]:
        """Return the node at a path and true, or its closest ancestor there is, and false."""
        node = self.root
        for key in path:
            child = self._child(node, key)
            if child is None:
                return node, False
            node = child
        return node, True

    def _child(self, parent: TreeNode, key: Key) -> TreeNode | None:
        """Return what a node holds under a key.

        To make a node of each key of a large mapping takes most of an edit, which looks for one.
        """
        index = parent.target.index
        if index not in self._entries and self.styles[index] in _MAPPINGS:
            places = self._places_of_names(index)
            if key in places and None not in places:  # None for an alias, which may say the same
                at = places[key]
                return TreeNode(self, self.next(at), at)
        place = self._child_places(index).get(key)
        return None if place is None else TreeNode(self, *place)

    def _places_of_names(self, index: int) -> dict[Key | None, int]:
        """Return where each key of a mapping stands, the first of those that say the same."""
        if index not in self._places:
            keys = self.keys(index)
            self._places[index] = dict(
                zip(reversed(self.names(index)), reversed(keys), strict=True)
            )
        return self._places[index]

    def entries(self, index: int) -> dict[Key, TreeNode]:
        """Return what a collection holds, by key or by position from 0."""
        return {key: TreeNode(self, *place) for key, place in self._child_places(index).items()}

    def _child_places(self, index: int) -> dict[Key, Place]:
        """Return where that stands, found once: nodes that are kept would keep the tree alive."""
        if index not in self._entries:
            self._entries[index] = dict(self._children_of(index))
        return self._entries[index]

    def next(self, index: int) -> int:
        """Return the node that follows a node and all that it holds."""
        return self.after[index]

    def is_collection(self, index: int) -> bool:
        """Whether a node is a mapping or a list, and no alias of one."""
        return self.styles[index] in _COLLECTIONS

    def keys(self, index: int) -> list[int]:
        """Return the keys of a mapping as positions on the tape; found once."""
        if index not in self._keys:
            self._keys[index] = [key for key, _ in self.pairs(index)]
        return self._keys[index]

    def keep_keys(self, index: int, keys: list[int]) -> None:
        """Take the keys of a mapping as known, where they need not be looked for."""
        self._keys[index] = keys

    def names(self, index: int) -> list[str | None]:
        """Return the texts of a mapping's keys; None for an alias or a collection."""
        return list(map(self.values.__getitem__, self.keys(index)))

    def under(self, index: int, name: str) -> int | None:
        """Return the value under a key of a mapping that is written there itself, if any."""
        names = self.names(index)
        return self.next(self.keys(index)[names.index(name)]) if name in names else None

    def pairs(self, index: int) -> Iterator[tuple[int, int]]:
        """Yield each key and value of a mapping as positions on the tape."""
        key, last = index + 1, self.next(index)
        while key < last:
            value = self.next(key)
            yield key, value
            key = self.next(value)

    def _children_of(self, index: int) -> Iterator[tuple[Key, Place]]:
        if self.styles[index] in _LISTS:
            yield from self._items(index)
        elif self.styles[index] in _MAPPINGS:
            yield from self._merged(index)
            yield from self._own(index)

    def _items(self, index: int) -> Iterator[tuple[Key, Place]]:
        item, position, last = index + 1, 0, self.next(index)
        while item < last:
            yield position, (item, None, False)
            item, position = self.next(item), position + 1

    def _own(self, index: int) -> Iterator[tuple[Key, Place]]:
        seen: set[str] = set()
        for key, value in self.pairs(index):
            name = self.values[self.targets.get(key, key)]
            if name is not None and name not in seen:
                seen.add(name)
                yield name, (value, key, False)

    def _merged(self, index: int) -> Iterator[tuple[Key, Place]]:
        for key, value in self.pairs(index):
            if self.values[key] == "<<" and self.styles[key] == PLAIN:
                source = TreeNode(self, value)
                listed = list(source.entries().values()) if source.is_list else [source]
                for mapping in reversed(listed):
                    for name, node in mapping.entries().items():
                        yield name, (node.index, node.key_index, True)


@value_object
class TreeNode:
    """One value of the text, and the key it stands under."""

    tree: Tree
    index: int
    key_index: int | None = None
    merged: bool = False
    """Whether it came through a merge key (``<<``), and so is written elsewhere."""

    @property
    def style(self) -> str:
        """How it is written: one of ``' " | >``, a space for plain; ``: - { [``; ``*``."""
        return chr(self.tree.styles[self.index])

    @property
    def start(self) -> int:
        """Where its first character stands in the text."""
        return self.tree.starts[self.index]

    @property
    def end(self) -> int:
        """Where its last character ends; comments and blank lines after it are left out."""
        return self.tree.ends[self.index]

    @property
    def text(self) -> str:
        """The characters that spell it."""
        return self.tree.text[self.start : self.end]

    @property
    def value(self) -> str | None:
        """What a scalar says; None for a collection."""
        return self.tree.values[self.target.index]

    @property
    def key(self) -> TreeNode | None:
        """The key that it stands under, or None in a list."""
        return None if self.key_index is None else TreeNode(self.tree, self.key_index)

    @property
    def anchor(self) -> str | None:
        """The name it is anchored by (``&name``), if any."""
        return self.tree.anchors.get(self.index)

    @property
    def is_alias(self) -> bool:
        """Whether it only repeats (``*name``) what is written elsewhere."""
        return self.tree.styles[self.index] == ALIAS

    @property
    def target(self) -> TreeNode:
        """What an alias repeats; any other node itself."""
        target = self.tree.targets.get(self.index)
        return self if target is None else TreeNode(self.tree, target, self.key_index, self.merged)

    @property
    def is_list(self) -> bool:
        """Whether it holds items by position."""
        return self.tree.styles[self.target.index] in _LISTS

    @property
    def is_mapping(self) -> bool:
        """Whether it holds values by key."""
        return self.tree.styles[self.target.index] in _MAPPINGS

    @property
    def is_scalar(self) -> bool:
        """Whether it is one text."""
        return self.tree.styles[self.target.index] in _SCALARS

    def entries(self) -> dict[Key, TreeNode]:
        """Return what a collection holds, by key or by position; merged values included."""
        return self.tree.entries(self.target.index)


def to_plain_data(node: TreeNode) -> Any:
    """Return what a node says, with what it repeats or merges in place."""
    if node.is_list:
        return [to_plain_data(each) for each in node.entries().values()]
    if node.is_mapping:
        own = {key: to_plain_data(each) for key, each in node.entries().items() if not each.merged}
        merged = {key: to_plain_data(each) for key, each in node.entries().items() if each.merged}
        return {**own, **{key: value for key, value in merged.items() if key not in own}}
    value = node.value
    return None if value == "" and node.target.style == " " else value
