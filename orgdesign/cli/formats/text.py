"""For people: a line for each remark, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from orgdesign.cli.terminal import problem_lines
from orgdesign.model import count_text

if TYPE_CHECKING:
    from orgdesign.cli.remarks import CheckedFile, Remark
    from orgdesign.model import Severity

MOST_LINES = 6
"""Of a rule that finds more than this in a file, all are told in one line."""
MOST_OF_A_DESIGN = 2
"""So many findings that go, and that come, are told of each phase of a design."""
NUMBERS = ("", "thing", "two things", "three things")
_TOLD: tuple[Severity, ...] = ("error", "warning", "hint")


def lines(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield a line for each remark, those on problems with the line of the file, and a summary."""
    for checked in files:
        yield from problem_lines(checked.path, checked.reading)
        yield from _first_things(checked)
        yield from _by_cause(checked)
        yield from _designs(checked)
        yield from _ignored(checked)
    yield f"{_problems(files)}{_findings(files)}."


def _first_things(checked: CheckedFile) -> Iterator[str]:
    """Yield what to mend first: why it hurts, what to do, and what it would change."""
    things = [*checked.first_things]
    if things:
        yield f"The {NUMBERS[len(things)]} to mend first:"
    for number, (thing, remark) in enumerate(things, start=1):
        yield ""
        yield f"{number}. {remark.message}"
        yield f"   Why it hurts customers: {thing.why}"
        yield f"   What to do: {remark.mend}"
        if thing.gain_sentence:
            yield f"   What it would change: {thing.gain_sentence}"
        yield f"   {_place(checked, remark)} [{remark.rule}]"
    if things:
        yield ""


def _by_cause(checked: CheckedFile) -> Iterator[str]:
    """Yield a line for each cause, or one for many of a rule; with ``--all`` for each finding."""
    if checked.shows_all:
        yield from (_line(checked, each) for each in checked.findings)
        return
    causes = [each for each in checked.findings if not (each.hit and each.hit.cause)]
    counts = Counter(each.rule for each in causes)
    followers = Counter(
        each.hit.cause.rule for each in checked.findings if each.hit and each.hit.cause
    )
    told: set[str] = set()
    for remark in causes:
        if counts[remark.rule] <= MOST_LINES:
            yield _line(checked, remark)
        elif remark.rule not in told:
            yield _many_in_a_line(checked, remark, counts[remark.rule], followers[remark.rule])
        told.add(remark.rule)
    if sum(followers.values()):
        follow = count_text(sum(followers.values()), "more finding follows", "more findings follow")
        yield f"{follow} from these; --all tells each."


def _designs(checked: CheckedFile) -> Iterator[str]:
    """Yield what each design makes better and worse by the end of each of its phases."""
    if checked.outlooks:
        yield "What the designs make of it:"
    for outlook in checked.outlooks:
        yield f"  {outlook.sentence}"
        for word, hits in (("better", outlook.better), ("worse", outlook.worse)):
            shown = hits if checked.shows_all else hits[:MOST_OF_A_DESIGN]
            yield from (f"    {word}: {hit.finding.message}" for hit in shown)
            if len(hits) > len(shown):
                yield f"    and {len(hits) - len(shown):,} more {word}; --all tells each."


def _ignored(checked: CheckedFile) -> Iterator[str]:
    """Yield how many findings the file takes as they are; with ``--all`` each with its reason."""
    if not checked.ignored:
        return
    count = count_text(len(checked.ignored), "finding is", "findings are")
    more = "" if checked.shows_all else " --all tells each."
    yield f"{count} taken as the file says under rules.{more}"
    for hit, ignore in checked.ignored if checked.shows_all else ():
        reason = f" “{ignore.reason}”" if ignore.reason else ""
        yield f"  fine here: {hit.finding.message}{reason} [{hit.rule}]"


def _many_in_a_line(checked: CheckedFile, first: Remark, count: int, followers: int) -> str:
    from orgdesign.diagnosis.texts import many_found

    follow = (
        f", and {count_text(followers, 'finding follows', 'findings follow')}" if followers else ""
    )
    said = f"{many_found(first.rule, count)}{follow}; the first: {first.message}"
    return f"{_place(checked, first)}: {first.severity}: {said} [{first.rule}]"


def _line(checked: CheckedFile, remark: Remark) -> str:
    said = f"{remark.severity}: {remark.message} {remark.mend}"
    return f"{_place(checked, remark)}: {said} [{remark.rule}]"


def _place(checked: CheckedFile, remark: Remark) -> str:
    return f"{checked.path}:{remark.span.line}:{remark.span.column}"


def _problems(files: Sequence[CheckedFile]) -> str:
    """Return how many files were checked, and how many problems there are in how many of them."""
    checked = f"{count_text(len(files), 'file')} checked"
    counts = [len(each.reading.problems) for each in files]
    if not any(counts):
        return f"{checked}, no problems"
    troubled = sum(1 for count in counts if count)
    where = f" in {troubled:,} of them" if len(counts) > 1 else ""
    return f"{checked}: {count_text(sum(counts), 'problem')}{where}"


def _findings(files: Sequence[CheckedFile]) -> str:
    counts = {severity: sum(each.count(severity) for each in files) for severity in _TOLD}
    told = [count_text(count, severity) for severity, count in counts.items() if count]
    return f"; {count_text(sum(counts.values()), 'finding')}: {', '.join(told)}" if told else ""
