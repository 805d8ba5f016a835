"""What is done on the charts of a design, written as changes of it; today stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay import MAKERS, ReplayResult, replay
from orgdesign.model import Alignment, Change, Design, Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.designs.change_form import place_for
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set

Way = tuple[Design, list[Edit]]
"""What a design could become, and the edits that make it so."""


@value_object
class DesignEdits:
    """A design, and the end of the phase at which something is to be another way.

    Without a phase it is the end of the design, where the last phase ends. What is asked for
    takes as few lines as it can: a change of the same phase makes way for a later one.
    """

    today: Organisation
    design: Design
    phase: str | None

    def move(self, function: str, reports_to: str | None) -> list[Edit]:
        """Return what lets a function report to another, or to none."""
        return self._first(
            self._change("move", function=function, reports_to=reports_to),
            {"reports_to": reports_to},
            lambda then: then.functions[function].reports_to == reports_to,
        )

    def align(self, function: str, outcome: str | None) -> list[Edit]:
        """Return what lets a function serve another outcome; what it contributes stays."""
        alignment = self._then(self.design).organisation.functions[function].alignment
        also = tuple(one for one in alignment.also if one != outcome)
        other = replace(alignment, outcome=outcome, also=also)
        return self._first(
            self._change("align", function=function, alignment=other),
            {"alignment": _alignment_values(other)},
            lambda then: then.functions[function].alignment == other,
        )

    def rename(self, kind: str, part: str, name: str) -> list[Edit]:
        """Return what gives a function, a role or an outcome another name."""
        change, key = _RENAMING[kind]
        made = self._made_at(kind, part)
        if made is not None:
            return [Set(("designs", self.design.id, "changes", made, key), name)]
        return self._first(
            self._change(change, **{kind: part, key: name}),
            {key: name},
            lambda then: _name_in(then, kind, part) == name,
        )

    def add(self, function: str, values: Mapping[str, Any]) -> list[Edit]:
        """Return what adds a function."""
        change = self._change("add", function=function)
        return self._added(change, values)[1]

    def transfer(self, giver: str, taker: str, values: Mapping[str, Any]) -> list[Edit]:
        """Return what lets people go from one function to another."""
        change = Change("transfer", self.until, None, {})
        return self._added(change, {"from": giver, "to": taker, **values})[1]

    @property
    def until(self) -> str | None:
        """The phase in which the change is made: the one shown, or else the last."""
        return self.phase or next(reversed([*self.design.phases]), None)

    def _change(self, kind: str, **values: Any) -> Change:
        given = {name: value for name, value in values.items() if value}
        return Change(kind, self.until, None, given)

    def _then(self, design: Design) -> ReplayResult:
        return replay(self.today, design, self.phase)

    def _made_at(self, kind: str, part: str) -> int | None:
        """Return the change of the design that adds a part, which is where its name stands."""
        adding = [name for name, of in MAKERS.items() if of == kind]
        changes = enumerate(self.design.changes)
        return next(
            (at for at, one in changes if one.kind in adding and one.values.get(kind) == part), None
        )

    def _first(
        self, change: Change, said: Mapping[str, Any], is_so: Callable[[Organisation], bool]
    ) -> list[Edit]:
        """Return the least that makes it so, and lets no more changes fail than now."""
        failing = len(self._then(self.design).failures)
        ways = [*self._instead(change, said), self._added(change, said)]
        for design, edits in ways[:-1]:
            done = self._then(design)
            if len(done.failures) <= failing and _holds(is_so, done.organisation):
                return edits
        return ways[-1][1]

    def _instead(self, change: Change, said: Mapping[str, Any]) -> Iterator[Way]:
        """Yield the ways in which a change of the same phase that is there makes way for it."""
        changes = self.design.changes
        alike = [at for at, one in enumerate(changes) if _is_like(one, change)]
        for at in alike[-1:]:
            path: Path = ("designs", self.design.id, "changes", at)
            yield self._replace_change(at), [Remove(path)]
            kept = replace(change, owner=changes[at].owner)
            yield (
                self._replace_change(at, kept),
                [Set((*path, name), value or "") for name, value in said.items()],
            )

    def _added(self, change: Change, said: Mapping[str, Any]) -> Way:
        at = place_for(self.design, self.until)
        told = {name: value for name, value in said.items() if value is not None}
        phase = {"phase": self.until} if self.until else {}
        data = {"change": change.kind, **_subject(change), **told, **phase}
        return self.design, [Add(("designs", self.design.id, "changes"), at, data)]

    def _replace_change(self, at: int, *instead: Change) -> Design:
        changes = self.design.changes
        return replace(self.design, changes=(*changes[:at], *instead, *changes[at + 1 :]))


_RENAMING = {
    "function": ("rename", "name"),
    "role": ("change-role", "title"),
    "outcome": ("change-outcome", "statement"),
}
"""The change that gives a part another name, and the key under which that stands."""


def joined_edits(several: list[list[Edit]]) -> list[Edit]:
    """Return the edits of several changes of one design as one.

    Each was worked out as if it came alone: what is added comes in their order, and what is taken
    out goes from the end on, so that no place moves before it is looked at.
    """
    edits = [edit for one in several for edit in one]
    added = [edit for edit in edits if isinstance(edit, Add)]
    removed = [edit for edit in edits if isinstance(edit, Remove)]
    changed = [edit for edit in edits if not isinstance(edit, (Add, Remove))]
    removed.sort(key=lambda edit: int(str(edit.path[-1])), reverse=True)
    return [*changed, *reversed(added), *removed]


def _subject(change: Change) -> dict[str, Any]:
    """Return the part that a change is about, as the file says it."""
    return {key: change.values[key] for key in _RENAMING if key in change.values}


def _is_like(one: Change, other: Change) -> bool:
    return (one.kind, one.phase, _subject(one)) == (other.kind, other.phase, _subject(other))


def _holds(is_so: Callable[[Organisation], bool], then: Organisation) -> bool:
    try:
        return is_so(then)
    except KeyError:  # the part is not there that way
        return False


def _name_in(then: Organisation, kind: str, part: str) -> str:
    if kind == "function":
        return then.functions[part].name
    if kind == "role":
        return then.roles[part].title
    return {outcome.id: outcome.statement for outcome in then.outcome.walk()}[part]


def _alignment_values(alignment: Alignment) -> dict[str, object]:
    said: dict[str, object] = {
        "outcome": alignment.outcome,
        "contribution": alignment.contribution,
        "link": alignment.link,
        "also": list(alignment.also),
    }
    return {name: value for name, value in said.items() if value}
