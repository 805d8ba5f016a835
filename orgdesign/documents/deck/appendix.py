"""The appendix: every function with the outcome it serves, and who is accountable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.charts.boxes import GAPS, role_title
from orgdesign.documents.deck.grid import Cell, Column, Grid
from orgdesign.documents.deck.markup import Frame
from orgdesign.documents.deck.pages import Draw, Page, numbered
from orgdesign.documents.deck.slide import Canvas
from orgdesign.documents.deck.theme import Theme
from orgdesign.model import Function, Organisation
from orgdesign.redaction import Exported
from orgdesign.render import style

_COLUMNS = (
    Column("Function", 2.2),
    Column("Customer outcome", 3.0),
    Column("What it contributes", 3.6),
    Column("Accountable role", 2.0),
)


def appendix(going: Exported, room: Frame, theme: Theme) -> Iterator[Page]:
    """Yield the tables of functions, as many slides as they need."""
    rows = [*_rows(going.shown)]
    grid = Grid(_COLUMNS, rows, room.width, theme.primary)
    parts = [*grid.parts(room.height)]
    for part, each in enumerate(parts, start=1):
        title = numbered("Functions, what they serve and who is accountable", part, len(parts))
        yield Page("Appendix", title, _drawing(each))


def _drawing(grid: Grid) -> Draw:
    def draw(canvas: Canvas) -> None:
        said = f"A table of {len(grid.rows)} functions with outcome, contribution, accountable role"
        canvas.put(grid.drawn(canvas.named("Functions", said), canvas.room.x, canvas.room.y))

    return draw


def _rows(shown: Organisation) -> Iterator[Sequence[Cell]]:
    statements = {each.id: each.statement for each in shown.outcome.walk()}
    for function in shown.functions.values():
        yield _row(shown, function, statements)


def _row(shown: Organisation, function: Function, statements: dict[str, str]) -> Sequence[Cell]:
    alignment, gaps = function.alignment, function.gaps
    link = " (enabling)" if alignment.link == "enabling" else ""
    outcome = f"{statements[alignment.outcome]}{link}" if alignment.outcome else ""
    return (
        Cell(function.name, bold=True),
        _gap("outcome") if "outcome" in gaps else Cell(outcome),
        _gap("contribution") if "contribution" in gaps else Cell(alignment.contribution or ""),
        _gap("accountable")
        if "accountable" in gaps
        else Cell(role_title(shown, function.accountable)),
    )


def _gap(gap: str) -> Cell:
    return Cell(f"◇ {GAPS[gap]}", style.GAP.strong, bold=True)  # type: ignore[index]
