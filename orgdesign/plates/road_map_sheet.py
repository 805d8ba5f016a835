"""The road map on paper: each phase with its days, its scores and its changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import ReplayStep, replay_steps, structure_after
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.model import Design, Organisation, Phase
from orgdesign.plates.flow import FlowBlock, fewest_sheets, flowing_sheets, text_block
from orgdesign.plates.sheet_frame import FAINT
from orgdesign.render import style
from orgdesign.render.sheet import Bar, Sheet, SheetTable, SheetText, line_height

COLUMN, APART = 170.0, 24.0
"""How wide a column is at least, and what is between two of them."""
BEFORE = "Before the first phase"
Percents = tuple[int | None, ...]
_Leg = tuple[Phase | None, Sequence[ReplayStep], tuple[Percents, Percents]]


def road_map_sheets(today: Organisation, design: Design, size: tuple[float, float]) -> list[Sheet]:
    """Return the road map of a design on bare sheets of a size, a phase in each column."""
    stretches = [*_stretches(today, design)]
    fitting = max(1, int((size[0] + APART) / (COLUMN + APART)))
    columns = min(fitting, max(1, len(stretches)))
    room = (size[0] + APART) / columns - APART
    formatter = ChangeFormatter(today, design)
    legs: list[_Leg] = []
    before = percents(today)
    for phase, steps in stretches:
        after = percents(structure_after(today, design, phase.id if phase else None).organisation)
        legs.append((phase, steps, (before, after)))
        before = after
    rows = tuple(
        (_name(phase, design), formatter.sentence(step))
        for phase, steps in stretches
        for step in steps
    )
    table = SheetTable(("Phase", "Change"), rows)

    def draw(type_size: float) -> list[Sheet]:
        blocks = [
            block
            for phase, steps, scores in legs
            for block in _phase(
                _name(phase, design), phase, steps, scores, formatter, room, type_size
            )
        ]
        return flowing_sheets("road-map", "The road map", blocks, size, columns, APART, table)

    return fewest_sheets(draw)


def _stretches(
    today: Organisation, design: Design
) -> Iterator[tuple[Phase | None, list[ReplayStep]]]:
    """Yield each phase with its changes; first what is made before them, if anything."""
    steps = [*replay_steps(today, design)]
    for phase in (None, *design.phases.values()):
        here = [step for step in steps if step.change.phase == (phase.id if phase else None)]
        if here or phase or not design.phases:
            yield phase, here


def _name(phase: Phase | None, design: Design) -> str:
    return phase.name if phase else BEFORE if design.phases else "Changes"


def _phase(
    name: str,
    phase: Phase | None,
    steps: Sequence[ReplayStep],
    scores: tuple[Percents, Percents],
    formatter: ChangeFormatter,
    room: float,
    size: float,
) -> Iterator[FlowBlock]:
    yield text_block(name, room, size * 1.25, style.INK, bold=True, begins=True)
    if phase and (days := _days(phase)):
        yield text_block(days, room, size, style.QUIET)
    for label, before, after in zip(SCORES, *scores, strict=True):
        yield _score(label, before, after, room, size)
    yield FlowBlock((), size)
    for step in steps:
        yield text_block(formatter.sentence(step), room, size, style.INK, below=1)
        owner = formatter.owner(step)
        said = f"{owner} makes it happen" if owner else "Nobody named makes it happen"
        if step.reason:
            said = f"Cannot be made: {step.reason}. {said}"
        colour = style.GAP.strong if step.reason else style.QUIET
        yield text_block(said, room, max(7.0, size - 1), colour, below=size * 0.7)
    if not steps:
        yield text_block("Nothing changes in this phase yet.", room, size, style.QUIET)


def _days(phase: Phase) -> str:
    if phase.starts and phase.ends:
        return f"{phase.starts} to {phase.ends}"
    return f"from {phase.starts}" if phase.starts else f"until {phase.ends}" if phase.ends else ""


def _score(
    label: str, before: int | None, after: int | None, room: float, size: float
) -> FlowBlock:
    small = max(7.0, size - 2)
    step = line_height(small)
    if after is None:
        said = f"{label}: nothing to count"
    elif before in (None, after):
        said = f"{label}: {after}%"
    else:
        said = f"{label}: {before}% → {after}%"
    words = text_block(said, room, small, style.INK)
    bars = (
        Bar(0.0, words.height, room, 4.0, FAINT),
        Bar(0.0, words.height, room * (after or 0) / 100, 4.0, style.ROOT.strong),
    )
    texts: tuple[SheetText | Bar, ...] = words.marks
    return FlowBlock((*texts, *(bar for bar in bars if bar.width)), words.height + step * 0.8)
