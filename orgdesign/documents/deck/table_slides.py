"""The road map of a design, and the appendix of functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.charts import GAPS, role_title
from orgdesign.documents.deck.drawingml import ShapeFrame, ShapeStyle, TextParagraph
from orgdesign.documents.deck.slide import (
    SlideCanvas,
    SlideDrawer,
    SlidePlan,
    part_title,
    styled_line,
)
from orgdesign.documents.deck.slide_text import cut_text
from orgdesign.documents.deck.table import SlideCell, SlideColumn, SlideTable
from orgdesign.documents.deck.theme import DeckTheme
from orgdesign.documents.road_map import RoadMapPhase, disclosed_designs, road_map
from orgdesign.model import Function, Organisation, Phase
from orgdesign.redaction import Disclosure
from orgdesign.render import style, wrap

_A_SLIDE = 5
_GAP = 8.0
_POINT = 48.0
"""How much of an arrow is no room for words: its edges, and its point."""
_LETTERS = ((16.0, 2), (13.0, 3), (11.0, 4))
"""In what sizes the names of phases are set, and in how many lines each fits into an arrow."""


def road_maps(disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme) -> Iterator[SlidePlan]:
    """Yield the way to the design that goes out: its phases, then what changes in each."""
    if disclosure.then is None:
        return
    for design in disclosed_designs(disclosure):
        phases = [
            phase_entry
            for phase_entry in road_map(disclosure, design)
            if phase_entry.phase or phase_entry.lines
        ]
        yield from _phases(phases)
        for phase_entry in phases:
            yield from _changes(phase_entry, room, theme)


def _phases(phases: Sequence[RoadMapPhase]) -> Iterator[SlidePlan]:
    parts = [phases[at : at + _A_SLIDE] for at in range(0, len(phases), _A_SLIDE)]
    for part, few in enumerate(parts, start=1):

        def draw(canvas: SlideCanvas, few: Sequence[RoadMapPhase] = few) -> None:
            _draw(canvas, few)

        yield SlidePlan("Road map", part_title("Road map: the phases", part, len(parts)), draw)


def _draw(canvas: SlideCanvas, phases: Sequence[RoadMapPhase]) -> None:
    room, theme = canvas.room, canvas.theme
    width = min((room.width + _GAP) / len(phases) - _GAP, 320.0)
    names = [each.name for each in phases]
    size, lines = _letters(names, (width - _POINT) * 0.9)
    for at, phase_entry in enumerate(phases):
        left = room.x + at * (width + _GAP)
        name = cut_text(phase_entry.name, (width - _POINT) * 0.9, size, lines, bold=True)
        arrow = ShapeStyle(theme.primary, theme.primary, shape="homePlate", inset=(14, 4))
        canvas.text(
            phase_entry.name,
            ShapeFrame(left, room.y, width, 64),
            [styled_line(name, size, style.PAPER, bold=True)],
            arrow,
        )
        canvas.text(
            f"{phase_entry.name} in short",
            ShapeFrame(left, room.y + 72, width, 60),
            [*_short(phase_entry)],
        )
        canvas.text(
            f"{phase_entry.name}: what changes",
            ShapeFrame(left, room.y + 136, width - 6, room.height - 136),
            [*_first(phase_entry, width - 6, room.height - 136)],
        )


def _letters(names: Sequence[str], room: float) -> tuple[float, int]:
    """Return the largest letters in which every name is whole, or the smallest; and the lines."""
    for size, lines in _LETTERS:
        if all(len(wrap(each, room, size, bold=True)) <= lines for each in names):
            break
    return size, lines


def _short(phase_entry: RoadMapPhase) -> Iterator[TextParagraph]:
    if dates := phase_dates(phase_entry.phase):
        yield styled_line(dates, 13, style.INK, bold=True)
    count = len(phase_entry.lines)
    yield styled_line(f"{count} change{'' if count == 1 else 's'}", 13, style.QUIET, before=2)


def _first(phase_entry: RoadMapPhase, width: float, height: float) -> Iterator[TextParagraph]:
    """Yield the first changes, as many as there is room for."""
    used = 0.0
    for at, line in enumerate(phase_entry.lines):
        high = len(wrap(line.sentence, (width - 24) * 0.9, 11)) * 11 * 1.25 + 4
        if used + high > height - 20:
            rest = len(phase_entry.lines) - at
            yield styled_line(f"and {rest} more", 11, style.QUIET, bold=True, before=4)
            return
        used += high
        yield styled_line(line.sentence, 11, style.INK, before=4, bullet=True)


def phase_dates(phase: Phase | None) -> str:
    """Return when a phase starts and ends, as written."""
    if phase is None or not (phase.starts or phase.ends):
        return ""
    if phase.starts and phase.ends:
        return f"{phase.starts} to {phase.ends}"
    return f"from {phase.starts}" if phase.starts else f"until {phase.ends}"


def _changes(phase_entry: RoadMapPhase, room: ShapeFrame, theme: DeckTheme) -> Iterator[SlidePlan]:
    has_owner = any(line.owner for line in phase_entry.lines)
    columns = [SlideColumn("No.", 0.5), SlideColumn("What changes", 7.0)]
    columns += [SlideColumn("Who makes it happen", 2.0)] if has_owner else []
    rows = [
        (
            SlideCell(str(line.number), style.QUIET),
            SlideCell(line.sentence),
            *([SlideCell(line.owner or "")] if has_owner else []),
        )
        for line in phase_entry.lines
    ]
    dates = phase_dates(phase_entry.phase)
    name = f"{phase_entry.name}, {dates}" if dates else phase_entry.name
    parts = [*SlideTable(columns, rows, room.width, theme.primary).parts(room.height)]
    for part, grid in enumerate(parts, start=1):

        def draw(canvas: SlideCanvas, grid: SlideTable = grid) -> None:
            said = f"A table of {len(grid.rows)} changes of {phase_entry.name}"
            canvas.put_shapes(
                grid.shape_at(canvas.shape_naming("Changes", said), canvas.room.x, canvas.room.y)
            )

        yield SlidePlan("Road map", part_title(f"Road map: {name}", part, len(parts)), draw)


_COLUMNS = (
    SlideColumn("Function", 2.2),
    SlideColumn("Customer outcome", 3.0),
    SlideColumn("What it contributes", 3.6),
    SlideColumn("Accountable role", 2.0),
)


def appendix(disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme) -> Iterator[SlidePlan]:
    """Yield the tables of functions, as many slides as they need."""
    rows = [*_rows(disclosure.organisation)]
    grid = SlideTable(_COLUMNS, rows, room.width, theme.primary)
    parts = [*grid.parts(room.height)]
    for part, each in enumerate(parts, start=1):
        title = part_title("Functions, what they serve and who is accountable", part, len(parts))
        yield SlidePlan("Appendix", title, _drawing(each))


def _drawing(grid: SlideTable) -> SlideDrawer:
    def draw(canvas: SlideCanvas) -> None:
        said = f"A table of {len(grid.rows)} functions with outcome, contribution, accountable role"
        canvas.put_shapes(
            grid.shape_at(canvas.shape_naming("Functions", said), canvas.room.x, canvas.room.y)
        )

    return draw


def _rows(shown: Organisation) -> Iterator[Sequence[SlideCell]]:
    statements = {each.id: each.statement for each in shown.outcome.walk()}
    for function in shown.functions.values():
        yield _row(shown, function, statements)


def _row(
    shown: Organisation, function: Function, statements: dict[str, str]
) -> Sequence[SlideCell]:
    alignment, gaps = function.alignment, function.gaps
    link = " (enabling)" if alignment.link == "enabling" else ""
    outcome = f"{statements[alignment.outcome]}{link}" if alignment.outcome else ""
    return (
        SlideCell(function.name, bold=True),
        _gap("outcome") if "outcome" in gaps else SlideCell(outcome),
        _gap("contribution") if "contribution" in gaps else SlideCell(alignment.contribution or ""),
        _gap("accountable")
        if "accountable" in gaps
        else SlideCell(role_title(shown, function.accountable)),
    )


def _gap(gap: str) -> SlideCell:
    return SlideCell(f"◇ {GAPS[gap]}", style.GAP.strong, bold=True)  # type: ignore[index]
