"""What is shared of pages that are no charts of boxes: plates, figures, journey, road map."""

from __future__ import annotations

from typing import Any, ClassVar, get_args

from flask import abort, request, url_for
from werkzeug.utils import cached_property

from orgdesign.charts import Journey, journey
from orgdesign.designs.replay import Structure
from orgdesign.model import Design
from orgdesign.plates import (
    PAPERS,
    PLATES,
    By,
    Frame,
    Plate,
    Sheet,
    figures_sheets,
    framed_sheets,
    plate_sheets,
    road_map_sheets,
)
from orgdesign.render import PictureFrame, heading_colour
from orgdesign.web.kit import FilePage, Structures, structure_of
from orgdesign.web.shared_view.share_page import SharedSubject, Wording
from orgdesign.workspace import StructureKey

Size = tuple[float, float]
PAGES = {
    "figures": "The figures",
    "journey": "The customer's journey",
    "road-map": "The road map",
}
"""The pages that are shared besides plates, and what they are called."""
NAMES: dict[str, str] = PAGES | dict(PLATES.items())
BACK = {"figures": "figures.show", "journey": "journey.show"}


class SheetShare(FilePage, SharedSubject):
    """One such page, of the structure or the design that its address says."""

    papers: ClassVar[list[str]] = [paper for paper in PAPERS if paper != "screen"]
    folded_note, unfolding_address = "", ""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(key)
        self.what = what if what in NAMES else abort(404)
        asked = request.args.get("structure", "")
        self.structures = Structures(self.edition.organisation, asked, self._settings)

    @property
    def name(self) -> str:
        """Return what the page is called."""
        return NAMES[self.what]

    @property
    def has_legend(self) -> bool:
        """Whether something on it says what colours mean, which may be left out."""
        return self.what in PLATES

    @property
    def back_words(self) -> str:
        """Return what the page is called within a sentence."""
        return f"“{self.name}”"

    @cached_property
    def design(self) -> Design | None:
        """Return the design of a road map; of other pages, that of the structure shown."""
        if self.what != "road-map":
            return self.structures.design
        designs = self.organisation.designs
        found = self._settings.find("design", request.args.get("design", ""), designs.keys())
        return designs[found] if found else abort(404)

    @cached_property
    def then(self) -> Structure | None:
        """Return what the design comes to; None for today."""
        if self.what == "road-map" and self.design:
            return structure_of(self.organisation, StructureKey(self.design.id))
        return self.structures.after

    @property
    def structure(self) -> str:
        """Return what the structure is called; of the journey, which is today's, nothing."""
        if self.what == "journey":
            return ""
        if self.what == "road-map" and self.design:
            return self.design.name
        return self.structures.name

    @property
    def structure_key(self) -> str:
        """Return what stands for the structure in addresses."""
        return self.structures.key(self.structures.shown)

    @cached_property
    def journey(self) -> Journey:
        """Return the journey, which has stages."""
        found = journey(self.organisation)
        return found if found.stages else abort(404)

    def sheets(self, size: Size, wording: Wording) -> list[Sheet]:
        """Return it within a title, what it is of, the source and the day, on sheets of a size."""
        day = wording.real_date
        foot = " · ".join(filter(None, (wording.source, "" if day else wording.day)))
        colour = heading_colour(self.organisation.brand)
        frame = Frame(*size, wording.title, self._about(wording), foot, day, colour=colour)
        return framed_sheets(lambda room: self.bare(room, wording.legend), frame)

    def bare(self, size: Size, has_legend: bool) -> list[Sheet]:
        """Return it on sheets of a size, without a title and edges."""
        then, today = self.then, self.organisation
        if self.what == "figures":
            after = then.organisation if then else None
            return figures_sheets(today, after, self.structures.name, size)
        if self.what == "road-map" and self.design:
            return road_map_sheets(today, self.design, size)
        plate: Plate = self.what  # type: ignore[assignment]
        return plate_sheets(
            plate, today, then, size=size, by=self._count, is_bare=True, has_legend=has_legend
        )

    @property
    def _count(self) -> By | None:
        asked = request.args.get("count", "")
        return asked if asked in get_args(By) else None  # type: ignore[return-value]

    def _about(self, wording: Wording) -> str:
        company = "" if wording.title == self.organisation.name else self.organisation.name
        return " · ".join(filter(None, (company, self.structure, self.name)))

    def note(self, wording: Wording) -> str:
        """Return what stands below a picture, and at the foot of a slide."""
        return " · ".join(filter(None, (self._about(wording), wording.source, wording.date_text)))

    def frame(self, wording: Wording) -> PictureFrame:
        """Return what stands around the map of the journey."""
        colour = heading_colour(self.organisation.brand)
        return PictureFrame(wording.title, self.note(wording), None, colour)

    @property
    def back(self) -> str:
        """Return the address of the page that is shared."""
        if self.what == "road-map":
            return url_for("road_map.show", design=request.args.get("design", ""))
        endpoint = BACK.get(self.what, "plates.show_plate")
        said = (
            self._parameters() if self.what in BACK else {"plate": self.what, **self._parameters()}
        )
        return url_for(endpoint, **said)

    def _parameters(self) -> dict[str, Any]:
        names = ("structure", "design", "count")
        return {name: request.args[name] for name in names if request.args.get(name)}

    def address_of(self, action: str, **more: str) -> str:
        """Return an address about it: to show it, its preview, or to make a file of it."""
        said = {**self._parameters(), **more}
        return url_for(f"shared_sheet.{action}", what=self.what, **said)
