"""What the page of the starter library shows of one sector, over one file."""

from __future__ import annotations

from flask import abort
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.library import SECTORS, ExistingParts, Picks, match_existing, organisation_of
from orgdesign.model import Organisation
from orgdesign.web.kit import FilePage, Form
from orgdesign.web.library.items import ItemGroup, groups

KINDS = ("outcomes", "functions", "measures")
LIBRARY = "+library"
"""What the choice of an outcome says where functions are to serve what they serve here."""


def likely_sector(organisation: Organisation) -> str:
    """Return the sector of which an organisation has the most functions and measures by name."""

    def shared_count(sector: str) -> int:
        has = match_existing(organisation, organisation_of(sector))
        return len(has.functions) + len(has.measures)

    return max(SECTORS, key=shared_count)


class LibraryPage(FilePage):
    """One sector of the library, and what is ticked of it."""

    sectors = SECTORS

    def __init__(self, key: str, sector: str, said: MultiDict[str, str]) -> None:
        super().__init__(key, "functions")
        self.sector = sector if sector in SECTORS else abort(404)
        self.text = " ".join(said.get("q", "").split())
        self.ticked = {kind: said.getlist(kind) for kind in KINDS}
        self.desired = "desired" in said
        self.serves = said.get("serves", LIBRARY)
        self.with_measures = "measured" in said or "base" not in said
        self.form = Form((), ("functions", ""), said.get("base", "") or self.edition.version)

    @property
    def library(self) -> Organisation:
        """Return the organisation of the sector."""
        return organisation_of(self.sector)

    @cached_property
    def has(self) -> ExistingParts:
        """Return what the file has already."""
        return match_existing(self.organisation, self.library)

    @cached_property
    def groups(self) -> list[ItemGroup]:
        """Return what can be picked, of those with the words searched for."""
        return groups(self.library, self.has, self.text)

    @property
    def is_ticked(self) -> bool:
        """Whether anything is to be added."""
        return self.desired or any(self.ticked.values())

    @property
    def unseen(self) -> list[tuple[str, str]]:
        """Return what is ticked and not shown, as it lacks the words searched for."""
        shown = {(group.name, item.id) for group in self.groups for item in group.items}
        ticked = ((kind, one) for kind in KINDS for one in self.ticked[kind])
        root = [("desired", "yes")] if self.text and self.desired else []
        return [*root, *(each for each in ticked if each not in shown)]

    @property
    def item_count(self) -> int:
        """Return how many parts are shown."""
        return sum(len(group.items) for group in self.groups)

    def found_in(self, sector: str) -> int:
        """Return how many parts of another sector have the words searched for."""
        library = organisation_of(sector)
        has = match_existing(self.organisation, library)
        return sum(len(group.items) for group in groups(library, has, self.text))

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        """Return the outcomes of the file that functions can serve, by what stands for each."""
        outcomes = self.organisation.outcome.walk()
        return [(self._settings.key("outcome", one.id), one.statement) for one in outcomes]

    def picks(self) -> Picks:
        """Return what is ticked, as the library takes it."""
        serves = None if self.serves == LIBRARY else self.id_of("outcome", self.serves)
        ticked = self.ticked
        return Picks(
            ticked["outcomes"],
            ticked["functions"],
            ticked["measures"],
            serves,
            self.with_measures,
            self.desired,
        )
