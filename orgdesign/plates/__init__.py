"""Plates: pictures of alignment that a chart of boxes cannot give, each on one page or a few."""

from __future__ import annotations

from typing import TypedDict, Unpack

from orgdesign.designs.replay import Structure
from orgdesign.diagnosis.crossings import Crossings
from orgdesign.model import Organisation
from orgdesign.plates.alluvial import alluvial
from orgdesign.plates.alluvial_sheet import alluvial_sheet
from orgdesign.plates.amounts import By
from orgdesign.plates.argument import argument
from orgdesign.plates.argument_sheet import argument_sheet
from orgdesign.plates.figures_sheet import figures_sheets
from orgdesign.plates.handoff_sheet import handoff_sheet
from orgdesign.plates.matrix import matrix
from orgdesign.plates.matrix_sheet import matrix_sheets
from orgdesign.plates.overview import overview_sheets
from orgdesign.plates.road_map_sheet import road_map_sheets
from orgdesign.plates.shape import shape
from orgdesign.plates.shape_sheet import shape_sheet
from orgdesign.plates.sheet_frame import PAPERS, SCREEN, Frame, SheetLook, framed_sheets
from orgdesign.render import draw_sheet, heading_colour, sheet_element
from orgdesign.render.sheet import Sheet
from orgdesign.value_objects import Plate

__all__ = [
    "PAPERS",
    "PLATES",
    "By",
    "Frame",
    "Plate",
    "PlateWishes",
    "Sheet",
    "draw_sheet",
    "figures_sheets",
    "framed_sheets",
    "plate_sheets",
    "road_map_sheets",
    "sheet_element",
    "shows_anything",
    "titled_sheets",
]

PLATES: dict[Plate, str] = {
    "alluvial": "Who reports where, and what they serve",
    "matrix": "Every function against every outcome",
    "handoffs": "What passes from function to function",
    "shape": "The shape of the organisation",
    "overview": "The whole at a glance",
    "poster": "The argument: what to mend first",
}
"""The plates and what each shows."""


class PlateWishes(TypedDict, total=False):
    """How a plate is to be: its size, what it counts, and what stands around it."""

    size: tuple[float, float]
    by: By | None
    grows: bool
    is_bare: bool
    has_legend: bool


def plate_sheets(
    plate: Plate,
    today: Organisation,
    design: Structure | None = None,
    **wishes: Unpack[PlateWishes],
) -> list[Sheet]:
    """Return a plate of today, or of a design beside today, as sheets of a size in points.

    ``by`` says what is counted, otherwise people where anyone is. A sheet that ``grows`` is as
    high as it needs; otherwise what finds no room is on a following one. One that ``is_bare`` has
    no title, for a page that has its own; without a legend nothing says what colours mean.
    """
    is_bare, has_legend = wishes.get("is_bare", False), wishes.get("has_legend", True)
    size, by, grows = wishes.get("size", SCREEN), wishes.get("by"), wishes.get("grows", False)
    look = SheetLook(size, is_bare, has_legend, heading_colour(today.brand))
    name = design.name if design else ""
    match plate:
        case "alluvial":
            return [alluvial_sheet(alluvial(today, design, by), look)]
        case "matrix":
            then = design.organisation if design else today
            return matrix_sheets(matrix(then, by, name), look, grows=grows)
        case "handoffs":
            then = design.organisation if design else today
            return [handoff_sheet(then, name, look)]
        case "shape":
            then_shape = shape(design.organisation) if design else None
            return [shape_sheet(shape(today), then_shape, name, look)]
        case "overview":
            return overview_sheets(today, design, look)
        case "poster":
            return [argument_sheet(argument(today, design), look)]


def titled_sheets(
    plate: Plate,
    today: Organisation,
    design: Structure | None = None,
    title: str = "",
    note: str = "",
    **wishes: Unpack[PlateWishes],
) -> list[Sheet]:
    """Return a plate on sheets of a size below a title, and above a note on its source."""
    if not (title or note):
        return plate_sheets(plate, today, design, **wishes)
    kept = (today.name, design.name if design else "", PLATES[plate] if title else "")
    about, colour = " · ".join(filter(None, kept)), heading_colour(today.brand)
    size = wishes.get("size", SCREEN)
    frame = Frame(*size, title or PLATES[plate], about, note, colour=colour)

    def bare(room: tuple[float, float]) -> list[Sheet]:
        within: PlateWishes = {**wishes, "size": room, "is_bare": True}
        return plate_sheets(plate, today, design, **within)

    return framed_sheets(bare, frame)


def shows_anything(plate: Plate, organisation: Organisation) -> bool:
    """Whether the file says anything that a plate could show."""
    return plate != "handoffs" or bool(Crossings(organisation).transitions)
