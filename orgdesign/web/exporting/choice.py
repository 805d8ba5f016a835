"""What a person has chosen to export, as an address or a form says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from orgdesign.documents.kinds import ENDINGS
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.offers import FACTS, OFFERS, USUAL, Offer
from orgdesign.web.kit import TODAY_KEY

FIRST = next(iter(OFFERS))
ASKED = "asked"
"""Stands in every form and address that says which facts go out, so that none means none."""


@value_object
class ExportChoice:
    """A kind and a format, a structure and functions to leave out by their keys, and the rest.

    ``facts`` are those that go out. ``wishes`` are said by keys, or by the choice itself.
    """

    offer: Offer
    ending: str
    structure: str
    facts: frozenset[str]
    branches: tuple[str, ...]
    wishes: Mapping[str, str]
    words: str = ""

    @classmethod
    def from_request(cls, said: MultiDict[str, str]) -> ExportChoice:
        """Return what an address or a form says; what is usual where it says nothing."""
        offer = OFFERS.get(said.get("kind", ""), OFFERS[FIRST])
        ending = said.get("ending", "") or offer.endings[0]
        wishes = {
            wish.name: said[wish.name]
            for wish in offer.wishes
            if wish.look != "file" and said.get(wish.name)
        }
        return cls(
            offer,
            ending if ending in ENDINGS[offer.kind] else offer.endings[0],
            said.get("structure", TODAY_KEY),
            frozenset(FACTS.keys() & said.getlist("with")) if ASKED in said else USUAL,
            tuple(dict.fromkeys(filter(None, said.getlist("branch")))),
            wishes,
            " ".join(said.get("q", "").split()),
        )

    def parameters(self, **changed: Any) -> dict[str, Any]:
        """Return what an address says to choose the same, or with some of it ``changed``."""
        said = {
            "kind": self.offer.kind,
            "ending": self.ending,
            "structure": self.structure,
            ASKED: "1",
            "with": sorted(self.facts),
            "branch": [*self.branches],
            **self.wishes,
        }
        return {name: value for name, value in (said | changed).items() if value}
