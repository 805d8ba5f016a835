"""Which functions pull at the two ends of a clash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from orgdesign.diagnosis.motivation.judging import Judged, judged_functions
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Measure, Organisation


class Silos:
    """What each function of an organisation is judged by, and who is on either side of a clash."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.functions = judged_functions(organisation)
        self._asked: dict[tuple[str, ...], str] = {}

    @cached_property
    def _judged_by(self) -> dict[str, dict[str, None]]:
        return judged_by(self.functions, self.functions)

    def names(self, functions: Iterable[str]) -> list[str]:
        """Return the names of functions."""
        return [self.organisation.functions[each].name for each in functions]

    def asked(self, pushed: Sequence[Measure], harmed: Measure) -> str:
        """Return a sentence on which functions ask for either side, where they differ, or none."""
        key = (harmed.id, *(each.id for each in pushed))
        if key not in self._asked:
            self._asked[key] = self._asking(pushed, harmed)
        return self._asked[key]

    def _asking(self, pushed: Sequence[Measure], harmed: Measure) -> str:
        by = {each.id: self._judged_by.get(each.id, {}) for each in (*pushed, harmed)}
        asked = {each: only(by[each.id], by[harmed.id]) for each in pushed}
        one = [*dict.fromkeys(function for functions in asked.values() for function in functions)]
        other = [each for each in by[harmed.id] if all(each not in by[one.id] for one in pushed)]
        if not one or not other:
            return ""
        ask = "asks" if len(one) == 1 else "ask"
        names = joined(quoted(measure.name) for measure, functions in asked.items() if functions)
        return (
            f" {joined(self.names(one))} {ask} for {names}, "
            f"{joined(self.names(other))} for {quoted(harmed.name)}."
        )


def judged_by(functions: Iterable[str], judged: dict[str, Judged]) -> dict[str, dict[str, None]]:
    """Return which of ``functions`` are judged by each measure."""
    by: dict[str, dict[str, None]] = {}
    for function in functions:
        for measure in judged[function]:
            by.setdefault(measure, {})[function] = None
    return by


def only(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """Return the functions of one side that are not on the other as well."""
    return tuple(each for each in one if each not in other)
