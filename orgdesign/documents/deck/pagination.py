"""A chart over slides: whole where it can be read, else folded, with slides for its branches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from orgdesign.charts import Box, Chart, FoldedCounts, focus, fold
from orgdesign.documents.deck.card_style import SMALLEST, WIDTHS, CardDetail, CardStyles
from orgdesign.render import Drawing, compose, compose_together
from orgdesign.value_objects import value_object

READABLE = 9.0
"""The smallest letters on a slide, in points."""
LARGEST = 0.8
"""Charts of few boxes are drawn no larger than this."""
_FULL = 0.75
"""How much of a slide cards can cover at most, beside the lines between them."""
_ENOUGH = 2
"""After so many branches that did not fit, larger ones are not tried."""
_USUAL = 1
"""The looks that are tried while it is not known how much fits."""

BranchFilter = Callable[[Chart], bool]


@value_object
class SlideRoom:
    """What a slide has for a chart: width and height in points."""

    width: float
    height: float

    def scale(self, drawing: Drawing) -> float:
        """Return the scale at which a drawing fits."""
        return min(self.width / drawing.width, self.height / drawing.height, LARGEST)

    @property
    def shape(self) -> float:
        """Return width ÷ height."""
        return self.width / self.height


class FittedDrawings(NamedTuple):
    """Drawings of one layout, and the looks that they are drawn in."""

    drawings: list[Drawing]
    looks: CardStyles


@dataclass(eq=False, slots=True)
class ChartSlide:
    """A slide of a chart: the drawing, its looks, and the slides on which its branches go on.

    ``part`` and ``parts`` count slides that share a head; ``head`` is the box it is about, where
    it is a branch; ``above`` is the slide that it goes on from.
    """

    drawing: Drawing
    looks: CardStyles
    head: Box | None = None
    part: int = 1
    parts: int = 1
    above: ChartSlide | None = None
    below: dict[str, ChartSlide] = field(default_factory=dict)


class ChartPagination:
    """How charts are dealt over slides that have some room."""

    def __init__(self, room: SlideRoom) -> None:
        self.room = room
        self.looks = {
            detail: [CardStyles(detail, width) for width in widths]
            for detail, widths in WIDTHS.items()
        }
        self._tried: dict[tuple[object, ...], list[Drawing] | None] = {}
        self._hides: dict[tuple[str, str, str], FoldedCounts | None] = {}

    def alike(
        self, charts: Sequence[Chart], keeps: Sequence[BranchFilter]
    ) -> list[list[ChartSlide]]:
        """Return the slides of charts of one layout: what stays does not move between the first.

        Of each chart only the branches that it ``keeps`` get slides of their own.
        """
        drawn = self._readable(charts)
        if drawn is None and (folded := self._folded(charts)):
            drawn = folded[1]
        if drawn is None:
            pairs = zip(charts, keeps, strict=True)
            return [[*self.slides(chart, keep)] for chart, keep in pairs]
        made = []
        for chart, drawing, keep in zip(charts, drawn.drawings, keeps, strict=True):
            first = ChartSlide(drawing, drawn.looks)
            made.append([first, *self._branches(first, chart, keep)])
        return made

    def slides(
        self,
        chart: Chart,
        keeps: BranchFilter = bool,
        head: Box | None = None,
        above: ChartSlide | None = None,
    ) -> Iterator[ChartSlide]:
        """Yield the slides of a chart, the whole before its branches."""
        chart = replace(chart, boxes=tuple(replace(box, place=box.id) for box in chart.boxes))
        if drawn := self._readable([chart]):
            yield ChartSlide(drawn.drawings[0], drawn.looks, head, above=above)
            return
        folded = self._folded([chart])
        charts = [folded[0][0]] if folded else [*self._dealt(chart)]
        for part, each in enumerate(charts, start=1):
            drawn = self._largest_drawings([each], "brief", always=True)
            assert drawn  # noqa: S101 - it is drawn however large it is
            slide = ChartSlide(drawn.drawings[0], drawn.looks, head, part, len(charts), above)
            yield slide
            yield from self._branches(slide, chart, keeps)

    def outlines(self, chart: Chart) -> Iterator[ChartSlide]:
        """Yield a chart as ``slides`` does and, where that tells no details, its branches too."""
        slides = [*self.slides(chart)]
        yield from slides
        if len(slides) == 1 and slides[0].looks.detail == "brief":
            families = chart.children()
            for box in families.get(chart.root.id, ()):
                if box.id in families:
                    below = [*self.slides(focus(chart, box.id), bool, box, slides[0])]
                    yield from below

    def _branches(
        self, slide: ChartSlide, chart: Chart, keeps: BranchFilter
    ) -> Iterator[ChartSlide]:
        for box in slide.drawing.chart.boxes:
            branch = focus(chart, box.id) if box.hidden else None
            if branch and keeps(branch):
                below = [*self.slides(branch, keeps, box, slide)]
                slide.below[box.id] = below[0]
                yield from below

    def _readable(self, charts: Sequence[Chart]) -> FittedDrawings | None:
        """Return charts of one layout with nothing folded, in full if that can be read."""
        return self._largest_drawings(charts, "full") or self._largest_drawings(charts, "brief")

    def _largest_drawings(
        self, charts: Sequence[Chart], detail: CardDetail, *, always: bool = False
    ) -> FittedDrawings | None:
        """Return charts of one layout as large as they can be, if they can be read."""
        tried = [
            *filter(
                None, (self._drawings_in(charts, looks, always) for looks in self.looks[detail])
            )
        ]
        best = max(tried, key=self._scale, default=None)
        return best if best and (always or self._reads(best)) else None

    def _scale(self, drawn: FittedDrawings) -> float:
        return min(map(self.room.scale, drawn.drawings))

    def _reads(self, drawn: FittedDrawings) -> bool:
        return self._scale(drawn) * SMALLEST >= READABLE

    def _drawings_in(
        self, charts: Sequence[Chart], looks: CardStyles, always: bool
    ) -> FittedDrawings | None:
        """Return charts in some looks; None of charts that are too large to be tried."""
        key = (looks, *(chart.boxes for chart in charts))
        if key not in self._tried:
            tries = always or all(self._may_hold(chart, looks) for chart in charts)
            self._tried[key] = self._compose(charts, looks) if tries else None
        found = self._tried[key]
        if not found:
            return None
        return FittedDrawings(
            [replace(each, chart=chart) for each, chart in zip(found, charts, strict=True)], looks
        )

    def _may_hold(self, chart: Chart, looks: CardStyles) -> bool:
        cards = map(looks.card, chart.boxes)
        area = sum(card.width * card.full_height for card in cards)
        return area < _FULL * self.room.width * self.room.height * (SMALLEST / READABLE) ** 2

    def _compose(self, charts: Sequence[Chart], looks: CardStyles) -> list[Drawing]:
        if len(charts) == 1:
            return [compose(charts[0], look=looks.card, page=self.room.shape)]
        return compose_together(charts, look=looks.card, page=self.room.shape)

    def _folded(self, charts: Sequence[Chart]) -> tuple[list[Chart], FittedDrawings] | None:
        """Return charts with as little folded as lets them be read; None if that is too much.

        First the branches under the head are folded. Then one after the other is unfolded, the
        smallest first, or its own branches are folded instead, until that is too much.
        """
        heads, within = _heads(charts)
        closed = {*heads}
        if not self._partly(charts, closed):
            return None
        failed = 0
        for box in sorted(heads, key=heads.__getitem__):
            opened = closed - {box}
            wider = next(
                filter(lambda one: self._partly(charts, one), (opened, opened | within[box])), None
            )
            failed = 0 if wider else failed + 1
            closed = closed if wider is None else wider
            if failed == _ENOUGH:
                break
        shown = [self._without(chart, closed) for chart in charts]
        drawn = self._largest_drawings(shown, "brief")
        assert drawn  # noqa: S101 - it was tried
        return shown, drawn

    def _partly(self, charts: Sequence[Chart], closed: set[str]) -> bool:
        shown = [self._without(chart, closed) for chart in charts]
        drawn = self._drawings_in(shown, self.looks["brief"][_USUAL], always=False)
        return drawn is not None and self._reads(drawn)

    def _without(self, chart: Chart, closed: set[str]) -> Chart:
        """Return a chart without what hangs from closed boxes, which say what they hide."""
        gone: set[str] = set()
        shown: list[Box] = []
        for box in chart.boxes:
            if box.parent in gone or box.parent in closed:
                gone.add(box.id)
            elif box.id in closed:
                shown.append(replace(box, hidden=self._hidden_counts(chart, box)))
            else:
                shown.append(box)
        return chart.with_boxes(shown)

    def _hidden_counts(self, chart: Chart, box: Box) -> FoldedCounts | None:
        key = (chart.view, chart.root.id, box.id)
        if key not in self._hides:
            self._hides[key] = fold(focus(chart, box.id), 0).root.hidden
        return self._hides[key]

    def _dealt(self, chart: Chart) -> Iterator[Chart]:
        """Yield a chart whose branches are too many for a slide, some of them at a time."""
        folded = fold(chart, 1)
        root, *rest = folded.boxes
        for parts in range(2, len(rest) + 1):
            size = -(-len(rest) // parts)
            dealt = [
                folded.with_boxes((root, *rest[at : at + size])) for at in range(0, len(rest), size)
            ]
            if all(self._largest_drawings([each], "brief") for each in dealt):
                yield from dealt
                return
        yield folded


def _heads(charts: Sequence[Chart]) -> tuple[dict[str, int], dict[str, set[str]]]:
    """Return the branches under the heads of charts: how many boxes each has, and its branches."""
    counted: dict[str, int] = {}
    within: dict[str, set[str]] = {}
    for chart in charts:
        family = chart.children()
        for head in family.get(chart.root.id, ()):
            if head.id in family:
                size = len(focus(chart, head.id).boxes)
                counted[head.id] = counted.get(head.id, 0) + size
                under = {box.id for box in family[head.id] if box.id in family}
                within.setdefault(head.id, set()).update(under)
    return counted, within
