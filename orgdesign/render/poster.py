"""Charts on paper: as large as the sheet allows, and never smaller than can be read.

What does not fit goes on following sheets at branches; each says which sheet it hangs from, and a
folded box on which sheet it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgdesign.charts import Chart
from orgdesign.problems import OrgdesignError
from orgdesign.render.branch_fit import fitting_scale
from orgdesign.render.drawing import Drawing, PlacedCard
from orgdesign.render.pagination import ChartPart, paginate
from orgdesign.render.picture_frame import PictureFrame, frame_height, frame_parts, shift_drawing
from orgdesign.value_objects import value_object

LEAST, LARGEST = 1.0, 2.4
"""How small and how large charts are drawn: their smallest type has 7 points."""
_STEP = 0.98
EDGE = 30.0
"""The margin of a sheet, in points."""

_A_SERIES = {"a4": (842.0, 595.0), "a3": (1191.0, 842.0), "a2": (1684.0, 1191.0)}
_A_SERIES |= {"a1": (2384.0, 1684.0), "a0": (3370.0, 2384.0)}
PAPERS = _A_SERIES | {"letter": (792.0, 612.0), "tabloid": (1224.0, 792.0)}
"""Width and height of papers on their side, in points."""


@value_object
class PosterSheet:
    """A sheet of paper: its size in points, and what is drawn on it at a scale."""

    width: float
    height: float
    drawing: Drawing
    scale: float


def poster_sheets(
    chart: Chart, paper: tuple[float, float], frame: PictureFrame
) -> list[PosterSheet]:
    """Return a chart on as many sheets of a paper as it needs."""
    width, height = paper[0] - 2 * EDGE, paper[1] - 2 * EDGE
    taken = _frame_size(frame, width)
    parts = paginate(chart, (width, height - taken), least=LEAST).parts
    most = max(_frame_size(_titled(frame, part), width) for part in parts)
    if most > taken:
        parts = paginate(chart, (width, height - most), least=LEAST).parts
    return [_sheet(part, number, parts, paper, frame) for number, part in enumerate(parts, 1)]


def _frame_size(frame: PictureFrame, width: float) -> float:
    """Return how much of a sheet's height the frame takes."""
    above, below = frame_parts(_on_sheet(frame, "Sheet 88 of 88: goes on from sheet 88"), width)
    return frame_height(above) + frame_height(below) + 2 * APART


APART = 16.0
"""Between a chart and what stands above and below it, in points."""


def _on_sheet(frame: PictureFrame, words: str) -> PictureFrame:
    return replace(frame, note=" · ".join(filter(None, (frame.note, words))))


def _sheet(
    part: ChartPart,
    number: int,
    parts: Sequence[ChartPart],
    paper: tuple[float, float],
    frame: PictureFrame,
) -> PosterSheet:
    said = _on_sheet(_titled(frame, part), _place_of(part, number, len(parts)))
    scale = _scale_within(part.drawing, paper, said)
    return _on_paper(_with_sheets(part.drawing, parts), paper, said, scale)


def _titled(frame: PictureFrame, part: ChartPart) -> PictureFrame:
    """Return what stands around a part: its title says which branch it is."""
    if not (part.level and frame.title):
        return frame
    return replace(frame, title=f"{frame.title}: {part.title}")


def _scale_within(drawing: Drawing, paper: tuple[float, float], said: PictureFrame) -> float:
    """Return how large a drawing can be so that nothing around it comes to lie over it."""
    width, height = paper[0] - 2 * EDGE, paper[1] - 2 * EDGE
    scale = min(width / max(drawing.width, 1.0), LARGEST)
    while scale > LEAST:
        above, below = frame_parts(said, width / scale, 1 / scale)
        around = (frame_height(above) + frame_height(below)) * scale + 2 * APART
        if drawing.height * scale + around <= height:
            return scale
        scale *= _STEP
    return min(LEAST, fitting_scale(drawing, (width, height), 0.0, LARGEST) or LEAST)


def whole_sheet(drawing: Drawing, paper: tuple[float, float], frame: PictureFrame) -> PosterSheet:
    """Return a drawing that cannot be parted on one sheet of a paper.

    Raises ``OrgdesignError`` where its type would be too small to read, with what is large enough.
    """
    scale = _whole_scale(drawing, paper, frame)
    if scale < LEAST:
        larger = [
            name for name, size in PAPERS.items() if _whole_scale(drawing, size, frame) >= LEAST
        ]
        fits = min(larger, key=lambda name: PAPERS[name], default="")
        advice = f"choose {fits.upper()} or larger" if fits else "take the SVG"
        raise OrgdesignError(f"On this paper its type would be smaller than 7 points: {advice}.")
    return _on_paper(drawing, paper, frame, scale)


def _whole_scale(drawing: Drawing, paper: tuple[float, float], frame: PictureFrame) -> float:
    wide = paper[0] - 2 * EDGE
    high = paper[1] - 2 * EDGE - _frame_size(frame, wide)
    return min(wide / drawing.width, high / drawing.height, LARGEST)


def _on_paper(
    drawing: Drawing, paper: tuple[float, float], frame: PictureFrame, scale: float
) -> PosterSheet:
    """Return a drawing set on a sheet at a scale, what is around it at its edges."""
    wide, full = (paper[0] - 2 * EDGE) / scale, (paper[1] - 2 * EDGE) / scale
    above, below = frame_parts(frame, wide, 1 / scale)
    top = frame_height(above) + APART / scale
    moved = shift_drawing(drawing, top, max(0.0, (wide - drawing.width) / 2))
    foot = full - frame_height(below)
    placed = [replace(each, y=each.y + foot) for each in below]
    root, *others = moved.cards
    whole = replace(moved, width=wide, height=full, cards=(root, *above, *others, *placed))
    return PosterSheet(*paper, whole, scale)


def _place_of(part: ChartPart, number: int, count: int) -> str:
    if count == 1:
        return ""
    above = f": goes on from sheet {part.above + 1}" if part.above is not None else ""
    return f"Sheet {number} of {count}{above}"


def _with_sheets(drawing: Drawing, parts: Sequence[ChartPart]) -> Drawing:
    """Return a drawing whose folded boxes say on which sheet they go on."""
    at = {id_: number for number, part in reversed([*enumerate(parts, 1)]) for id_ in _begins(part)}
    cards = tuple(
        replace(placed, card=replace(placed.card, tab=_tab(placed, at)))
        if placed.card.box.hidden
        else placed
        for placed in drawing.cards
    )
    return replace(drawing, cards=cards)


def _begins(part: ChartPart) -> Iterator[str]:
    """Yield the boxes whose branches go on in a part."""
    if part.above is None:
        return
    if part.head.tag != "continued":
        yield part.head.id
    for placed in part.drawing.cards:
        if placed.card.box.parent == part.head.id and part.head.tag == "continued":
            yield placed.card.box.id


def _tab(placed: PlacedCard, at: dict[str, int]) -> str:
    number = at.get(placed.card.box.id)
    return f"→ sheet {number}" if number else placed.card.tab
