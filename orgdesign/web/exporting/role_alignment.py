"""What could align a role with the customer: its function, measures that fit, a first sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flask import request

from orgdesign.model import Function, Measure, Role, end_sentence, one_line
from orgdesign.web.exporting.page import StructuredPage
from orgdesign.yamlfile.editing import Edit, Set


@dataclass(frozen=True)
class RoleAlignment:
    """What stands around a role of today that it could say about the customer."""

    page: StructuredPage
    role: Role

    @cached_property
    def function(self) -> Function | None:
        """Return the function in which the role stands."""
        return self.page.organisation.index.home_function(self.role)

    @property
    def outcome(self) -> str:
        """Return what the function serves, in the words of the file."""
        served = self.function and self.function.alignment.outcome
        return self.page.organisation.index.outcomes[served].statement if served else ""

    @property
    def contribution(self) -> str:
        """Return what the function contributes to that."""
        return (self.function and self.function.alignment.contribution) or ""

    @property
    def first_sentence(self) -> str:
        """Return a purpose put together from what the file says of the function; never more."""
        if self.role.purpose or not self.contribution:
            return ""
        return end_sentence(one_line(self.contribution))

    def fitting(self) -> Iterator[tuple[str, Measure]]:
        """Yield the customer measures of its outcome and function by which it is not measured."""
        organisation, function = self.page.organisation, self.function
        ids = [*(function.measures if function else ())]
        if function and function.alignment.outcome:
            ids += organisation.index.outcomes[function.alignment.outcome].measures
        for id_ in dict.fromkeys(ids):
            measure = organisation.measures[id_]
            if measure.kind == "customer" and id_ not in self.role.measured_by:
                yield self.page.key_for("measure", id_), measure

    def contradictions(self) -> Iterator[str]:
        """Yield what pulls the role away from what its function is for."""
        measures = self.page.organisation.measures
        fitting = {measure.id for _, measure in self.fitting()} | {*self.role.measured_by}
        for reward in self.role.rewarded_for:
            paid = measures[reward.measure]
            against = [measures[each].name for each in paid.works_against if each in fitting]
            if against:
                yield f"It is rewarded for {paid.name}, which works against {', '.join(against)}."
        kinds = {measures[each.measure].kind for each in self.role.rewarded_for}
        if "company" in kinds and "customer" not in kinds:
            yield "It is rewarded by what the company gets alone."
        if not self.role.rewarded_for:
            yield "It is rewarded for nothing that the file says."

    def edits(self) -> list[Edit]:
        """Return what the form that was sent means."""
        edits: list[Edit] = []
        purpose = request.form.get("purpose", "").strip()
        if purpose and purpose != (self.role.purpose or ""):
            edits.append(Set(("roles", self.role.id, "purpose"), purpose))
        ticked = {*request.form.getlist("measure")}
        added = [measure.id for key, measure in self.fitting() if key in ticked]
        if added:
            edits.append(Set(("roles", self.role.id, "measured_by"),
                             [*self.role.measured_by, *added]))  # fmt: skip
        return edits


def alignment_of(page: StructuredPage, role: str) -> RoleAlignment | None:
    """Return what could align a role; None for one that only a design has."""
    found = page.organisation.roles.get(role)
    return RoleAlignment(page, found) if found else None
