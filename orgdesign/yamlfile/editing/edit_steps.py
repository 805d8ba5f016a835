"""One edit as steps: each is planned on the tree that the last one left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from orgdesign.yamlfile.editing.edits import Add, Edit, Remove, Set, alike_at_ends, plainly
from orgdesign.yamlfile.editing.entries import follow_path
from orgdesign.yamlfile.editing.entry_move import moving
from orgdesign.yamlfile.editing.step_changes import add_at, remove_at, set_value
from orgdesign.yamlfile.incremental import TextChange
from orgdesign.yamlfile.tree import Path, Tree, to_plain_data
from orgdesign.yamlfile.yaml_text import YamlValue

Step = Callable[[Tree], list[TextChange]]
"""What one step changes, given the tree as the steps before it left it."""


def steps(edit: Edit, tree: Tree) -> Iterator[Step]:
    """Yield the steps of an edit. Raises `CannotEdit` where it cannot be made safely."""
    if isinstance(edit, Set):
        yield from _setting(edit.path, edit.value, tree)
    elif isinstance(edit, Add):
        yield partial(add_at, path=edit.path, key=edit.key, value=edit.value)
    elif isinstance(edit, Remove):
        yield partial(remove_at, path=edit.path)
    else:
        yield from moving(edit, tree)


def _setting(path: Path, value: YamlValue, tree: Tree) -> Iterator[Step]:
    here, entry, rest = follow_path(tree, path)
    if rest or here is None:
        if not rest and entry is not None and to_plain_data(entry.node) == plainly(value):
            return
        yield partial(set_value, path=path, value=value)
        return
    old, new = to_plain_data(here.node), plainly(value)
    if old != new:
        yield from _differences(path, old, value, len(here))


def _differences(path: Path, old: Any, value: YamlValue, count: int) -> Iterator[Step]:
    if isinstance(value, Mapping) and type(old) is dict and old and value:
        yield from _mapping_differences(path, old, value)
    elif type(old) is list and old and isinstance(value, (list, tuple)) and value:
        yield from _list_differences(path, old, value)
    elif old and not value and isinstance(value, (Mapping, list, tuple)):
        if isinstance(value, Mapping) == (type(old) is dict):
            keys = list(old) if type(old) is dict else range(count - 1, -1, -1)
            for key in keys:
                yield partial(remove_at, path=(*path, key))
        else:
            yield partial(set_value, path=path, value=value)
    else:
        yield partial(set_value, path=path, value=value)


def _mapping_differences(
    path: Path, old: dict[str, Any], value: Mapping[str, YamlValue]
) -> Iterator[Step]:
    # What is new comes before what goes, so that the mapping is never empty on the way.
    for key, inner in value.items():
        if key not in old:
            yield partial(add_at, path=path, key=key, value=inner)
    for key in old:
        if key not in value:
            yield partial(remove_at, path=(*path, key))
    for key in old:
        if key in value and old[key] != plainly(value[key]):
            yield from _deeper((*path, key), old[key], value[key])


def _list_differences(path: Path, old: list[Any], value: Sequence[YamlValue]) -> Iterator[Step]:
    new = plainly(value)
    start, end = alike_at_ends(old, new)
    gone, come = len(old) - start - end, len(new) - start - end
    for at in range(start, start + min(gone, come)):
        if old[at] != new[at]:
            yield from _deeper((*path, at), old[at], value[at])
    for at in range(start + gone, start + come):
        yield partial(add_at, path=path, key=at, value=value[at])
    for at in range(start + gone - 1, start + come - 1, -1):
        yield partial(remove_at, path=(*path, at))


def _deeper(path: Path, old: Any, value: YamlValue) -> Iterator[Step]:
    count = len(old) if type(old) in (dict, list) else 0
    yield from _differences(path, old, value, count)
