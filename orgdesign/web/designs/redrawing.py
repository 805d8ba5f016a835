"""A function moved in the charts of a design: written as a change of it, and today stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from orgdesign.designs.replay import ReplayResult, replay
from orgdesign.model import Alignment, Change, Design, Organisation
from orgdesign.web.designs.change_form import place_for
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set
from orgdesign.yamlfile.tree import Path

Way = tuple[Design, list[Edit]]
"""What a design could become, and the edits that make it so."""


@dataclass(frozen=True, slots=True)
class Redrawing:
    """A function of a design, and the end of the phase at which it is to be another way.

    Without a phase it is the end of the design, where the last phase ends.
    """

    today: Organisation
    design: Design
    phase: str | None
    function: str

    def moved(self, reports_to: str | None) -> list[Edit]:
        """Return what lets the function report to another, or to none."""
        values = {"function": self.function, "reports_to": reports_to}
        given = {name: value for name, value in values.items() if value}
        return self._first(
            Change("move", self.until, None, given),
            {"reports_to": reports_to},
            lambda done: done.organisation.functions[self.function].reports_to == reports_to,
        )

    def aligned(self, outcome: str | None) -> list[Edit]:
        """Return what lets the function serve another outcome; what it contributes stays."""
        now = replay(self.today, self.design, self.phase).organisation
        alignment = now.functions[self.function].alignment
        also = tuple(one for one in alignment.also if one != outcome)
        then = replace(alignment, outcome=outcome, also=also)
        return self._first(
            Change("align", self.until, None, {"function": self.function, "alignment": then}),
            {"alignment": _said(then)},
            lambda done: done.organisation.functions[self.function].alignment == then,
        )

    @property
    def until(self) -> str | None:
        """The phase in which the change is made: the one shown, or else the last."""
        return self.phase or next(reversed([*self.design.phases]), None)

    def _first(
        self, change: Change, said: Mapping[str, Any], is_so: Callable[[ReplayResult], bool]
    ) -> list[Edit]:
        """Return the least that makes it so, and lets no more changes fail than now."""
        failing = len(replay(self.today, self.design, self.phase).failures)
        ways = [*self._instead(change, said), self._added(change, said)]
        for design, edits in ways[:-1]:
            done = replay(self.today, design, self.phase)
            is_there = self.function in done.organisation.functions
            if is_there and is_so(done) and len(done.failures) <= failing:
                return edits
        return ways[-1][1]

    def _instead(self, change: Change, said: Mapping[str, Any]) -> Iterator[Way]:
        """Yield the ways in which a change of the same phase that is there makes way for it."""
        changes = self.design.changes
        alike = [at for at, one in enumerate(changes) if _is_like(one, change)]
        for at in alike[-1:]:
            path: Path = ("designs", self.design.id, "changes", at)
            yield self._with(at), [Remove(path)]
            kept = replace(change, owner=changes[at].owner)
            yield (
                self._with(at, kept),
                [Set((*path, name), value or "") for name, value in said.items()],
            )

    def _added(self, change: Change, said: Mapping[str, Any]) -> Way:
        at = place_for(self.design, self.until)
        told = {name: value for name, value in said.items() if value is not None}
        phase = {"phase": self.until} if self.until else {}
        data = {"change": change.kind, "function": self.function, **told, **phase}
        return self.design, [Add(("designs", self.design.id, "changes"), at, data)]

    def _with(self, at: int, *instead: Change) -> Design:
        changes = self.design.changes
        return replace(self.design, changes=(*changes[:at], *instead, *changes[at + 1 :]))


def _is_like(one: Change, other: Change) -> bool:
    is_same = one.values.get("function") == other.values["function"]
    return is_same and one.kind == other.kind and one.phase == other.phase


def _said(alignment: Alignment) -> dict[str, object]:
    said: dict[str, object] = {
        "outcome": alignment.outcome,
        "contribution": alignment.contribution,
        "link": alignment.link,
        "also": list(alignment.also),
    }
    return {name: value for name, value in said.items() if value}
