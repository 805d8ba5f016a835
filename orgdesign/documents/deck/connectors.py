"""Lines between shapes: elbow connectors that are glued to them, and lines with points."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from orgdesign.documents.deck.drawingml import (
    ShapeFrame,
    ShapeIdentity,
    ShapeStyle,
    emu,
    outline_xml,
    step,
)
from orgdesign.render import Point, Route
from orgdesign.value_objects import value_object


@value_object
class ConnectorEnds:
    """The shapes that a connector is glued to, by their ids, and the sides that it touches.

    ``start`` is 0 where it leaves another line.
    """

    start: int
    start_side: int
    end: int
    end_side: int

    @property
    def xml(self) -> str:
        """Return both ends as these files say them."""
        start = f'<a:stCxn id="{self.start}" idx="{self.start_side}"/>' if self.start else ""
        return f'{start}<a:endCxn id="{self.end}" idx="{self.end_side}"/>'


TOP, LEFT, BOTTOM, RIGHT, RAIL = range(5)
"""The places of a box that a connector can be glued to, as these files count them."""


def connector(
    identity: ShapeIdentity, route: Route, look: ShapeStyle, glue: ConnectorEnds | None, arrow: bool
) -> str:
    """Return a route as a connector: an elbow where it is one, glued where it can be."""
    shape = _elbow(route)
    if shape is None:
        return freeform(identity, route, look, arrow)
    ends = glue.xml if glue else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity.xml}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/>"
        f"</p:nvCxnSpPr><p:spPr>{shape}{outline_xml(look, arrow)}</p:spPr></p:cxnSp>"
    )


_TURNS = (3, 4)
"""How many points a route has that is drawn as an elbow; programs lead one with more of them
through boxes as soon as it is glued."""


def _elbow(route: Route) -> str | None:
    """Return the place and shape of a straight line or of an elbow that starts downwards."""
    (x, y), (end_x, end_y) = route[0], route[-1]
    across, down = end_x - x, end_y - y
    if len(route) == 2:
        frame = ShapeFrame(min(x, end_x), min(y, end_y), abs(across), abs(down))
        flips = (' flipH="1"' if across < 0 else "") + (' flipV="1"' if down < 0 else "")
        return f"<a:xfrm{flips}>{frame.xfrm}</a:xfrm>{_preset('line')}"
    if len(route) not in _TURNS or route[1][0] != x or down <= 0 or not across:
        return None
    middle_x, middle_y = (x + end_x) / 2, (y + end_y) / 2
    frame = ShapeFrame(middle_x - down / 2, middle_y - abs(across) / 2, down, abs(across))
    turn = ' rot="16200000" flipH="1"' if across > 0 else ' rot="5400000"'
    shares = [
        (turn[1] - y) / down if at % 2 else (turn[0] - x) / across
        for at, turn in enumerate(route[1:-2], start=1)
    ]
    adjust = [(f"adj{at}", share) for at, share in enumerate(shares, start=1)]
    return f"<a:xfrm{turn}>{frame.xfrm}</a:xfrm>{_preset(f'bentConnector{len(route) - 1}', adjust)}"


def _preset(name: str, adjust: Iterable[tuple[str, float]] = ()) -> str:
    guides = "".join(
        f'<a:gd name="{each}" fmla="val {round(100_000 * share)}"/>' for each, share in adjust
    )
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def freeform(identity: ShapeIdentity, route: Route, look: ShapeStyle, arrow: bool) -> str:
    """Return a route as a line of its own shape, which people can edit by its points."""
    left, top = (min(point[side] for point in route) for side in (0, 1))
    right, bottom = (max(point[side] for point in route) for side in (0, 1))
    frame = ShapeFrame(left, top, right - left, bottom - top)
    steps = "".join(step(at, emu(x - left), emu(y - top)) for at, (x, y) in enumerate(route))
    path = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(frame.width)}" h="{emu(frame.height)}" fill="none">{steps}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
    return (
        f"<p:sp><p:nvSpPr>{identity.xml}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"<a:xfrm>{frame.xfrm}</a:xfrm>{path}<a:noFill/>{outline_xml(look, arrow)}</p:spPr></p:sp>"
    )


def scale_route(route: Route, scale: float, left: float, top: float) -> Route:
    """Return a route at another scale and place, without steps that have no length."""
    points: list[Point] = [(left + x * scale, top + y * scale) for x, y in route]
    kept = [points[0], *(here for before, here in pairwise(points) if here != before)]
    return tuple(kept)
