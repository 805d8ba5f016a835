"""A measure that is written down more than once."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Measure, Organisation

FIELDS = {
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "better": "direction",
    "kind": "kind",
}
"""What defines a measure, and what people call it."""


@rule(
    "metrics",
    "warning",
    title="Measure defined twice",
    why="Each department is content with its own figure, and the customer feels the other one.",
)
def measure_defined_twice(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure that has the name of an earlier one, in whatever capitals and spaces."""
    first: dict[str, Measure] = {}
    pairs = [
        (earlier, measure)
        for measure in organisation.measures.values()
        if (earlier := first.setdefault(_plain(measure.name), measure)) is not measure
    ]
    users = Ties(organisation).users if pairs else {}
    for earlier, measure in pairs:
        used = [place for each in (earlier, measure) for place in users.get(each.id, ())]
        yield Finding(
            f"{quoted(measure.name)} is defined twice{_differing(earlier, measure)}.",
            Place("measure", measure.id, ("name",)),
            "Agree on one definition that everybody uses, or give this one a name of its own.",
            (Place("measure", earlier.id), *dict.fromkeys(used)),
        )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _differing(one: Measure, other: Measure) -> str:
    pairs = ((getattr(one, key), getattr(other, key), words) for key, words in FIELDS.items())
    apart = [
        words for mine, theirs, words in pairs if None not in (mine, theirs) and mine != theirs
    ]
    return f", with another {joined(apart)}" if apart else ""
