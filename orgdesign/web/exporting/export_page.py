"""All that the page of exports shows, worked out once for one choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import url_for
from werkzeug.utils import cached_property

from orgdesign.designs.replay import Structure
from orgdesign.diagnosis import RuleHit, diagnose
from orgdesign.diagnosis.rules import RULES
from orgdesign.documents.archive import Attachment
from orgdesign.documents.exports import ExportOptions, skipped_parts
from orgdesign.documents.roles import TEXT_RULES, silent_descriptions
from orgdesign.model import Organisation
from orgdesign.redaction import REDACTED_KINDS, Disclosure, Redaction, disclose
from orgdesign.render import find_brand_face
from orgdesign.web.canvas import read_photo
from orgdesign.web.exporting.branches import AT_ONCE, Branches, OmittableBranch
from orgdesign.web.exporting.choice import ExportChoice
from orgdesign.web.exporting.contents import ExportContents, in_it, not_in_it
from orgdesign.web.exporting.description_cache import cached_descriptions, roles_of
from orgdesign.web.exporting.offers import FACTS, OFFERS, Fact, Offer, Wish
from orgdesign.web.kit import (
    TODAY_KEY,
    FilePage,
    StructureChoice,
    findings_cache,
    structure_choices,
    structure_of,
)

TABS = {
    "exports.show": "Export",
    "descriptions.show": "Role descriptions",
    "role_table.show": "Table of roles",
    "definitions.show": "Sections and attributes",
    "brand.show_brand": "Brand",
}
"""The pages from which things go out, by endpoint, with what people call them."""
MOST_LISTED = 1000
"""How many roles or functions a list to choose from holds."""


class StructuredPage(FilePage):
    """A page over one structure of the file: today's, or what a design makes of it."""

    tabs = TABS
    asked_structure = TODAY_KEY

    @cached_property
    def structures(self) -> list[StructureChoice]:
        """Return the structures: today, then each design, whole and phase by phase."""
        return [*structure_choices(self.organisation, self._settings)]

    @cached_property
    def side(self) -> StructureChoice | None:
        """Return the structure that was asked for; None where it is no longer there."""
        asked = self.asked_structure
        return next((each for each in self.structures if each.key == asked), None)

    @cached_property
    def then(self) -> Structure | None:
        """Return what the design comes to that was asked for; None for today."""
        if self.side is None or not self.side.which.design:
            return None
        return structure_of(self.organisation, self.side.which)

    @cached_property
    def sides(self) -> list[Organisation]:
        """Return today and, where a design was asked for, what it comes to."""
        return [self.organisation, *([self.then.organisation] if self.then else [])]

    @cached_property
    def hits(self) -> Sequence[RuleHit] | None:
        """Return what is found about the structure; None while a large file is being read.

        Of what a design comes to, it is what the texts of roles read as.
        """
        found = findings_cache().soon(self.edition)
        if found is None or self.then is None:
            return found
        return diagnose(self.then.organisation, [RULES[name] for name in TEXT_RULES])

    @cached_property
    def hits_by_role(self) -> Mapping[str, list[RuleHit]]:
        """Return what is found about each role."""
        found: dict[str, list[RuleHit]] = {}
        for hit in self.hits or ():
            if hit.finding.at.kind == "role":
                found.setdefault(hit.finding.at.id, []).append(hit)
        return found

    def key_for(self, kind: str, part: str) -> str:
        """Return what stands in addresses for a part of a kind."""
        return self._settings.key(kind, part)


