"""An outcome whose wording leaves open what is better for the customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.diagnosis.alignment.desired_outcome import Part, missing
from orgdesign.diagnosis.alignment.statement_about_the_company import is_about_the_company
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line, words
from orgdesign.model import Organisation

_OPEN: Mapping[Part, str] = {
    "direction": "which way is better",
    "measure": "what is measured",
    "object": "what it is about",
    "context": "when or where it counts",
}
_SENTENCE_STARTS = frozenset(words("a an each i i'm i\u2019m it my our someone the there they we"))
_BURDENS = frozenset(words("cost days delay effort hours minutes risk time wait weeks"))


@rule(
    "alignment",
    "hint",
    title="Outcome in loose words",
    why="Everyone can agree with it and mean something else; nobody can tell whether it was kept.",
)
def statement_wording(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that lacks a direction, a measure, an object or a context."""
    for outcome in organisation.outcome.walk():
        lacks = missing(outcome.statement)
        if lacks and not is_about_the_company(outcome):
            said = line(outcome.statement)
            yield Finding(
                f"{quoted(said)} leaves open {joined(_OPEN[part] for part in lacks)}.",
                Place("outcome", outcome.id, ("statement",)),
                f"Say which way, of what, and when; for instance {quoted(_better(said, lacks))}.",
            )


def _better(said: str, lacks: tuple[Part, ...]) -> str:
    """Return a statement with what it lacks, or a pattern where its words do not tell enough."""
    when = ", when …" if "context" in lacks else ""
    if lacks == ("context",):
        return f"{said}{when}"
    first, second = [*words(said), "", ""][:2]
    if "direction" in lacks and "object" not in lacks and first in _SENTENCE_STARTS:
        if "measure" in lacks:
            return f"Raise the likelihood that {_inner(said)}{when}"
        if second in _BURDENS:
            return f"Reduce {_inner(said)}{when}"
    return "Shorten the time until I …, when …"


def _inner(said: str) -> str:
    """Return a sentence as it stands within another."""
    return said if said.startswith(("I ", "I'", "I\u2019")) else said[0].lower() + said[1:]
