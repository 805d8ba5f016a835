"""What every page of the diagnosis shows, worked out once."""

from __future__ import annotations

from flask import url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis import Place, Places
from orgdesign.model import PART_KINDS
from orgdesign.web.kit import SECTION_OF_NOUN, FilePage, Section

TABS = {
    "findings.show": "Findings",
    "summary.show": "Summary",
    "journey.show": "Journey",
    "figures.show": "Figures",
    "officer.show": "Chief customer officer",
    "power_core.show": "Power core",
    "customer_assets.show": "Customer assets",
    "sharing.show": "Sharing the work",
    "maturity.show": "Maturity",
}
"""The pages of the diagnosis by endpoint, with what people call them."""


class DiagnosisPage(FilePage):
    """A page over the last good organisation, and the way from what it says to the forms."""

    tabs = TABS

    @cached_property
    def places(self) -> Places:
        """Return where the organisation's parts stand in the file."""
        return Places(self.organisation)

    def line(self, place: Place) -> int:
        """Return the line of the file where a place stands."""
        return self.source.locate(self.places.path(place))[0]

    def name(self, place: Place) -> str:
        """Return what people call the part that a place is in."""
        organisation = self.organisation
        match place.kind:
            case "organisation":
                return organisation.name
            case "design":
                return organisation.designs[place.id].name
            case kind:
                return PART_KINDS[kind].label_of(organisation, place.id)

    def address(self, place: Place) -> str:
        """Return the address of the form of the part that a place is in."""
        if place.kind == "organisation":
            return url_for("source.show_source")
        if place.kind == "design":
            return url_for("design.show", design=self._settings.key("design", place.id))
        name, part = section_of(place).name, self.place_key(place)
        return url_for("parts.show_part", section=name, part=part)

    def place_key(self, place: Place) -> str:
        """Return what stands in addresses for the part that a place is in."""
        if place.kind not in PART_KINDS:
            return self._settings.key(place.kind, place.id)
        return self.section_key(section_of(place), place.id)

    def section_key(self, section: Section, part: str) -> str:
        """Return what stands in addresses for a part of a section."""
        return self._settings.key(section.noun, part)


def section_of(place: Place) -> Section:
    """Return the section of the file that a place is in."""
    return SECTION_OF_NOUN[PART_KINDS[place.kind].noun]
