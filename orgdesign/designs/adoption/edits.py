"""From today's organisation to another: the edits of the file that make the one the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from orgdesign.designs.replay import Lineage
from orgdesign.model import KIND_OF_SECTION, Function, Organisation
from orgdesign.yamlfile import Path, field_data, key_of, to_file_data
from orgdesign.yamlfile.editing import Add, Edit, Move, Remove, Set

_SECTIONS = (*KIND_OF_SECTION, "assessment", "decisions")


def edits_between(today: Organisation, then: Organisation, lineage: Lineage) -> Iterator[Edit]:
    """Yield the edits that make today what it is to be, designs and rules aside.

    A function that takes the place of others keeps the lines of the first of them, with what
    people wrote beside those.
    """
    heirs = _heirs(today.functions, then.functions, lineage)
    yield from (Move(("functions", old), ("functions", new)) for old, new in heirs.items())
    functions = {heirs.get(id_, id_): each for id_, each in today.functions.items()}
    if today.name != then.name:
        yield Set(("organization",), then.name)
    for section in _SECTIONS:
        old = functions if section == "functions" else getattr(today, section)
        yield from _value_edits((section,), old, getattr(then, section))


def _heirs(
    today: Mapping[str, Function], then: Mapping[str, Function], lineage: Lineage
) -> dict[str, str]:
    """Return the functions that end, each with the new one that takes its place."""
    heirs: dict[str, str] = {}
    for id_ in then:
        ended = (each for each in lineage[id_] if each not in then and each not in heirs)
        place = next(ended, None) if id_ not in today else None
        if place is not None:
            heirs[place] = id_
    return heirs


def _value_edits(path: Path, old: Any, new: Any) -> Iterator[Edit]:
    """Yield the edits that make one value another, each as small as can be."""
    if old == new and not _is_turned(old, new):
        return
    if isinstance(old, Mapping) and old and new:
        yield from _by_id(path, old, new)
    elif is_dataclass(old) and to_file_data(old) and to_file_data(new):
        yield from _fields(path, old, new)
    else:
        yield _value_edit(path, to_file_data(new))


def _value_edit(path: Path, data: Any) -> Edit:
    """Return the edit that lets the file say a value, or nothing."""
    return Remove(path) if data is None else Set(path, data)


def _is_turned(old: Any, new: Any) -> bool:
    """Tell whether two mappings that are equal have another order."""
    return isinstance(old, Mapping) and list(old) != list(new)


def _fields(path: Path, old: Any, new: Any) -> Iterator[Edit]:
    for field in fields(new):
        if field.name != "id":
            name, key = field.name, key_of(new, field.name)
            old_value, new_value = getattr(old, name), getattr(new, name)
            if old_value is True and new_value is False:  # as the file says where it says nothing
                yield Remove((*path, key))
            elif name == "holders" and old_value != new_value:
                yield _value_edit((*path, key), field_data(name, new_value))
            else:
                yield from _value_edits((*path, key), old_value, new_value)


def _by_id(path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Edit]:
    for id_ in new:
        if id_ not in old:
            yield Add(path, id_, to_file_data(new[id_]) or {})
    for id_ in new:
        if id_ in old:
            yield from _changed_entry((*path, id_), old[id_], new[id_])
    yield from (Remove((*path, id_)) for id_ in old if id_ not in new)
    kept = [id_ for id_ in old if id_ in new]
    yield from _order_edits(path, [*kept, *(id_ for id_ in new if id_ not in old)], list(new))


def _changed_entry(path: Path, old: Any, new: Any) -> Iterator[Edit]:
    """Yield the edits of one entry: of a part, of what it says; of anything else, of the whole."""
    if is_dataclass(old) and is_dataclass(new):
        yield from _fields(path, old, new)
    elif old != new:
        yield Set(path, to_file_data(new) or [])


def _order_edits(path: Path, order: Sequence[str], wanted: Sequence[str]) -> Iterator[Edit]:
    """Yield the moves that put entries in the order wanted."""
    staying = _staying(order, wanted)
    for id_, after in zip(reversed(wanted), (None, *reversed(wanted)), strict=False):
        if id_ not in staying:
            yield Move((*path, id_), (*path, id_), after)


def _staying(order: Sequence[str], wanted: Sequence[str]) -> Collection[str]:
    """Return the entries that can stay where they are, as they follow each other already.

    The one that is to be last is among them: an entry can be moved only before another.
    """
    places = {id_: at for at, id_ in enumerate(order)}
    staying, next_ = set(), len(order)
    for id_ in reversed(wanted):
        if places[id_] < next_:
            staying.add(id_)
            next_ = places[id_]
    return staying
