"""What differs in the functions: which come, go, move, merge and split, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from orgdesign.designs.comparison.difference import Difference, Kind, listed, quoted
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.replay import Lineage
from orgdesign.model import Function, Organisation


@dataclass(frozen=True)
class FunctionDifferences:
    """The functions of two organisations, and which of the first each of the second comes from."""

    before: Organisation
    after: Organisation
    lineage: Lineage

    @cached_property
    def heirs(self) -> dict[str, list[str]]:
        """Return the functions afterwards that each function before becomes."""
        heirs: dict[str, list[str]] = {}
        for id_, origins in self.lineage.items():
            for origin in origins:
                heirs.setdefault(origin, []).append(id_)
        return heirs

    def expected(self) -> Organisation:
        """Return the organisation before, its parts with the functions that there are now."""

        def first(id_: str | None) -> str | None:
            return next(iter(self.heirs.get(id_ or "", ())), None)

        before = self.before
        return replace(
            before,
            roles={
                one.id: replace(one, function=first(one.function)) for one in before.roles.values()
            },
            journey={
                one.id: replace(
                    one,
                    functions=tuple(
                        dict.fromkeys(
                            heir for each in one.functions for heir in self.heirs.get(each, ())
                        )
                    ),
                )
                for one in before.journey.values()
            },
            handoffs={
                one.id: replace(one, giver=first(one.giver) or "", taker=first(one.taker) or "")
                for one in before.handoffs.values()
            },
        )

    @cached_property
    def names(self) -> tuple[PartNames, PartNames]:
        """Return what parts are called before, and afterwards."""
        return PartNames(self.before), PartNames(self.after)

    def differences(self) -> Iterator[Difference]:
        """Yield what differs, in the order of the functions afterwards, then those that end."""
        told: set[str] = set()
        for function in self.after.functions.values():
            origins = self.lineage[function.id]
            if not origins:
                yield self._added(function)
            elif len(origins) > 1:
                yield self._merged(function, origins)
                yield from self._said(function, self._main(function, origins))
            elif len(self.heirs[origins[0]]) > 1:
                if origins[0] not in told:
                    told.add(origins[0])
                    yield self._split(origins[0])
                yield from self._said(function, self.before.functions[origins[0]])
            else:
                yield from self._same(function, self.before.functions[origins[0]])
        yield from self._ended()

    def _main(self, function: Function, origins: tuple[str, ...]) -> Function:
        kept = function.id if function.id in origins else origins[0]
        return self.before.functions[kept]

    def _added(self, new: Function) -> Difference:
        above = new.reports_to and self.after.functions[new.reports_to].name
        where = f"under {above}" if above else "at the top"
        return Difference("added", "function", (new.id,), (), f"{new.name} is new, {where}.")

    def _merged(self, one: Function, origins: tuple[str, ...]) -> Difference:
        names = listed(self.before.functions[each].name for each in origins)
        where = self._elsewhere(one, *(self.before.functions[each] for each in origins))
        return Difference(
            "merged", "function", (one.id,), origins, f"{names} become one: {one.name}{where}."
        )

    def _split(self, origin: str) -> Difference:
        heirs = tuple(self.heirs[origin])
        whole, parts = self.before.functions[origin], [self.after.functions[each] for each in heirs]
        names = listed(f"{part.name}{self._elsewhere(part, whole)}" for part in parts)
        sentence = f"{whole.name} is split into {names}."
        return Difference("split", "function", heirs, (origin,), sentence)

    def _ended(self) -> Iterator[Difference]:
        for function in self.before.functions.values():
            if function.id not in self.heirs:
                sentence = f"{function.name} ends."
                yield Difference("removed", "function", (), (function.id,), sentence)

    def _same(self, now: Function, then: Function) -> Iterator[Difference]:
        if self._has_moved(now, then):
            yield self._moved(now, then)
        if now.name != then.name:
            sentence = f"{then.name} is renamed {now.name}."
            yield Difference("renamed", "function", (now.id,), (then.id,), sentence)
        yield from self._said(now, then)

    def _has_moved(self, now: Function, then: Function) -> bool:
        if now.reports_to is None or then.reports_to is None:
            return now.reports_to != then.reports_to
        return then.reports_to not in self.lineage[now.reports_to]

    def _elsewhere(self, now: Function, *then: Function) -> str:
        """Return where a function that others became stands, where none of them did."""
        if not all(self._has_moved(now, each) for each in then):
            return ""
        above = now.reports_to and self.after.functions[now.reports_to].name
        return f" (under {above})" if above else " (at the top)"

    def _moved(self, now: Function, then: Function) -> Difference:
        to = self.after.functions[now.reports_to].name if now.reports_to else "nobody"
        until = self.before.functions[then.reports_to].name if then.reports_to else "nobody"
        sentence = f"{now.name} reports to {to}, until now to {until}."
        return Difference("moved", "function", (now.id,), (then.id,), sentence)

    def _said(self, now: Function, then: Function) -> Iterator[Difference]:
        """Yield what a function that is still there, in whatever shape, says differently."""
        for kind, say in _SAYS:
            sentence = say(self, now, then)
            if sentence:
                yield Difference(kind, "function", (now.id,), (then.id,), sentence)

    def accountable(self, now: Function, then: Function) -> str:
        """Return who becomes accountable, where somebody else was."""
        was, names = self.names
        if now.accountable == then.accountable:
            return ""
        who, until = names.role(now.accountable), was.role(then.accountable)
        return f"{who} becomes accountable for {now.name}, until now {until}."

    def outcome(self, now: Function, then: Function) -> str:
        """Return which outcome a function serves, where it served another or in another way."""
        was, names = self.names
        served, before = now.alignment, then.alignment
        if (served.outcome, served.link, served.also) == (before.outcome, before.link, before.also):
            return ""
        return f"{now.name} serves {names.served(served)}, until now {was.served(before)}."

    def contribution(self, now: Function, then: Function) -> str:
        """Return what a function contributes, where it said otherwise."""
        said = now.alignment.contribution
        if said == then.alignment.contribution:
            return ""
        return (
            f"{now.name} contributes {quoted(said)}."
            if said
            else (f"{now.name} no longer says what it contributes.")
        )

    def measures(self, now: Function, then: Function) -> str:
        """Return what a function is measured by, where it was measured otherwise."""
        was, names = self.names
        if set(now.measures) == set(then.measures):
            return ""
        measured, until = names.measures(now.measures), was.measures(then.measures)
        return f"{now.name} is measured by {measured}, until now by {until}."

    def size(self, now: Function, then: Function) -> str:
        """Return how many people and how much cost a function has, where that differs."""
        if len(self.heirs[then.id]) > 1 or len(self.lineage[now.id]) > 1:
            return ""
        pairs = [
            (what, before, after)
            for what, before, after in (
                ("headcount", then.headcount, now.headcount),
                ("cost", then.cost, now.cost),
            )
            if before != after
        ]
        told = (f"its {what} from {_number(old)} to {_number(new)}" for what, old, new in pairs)
        return f"{now.name} changes {listed(told)}." if pairs else ""


_SAYS: tuple[tuple[Kind, Callable[[FunctionDifferences, Function, Function], str]], ...] = (
    ("alignment", FunctionDifferences.outcome),
    ("alignment", FunctionDifferences.contribution),
    ("accountable", FunctionDifferences.accountable),
    ("changed", FunctionDifferences.measures),
    ("changed", FunctionDifferences.size),
)


def _number(amount: float | None) -> str:
    return "not given" if amount is None else f"{amount:,.10g}"
