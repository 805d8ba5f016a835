"""Who reports to each function, by solid and by dotted lines, while functions come and go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from orgdesign.model import Function


class LinesBelow:
    """The lines that lead to each function of a mapping, followed as single functions change.

    A design of thousands of changes asks for them at each; looking through all functions each
    time would take the square of their number.
    """

    def __init__(self, functions: Mapping[str, Function]) -> None:
        self.functions = functions
        self._below: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for function in functions.values():
            self._add(function)

    def leading_to(self, id_: str) -> Iterator[Function]:
        """Yield the functions that have a line to one, solid or dotted."""
        for below in self._below.get(id_, ()):
            yield self.functions[below]

    def replace(
        self, functions: Mapping[str, Function], changed: Iterable[tuple[str, Function | None]]
    ) -> None:
        """Be true of other functions, of which those ``changed`` are new, different, or gone."""
        for id_, function in changed:
            if was := self.functions.get(id_):
                for end in _ends(was):
                    self._below[end].pop(id_, None)
            if function:
                self._add(function)
        self.functions = functions

    def _add(self, function: Function) -> None:
        for end in _ends(function):
            self._below[end][function.id] = None


def _ends(function: Function) -> Iterator[str]:
    if function.reports_to:
        yield function.reports_to
    for line in function.dotted_to:
        yield line.to
