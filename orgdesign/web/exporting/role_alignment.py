"""What could align a role with the customer: its function, measures that fit, a first sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import request
from werkzeug.utils import cached_property

from orgdesign.diagnosis import RuleHit
from orgdesign.documents.roles import TEXT_RULES
from orgdesign.model import Function, Measure, Role, end_sentence, one_line
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.export_page import StructuredPage
from orgdesign.web.kit import findings_about
from orgdesign.yamlfile import Path, YamlValue
from orgdesign.yamlfile.editing import Edit, Remove, Set


@value_object
class DoubtfulText:
    """A text of a role that works against the customer, or may: where it stands, and why."""

    name: str
    field: tuple[str | int, ...]
    text: str
    sentence: str


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
    def outcomes(self) -> list[tuple[str, str]]:
        """Return the outcomes that the function could serve; none where it serves one."""
        if self.function is None or self.outcome:
            return []
        every = self.page.organisation.index.outcomes
        return [(self.page.key_for("outcome", id_), one.statement) for id_, one in every.items()]

    @property
    def first_sentence(self) -> str:
        """Return a purpose put together from what the file says of the function; never more."""
        if self.role.purpose or not self.contribution:
            return ""
        return end_sentence(one_line(self.contribution))

    def fitting(self) -> Iterator[tuple[str, Measure]]:
        """Yield the customer measures of its outcome and function by which it is not measured."""
        yield from self._keyed(id_ for id_ in self._near if id_ not in self.role.measured_by)

    def worth_paying(self) -> Iterator[tuple[str, Measure]]:
        """Yield the customer measures for which it could be rewarded, and is not."""
        paid = {each.measure for each in self.role.rewarded_for}
        ids = dict.fromkeys((*self.role.measured_by, *self._near))
        yield from self._keyed(id_ for id_ in ids if id_ not in paid)

    @cached_property
    def _near(self) -> list[str]:
        organisation, function = self.page.organisation, self.function
        ids = [*(function.measures if function else ())]
        if function and function.alignment.outcome:
            ids += organisation.index.outcomes[function.alignment.outcome].measures
        return [*dict.fromkeys(ids)]

    def _keyed(self, ids: Iterator[str]) -> Iterator[tuple[str, Measure]]:
        for id_ in ids:
            measure = self.page.organisation.measures[id_]
            if measure.kind == "customer":
                yield self.page.key_for("measure", id_), measure

    def paid_against(self) -> Iterator[tuple[str, Measure]]:
        """Yield the company measures that it is rewarded for."""
        for reward in self.role.rewarded_for:
            measure = self.page.organisation.measures[reward.measure]
            if measure.kind == "company":
                yield self.page.key_for("measure", measure.id), measure

    @cached_property
    def doubtful_texts(self) -> list[DoubtfulText]:
        """Return the texts of the role that work against the customer, as the diagnosis reads."""
        hits: Sequence[RuleHit] = self.page.hits_by_role.get(self.role.id, ())
        found = {hit.finding.at.field: hit for hit in hits if hit.rule in TEXT_RULES}
        return [
            DoubtfulText(f"text-{'-'.join(map(str, field))}", field, text, hit.finding.message)
            for field, hit in found.items()
            if field != ("purpose",) and (text := self._text_at(field))
        ]

    def _text_at(self, field: tuple[str | int, ...]) -> str:
        match field:
            case ("accountabilities" | "decides" as name, int(at)):
                texts: tuple[str, ...] = getattr(self.role, name)
                return texts[at] if at < len(texts) else ""
        return ""

    def contradictions(self) -> Iterator[str]:
        """Yield what is found about the role; until that is known, what its links say."""
        if self.page.hits is not None:
            hits = self.page.hits_by_role.get(self.role.id, ())
            yield from (each.finding.message for each in
                        findings_about("role", self.role.id, hits))  # fmt: skip
        if not self.role.rewarded_for:
            yield "It is rewarded for nothing that the file says."

    # What was sent

    def edits(self) -> list[Edit]:
        """Return what the form that was sent means."""
        edits: list[Edit] = [*self._function_edits(), *self._text_edits()]
        at, ticked = ("roles", self.role.id), {*request.form.getlist("measure")}
        purpose = request.form.get("purpose", "").strip()
        if purpose and purpose != (self.role.purpose or ""):
            edits.append(Set((*at, "purpose"), purpose))
        added = [measure.id for key, measure in self.fitting() if key in ticked]
        if added:
            edits.append(Set((*at, "measured_by"), [*self.role.measured_by, *added]))
        return [*edits, *self._reward_edits()]

    def _function_edits(self) -> Iterator[Edit]:
        chosen = request.form.get("outcome", "")
        keys = {key: id_ for (key, _), id_ in zip(
            self.outcomes, self.page.organisation.index.outcomes, strict=False)}  # fmt: skip
        if self.function and chosen in keys:
            at: Path = ("functions", self.function.id, "alignment")
            yield Set((*at, "outcome"), keys[chosen])
            if contribution := request.form.get("contribution", "").strip():
                yield Set((*at, "contribution"), contribution)

    def _text_edits(self) -> Iterator[Edit]:
        changed: dict[str, list[str | None]] = {}
        for each in self.doubtful_texts:
            said = request.form.get(each.name)
            if said is not None and said.strip() != each.text.strip():
                name = str(each.field[0])
                texts = changed.setdefault(name, [*getattr(self.role, name)])
                texts[int(each.field[1])] = said.strip() or None
        for name, texts in changed.items():
            left: list[YamlValue] = [text for text in texts if text]
            path: Path = ("roles", self.role.id, name)
            yield Set(path, left) if left else Remove(path)

    def _reward_edits(self) -> Iterator[Edit]:
        paid, ended = ({*request.form.getlist(name)} for name in ("reward", "unpaid"))
        left = [
            each for each in self.role.rewarded_for
            if self.page.key_for("measure", each.measure) not in ended
        ]  # fmt: skip
        added = [measure.id for key, measure in self.worth_paying() if key in paid]
        if added or len(left) < len(self.role.rewarded_for):
            path: Path = ("roles", self.role.id, "rewarded_for")
            values: list[YamlValue] = [reward_value(each.measure, each.weight) for each in left]
            values += [{"measure": id_} for id_ in added]
            yield Set(path, values) if values else Remove(path)


def reward_value(measure: str, weight: float | None) -> YamlValue:
    """Return a reward as the file has it."""
    whole = int(weight) if weight is not None and float(weight).is_integer() else weight
    return {"measure": measure} if whole is None else {"measure": measure, "weight": whole}


def alignment_of(page: StructuredPage, role: str) -> RoleAlignment | None:
    """Return what could align a role; None for one that only a design has."""
    found = page.organisation.roles.get(role)
    return RoleAlignment(page, found) if found else None
