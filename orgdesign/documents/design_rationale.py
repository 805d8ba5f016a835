"""Why designs are planned as they are: purposes, reasons, risks, decisions, and what is open."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.review import ProblemKind
from orgdesign.diagnosis.design_findings import design_findings
from orgdesign.documents.road_map import disclosed_designs, road_map
from orgdesign.model import Approval, Design, Option, Phase, Rationale, capitalise
from orgdesign.redaction import Disclosure
from orgdesign.value_objects import value_object

WHY, UNDECIDED = "Why", "Not decided yet"
ASKED = "Whoever decides is asked"
COLUMNS = ("What", "Why", "What may go wrong", "Decision")
_VERDICTS = {
    "proposed": "Proposed",
    "agreed": "Agreed",
    "refused": "Refused",
    "open": "Open",
}
_ASKED: tuple[ProblemKind, ...] = ("undecided", "people", "options")
"""The kinds of problems of a design that ask somebody to decide."""


@value_object
class RationaleRow:
    """What is said of a design or a part of it: why, what may go wrong, what was decided."""

    about: str
    reason: str
    risk: str
    decision: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Return the row as the columns have it."""
        return self.about, self.reason, self.risk, self.decision


def rationale_rows(disclosure: Disclosure) -> Iterator[RationaleRow]:
    """Yield what is said of the design that goes out, its options, phases and changes."""
    if disclosure.then is None or not disclosure.then.design:
        return
    (design,) = disclosed_designs(disclosure)
    yield from _row(design.name, design)
    for option in design.options.values():
        yield from _row(f"Option: {option.name}", option)
    for entry in road_map(disclosure, design):
        if entry.phase:
            yield from _row(f"Phase: {entry.phase.name}", entry.phase)
        for change in entry.lines:
            yield from _row(change.sentence, change.step.change)


def _row(about: str, planned: Rationale) -> Iterator[RationaleRow]:
    purpose = planned.purpose if isinstance(planned, Design | Option | Phase) else None
    reason = "\n".join(filter(None, (purpose, planned.reason)))
    row = RationaleRow(about, reason, planned.risk or "", decision_text(planned.decision))
    if row.reason or row.risk or row.decision:
        yield row


def decision_text(decision: Approval) -> str:
    """Return what was decided, by whom and when; empty where nothing is said."""
    if not decision.status:
        return decision.note or ""
    who = f" by {decision.by}" if decision.by else ""
    when = f", {decision.date}" if decision.date else ""
    note = f": {decision.note}" if decision.note else ""
    return f"{_VERDICTS[decision.status]}{who}{when}{note}"


def open_decisions(disclosure: Disclosure) -> list[str]:
    """Return what the design that goes out leaves to be decided, a sentence each."""
    if disclosure.then is None or not disclosure.then.design:
        return []
    (design,) = disclosed_designs(disclosure)
    found = design_findings(disclosure.today, design, *_ASKED)
    told = (each.message.removeprefix(f"{design.name}: ") for each in found)
    return [capitalise(sentence) for sentence in told]
