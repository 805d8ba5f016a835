"""Plates: pictures of alignment that a chart of boxes cannot give, each on one page or a few."""

from __future__ import annotations

from datetime import date
from typing import Literal

from orgdesign.designs.replay import Structure
from orgdesign.model import Organisation
from orgdesign.plates.alluvial import alluvial
from orgdesign.plates.alluvial_sheet import alluvial_sheet
from orgdesign.plates.amounts import By
from orgdesign.plates.argument import argument
from orgdesign.plates.argument_sheet import argument_sheet
from orgdesign.plates.figures_sheet import figures_sheets
from orgdesign.plates.framed_sheet import framed_sheets
from orgdesign.plates.handoff_sheet import handoff_sheet
from orgdesign.plates.matrix import matrix
from orgdesign.plates.matrix_sheet import matrix_sheets
from orgdesign.plates.overview import overview_sheets
from orgdesign.plates.page import PAPERS, SCREEN, Frame
from orgdesign.plates.road_map_sheet import road_map_sheets
from orgdesign.plates.shape import shape
from orgdesign.plates.shape_sheet import shape_sheet
from orgdesign.render.sheet import Sheet
from orgdesign.render.sheet_painting import draw_sheet, sheet_element

__all__ = [
    "PAPERS",
    "PLATES",
    "By",
    "Frame",
    "Plate",
    "Sheet",
    "draw_sheet",
    "figures_sheets",
    "framed_sheets",
    "plate_sheets",
    "road_map_sheets",
    "sheet_element",
]

Plate = Literal["alluvial", "matrix", "handoffs", "shape", "overview", "poster"]
PLATES: dict[Plate, str] = {
    "alluvial": "Who reports where, and what they serve",
    "matrix": "Every function against every outcome",
    "handoffs": "What passes from function to function",
    "shape": "The shape of the organisation",
    "overview": "The whole at a glance",
    "poster": "The argument: what to mend first",
}
"""The plates and what each shows."""


def plate_sheets(
    plate: Plate,
    today: Organisation,
    design: Structure | None = None,
    *,
    size: tuple[float, float] = SCREEN,
    by: By | None = None,
    on: date | None = None,
    grows: bool = False,
    is_bare: bool = False,
) -> list[Sheet]:
    """Return a plate of today, or of a design beside today, as sheets of a size in points.

    ``by`` says what is counted, otherwise people where anyone is. A sheet that ``grows`` is as
    high as it needs; otherwise what finds no room is on a following one. One that ``is_bare`` has
    no title, for a page that has its own.
    """
    name = design.name if design else ""
    match plate:
        case "alluvial":
            return [alluvial_sheet(alluvial(today, design, by), size, on, is_bare=is_bare)]
        case "matrix":
            then = design.organisation if design else today
            return matrix_sheets(matrix(then, by, name), size, on, grows=grows, is_bare=is_bare)
        case "handoffs":
            then = design.organisation if design else today
            return [handoff_sheet(then, name, size, on, is_bare=is_bare)]
        case "shape":
            then_shape = shape(design.organisation) if design else None
            return [shape_sheet(shape(today), then_shape, name, size, on, is_bare=is_bare)]
        case "overview":
            return overview_sheets(today, design, size, on, is_bare=is_bare)
        case "poster":
            return [argument_sheet(argument(today, design), size, on, is_bare=is_bare)]
