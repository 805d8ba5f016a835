"""What joins with an export: each function and role of it taken, or left out with what it holds."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from orgdesign.imports.merge_matching import Matching
from orgdesign.imports.notes import ImportChange, count_text
from orgdesign.model import Function, Role


class Joining:
    """The functions and roles that are new, by their ids in the export, but for those refused.

    Whoever refuses a function refuses what joins in it: new functions below, and new roles.
    """

    def __init__(self, matching: Matching, refused: Container[str]) -> None:
        self._matching, self._refused = matching, refused
        new = matching.new
        every = {*matching.joining_functions}
        self.functions = [id_ for id_ in matching.joining_functions if self._is_taken(id_)]
        left = every - {*self.functions}
        fresh = [role for id_, role in new.roles.items() if id_ not in matching.roles]
        self.roles = [
            role.id
            for role in fresh
            if role.function not in left and self._role_key(role) not in refused
        ]
        self._left_functions = {matching.function_ids[id_] for id_ in left}
        here = {*self.roles}
        self._left_roles = {matching.role_ids[one.id] for one in fresh if one.id not in here}
        self._held = self._parts_held(fresh)
        functions = (self._function_change(new.functions[id_]) for id_ in self._top_first())
        self.proposals = (*functions, *map(self._role_change, fresh))

    @property
    def is_whole(self) -> bool:
        """Whether all of it joins."""
        return not (self._left_functions or self._left_roles)

    def function_id(self, id_: str | None) -> str | None:
        """Return the id in the file of a function of the export; None where it is left out."""
        there = self._matching.function_ids[id_] if id_ else None
        return None if there in self._left_functions else there

    def role_id(self, id_: str | None) -> str | None:
        """Return the id in the file of a role of the export; None where it is left out."""
        there = self._matching.role_ids[id_] if id_ else None
        return None if self.is_left_out(there) else there

    def is_left_out(self, role: str | None) -> bool:
        """Whether a role, by its id in the file, is one that does not join."""
        return role in self._left_roles

    def _top_first(self) -> list[str]:
        return sorted(
            self._matching.joining_functions, key=lambda id_: len([*self._line_above(id_)])
        )

    def _line_above(self, id_: str) -> Iterator[str]:
        """Yield a function that joins and those above it that do, each once."""
        functions, at, seen = self._matching.new.functions, id_, set[str]()
        while at in functions and at not in seen and at not in self._matching.functions:
            seen.add(at)
            yield at
            at = functions[at].reports_to or ""

    def _is_taken(self, id_: str) -> bool:
        return not any(self._function_key(at) in self._refused for at in self._line_above(id_))

    def _function_key(self, id_: str) -> str:
        return f"functions/{self._matching.function_ids[id_]}"

    def _role_key(self, role: Role) -> str:
        return f"roles/{self._matching.role_ids[role.id]}"

    def _function_change(self, function: Function) -> ImportChange:
        above = self._matching.new.functions.get(function.reports_to or "")
        place = f" under {above.name}" if above else ""
        inside = self._held.get(function.id, [])
        more = f", and with it {count_text(len(inside), 'part')}" if inside else ""
        return ImportChange(
            self._function_key(function.id), f"{function.name} joins{place}{more}.", (), (*inside,)
        )

    def _parts_held(self, fresh: Sequence[Role]) -> Mapping[str, list[str]]:
        """Return the names of what joins in each function, and would be refused with it."""
        held: dict[str, list[str]] = {}
        for id_ in self._matching.joining_functions:
            for above in [*self._line_above(id_)][1:]:
                held.setdefault(above, []).append(self._matching.new.functions[id_].name)
        for role in fresh:
            for above in self._line_above(role.function or ""):
                held.setdefault(above, []).append(role.title)
        return held

    def _role_change(self, role: Role) -> ImportChange:
        home = self._matching.new.functions.get(role.function or "")
        place = f" in {home.name}" if home else ""
        return ImportChange(self._role_key(role), f"{role.title} joins{place}.")


class PartMerge:
    """The edits of the parts of a kind, what is told of them, and what can be refused."""

    def __init__(self, matching: Matching, joining: Joining, refused: Container[str]) -> None:
        self.matching, self.joining, self.refused = matching, joining, refused
        self.told: list[str] = []
        self.proposals: list[ImportChange] = []
