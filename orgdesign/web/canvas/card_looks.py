"""What cards say and what their colours mean, as an address asks for it, and what else they can."""

from __future__ import annotations

from orgdesign.charts import COLOURS, FIELDS, SHOWN, CardSettings, GapStyle
from orgdesign.model import Organisation
from orgdesign.web.canvas.view_state import ViewState
from orgdesign.web.kit import Settings

Choice = tuple[str, str, bool]
"""What can be chosen: its key, its words, and whether it is."""

FIELD_WORDS = {
    "contribution": "Contribution",
    "accountable": "Accountable role",
    "holder": "Who holds it",
    "people": "People",
    "cost": "Cost a year",
    "span": "Direct reports",
    "measures": "Measures",
}
COLOUR_WORDS = {
    "outcome": "Outcome",
    "gap": "Gap",
    "head": "Head",
    "work": "Way of working",
    "people": "People",
    "cost": "Cost",
    "span": "Span",
}


class CardLooks:
    """The looks that the cards of an organisation can have; attributes go by opaque keys."""

    def __init__(self, organisation: Organisation | None, settings: Settings) -> None:
        functions = organisation.functions.values() if organisation else ()
        names = dict.fromkeys(name for one in functions for name in one.attributes)
        self.attributes = [(name, settings.key("attribute", name)) for name in names]
        self._names = {key: name for name, key in self.attributes}

    def settings_at(self, place: ViewState) -> CardSettings:
        """Return what cards say and their colours mean at a place."""
        asked = (self._names.get(each, each) for each in place.cards)
        known = {*FIELDS, *self._names.values()}
        colour = self._names.get(place.colour, place.colour)
        is_known = colour in COLOURS or place.colour in self._names
        gaps: GapStyle = "words" if place.gaps else "mark"
        show = tuple(name for name in asked if name in known)
        return CardSettings(show or SHOWN, colour if is_known else COLOURS[0], gaps)

    def card_choices(self, chosen: CardSettings) -> list[Choice]:
        """Return what cards can say."""
        own = [(field, FIELD_WORDS.get(field, field), field in chosen.show) for field in FIELDS]
        return [*own, *((key, name, name in chosen.show) for name, key in self.attributes)]

    def colour_choices(self, chosen: CardSettings) -> list[Choice]:
        """Return what colours can mean."""
        colour = chosen.colour_by
        own = [(each, COLOUR_WORDS.get(each, each), each == colour) for each in COLOURS]
        return [*own, *((key, name, name == colour) for name, key in self.attributes)]
