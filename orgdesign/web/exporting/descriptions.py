"""Role descriptions to read, and first those that say nothing about the customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from flask import Blueprint, render_template, request, url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis import RuleHit
from orgdesign.documents.roles import (
    GOOD,
    STANDINGS,
    UNPAID,
    RoleDescription,
    RoleNote,
    description_blocks,
    rank_of,
    role_notes,
    silent_descriptions,
)
from orgdesign.documents.writers import Block
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.choice import ASKED
from orgdesign.web.exporting.description_cache import cached_descriptions
from orgdesign.web.exporting.export_page import StructuredPage
from orgdesign.web.exporting.offers import OFFERS
from orgdesign.web.exporting.role_alignment import alignment_of
from orgdesign.web.kit import (
    TODAY_KEY,
    Answer,
    ListPage,
    findings_about,
    gone_status,
    not_modified,
    paginate,
)

pages = Blueprint("descriptions", __name__)
pages.before_request(not_modified)

AT_ONCE, WHOLE_AT_ONCE = 100, 25
"""How many roles a page lists, and how many descriptions it shows whole."""


@value_object
class Missing:
    """Something that keeps a role from the customer, and where it is mended."""

    sentence: str
    mend: str
    address: str


class DescriptionsPage(StructuredPage):
    """The role descriptions of one structure."""

    offers, unpaid = OFFERS, UNPAID

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.asked_structure = request.args.get("structure") or TODAY_KEY
        self.words = " ".join(request.args.get("q", "").split())
        self.only_silent = bool(request.args.get("silent"))
        self.whole = bool(request.args.get("whole"))

    def structure_address(self, endpoint: str = "descriptions.show", **changed: Any) -> str:
        """Return the address of this page, or of another one over the same structure."""
        structure = self.side.key if self.side and self.side.which.design else ""
        said = {"structure": structure, "q": self.words}
        said |= {"silent": "1" if self.only_silent else "", "whole": "1" if self.whole else ""}
        given = said if endpoint == "descriptions.show" else {"structure": structure}
        return url_for(
            endpoint,
            key=self.key,
            **{name: value for name, value in (given | changed).items() if value},
        )

    @cached_property
    def descriptions(self) -> Sequence[RoleDescription]:
        """Return the descriptions of all roles."""
        return cached_descriptions(self.edition, self.organisation, self.then)

    @cached_property
    def silent(self) -> list[RoleDescription]:
        """Return those that say nothing about the customer."""
        return silent_descriptions(self.descriptions)

    @cached_property
    def listed_descriptions(self) -> ListPage[RoleDescription]:
        """Return those of this page that were asked for, the silent ones first."""
        wanted = self.words.casefold().split()
        every = self.silent if self.only_silent else sorted(self.descriptions, key=self._rank)
        found = [each for each in every if all(word in _searchable_text(each) for word in wanted)]
        return paginate(found, request.args.get("page"), WHOLE_AT_ONCE if self.whole else AT_ONCE)

    @cached_property
    def notes(self) -> Mapping[str, tuple[RoleNote, ...]]:
        """Return what keeps each role from the customer, by its links and by what it says."""
        return {each.id: self._notes(each.id) for each in self.descriptions}

    def _notes(self, role: str) -> tuple[RoleNote, ...]:
        side = next(one for one in self.sides[::-1] if role in one.roles)
        return role_notes(side, side.roles[role], self.hits_by_role.get(role, ()))

    def findings_of(self, each: RoleDescription) -> list[RuleHit]:
        """Return what is found about a role, without what follows from it."""
        return findings_about("role", each.id, self.hits_by_role.get(each.id, ()))

    def _rank(self, each: RoleDescription) -> int:
        return rank_of(self.notes[each.id])

    @cached_property
    def good_count(self) -> int:
        """Return how many say what the customer gets, and nothing against it."""
        return sum(rank_of(notes) == len(STANDINGS) for notes in self.notes.values())

    def groups(self) -> Iterator[tuple[str, list[RoleDescription]]]:
        """Yield those of this page under what keeps them from the customer, the worst first."""
        for rank, some in groupby(self.listed_descriptions.things, key=self._rank):
            yield [*STANDINGS.values(), GOOD][rank], [*some]

    def role_key(self, role: str) -> str:
        """Return what stands for a role in addresses."""
        return self.key_for("role", role)

    def find_role(self, key: str) -> RoleDescription | None:
        """Return the description of the role that a key stands for."""
        return next((each for each in self.descriptions if self.role_key(each.id) == key), None)

    def blocks(self, each: RoleDescription) -> Sequence[Block]:
        """Return what a description says under its title, as its documents say it."""
        return [*description_blocks(each)]

    def missing(self, each: RoleDescription) -> Iterator[Missing]:
        """Yield what keeps a role from the customer."""
        side = next(one for one in self.sides[::-1] if each.id in one.roles)
        functions = side.index.functions_of(side.roles[each.id])
        role = self._form("role", "roles", each.id)
        if not functions:
            sentence = "It belongs to no function, and answers for none."
            yield Missing(sentence, "Say where it belongs", role)
        for function in functions:
            sentence = f"{function.name} serves no customer outcome yet."
            mend = f"Say what {function.name} serves"
            yield Missing(sentence, mend, self._form("function", "functions", function.id))
        sentence = "Nothing that it is measured by or rewarded for is about the customer."
        yield Missing(sentence, "Choose its measures", role)

    def _form(self, kind: str, section: str, part: str) -> str:
        """Return where a part is mended: its form or, of what only a design has, the design."""
        known: Organisation = self.organisation
        if part in (known.roles if kind == "role" else known.functions):
            part_key = self.key_for(kind, part)
            return url_for("parts.show_part", section=section, part=part_key)
        design = self.key_for("design", self.side.which.design if self.side else "")
        return url_for("design.show", design=design)

    def form_of(self, each: RoleDescription) -> str:
        """Return the address of the form of a role."""
        return self._form("role", "roles", each.id)

    def export(self, **said: Any) -> str:
        """Return the address of the page of exports, with role descriptions chosen."""
        structure = self.side.key if self.side else None
        said |= {"kind": "roles", "structure": structure, ASKED: "1", "with": "measures"}
        return url_for("exports.show", **said)


def _searchable_text(each: RoleDescription) -> str:
    return f"{each.title} {each.function or ''} {each.holder or ''}".casefold()


@pages.get("/o/<key>/roles")
def show(key: str) -> Answer:
    """Show the role descriptions, first those that say nothing about the customer."""
    return _render(DescriptionsPage(key), "exporting/descriptions.html")


@pages.get("/o/<key>/roles/<role>")
def show_role(key: str, role: str) -> Answer:
    """Show one role description."""
    found = DescriptionsPage(key)
    if not found.has_organisation:
        return _render(found, "")
    each = found.find_role(role)
    if each is None:
        return render_template("exporting/role_gone.html", page=found), gone_status()
    aligned = alignment_of(found, each.id)
    return _render(found, "exporting/description.html", each=each, aligned=aligned)


def _render(found: DescriptionsPage, template: str, **more: Any) -> Answer:
    found.need_organisation()
    return render_template(template, page=found, **more)
