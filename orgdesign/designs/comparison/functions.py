"""What differs in the functions: which come, go, move, merge and split, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from orgdesign.designs.comparison.amount_words import amounts_differ
from orgdesign.designs.comparison.difference import Difference, Kind
from orgdesign.designs.comparison.lineages import has_other_manager, heirs_of
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.replay import Lineage
from orgdesign.model import Function, Organisation, join_words, number_text, quote
from orgdesign.value_objects import value_object


@value_object
class Family:
    """Functions before, and what became of them all together: none of one shares any of another."""

    origins: tuple[str, ...]
    heirs: tuple[str, ...]


@dataclass(frozen=True)
class FunctionDifferences:
    """The functions of two organisations, and which of the first each of the second comes from."""

    before: Organisation
    after: Organisation
    lineage: Lineage

    @cached_property
    def heirs(self) -> dict[str, list[str]]:
        """Return the functions afterwards that each function before becomes."""
        return heirs_of(self.lineage)

    def with_heirs(self) -> Organisation:
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

    def family(self, id_: str) -> Family:
        """Return all that a function afterwards shares its origins with."""
        heirs, origins = dict.fromkeys([id_]), dict.fromkeys(self.lineage[id_])
        waiting = [*origins]
        while waiting:
            for heir in self.heirs[waiting.pop()]:
                heirs.setdefault(heir)
                new = [each for each in self.lineage[heir] if each not in origins]
                origins |= dict.fromkeys(new)
                waiting += new
        if len(heirs) == 1:
            return Family(self.lineage[id_], (id_,))
        order = [each for each in self.before.functions if each in origins]
        return Family(tuple(order), tuple(each for each in self.after.functions if each in heirs))

    def differences(self) -> Iterator[Difference]:
        """Yield what differs, in the order of the functions afterwards, then those that end."""
        told: set[str] = set()
        for function in self.after.functions.values():
            origins = self.lineage[function.id]
            if not origins:
                yield self._new_function(function)
            elif len(origins) == 1 and len(self.heirs[origins[0]]) == 1:
                yield from self._same_function(function, self.before.functions[origins[0]])
            else:
                family = self.family(function.id)
                if family.heirs[0] not in told:
                    told.add(family.heirs[0])
                    yield self._become(family)
                yield from self._statements(function, self._main(function, family))
        yield from self._ended_functions()

    def _main(self, function: Function, family: Family) -> Function | None:
        """Return the function that one goes on from; None where several became several anew."""
        origins = self.lineage[function.id]
        if function.id in origins:
            return self.before.functions[function.id]
        is_anew = len(family.origins) > 1 and len(family.heirs) > 1
        return None if is_anew else self.before.functions[origins[0]]

    def _new_function(self, new: Function) -> Difference:
        names = self.names[1]
        where = f"under {names.function(new.reports_to)}" if new.reports_to else "at the top"
        size = "".join(f", {each}" for each in amounts_differ((), (new,)))
        sentence = f"{names.function(new.id)} is new, {where}{size}."
        return Difference("added", "function", (new.id,), (), sentence)

    def _become(self, family: Family) -> Difference:
        """Return that functions are merged or split, or become others all together."""
        was, now = self.names
        old = [self.before.functions[each] for each in family.origins]
        new = [self.after.functions[each] for each in family.heirs]
        size = "".join(f"; {each}" for each in amounts_differ(old, new))
        before = join_words(was.function(each) for each in family.origins)
        if len(new) == 1:
            kind: Kind = "merged"
            said = f"{before} become one: {new[0].name}{self._elsewhere(new[0], old)}"
        else:
            kind = "split" if len(old) == 1 else "regrouped"
            verb = "is split into" if len(old) == 1 else "become"
            parts = (f"{now.function(part.id)}{self._elsewhere(part, old)}" for part in new)
            said = f"{before} {verb} {join_words(parts)}"
        return Difference(kind, "function", family.heirs, family.origins, f"{said}{size}.")

    def _ended_functions(self) -> Iterator[Difference]:
        for function in self.before.functions.values():
            if function.id not in self.heirs:
                size = "".join(f", {each}" for each in amounts_differ((), (function,)))
                sentence = f"{self.names[0].function(function.id)} ends{size}."
                yield Difference("removed", "function", (), (function.id,), sentence)

    def _same_function(self, now: Function, then: Function) -> Iterator[Difference]:
        if has_other_manager(now, then, self.lineage):
            yield self._new_line(now, then)
        if now.name != then.name:
            sentence = f"{self.names[0].function(then.id)} is renamed {now.name}."
            yield Difference("renamed", "function", (now.id,), (then.id,), sentence)
        if said := [*amounts_differ((then,), (now,))]:
            sentence = f"{now.name}: {join_words(said)}."
            yield Difference("resized", "function", (now.id,), (then.id,), sentence)
        yield from self._statements(now, then)

    def _elsewhere(self, now: Function, then: Iterable[Function]) -> str:
        """Return where a function that others became stands, where none of them did."""
        if not all(has_other_manager(now, each, self.lineage) for each in then):
            return ""
        above = now.reports_to and self.after.functions[now.reports_to].name
        return f" (under {above})" if above else " (at the top)"

    def _new_line(self, now: Function, then: Function) -> Difference:
        was, names = self.names
        to = names.function(now.reports_to) if now.reports_to else "nobody"
        until = was.function(then.reports_to) if then.reports_to else "nobody"
        was_dotted = any(line.to == then.reports_to for line in now.dotted_to)
        dotted = "; the old line stays as a dotted one" if was_dotted else ""
        sentence = f"{now.name} reports to {to}, until now to {until}{dotted}."
        return Difference("moved", "function", (now.id,), (then.id,), sentence)

    def _statements(self, now: Function, then: Function | None) -> Iterator[Difference]:
        """Yield what a function that is still there, in whatever shape, says differently."""
        origins = (then.id,) if then else self.lineage[now.id]
        for kind, state in _STATEMENTS:
            for sentence in state(self, now, then):
                is_unowned = kind == "accountable" and now.accountable is None
                shown: Kind = "unowned" if is_unowned else kind
                yield Difference(shown, "function", (now.id,), origins, sentence)

    def accountable(self, now: Function, then: Function | None) -> Iterator[str]:
        """Yield who becomes accountable, where somebody else was."""
        was, names = self.names
        if then is None:
            if now.accountable:
                yield f"{names.role(now.accountable)} becomes accountable for {now.name}."
        elif now.accountable != then.accountable:
            who, until = names.role(now.accountable), was.role(then.accountable)
            yield (
                f"{who} becomes accountable for {now.name}, until now {until}."
                if now.accountable
                else f"Nobody is accountable for {now.name} any more, until now {until}."
            )

    def outcome(self, now: Function, then: Function | None) -> Iterator[str]:
        """Yield which outcome a function serves, where it served another or in another way."""
        was, names = self.names
        served, before = now.alignment, then.alignment if then else None
        if before is None:
            if served.outcome:
                yield f"{now.name} serves {names.served_outcomes(served)}."
            return
        if (served.outcome, served.link, served.also) != (before.outcome, before.link, before.also):
            until = was.served_outcomes(before)
            yield f"{now.name} serves {names.served_outcomes(served)}, until now {until}."

    def contribution(self, now: Function, then: Function | None) -> Iterator[str]:
        """Yield what a function contributes, where it said otherwise."""
        said = now.alignment.contribution
        if said != (then.alignment.contribution if then else None):
            yield (
                f"{now.name} contributes {quote(said)}."
                if said
                else f"{now.name} no longer says what it contributes."
            )

    def measures(self, now: Function, then: Function | None) -> Iterator[str]:
        """Yield what a function is measured by, where it was measured otherwise."""
        was, names = self.names
        measured = names.measures(now.measures)
        if then is None:
            if now.measures:
                yield f"{now.name} is measured by {measured}."
        elif set(now.measures) != set(then.measures):
            until = was.measures(then.measures)
            yield f"{now.name} is measured by {measured}, until now by {until}."

    def attributes(self, now: Function, then: Function | None) -> Iterator[str]:
        """Yield what else is different of a function: its place, its employer, its work."""
        if then is None:
            return
        for name in dict.fromkeys((*then.attributes, *now.attributes)):
            old, new = then.attributes.get(name), now.attributes.get(name)
            if old != new:
                said, until = attribute_words(new), attribute_words(old)
                yield f"{now.name}: {name} is {said}, until now {until}."
        if now.work != then.work:
            work = now.work or "not said"
            yield f"{now.name} is led as {work}, until now {then.work or 'not said'}."

    def lines(self, now: Function, then: Function | None) -> Iterator[str]:
        """Yield the further lines of a function that come and those that end."""
        was, names = self.names
        old = {line.to: line.label for line in then.dotted_to} if then else {}
        new = {line.to: line.label for line in now.dotted_to}
        led = {heir for to in old for heir in self.heirs.get(to, ())}
        for to, label in new.items():
            if to not in led or (to in old and label != old[to]):
                called = f", {quote(label)}" if label else ""
                yield f"{now.name} has a dotted line to {names.function(to)}{called}."
        for to in old:
            heirs = self.heirs.get(to, [])
            if not any(heir in new for heir in heirs) and now.reports_to not in heirs:
                yield f"The dotted line from {now.name} to {was.function(to)} ends."


State = Callable[[FunctionDifferences, Function, Function | None], Iterator[str]]

_STATEMENTS: tuple[tuple[Kind, State], ...] = (
    ("alignment", FunctionDifferences.outcome),
    ("alignment", FunctionDifferences.contribution),
    ("accountable", FunctionDifferences.accountable),
    ("changed", FunctionDifferences.measures),
    ("changed", FunctionDifferences.attributes),
    ("dotted", FunctionDifferences.lines),
)


def attribute_words(value: Any) -> str:
    """Return the value of an attribute in words."""
    if isinstance(value, tuple):
        return join_words(value)
    return number_text(value) if isinstance(value, float) else value or "not given"


def attribute_changes(now: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[str]:
    """Yield each attribute that a change sets, with what it was."""
    for name, value in said.items():
        until = f" from {attribute_words(now[name])}" if now.get(name) else ""
        yield f"{name}{until} to {attribute_words(value)}"
