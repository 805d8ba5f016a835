"""What is to be said of a file: its problems, or else what the rules find, by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.diagnosis import FirstThing, Place, Places, RuleHit
    from orgdesign.diagnosis.effects.outlook import DesignOutlook
    from orgdesign.model import Ignore, Organisation, Severity
    from orgdesign.problems import Problem
    from orgdesign.yamlfile import Reading, Source

    Diagnose = Callable[[Organisation], tuple[RuleHit, ...]]

FEW = 3
"""So few findings are told without saying which of them come first."""
PROBLEM = "problem"
"""The name that problems go by where findings go by the name of their rule."""


@dataclass(frozen=True, slots=True, order=True)
class LineSpan:
    """Some characters of one line; lines and columns count from 1, and ``end`` is past the last."""

    line: int
    column: int
    end: int


@value_object
class Remark:
    """A problem of a file, or what a rule found in it; ``at`` and ``others`` are a finding's."""

    span: LineSpan
    rule: str
    severity: Severity
    message: str
    mend: str = ""
    at: Place | None = None
    others: tuple[tuple[Place, LineSpan], ...] = ()
    hit: RuleHit | None = None


@value_object
class CheckedFile:
    """A file that was read and, if it has no problems, diagnosed.

    ``outlooks`` say what its designs make of it, ``ignored`` what it says to take as it is.
    """

    path: Path
    reading: Reading
    remarks: tuple[Remark, ...]
    shows_all: bool = False
    outlooks: tuple[DesignOutlook, ...] = ()
    ignored: tuple[tuple[RuleHit, Ignore], ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings are so severe."""
        return sum(each.severity == severity for each in self.findings)

    @property
    def findings(self) -> tuple[Remark, ...]:
        """Return the remarks that rules made."""
        return tuple(each for each in self.remarks if each.rule != PROBLEM)

    @property
    def first_things(self) -> Iterator[tuple[FirstThing, Remark]]:
        """Yield what to mend first, where more is found than that, with where it stands."""
        from orgdesign.diagnosis import HarmOrder

        by_hit = {id(each.hit): each for each in self.findings}
        hits = [each.hit for each in self.findings if each.hit]
        causes = [hit for hit in hits if hit.cause is None]
        if self.reading.organisation is not None and len(causes) > FEW:
            for thing in HarmOrder(self.reading.organisation, hits).first_things():
                yield thing, by_hit[id(thing.hit)]


def remarks_on(reading: Reading, diagnose: Diagnose) -> tuple[Remark, ...]:
    """Return what is to be said of a file that was read, in the order of its lines."""
    if reading.organisation is None or reading.source is None:
        return tuple(_problem(each, reading.source) for each in reading.problems)
    return tuple(_findings(reading.organisation, reading.source, diagnose))


def _problem(problem: Problem, source: Source | None) -> Remark:
    end = _line_end(problem.line, source) if source else problem.column
    span = LineSpan(problem.line, problem.column, max(end, problem.column))
    return Remark(span, PROBLEM, "error", problem.message)


def _findings(organisation: Organisation, source: Source, diagnose: Diagnose) -> Iterator[Remark]:
    from orgdesign.diagnosis import Places

    places = Places(organisation)
    made = [_finding(found, places, source) for found in diagnose(organisation)]
    yield from sorted(made, key=lambda remark: remark.span)


def _finding(found: RuleHit, places: Places, source: Source) -> Remark:
    finding = found.finding
    return Remark(
        _span(finding.at, places, source),
        found.rule,
        found.severity,
        finding.message,
        finding.remedy,
        finding.at,
        tuple((each, _span(each, places, source)) for each in finding.others),
        found,
    )


def _span(place: Place, places: Places, source: Source) -> LineSpan:
    """Return where a place stands, or the closest part around it: of several lines the first."""
    path = places.path(place)
    line, column = source.locate(path)
    end = _line_end(line, source)
    if source.tree is not None:
        last_line, last = source.places.position_of(source.tree.nearest(path)[0].target.end)
        end = last if last_line == line else end
    return LineSpan(line, column, max(end, column))


def _line_end(line: int, source: Source) -> int:
    return len(source.places.line(line).rstrip()) + 1
