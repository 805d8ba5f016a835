"""The table of what designs change, in the order in which it is made."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.comparison.telling import Teller
from orgdesign.exporting.leaving_out import Exported
from orgdesign.exporting.tables.table import Cell, Row, Table
from orgdesign.organisation import Design, Organisation
from orgdesign.redesign.walking import Step, steps

_COLUMNS = ("Design", "Phase", "Starts", "Ends", "Number", "Kind", "What changes", "Owner")


def planned(going: Exported) -> Table:
    """Return the changes of the design that goes out, up to its phase; without one, of all."""
    designs, then = going.today.designs, going.then
    shown = [designs[then.design]] if then and then.design else [*designs.values()]
    rows = (row for each in shown for row in _rows(going.today, each, then.phase if then else None))
    return Table("Changes", _COLUMNS, tuple(rows))


def _rows(today: Organisation, design: Design, through: str | None) -> Iterator[Row]:
    teller, phases = Teller(today, design), [*design.phases]
    done = {None, *(phases[: phases.index(through) + 1] if through else phases)}
    for at, step in enumerate(steps(today, design), start=1):
        if step.change.phase in done:
            phase = design.phases.get(step.change.phase or "")
            yield (
                design.name,
                phase.name if phase else None,
                phase.starts if phase else None,
                phase.ends if phase else None,
                at,
                step.change.kind,
                teller.told(step),
                _owner(step, today),
            )


def _owner(step: Step, today: Organisation) -> Cell:
    """Return who makes a change, by a title or, where the role comes later, by its id."""
    owner = step.change.owner
    role = step.before.roles.get(owner or "") or today.roles.get(owner or "")
    return role.title if role else owner
