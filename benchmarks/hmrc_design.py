"""Redesign HM Revenue & Customs around its outcomes, in three phases, and time what that takes.

    python benchmarks/hmrc.py -o hmrc.yaml
    python benchmarks/hmrc_design.py hmrc.yaml -o hmrc-design.yaml

The design follows one rule: whoever serves an outcome, and reports to somebody who serves
another, reports to the one who answers for that outcome. First come the outcomes that people
meet most: answers and benefits. Then those of taxpayers and businesses. Last, what enforces
them, when the finance and human resources of the lines of business become one of each. It is
ours, made for trying orgdesign, and nobody's plan.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml

from orgdesign.designs.adoption import adopt_design
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import lineage_between, structure_after, structure_today
from orgdesign.model import Function, Organisation
from orgdesign.yamlfile import Reading, read

DESIGN = "one-owner"
OWNERS = {
    "answered": "front-door",
    "credits": "bc1",
    "people": "pt1",
    "business": "bt1",
    "large": "lbs1",
    "trade": "ecsm1",
    "fair": "ec1",
}
"""Who answers for each outcome."""
PHASES = {
    "first-100-days": ("One front door", "answered", "credits"),
    "year-one": ("One owner for every taxpayer", "people", "business", "large", "trade"),
    "year-two": ("One way to enforce", "fair"),
}
"""The phases: what each is called, and the outcomes whose people move in it."""
CHIEF = "ce1"
MERGED = {
    "finance-partners": ("Finance partners", ("bc8", "pt3", "bt2")),
    "people-partners": ("People partners", ("bc4", "pt2", "ec2")),
}
"""Functions that each line of business has for itself, and that become one."""

T = TypeVar("T")


def changes(organisation: Organisation) -> Iterator[dict[str, Any]]:
    """Yield the changes of the design, phase by phase."""
    for phase, (_, *outcomes) in PHASES.items():
        if "answered" in outcomes:
            yield from ({**each, "phase": phase} for each in _front_door())
        for outcome in outcomes:
            for function in _strays(organisation, outcome):
                yield {
                    "change": "move",
                    "function": function.id,
                    "reports_to": OWNERS[outcome],
                    "phase": phase,
                    "owner": f"{CHIEF}-post",
                }
    for into, (name, functions) in MERGED.items():
        yield {"change": "merge", "functions": [*functions], "into": into, "name": name, **_LAST}
        yield {"change": "move", "function": into, "reports_to": CHIEF, **_LAST}


_LAST = {"phase": [*PHASES][-1]}


def _front_door() -> Iterator[dict[str, Any]]:
    role, function = "director-of-answers", OWNERS["answered"]
    yield {"change": "add-role", "role": role, "title": "Director of Answers"}
    aligned = {
        "outcome": "answered",
        "contribution": "One place to call, write or visit, and one person who sees it through",
        "link": "direct",
    }
    new = {"function": function, "name": "One front door", "reports_to": CHIEF}
    yield {"change": "add", **new, "accountable": role, "alignment": aligned}
    yield {"change": "move-role", "role": role, "function": function}


def _strays(organisation: Organisation, outcome: str) -> Iterator[Function]:
    """Yield those who serve an outcome and report to somebody who serves another."""
    for function in organisation.functions.values():
        above = organisation.functions.get(function.reports_to or "")
        serves = function.alignment.outcome == outcome and function.id != OWNERS[outcome]
        if serves and above and above.alignment.outcome != outcome:
            yield function


def designed(text: str, organisation: Organisation) -> str:
    """Return the text of the organisation with the design at its end."""
    design = {
        "name": "One owner for each outcome",
        "phases": {id_: {"name": name} for id_, (name, *_) in PHASES.items()},
        "changes": [*changes(organisation)],
    }
    said = {"designs": {DESIGN: design}}
    return text + yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=1000)


def _timed(what: str, step: Callable[[], T]) -> T:
    start = time.perf_counter()
    done = step()
    print(f"{1000 * (time.perf_counter() - start):7.0f} ms  {what}")
    return done


def _told(reading: Reading) -> None:
    """Print what each phase changes, and how long it takes to know and to settle it."""
    organisation = reading.organisation
    assert organisation
    design, before = organisation.designs[DESIGN], structure_today(organisation)
    for phase in design.phases:
        then = _timed(
            f"make {phase}", lambda phase=phase: structure_after(organisation, design, phase)
        )  # type: ignore[misc]
        found = _timed(
            f"compare it with {before.name}",
            lambda then=then, before=before: compare(  # type: ignore[misc]
                before.organisation, then.organisation, lineage_between(before, then)
            ),
        )
        kinds = Counter(each.kind for each in found)
        print(" " * 12 + ", ".join(f"{count} {kind}" for kind, count in kinds.items()))
        for failure in then.failures:
            print(f"{'':12}cannot be made: {failure.reason}")
        before = then
    settled = _timed("settle all of it", lambda: adopt_design(reading, DESIGN))
    print(f"{'':12}{settled.summary}")


def main() -> None:
    """Write the organisation with its design, and print what it changes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("file", type=Path, help="what hmrc.py wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write")
    wanted = parser.parse_args()
    reading = read(wanted.file.read_bytes(), str(wanted.file))
    if reading.organisation is None or reading.organisation.designs:
        parser.error(f"{wanted.file} is not what hmrc.py writes")
    text = designed(wanted.file.read_text("utf-8"), reading.organisation)
    wanted.output.write_text(text, "utf-8")
    again = _timed("read and check", lambda: read(text.encode(), str(wanted.output)))
    for problem in again.problems:
        parser.error(problem.format(str(wanted.output)))
    _told(again)


if __name__ == "__main__":
    main()
