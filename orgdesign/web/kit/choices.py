"""What the fields of forms offer to choose from, by ids and by the words that people read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from werkzeug.utils import cached_property

from orgdesign.model import Organisation, Outcome
from orgdesign.web.kit.label_index import LabelIndex
from orgdesign.web.kit.schema_field import Choice, SchemaField
from orgdesign.web.kit.sections import SECTION_OF_NOUN, Section, list_parts
from orgdesign.web.kit.shape_fields import UNDER
from orgdesign.yamlfile.schema import RoleShape, shape

OF_THE_FILE = frozenset(
    ("outcome", "handoffs_in", "handoffs_out", "handoffs_between", "reporting")
) | {field.key for field in shape(RoleShape).parts}
"""The sections of descriptions whose text stands elsewhere in the file."""
FLAG = (("yes", "Yes"), ("no", "No"))
MANY = 200
"""How many parts of a kind are too many for a list to choose from; they are named by words."""
INDENT = "\u2003"
"""What moves a choice in by one level."""


class OrganisationChoices:
    """What an organisation has to choose from, each kind as ids and words."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation

    @cached_property
    def outcomes(self) -> list[Choice]:
        """Return all outcomes with their depth, the desired customer outcome first."""
        return [(one.id, INDENT * depth + one.statement) for one, depth in self._outcomes()]

    def _outcomes(self) -> Iterator[tuple[Outcome, int]]:
        waiting = [(self._organisation.outcome, 0)]
        while waiting:
            outcome, depth = waiting.pop()
            yield outcome, depth
            waiting.extend((one, depth + 1) for one in [*outcome.outcomes.values()][::-1])

    @cached_property
    def roles(self) -> list[Choice]:
        """Return the roles by title."""
        titles = ((role.id, role.title) for role in self._organisation.roles.values())
        return sorted(titles, key=lambda choice: choice[1].casefold())

    @cached_property
    def measures(self) -> list[Choice]:
        """Return the measures by name."""
        names = ((one.id, one.name) for one in self._organisation.measures.values())
        return sorted(names, key=lambda choice: choice[1].casefold())

    def above(self, function: str) -> list[Choice]:
        """Return the functions that a function may report to: none that reports to it."""
        below = self.below(function)
        every = self._organisation.functions.values()
        return [(one.id, one.name) for one in every if one.id not in below]

    def below(self, function: str) -> Collection[str]:
        """Return a function and all that report to it, which it can never report to."""
        lines = self._organisation.reporting_lines()
        below = {function: None}
        waiting = [function]
        while waiting:
            reports = [one.id for one in lines.get(waiting.pop(), ()) if one.id not in below]
            below.update(dict.fromkeys(reports))
            waiting += reports
        return below


class PartChoices:
    """The choices for one part of an organisation; it is never offered to itself."""

    is_searched = True
    """Whether its parts are those of the file as it is, among which a field can search."""

    def __init__(self, organisation: Organisation, section: Section, part: str = "") -> None:
        self._organisation, self._section, self._part = organisation, section, part
        self._choices = OrganisationChoices(organisation)
        self.offered: dict[str, LabelIndex] = {}

    def choices_of(self, field: SchemaField) -> Sequence[Choice]:
        """Return what a field offers: ids, and what people read."""
        if field.look == "flag":
            return FLAG
        if field.look == "checks":
            return field.options
        if field.look == "choice":
            return [(one, one.replace("-", " ").capitalize()) for one, _ in field.options]
        if field.look == "rewards":
            return self._choices.measures
        if field.name == UNDER:
            below = self._below()
            return [choice for choice in self._choices.outcomes if choice[0] not in below]
        if field.name == "reports_to" and self._part:
            return self._choices.above(self._part)
        return self.parts(field.of, "" if self._section.noun != field.of else self._part)

    def offer(self, field: SchemaField) -> LabelIndex | None:
        """Return the parts that a field names by words; None where a list does."""
        is_typed = field.look in ("part", "several") and len(self._parts(field.of)) > MANY
        return self.label_index(field.of) if is_typed else None

    def label_index(self, kind: str) -> LabelIndex:
        """Return the parts of a kind by their words."""
        if kind not in self.offered:
            self.offered[kind] = LabelIndex(self._parts(kind))
        return self.offered[kind]

    def asked_sections(self, written: Collection[str]) -> list[tuple[str, str, str]]:
        """Return a row for each section that is asked for, has no field, and is not written."""
        asked = (one for one in self._organisation.sections.values() if one.asked and not one.text)
        free = (one.id for one in asked if one.id not in OF_THE_FILE and one.id not in written)
        return [(key, "", "") for key in free]

    def parts(self, kind: str, but: str = "") -> list[Choice]:
        """Return the parts of a kind, but one."""
        return [choice for choice in self._parts(kind) if choice[0] != but]

    def _parts(self, kind: str) -> Sequence[Choice]:
        match kind:
            case "outcome":
                return self._choices.outcomes
            case "role":
                return self._choices.roles
            case "measure":
                return self._choices.measures
        section = SECTION_OF_NOUN[kind]
        return [(one.id, one.title) for one in list_parts(self._organisation, section)]

    def _below(self) -> set[str]:
        walked = (one for one in self._organisation.outcome.walk() if one.id == self._part)
        return {one.id for each in walked for one in each.walk()}
