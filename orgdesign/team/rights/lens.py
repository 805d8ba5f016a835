"""What somebody sees of an organisation's text, and the way back of what they write into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2s
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached

from orgdesign.model import KIND_OF_SECTION
from orgdesign.redaction import (
    branch_members,
    edits_between,
    partial_data,
    partial_reading,
    plain_data_of,
    put_back,
    shown_places,
)
from orgdesign.team.rights.grants import Rights
from orgdesign.team.viewer import NotAllowed
from orgdesign.yamlfile import Path, Reading, Source
from orgdesign.yamlfile.editing import Edit, apply_to_data, says_same

MOST_LENSES = 64
"""How many lenses a process remembers, and what each may change in the text looked at last."""
REFUSED = "You may not change this here. Whoever manages this organisation can, or can let you."


class Lens:
    """One person's, or link's, sight of an organisation; ``key`` is the same for the same sight."""

    def __init__(self, rights: Rights) -> None:
        self.rights = rights
        self.sight = rights.sight
        self._looked_at: tuple[str, _AllowedPlaces, Callable[[Path], bool]] | None = None
        said = repr([(s.branch, sorted(s.facts)) for s in self.sight.scopes])
        self.key = "" if not self.hides else blake2s(said.encode(), digest_size=12).hexdigest()

    @property
    def hides(self) -> bool:
        """Whether there is anything that they may not see."""
        return not self.sight.is_whole

    def visible_part(self, whole: Reading, before: Reading | None = None) -> Reading:
        """Return the text as they see it."""
        return partial_reading(whole, self.sight, before) if self.hides else whole

    def back(self, edits: Sequence[Edit], whole: Source, seen: Source) -> Sequence[Edit]:
        """Return the edits of the whole text that are meant by edits of what they see of it.

        Raises ``NotAllowed``, which is the same whatever it is that they do not see.
        """
        if not self.hides and self.rights.branches("edit") is None:
            return edits
        shown = _data(seen)
        meant = apply_to_data(shown, edits)
        self._require_allowed(shown, meant)
        if not self.hides:
            return edits
        everything = _data(whole)
        merged = put_back(everything, shown, meant)
        if not says_same(partial_data(merged, self.sight), _filled(meant)):
            raise NotAllowed(REFUSED)
        return edits_between(everything, merged)

    def may_change(self, seen: Source, place: Path) -> bool:
        """Tell whether what stands at a place may be changed; at that of a section, added to.

        What they would not see once it is there, they may not write either.
        """
        branches = self.rights.branches("edit")
        if branches is None and not self.hides:
            return True
        allowed, is_shown = self._places(seen, branches or frozenset())
        below = place if len(place) > 1 else (*place, "")
        return is_shown(place) and (branches is None or allowed.may_change(below))

    def _places(
        self, seen: Source, branches: frozenset[str]
    ) -> tuple[_AllowedPlaces, Callable[[Path], bool]]:
        """Return what may change of a text, and what of it is shown, found once for a page."""
        looked = self._looked_at
        if looked is None or looked[0] != seen.digest:
            data = _data(seen)
            allowed = _AllowedPlaces(self.rights, branches, data, data)
            looked = seen.digest, allowed, shown_places(data, self.sight)
            self._looked_at = looked
        return looked[1:]

    def _require_allowed(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Let nothing change but what they may; by what changes, not by how it is said."""
        branches = self.rights.branches("edit")
        if branches is None:
            return
        allowed = _AllowedPlaces(self.rights, branches, old, new)
        if not all(map(allowed.may_change, changed_places(old, new))):
            raise NotAllowed(REFUSED)


class _AllowedPlaces:
    """What may change, by where it is before and after."""

    def __init__(
        self,
        rights: Rights,
        branches: frozenset[str],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
    ) -> None:
        self._proposes = rights.may("propose")
        self._everywhere = rights.branches("propose") is None
        self._tops, self._sides = branches, (old, new)
        self._inside = [branch_members(side, branches) for side in self._sides]

    def may_change(self, place: Path) -> bool:
        """Tell whether what stands at a place may become something else."""
        section, *more = place
        if section == "designs":
            return self._proposes and (self._everywhere or not self._is_whole_design(more))
        if len(more) < 1 or section not in ("functions", "roles", "handoffs", "decisions"):
            return False
        if section == "functions" and more[0] in self._tops:
            return more[1:] != [] and more[1] != "reports_to"
        kind = "decision" if section == "decisions" else KIND_OF_SECTION[section].noun
        return all(
            (kind, more[0]) in inside
            for side, inside in zip(self._sides, self._inside, strict=True)
            if more[0] in (side.get(section) or {})
        )

    def _is_whole_design(self, more: Sequence[Any]) -> bool:
        """Tell whether a design goes, or another takes its place, that others may be working on."""
        old, new = (side.get("designs") or {} for side in self._sides)
        return not more or (len(more) == 1 and more[0] in old and more[0] not in new)


def changed_places(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Path]:
    """Yield each place of a file that says something else: section, part and field."""
    for section in {**old, **new}:
        parts = [side.get(section) for side in (old, new)]
        if parts[0] != parts[1]:
            yield from _changed_parts((section,), *parts)


def _changed_parts(path: Path, old: Any, new: Any) -> Iterator[Path]:
    old, new = (each if isinstance(each, dict) else {} for each in (old, new))
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    for key in keys:
        is_field = key in old and key in new and len(path) == 1
        yield from _changed_parts((*path, key), old[key], new[key]) if is_field else ((*path, key),)
    if not keys:
        yield path


@cached(LRUCache(MOST_LENSES), lock=Lock())
def lens_of(rights: Rights) -> Lens | None:
    """Return what somebody with these rights sees; None where that is nothing at all."""
    return Lens(rights) if rights.allowed else None


def _data(source: Source) -> dict[str, Any]:
    return plain_data_of(Reading("", source, None, ()))


def _filled(value: Any) -> Any:
    """Return data as a sight shows it: without keys of nothing."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_filled(each) for each in value]
    return value
