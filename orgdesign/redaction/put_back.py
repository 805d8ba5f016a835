"""What somebody wrote into a part of a file, put back into the whole: what they do not see stays.

The whole, the part as it was and the part as it is to be are plain data. What is hidden keeps its
place after what it stood behind, and goes only with the part that it is said of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Add, Edit, Move, Remove, Set, is_ordered

Data = dict[str, Any]


def put_back(whole: Data, before: Data, after: Data) -> Data:
    """Return the whole as it is to be when what somebody saw is to be as ``after``."""
    merged: Data = _Return(list(_gone_values(whole, before, after))).value(whole, before, after)
    return merged


def _gone_values(whole: Any, before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is gone from its place: its key, what was seen of it, and all of it."""
    if isinstance(before, dict) and isinstance(whole, dict):
        for key, value in before.items():
            if not isinstance(after, dict) or key not in after:
                yield key, value, whole.get(key)
            now = after.get(key) if isinstance(after, dict) else None
            yield from _gone_values(whole.get(key), value, now)


class _Return:
    """One way back; what is gone in one place may have come in another, whole."""

    def __init__(self, gone: list[tuple[str, Any, Any]]) -> None:
        self._gone = gone

    def value(self, whole: Any, before: Any, after: Any) -> Any:
        if before == after:
            return whole
        if all(isinstance(each, dict) for each in (whole, before, after)):
            return self._mapping(whole, before, after)
        if all(isinstance(each, list) for each in (whole, before, after)):
            return self._list(whole, before, after)
        return after

    def _mapping(self, whole: Data, before: Data, after: Data) -> Data:
        shown = {key for key in before if key not in whole}  # what was only said to whoever looked
        same = {key for key in shown if after.get(key) == before[key]}
        whole = {**whole, **{key: {} for key in shown - same if isinstance(before[key], dict)}}
        before = {key: value for key, value in before.items() if key in whole}
        after = {key: value for key, value in after.items() if key not in same}
        renamed = dict(_renamed(before, after))
        old = [renamed.get(key, key) for key in after]
        keys = list(whole)
        places = {key: at for at, key in enumerate(keys)}
        order = [places[key] if key in before else None for key in old]
        seen = [places[key] for key in before if key in places]
        names = list(after)
        merged: Data = {}
        for new, at in _in_order(len(keys), seen, order):
            if new is None:
                merged.setdefault(keys[at], whole[keys[at]])
            elif old[new] in before:
                was = old[new]
                merged[names[new]] = self.value(whole[was], before[was], after[names[new]])
            else:
                merged[names[new]] = self._arrived(names[new], after[names[new]])
        return merged

    def _arrived(self, key: str, value: Any) -> Any:
        """Return what is new here; all of it where it only moved."""
        moved = (all_ for name, seen, all_ in self._gone if name == key and seen == value)
        return next(moved, value)

    def _list(self, whole: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
        seen = _aligned(whole, before)
        order = _origins(before, after)
        merged = []
        for new, at in _in_order(len(whole), seen, [None if o is None else seen[o] for o in order]):
            if new is None:
                merged.append(whole[at])
            elif (was := order[new]) is not None:
                merged.append(self.value(whole[seen[was]], before[was], after[new]))
            else:
                merged.append(after[new])
        return merged


def _in_order(
    size: int, seen: Sequence[int], order: Sequence[int | None]
) -> Iterator[tuple[int | None, int]]:
    """Yield what is to stand, in order: the place of it among what is seen, or in the whole.

    What is hidden comes after what it stood behind; after what came before that, if it is gone.
    """
    behind: dict[int, list[int]] = {}
    last, kept = -1, {at for at in order if at is not None}
    for at in range(size):
        if at not in set(seen):
            behind.setdefault(last, []).append(at)
        elif at in kept:
            last = at
    yield from ((None, at) for at in behind.get(-1, ()))
    for new, place in enumerate(order):
        yield new, -1
        if place is not None:
            yield from ((None, hidden) for hidden in behind.get(place, ()))


def _renamed(before: Data, after: Data) -> Iterator[tuple[str, str]]:
    """Yield keys that are new with the old ones whose values they have."""
    gone = {key: value for key, value in before.items() if key not in after}
    for key, value in after.items():
        if key not in before and isinstance(value, dict):
            was = next((name for name, each in gone.items() if each == value), None)
            if was is not None:
                del gone[was]
                yield key, was


def _aligned(whole: list[Any], before: list[Any]) -> list[int]:
    """Return where each item that is seen stands in the whole list."""
    places: list[int] = []
    for item in before:
        start = places[-1] + 1 if places else 0
        rest = range(start, len(whole))
        exact = next((at for at in rest if whole[at] == item), None)
        found = next((at for at in rest if _is_part_of(item, whole[at])), exact)
        places.append(start if found is None else found)
    return places


def _is_part_of(seen: Any, whole: Any) -> bool:
    if isinstance(seen, dict) and isinstance(whole, dict):
        return all(key in whole and _is_part_of(value, whole[key]) for key, value in seen.items())
    if isinstance(seen, list) and isinstance(whole, list):
        rest = iter(whole)
        return all(any(_is_part_of(each, other) for other in rest) for each in seen)
    return bool(seen == whole)


def _origins(before: list[Any], after: list[Any]) -> list[int | None]:
    """Return which item of before each item is: the same, or the one in its place that changed."""
    left = list(range(len(before)))
    origins: list[int | None] = []
    for item in after:
        same = next((at for at in left if before[at] == item), None)
        origins.append(same)
        if same is not None:
            left.remove(same)
    for at, origin in enumerate(origins):
        if origin is None and at in left and len(before) == len(after):
            origins[at] = at
            left.remove(at)
    return origins


def edits_between(old: Data, new: Data, path: Path = ()) -> list[Edit]:
    """Return the edits that make plain data of a file say something else, as few as can be."""
    renamed = dict(_renamed(old, new))
    moves: list[Edit] = [Move((*path, was), (*path, key)) for key, was in renamed.items()]
    removals = [key for key in old if key not in new and key not in renamed.values()]
    edits: list[Edit] = [*moves, *(Remove((*path, key)) for key in removals)]
    for key, value in new.items():
        if key in old:
            edits += _changed(old[key], value, (*path, key))
        elif key not in renamed:
            edits.append(Add(path, key, value))
    return [*edits, *_moves(old, new, renamed, path)]


def _changed(old: Any, new: Any, path: Path) -> list[Edit]:
    if old == new and not (isinstance(old, dict) and list(old) != list(new)):
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        return edits_between(old, new, path)
    return [Set(path, new)] if new is not None else [Remove(path)]


def _moves(old: Data, new: Data, renamed: dict[str, str], path: Path) -> Iterator[Edit]:
    """Yield what brings the keys into their order, where that says something."""
    here = {was: key for key, was in renamed.items()}
    keys = [here.get(key, key) for key in old if key in new or key in here]
    keys += [key for key in new if key not in keys]
    if not is_ordered(path) or keys == list(new):
        return
    names = list(new)
    for key, following in reversed(list(pairwise(names))):
        yield Move((*path, key), (*path, key), before=following)
