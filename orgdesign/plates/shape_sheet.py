"""The shape plate on a page: a mirrored pyramid, cost by layer, and a strip of spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import inf

from orgdesign.diagnosis.rules.spans import SPANS, WIDE, ReportSpan
from orgdesign.model import number_text
from orgdesign.plates.shape import Layer, Leader, StructureShape
from orgdesign.plates.sheet_frame import FAINT, Frame, SheetLook
from orgdesign.render import style, wrap
from orgdesign.render.sheet import Bar, Disc, Link, Mark, Sheet, SheetTable, SheetText, line_height
from orgdesign.value_objects import value_object

WIDEST_SPAN = 20
"""Spans from here on stand together at the right end of the strip."""
TODAY, THEN = "#9aa8ba", "#0f766e"
"""Also apart in grey: a light and a dark one."""
LABEL, BESIDE = 118.0, 92.0
ROW, DISC = 15.0, 3.2
"""The least height of a row of the strip, and the radius of a disc on it."""
TALLEST, PYRAMID = 0.14, 0.56
"""What share of the room's height a layer takes at most, and all of them."""
MOST_GROWN = 2.2
"""How much larger discs are at most where there is room."""


def shape_sheet(
    today: StructureShape, design: StructureShape | None, name: str, look: SheetLook
) -> Sheet:
    """Return the plate as a sheet, of today alone or beside a design."""
    shapes = [today, design] if design else [today]
    frame = look.frame("The shape of the organisation", _about(shapes, name), _FOOT)
    painter = _ShapePainter(frame, shapes, ("Today", name) if design else ("",))
    marks = (*painter.pyramid(), *painter.costs(), *painter.spans(), *frame.marks())
    table = _table(today, design, name)
    return Sheet("shape", frame.title, frame.about, *look.size, marks, table)


_FOOT = (
    "Layers count reporting lines from the top. Each disc of the strip is a function that others "
    "report to, at its number of reports; red ones lead more, or fewer, than their kind of work "
    "allows. Spans by kind of work: Acharya, Lieber, Seem and Welchman, McKinsey, 2017."
)


def _about(shapes: Sequence[StructureShape], name: str) -> str:
    parts = [shapes[0].organisation.name, name]
    for shape in shapes:
        people = number_text(round(sum(layer.people for layer in shape.layers)))
        counted = f"{people} people, " if shape.counts_people else ""
        fitting = sum(leader.suits for leader in shape.leaders)
        layers = len(shape.layers)
        said = f"{layers} layer{'s' * (layers != 1)}, {counted}"
        parts.append(f"{said}{fitting} of {len(shape.leaders)} spans suit their work")
    return " · ".join(part for part in parts if part)


