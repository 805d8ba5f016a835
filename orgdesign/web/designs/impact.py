"""What changes for whom: each role and each function before and after, for a conversation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from flask import Blueprint, request
from werkzeug.utils import cached_property

from orgdesign.designs.comparison import ProfileLine, function_profile, role_profile
from orgdesign.designs.replay import Structure, structure_after
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import (
    SearchedDesignPage,
    need_design,
    need_found,
    render_design,
)
from orgdesign.web.kit import Answer, not_modified

pages = Blueprint("impact", __name__)
pages.before_request(not_modified)

Kind = Literal["role", "function"]
ENDS, NEW = "ends", "is new"


@value_object
class ImpactAnswer:
    """One question with the answers before and after."""

    asked: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the answers are others."""
        return self.before != self.after


@value_object
class ImpactRow:
    """A role or a function: what it is called, its key, and each answer before and after.

    ``becomes`` says in words that it is new, ends, or comes from others.
    """

    kind: Kind
    name: str
    key: str
    rows: tuple[ImpactAnswer, ...]
    becomes: str = ""

    @property
    def changes(self) -> int:
        """Return how many answers are others."""
        return sum(row.differs for row in self.rows)


class ImpactPage(SearchedDesignPage):
    """What a design, or its phases up to one, changes for each role and function."""

    @property
    def phase(self) -> str | None:
        """Return the phase after which people look; None for all of the design."""
        return self.find_phase(request.args.get("phase", ""))

    @property
    def phase_shown(self) -> str:
        """Return the key of that phase; empty for all of the design."""
        return self.phase_key(self.design.id, self.phase)

    @cached_property
    def then(self) -> Structure:
        """Return the structure after it."""
        return structure_after(self.organisation, self.design, self.phase)

    @cached_property
    def everybody(self) -> list[ImpactRow]:
        """Return each role and each function, those of today first, then the new ones."""
        return [*self._roles(), *self._functions()]

    def _roles(self) -> Iterator[ImpactRow]:
        before, now = self.organisation, self.then.organisation
        for id_ in dict.fromkeys((*before.roles, *now.roles)):
            old = tuple(role_profile(before, id_)) if id_ in before.roles else ()
            new = tuple(role_profile(now, id_)) if id_ in now.roles else ()
            title = (now if id_ in now.roles else before).roles[id_].title
            becomes = NEW if not old else ENDS if not new else ""
            yield ImpactRow("role", title, self.key_for("role", id_), _rows(old, new), becomes)

    def _functions(self) -> Iterator[ImpactRow]:
        """Yield the functions afterwards; what one is made of stands before it."""
        before, now = self.organisation, self.then.organisation
        for id_, origins in self.then.lineage.items():
            name = now.functions[id_].name
            rows = _rows(_together(before, origins), tuple(function_profile(now, id_)))
            key = self.key_for("function", id_)
            yield ImpactRow("function", name, key, rows, self._comes(id_, origins))
        kept = {each for origins in self.then.lineage.values() for each in origins}
        for function in before.functions.values():
            if function.id not in kept:
                rows = _rows(tuple(function_profile(before, function.id)), ())
                yield ImpactRow(
                    "function", function.name, self.key_for("function", function.id), rows, ENDS
                )

    def _comes(self, id_: str, origins: tuple[str, ...]) -> str:
        if origins == (id_,):
            return ""
        names = [self.organisation.functions[each].name for each in origins]
        return f"comes from {' and '.join(names)}" if names else NEW

    @cached_property
    def matching_rows(self) -> list[ImpactRow]:
        """Return those that the search finds."""
        words = self.search_words.casefold()
        return [
            each
            for each in self.everybody
            if words in each.name.casefold() and (each.changes or not self.only_affected)
        ]

    def of_kind(self, kind: Kind) -> list[ImpactRow]:
        """Return the roles, or the functions, that the search finds."""
        return [each for each in self.matching_rows if each.kind == kind]

    def find_row(self, key: str) -> ImpactRow | None:
        """Return the role or function that a key stands for, or what has become of a function."""
        found = {each.key: each for each in self.everybody}
        for id_, origins in self.then.lineage.items():
            heir = found[self.key_for("function", id_)]
            for origin in origins:
                found.setdefault(self.key_for("function", origin), heir)
        return found.get(key)

    def list_address(self, **said: str) -> str:
        """Return the address of this list with some of it changed."""
        now = {
            "phase": self.phase_shown,
            "q": self.search_words,
            "all": request.args.get("all", ""),
        }
        given = {name: value for name, value in (now | said).items() if value}
        return self.address("impact.show", **given)

    def way_to(self, endpoint: str, **said: str) -> str:
        """Return the address of a page of this design, after the same phase."""
        return self.address(endpoint, phase=self.phase_shown or None, **said)


def _together(organisation: Organisation, ids: tuple[str, ...]) -> tuple[ProfileLine, ...]:
    """Return what is said of several functions: each answer with whose it is, where they differ."""
    told = [
        (organisation.functions[each].name, dict(function_profile(organisation, each)))
        for each in ids
    ]
    if len(told) == 1:
        return tuple(told[0][1].items())
    questions = dict.fromkeys(question for _, profile in told for question in profile)
    return tuple((asked, tuple(_answers_by_name(asked, told))) for asked in questions)


def _answers_by_name(
    asked: str, told: list[tuple[str, dict[str, tuple[str, ...]]]]
) -> Iterator[str]:
    for name, said in told:
        for answer in said.get(asked, ()):
            yield answer if asked == "Called" else f"{name}: {answer}"


def _rows(old: tuple[ProfileLine, ...], new: tuple[ProfileLine, ...]) -> tuple[ImpactAnswer, ...]:
    was, now = dict(old), dict(new)
    return tuple(
        ImpactAnswer(asked, was.get(asked, ()), now.get(asked, ()))
        for asked in dict.fromkeys((*was, *now))
        if was.get(asked) or now.get(asked)
    )


@pages.get("/o/<key>/designs/<design>/for")
def show(key: str, design: str) -> Answer:
    """Show for whom the design changes something."""
    return render_design(ImpactPage(key, design), "designs/impact.html")


@pages.get("/o/<key>/designs/<design>/for/print")
def everybody(key: str, design: str) -> Answer:
    """Show everybody for whom something changes, on a sheet each."""
    return render_design(ImpactPage(key, design), "designs/impact_sheets.html")


@pages.get("/o/<key>/designs/<design>/for/<whom>")
def show_one(key: str, design: str, whom: str) -> Answer:
    """Show what changes for one role or function."""
    page = ImpactPage(key, design)
    need_design(page)
    row = need_found(page, page.find_row(whom))
    return render_design(page, "designs/impact_one.html", one=row)
