"""The manner of the text around an edit: what there is to write alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orgdesign.yamlfile.editing.edits import is_ordered
from orgdesign.yamlfile.editing.entries import Collection, TextEntry
from orgdesign.yamlfile.incremental import line_start
from orgdesign.yamlfile.parts import NOUN_SECTIONS
from orgdesign.yamlfile.tree import Key, Tree, TreeNode
from orgdesign.yamlfile.yaml_text import TextManner, YamlValue

_NEIGHBOURS = 8
_FIRST_NODES = 4000


def alike(within: Collection, key: Key | None, value: YamlValue) -> TreeNode | None:
    """Return something of the same kind to write a new entry like.

    It is what stands under the same key in a neighbour of the collection, or of what holds
    that; or else the nearest entry beside the new one.
    """
    if isinstance(key, str):
        found = next((each for each in _cousins(within, key) if _is_like(each, value)), None)
        if found is not None:
            return found
        if not isinstance(value, Mapping):
            return None
    count = len(within)
    beside = (within.entry(at).node for at in range(count - 1, max(-1, count - _NEIGHBOURS), -1))
    return next((each for each in beside if _is_like(each, value)), None)


def alike_in_place(entry: TextEntry, value: YamlValue) -> TreeNode | None:
    """Return something to write a replaced value like: itself, if it is of the same kind."""
    if _is_like(entry.node, value):
        return entry.node
    key = entry.path[-1]
    beside = (each for each in _cousins(entry.within, key) if _is_like(each, value))
    return next(beside, None)


def manner(within: Collection, *, keeps_blocks: bool = False) -> TextManner:
    """Return how new text in a collection is written."""
    tree = within.tree
    step, dashes = _steps(tree, _enclosing(within))
    can_end = tree.text.endswith(("\n", "\r"))
    keys, texts = key_quote(within), list(_texts(within))
    quote = _quote(texts) if texts else keys
    return TextManner(step, dashes, quote, keeps_blocks, can_end, keys)


def key_quote(within: Collection) -> str:
    """Return the quotes that all keys of a mapping are written in, if they are."""
    if not within.node.is_mapping:
        return key_quote(within.holder.within) if within.holder else ""
    return _quote(TreeNode(within.tree, key) for key in within.heads[:_NEIGHBOURS])


def _is_like(node: TreeNode, value: YamlValue) -> bool:
    if node.is_alias or node.merged:
        return False
    if isinstance(value, Mapping):
        return node.is_mapping and bool(node.entries())
    if isinstance(value, (list, tuple)):
        return node.is_list and bool(node.entries())
    return node.is_scalar and node.start < node.end


def usual_place(within: Collection, key: str) -> int:
    """Return where a new key comes in a mapping: where its neighbours have it, or else last."""
    if is_ordered(within.path):
        return len(within)
    orders = (list(each.entries()) for each in _neighbours(within))
    order = next((names for names in orders if key in names), [])
    later = set(order[order.index(key) + 1 :]) if order else set()
    own = within.tree.names(within.index)
    return next((at for at, name in enumerate(own) if name in later), len(within))


def _cousins(within: Collection, key: Key) -> Iterator[TreeNode]:
    """Yield what stands under the same key in the neighbours of a collection.

    The same id in another section is another thing, and a section may hold thousands.
    """
    if len(within.path) == 1 and within.path[0] in NOUN_SECTIONS.values():
        return
    for neighbour in _neighbours(within):
        node = neighbour.entries().get(key)
        if node is not None:
            yield node


def _neighbours(within: Collection) -> Iterator[TreeNode]:
    """Yield what stands at the same place in the neighbours of what is around."""
    rest: tuple[Key, ...] = ()
    here: Collection = within
    for _ in range(2):
        holder = here.holder
        if holder is None:
            return
        for at in _around(holder.at, len(holder.within)):
            node: TreeNode | None = holder.within.entry(at).node
            for name in rest:
                node = None if node is None else node.entries().get(name)
            if node is not None:
                yield node
        rest, here = (holder.path[-1], *rest), holder.within


def _around(at: int, count: int) -> Iterator[int]:
    for distance in range(1, _NEIGHBOURS + 1):
        if at - distance >= 0:
            yield at - distance
        if at + distance < count:
            yield at + distance


def _texts(within: Collection) -> Iterator[TreeNode]:
    count = len(within)
    for at in range(max(0, count - _NEIGHBOURS), count):
        node = within.entry(at).node
        written = node.is_scalar and node.start < node.end and not node.is_alias
        if written and not (node.style == " " and str(node.value)[:1] in "0123456789+-."):
            yield node


def _quote(texts: Iterable[TreeNode]) -> str:
    styles = {each.style for each in texts}
    quote = styles.pop() if len(styles) == 1 else ""
    return quote if quote in ("'", '"') else ""


def _enclosing(within: Collection) -> list[int]:
    """Return the columns of the block mappings around, the innermost last."""
    columns: list[int] = []
    here: Collection | None = within
    while here is not None:
        if here.node.style == ":":
            columns.insert(0, here.column())
        here = here.holder.within if here.holder else None
    return columns


def _steps(tree: Tree, columns: list[int]) -> tuple[int, bool]:
    """Return how far levels are indented, and whether the dashes under a key are."""
    found = _found_steps(tree)
    step = found[0] or 2
    if len(columns) > 1 and 2 <= columns[-1] - columns[-2] <= 9:
        step = columns[-1] - columns[-2]
    return step, found[1]


def _found_steps(tree: Tree) -> tuple[int, bool]:
    """Look at the first levels of the file, for how it indents them and its lists."""
    step, dashes = 0, True
    last = min(len(tree), _FIRST_NODES)
    for index in range(2, last):
        style = tree.styles[index]
        if style not in b":-" or tree.next(index) <= index + 1:
            continue
        own = _column(tree, index)
        key = _column(tree, index - 1)
        if (
            style == ord(":")
            and not step
            and 2 <= own - key <= 9
            and tree.styles[index - 1] in b" '\""
        ):
            step = own - key
        if style == ord("-") and tree.styles[index - 1] in b" '\"" and 0 <= own - key <= 9:
            return step or 2, own > key
    return step, dashes


def _column(tree: Tree, index: int) -> int:
    start = tree.starts[index]
    return start - line_start(tree.text, start)