@value_object
class _ShapePainter:
    frame: Frame
    shapes: Sequence[StructureShape]
    names: tuple[str, ...]

    @property
    def _counted(self) -> str:
        """What bars count: people where anybody is counted, otherwise functions."""
        is_counted = any(shape.counts_people for shape in self.shapes)
        return "people" if is_counted else "functions"

    def _weight(self, layer: Layer) -> float:
        return layer.people if self._counted == "people" else layer.functions

    @property
    def _layers(self) -> int:
        return max((len(shape.layers) for shape in self.shapes), default=0)

    @property
    def _targets(self) -> list[ReportSpan]:
        kinds = [*SPANS.values(), WIDE]
        return [kind for kind in kinds if any(shape.leading(kind) for shape in self.shapes)]

    @property
    def _strip_top(self) -> float:
        return self._y(self._layers + 1) + 20

    @property
    def _room_of_shape(self) -> float:
        """How high the strip may be for each structure."""
        head = line_height(9) + 4 + line_height(7) + 6
        return (self.frame.bottom - self._strip_top - head) / len(self.shapes)

    def _row(self, span: ReportSpan) -> float:
        """Return the height of a row of the strip: as its discs ask, shared with the others."""
        wanted = sum(map(self._wanted, self._targets))
        grown = min(MOST_GROWN, self._room_of_shape / wanted)
        return max(DISC * 2, self._wanted(span) * grown)

    @property
    def _disc(self) -> float:
        """The radius of a disc, larger where there is room for all that stand on each other."""
        wanted = sum(map(self._wanted, self._targets)) or 1.0
        return DISC * min(MOST_GROWN, max(1.0, self._room_of_shape / wanted))

    def _wanted(self, span: ReportSpan) -> float:
        stacks = (
            count
            for shape in self.shapes
            for count in Counter(min(x.reports, WIDEST_SPAN) for x in shape.leading(span)).values()
        )
        return max(ROW, max(stacks, default=0) * DISC * 2 + 6)

    @property
    def _has_cost(self) -> bool:
        return any(layer.cost for shape in self.shapes for layer in shape.layers)

    @property
    def _middle(self) -> float:
        share = 0.37 if self._has_cost else 0.5
        return self.frame.left_edge + (self.frame.right - self.frame.left_edge) * share

    @property
    def _reach(self) -> float:
        return self._middle - self.frame.left_edge - BESIDE - 4

    def _high(self) -> float:
        room = self.frame.bottom - self.frame.top
        return room * min(TALLEST, PYRAMID / max(1, self._layers))

    def _y(self, depth: int) -> float:
        return self.frame.top + line_height(9) + 8 + (depth - 1) * self._high()

    def pyramid(self) -> Iterator[Mark]:
        """Yield the people of each layer: to both sides, or today left and the design right."""
        most = max((self._weight(y) for x in self.shapes for y in x.layers), default=0.0) or 1.0
        yield from self._titles(f"{self._counted} by layer")
        mirrored = self.shapes if len(self.shapes) > 1 else [self.shapes[0]] * 2
        for side, shape in zip((-1, 1), mirrored, strict=True):
            colour = TODAY if len(self.shapes) == 1 or side < 0 else THEN
            for layer in shape.layers:
                wide = max(0.6, self._reach * self._weight(layer) / most)
                x = self._middle - 13 - wide if side < 0 else self._middle + 13
                high = self._high()
                yield Bar(x, self._y(layer.depth) + 1, wide, high - 2, colour)
                if side > 0 or len(self.shapes) > 1:
                    yield self._beside(side, wide, layer, shape)
        for depth in range(1, self._layers + 1):
            y = self._y(depth) + (self._high() - line_height(9)) / 2
            yield SheetText(self._middle - 13, y, 26, str(depth), 9, style.INK, True, "centre")

    def _beside(self, side: int, wide: float, layer: Layer, shape: StructureShape) -> SheetText:
        count = f"{layer.functions} function{'s' * (layer.functions != 1)}"
        people = number_text(round(layer.people))
        said = f"{people} in {count}" if self._counted == "people" else count
        y = self._y(layer.depth) + (self._high() - line_height(8)) / 2
        x = self._middle - 17 - wide - BESIDE if side < 0 else self._middle + 17 + wide
        return SheetText(x, y, BESIDE, said, 8, style.QUIET, False, "right" if side < 0 else "left")

    def _titles(self, words: str) -> Iterator[SheetText]:
        y = self.frame.top
        if len(self.shapes) == 1:
            x = self._middle - 100
            yield SheetText(x, y, 200, words.capitalize(), 9, style.QUIET, True, "centre")
            return
        for side, name, colour in ((-1, self.names[0], style.QUIET), (1, self.names[1], THEN)):
            (said,) = wrap(f"{name}: {words}", 200, 9, True, 1)
            x = self._middle - 17 - 200 if side < 0 else self._middle + 17
            yield SheetText(x, y, 200, said, 9, colour, True, "right" if side < 0 else "left")

    def costs(self) -> Iterator[Mark]:
        """Yield the cost of each layer beside the pyramid, where any is known."""
        if not self._has_cost:
            return
        left = self.frame.left_edge + (self.frame.right - self.frame.left_edge) * 0.77
        room = self.frame.right - left - 64
        most = max(layer.cost for shape in self.shapes for layer in shape.layers)
        yield SheetText(left, self.frame.top, 160, "Cost a year by layer", 9, style.QUIET, True)
        thick = (self._high() - 2) / len(self.shapes)
        for n, shape in enumerate(self.shapes):
            colour = TODAY if not n else THEN
            for layer in shape.layers:
                y = self._y(layer.depth) + 1 + n * thick
                wide = max(0.6, room * layer.cost / most)
                yield Bar(left, y, wide, thick - 1, colour)
                if thick >= line_height(7):
                    at = y + (thick - line_height(7)) / 2 - 0.5
                    said = number_text(round(layer.cost))
                    yield SheetText(left + wide + 4, at, 60, said, 7, style.QUIET)

    def spans(self) -> Iterator[Mark]:
        """Yield a row for each kind of work: its target as a band, leaders as discs on it."""
        top = self._strip_top
        yield SheetText(self.frame.left_edge, top, 300, "Spans of control", 9, style.QUIET, True)
        top += line_height(9) + 4
        for span in self._targets:
            row = self._row(span)
            yield from self._target(span, top, row * len(self.shapes))
            for n, shape in enumerate(self.shapes):
                yield from self._leaders(shape.leading(span), top + n * row, row, n)
            top += row * len(self.shapes)
        for reports in range(1, WIDEST_SPAN + 1):
            said = f"{reports}+" if reports == WIDEST_SPAN else str(reports)
            x = self._x_of_reports(reports) - 12
            yield SheetText(x, top + 2, 24, said, 7, style.QUIET, False, "centre")

    def _x_of_reports(self, reports: float) -> float:
        left = self.frame.left_edge + LABEL + 20
        return (
            left + (self.frame.right - left - 12) * (min(reports, WIDEST_SPAN) - 0.5) / WIDEST_SPAN
        )

    def _target(self, span: ReportSpan, top: float, high: float) -> Iterator[Mark]:
        leader = span.leader.removeprefix("a ")
        said = "kind of work not said" if span == WIDE else leader
        y = top + (high - line_height(8)) / 2
        yield SheetText(self.frame.left_edge, y, LABEL, said, 8, style.INK, False, "right")
        first, last = (
            self._x_of_reports(span.fewest - 0.4),
            self._x_of_reports(_widest_of(span) + 0.4),
        )
        yield Bar(first, top + 1, last - first, high - 2, FAINT)

    def _leaders(
        self, leaders: Sequence[Leader], top: float, row: float, shape: int
    ) -> Iterator[Mark]:
        """Yield the discs, those of one number of reports above each other, red ones on top."""
        held: dict[int, list[Leader]] = {}
        for leader in sorted(leaders, key=lambda one: not one.suits):
            held.setdefault(min(leader.reports, WIDEST_SPAN), []).append(leader)
        for reports, there in held.items():
            disc = self._disc
            step = min(disc * 2, (row - disc * 2) / max(1, len(there) - 1))
            for n, leader in enumerate(there):
                colour = (TODAY, THEN)[shape] if leader.suits else style.GAP.strong
                function = leader.function
                hint = f"{function.name}: {leader.reports} report to it"
                link = Link("function", function.id, hint)
                y = top + row - disc - 1 - n * step
                yield Disc(
                    self._x_of_reports(reports), y, disc - 0.3, colour, not leader.suits, link
                )


def _widest_of(span: ReportSpan) -> float:
    return WIDEST_SPAN if span.most == inf else span.most


def _table(today: StructureShape, design: StructureShape | None, name: str) -> SheetTable:
    shapes = [today, design] if design else [today]
    known = {
        "functions": True,
        "people": any(shape.counts_people for shape in shapes),
        "cost a year": any(layer.cost for shape in shapes for layer in shape.layers),
    }
    facts = [fact for fact, is_known in known.items() if is_known]
    names = ["Today", name] if design else ["Today"]
    headings = ("Layer", *(f"{each}: {fact}" for each in names for fact in facts))
    layers = zip_longest(today.layers, design.layers if design else ())
    rows = []
    for depth, pair in enumerate(layers, 1):
        cells = [_cells(layer, facts) for layer in (pair if design else pair[:1])]
        rows.append((str(depth), *(cell for each in cells for cell in each)))
    return SheetTable(headings, tuple(rows))


def _cells(layer: Layer | None, facts: Sequence[str]) -> tuple[str, ...]:
    if layer is None:
        return ("",) * len(facts)
    said = {
        "functions": str(layer.functions),
        "people": number_text(layer.people),
        "cost a year": number_text(layer.cost),
    }
    return tuple(said[fact] for fact in facts)