class ExportPage(StructuredPage):
    """What can go out, what was chosen of it, and what the file will tell."""

    offers, all_facts, at_once = OFFERS, FACTS, AT_ONCE

    def __init__(self, key: str, chosen: ExportChoice) -> None:
        super().__init__(key)
        self.chosen, self.asked_structure = chosen, chosen.structure
        self.message = ""
        self.errors: dict[str, str] = {}

    @property
    def offer(self) -> Offer:
        """Return the kind that was chosen."""
        return self.chosen.offer

    def choice_address(self, **changed: Any) -> str:
        """Return the address of this page with some of what was chosen changed."""
        return url_for("exports.show", **self.chosen.parameters(**changed))

    @property
    def facts(self) -> list[Fact]:
        """Return the facts that people decide about for this kind."""
        has_designs = self.then is None and self.organisation.designs
        return [fact for fact in self.offer.tells if fact != "designs" or has_designs]

    @cached_property
    def lacks_roles(self) -> bool:
        """Whether there is nothing to make, as there are no roles."""
        return self.offer.of_roles and not any(side.roles for side in self.sides)

    # What was chosen of the organisation

    @cached_property
    def functions(self) -> Branches:
        """Return the functions that can be left out."""
        return Branches(self.sides)

    @cached_property
    def _function_ids(self) -> Mapping[str, str]:
        return {self.key_for("function", id_): id_ for id_ in self.functions.functions}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {id_: each.title for side in self.sides for id_, each in side.roles.items()}

    def chosen_branches(self) -> list[str]:
        """Return the ids of the functions that are left out, as far as they are there."""
        known = self._function_ids
        return [known[each] for each in self.chosen.branches if each in known]

    def gone_branches(self) -> list[str]:
        """Return the keys of functions that were to be left out and are no longer there."""
        return [each for each in self.chosen.branches if each not in self._function_ids]

    def omitted_branches(self) -> Iterator[tuple[str, OmittableBranch]]:
        """Yield the functions that are left out, by their keys."""
        for id_ in self.chosen_branches():
            yield self.key_for("function", id_), self.functions.branch(id_)

    @cached_property
    def branch_matches(self) -> list[str]:
        """Return the functions that the search finds and that are not left out yet."""
        left = {*self.chosen_branches()}
        return [id_ for id_ in self.functions.matching_ids(self.chosen.words) if id_ not in left]

    def offered_branches(self) -> Iterator[tuple[str, OmittableBranch]]:
        """Yield the first functions that can be left out too, by their keys."""
        for id_ in self.branch_matches[:AT_ONCE]:
            yield self.key_for("function", id_), self.functions.branch(id_)

    def choices(self, wish: Wish) -> Sequence[tuple[str, str]]:
        """Return what a wish offers to choose from: keys, and what people read."""
        if wish.look in ("role", "function", "view"):
            return self._listed(wish.look, self._named_parts(wish.look))
        return wish.choices

    def _named_parts(self, kind: str) -> Mapping[str, str]:
        """Return the roles, the functions or the views, by their ids, as people call them."""
        if kind == "role":
            return self._titles
        named = self.functions.functions if kind == "function" else self.organisation.views
        return {id_: each.name for id_, each in named.items()}

    def _listed(self, kind: str, named: Mapping[str, str]) -> list[tuple[str, str]]:
        return [(self.key_for(kind, id_), name) for id_, name in named.items()]

    def is_listed(self, wish: Wish) -> bool:
        """Whether there are few enough choices for a list."""
        return len(self.choices(wish)) <= MOST_LISTED

    def wish_name(self, wish: Wish) -> str:
        """Return what the chosen part of a wish is called; empty where none is chosen."""
        return dict(self.choices(wish)).get(self.chosen.wishes.get(wish.name, ""), "")

    def id_for(self, wish: Wish) -> str | None:
        """Return the id, or the choice itself, that was chosen for a wish; None for none."""
        said = self.chosen.wishes.get(wish.name)
        if wish.look not in ("role", "function", "view"):
            return said if said in dict(wish.choices) else None
        ids = self._named_parts(wish.look)
        return next((id_ for id_ in ids if self.key_for(wish.look, id_) == said), None)

    @cached_property
    def export_options(self) -> dict[str, Any]:
        """Return what was chosen of roles, functions and choices, as an export takes it."""
        wishes = [wish for wish in self.offer.wishes if wish.look != "file"]
        return {wish.name: id_ for wish in wishes if (id_ := self.id_for(wish))}

    # What goes out

    @property
    def ticked_facts(self) -> frozenset[str]:
        """Return the facts that go out: those that are ticked, of those that are shown to tick."""
        return self.chosen.facts & {*self.facts}

    @property
    def redaction(self) -> Redaction:
        """Return what is left out."""
        kinds = frozenset(kind for kind in REDACTED_KINDS if kind not in self.ticked_facts)
        return Redaction(kinds, tuple(self.chosen_branches()))

    @cached_property
    def today(self) -> Organisation:
        """Return today; where it goes out alone, without designs unless they were asked for."""
        is_bare = self.then is None and "designs" not in self.ticked_facts
        return replace(self.organisation, designs={}) if is_bare else self.organisation

    @cached_property
    def disclosure(self) -> Disclosure:
        """Return what goes out."""
        return disclose(self.today, self.then, self.redaction)

    @cached_property
    def contents(self) -> str:
        """Return what the file will tell."""
        return in_it(ExportContents(self.disclosure, self.offer, self._roles))

    @cached_property
    def omissions(self) -> list[str]:
        """Return what the file will not tell."""
        told = ExportContents(self.disclosure, self.offer, self._roles)
        whole = ExportContents(Disclosure(self.organisation, self.then), self.offer, self._roles)
        return not_in_it(told, whole, [*self.functions.omission_names(self.chosen_branches())])

    @cached_property
    def left_out_parts(self) -> list[str]:
        """Return what the document leaves out as the file does not say it, and why."""
        return skipped_parts(self.disclosure, self.offer.kind)

    @cached_property
    def _roles(self) -> set[str] | None:
        role, function = self.export_options.get("role"), self.export_options.get("function")
        if not self.offer.of_roles or not (role or function):
            return None
        return {role} if role else roles_of(self.sides, str(function))

    @property
    def quiet(self) -> tuple[int, int]:
        """Return how many of how many role descriptions say nothing about the customer."""
        if self.offer.kind != "roles" or self.lacks_roles:
            return 0, 0
        every = cached_descriptions(self.edition, self.organisation, self.then)
        chosen = [each for each in every if self._roles is None or each.id in self._roles]
        return len(silent_descriptions(chosen)), len(chosen)

    def wishes(self, files: Mapping[str, Any]) -> ExportOptions:
        """Return the wishes of an export, with the ``files`` that were handed in."""
        face = find_brand_face(self.organisation.brand, self.file.folder)
        return ExportOptions(**{"logo": self._logo, "face": face, **self.export_options, **files})

    @property
    def _logo(self) -> Attachment | None:
        """Return the logo that the organisation names, where it lies beside its file."""
        named, folder = self.organisation.brand.logo, self.file.folder
        found = read_photo(folder, named) if named and folder else None
        return Attachment(named or "", found[0]) if found else None
