"""The road map: the phases of a design with their dates, and what changes in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.deck.grid import Cell, Column, Grid
from orgdesign.documents.deck.markup import Frame, Look, Paragraph
from orgdesign.documents.deck.pages import Page, numbered
from orgdesign.documents.deck.slide import Canvas, words
from orgdesign.documents.deck.theme import Theme
from orgdesign.documents.road_map import Leg, designs_of, road_map
from orgdesign.model import Phase
from orgdesign.redaction import Exported
from orgdesign.render import style
from orgdesign.render.fonts import wrap

_A_SLIDE = 5
_GAP = 8.0


def road_maps(going: Exported, room: Frame, theme: Theme) -> Iterator[Page]:
    """Yield the way to the design that goes out: its phases, then what changes in each."""
    if going.then is None:
        return
    for design in designs_of(going):
        legs = [leg for leg in road_map(going, design) if leg.phase or leg.lines]
        yield from _phases(legs)
        for leg in legs:
            yield from _changes(leg, room, theme)


def _phases(legs: Sequence[Leg]) -> Iterator[Page]:
    parts = [legs[at : at + _A_SLIDE] for at in range(0, len(legs), _A_SLIDE)]
    for part, few in enumerate(parts, start=1):

        def draw(canvas: Canvas, few: Sequence[Leg] = few) -> None:
            _draw(canvas, few)

        yield Page("Road map", numbered("Road map: the phases", part, len(parts)), draw)


def _draw(canvas: Canvas, legs: Sequence[Leg]) -> None:
    room, theme = canvas.room, canvas.theme
    width = min((room.width + _GAP) / len(legs) - _GAP, 320.0)
    for at, leg in enumerate(legs):
        left = room.x + at * (width + _GAP)
        name = " ".join(wrap(leg.name, (width - 70) * 0.9, 16, bold=True, lines=2))
        arrow = Look(theme.primary, theme.primary, shape="homePlate", inset=(14, 4))
        canvas.text(
            leg.name,
            Frame(left, room.y, width, 64),
            [words(name, 16, style.PAPER, bold=True)],
            arrow,
        )
        canvas.text(f"{leg.name} in short", Frame(left, room.y + 72, width, 60), [*_short(leg)])
        canvas.text(
            f"{leg.name}: what changes",
            Frame(left, room.y + 136, width - 6, room.height - 136),
            [*_first(leg, width - 6, room.height - 136)],
        )


def _short(leg: Leg) -> Iterator[Paragraph]:
    if dates := dates_of(leg.phase):
        yield words(dates, 13, style.INK, bold=True)
    count = len(leg.lines)
    yield words(f"{count} change{'' if count == 1 else 's'}", 13, style.QUIET, before=2)


def _first(leg: Leg, width: float, height: float) -> Iterator[Paragraph]:
    """Yield the first changes, as many as there is room for."""
    used = 0.0
    for at, line in enumerate(leg.lines):
        high = len(wrap(line.sentence, (width - 24) * 0.9, 11)) * 11 * 1.25 + 4
        if used + high > height - 20:
            rest = len(leg.lines) - at
            yield words(f"and {rest} more", 11, style.QUIET, bold=True, before=4)
            return
        used += high
        yield words(line.sentence, 11, style.INK, before=4, bullet=True)


def dates_of(phase: Phase | None) -> str:
    """Return when a phase starts and ends, as written."""
    if phase is None or not (phase.starts or phase.ends):
        return ""
    if phase.starts and phase.ends:
        return f"{phase.starts} to {phase.ends}"
    return f"from {phase.starts}" if phase.starts else f"until {phase.ends}"


def _changes(leg: Leg, room: Frame, theme: Theme) -> Iterator[Page]:
    has_owner = any(line.owner for line in leg.lines)
    columns = [Column("No.", 0.5), Column("What changes", 7.0)]
    columns += [Column("Who makes it happen", 2.0)] if has_owner else []
    rows = [
        (
            Cell(str(line.number), style.QUIET),
            Cell(line.sentence),
            *([Cell(line.owner or "")] if has_owner else []),
        )
        for line in leg.lines
    ]
    dates = dates_of(leg.phase)
    name = f"{leg.name}, {dates}" if dates else leg.name
    parts = [*Grid(columns, rows, room.width, theme.primary).parts(room.height)]
    for part, grid in enumerate(parts, start=1):

        def draw(canvas: Canvas, grid: Grid = grid) -> None:
            said = f"A table of {len(grid.rows)} changes of {leg.name}"
            canvas.put(grid.drawn(canvas.named("Changes", said), canvas.room.x, canvas.room.y))

        yield Page("Road map", numbered(f"Road map: {name}", part, len(parts)), draw)
