"""The sections of a file that people edit in forms, as its own shapes describe them."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import Organisation, number_text
from orgdesign.value_objects import value_object
from orgdesign.web.kit.new_parts import outcome_path
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.schema import (
    FunctionShape,
    HandoffShape,
    MeasureShape,
    OutcomeShape,
    RoleShape,
    Shape,
    StageShape,
)


@value_object
class Section:
    """One kind of part: where it stands in the file, its shape, and what people call it."""

    name: str
    title: str
    noun: str
    shape: type[Shape]
    about: str
    key: str = ""

    @property
    def top(self) -> Path:
        """The key of the file under which the parts stand."""
        return (self.key or self.name,)

    @property
    def is_referred(self) -> bool:
        """Whether other parts refer to parts of this kind, which another can take the place of."""
        return self.name != "handoffs"


@value_object
class PartSummary:
    """One part as lists show it: its id, its title, and a few words more."""

    id: str
    title: str
    more: str = ""
    depth: int = 0


SECTIONS = {
    section.name: section
    for section in (
        Section(
            "outcomes",
            "Outcomes",
            "outcome",
            OutcomeShape,
            "What the customer gets, and what must be true for it to happen.",
            "outcome",
        ),
        Section(
            "functions",
            "Functions",
            "function",
            FunctionShape,
            "The parts of the organisation that each do one kind of work.",
        ),
        Section(
            "roles",
            "Roles",
            "role",
            RoleShape,
            "Seats, not people: what each answers for, may decide and is rewarded for.",
        ),
        Section(
            "measures", "Measures", "measure", MeasureShape, "How success is told, and to whom."
        ),
        Section(
            "journey",
            "Journey",
            "stage",
            StageShape,
            "The stages that a customer passes through, in order.",
        ),
        Section(
            "handoffs",
            "Hand-offs",
            "hand-off",
            HandoffShape,
            "What passes from one function to another on the customer's behalf.",
        ),
    )
}
SECTION_OF_NOUN = {section.noun: section for section in SECTIONS.values()}


def part_path(organisation: Organisation, section: Section, part: str) -> Path:
    """Return where a part stands in the file."""
    if section.name != "outcomes":
        return (*section.top, part)
    return outcome_path(organisation, part) or ("outcome", "outcomes", part)


def list_parts(organisation: Organisation, section: Section) -> list[PartSummary]:
    """Return the parts of a section, in the order of the file."""
    return list(_LISTED[section.name](organisation))


def _outcomes(organisation: Organisation) -> Iterator[PartSummary]:
    waiting = [(organisation.outcome, 0)]
    while waiting:
        one, depth = waiting.pop()
        role = organisation.roles.get(one.accountable or "")
        yield PartSummary(one.id, one.statement, role.title if role else "", depth)
        waiting.extend((each, depth + 1) for each in [*one.outcomes.values()][::-1])


def _functions(organisation: Organisation) -> Iterator[PartSummary]:
    outcomes = {one.id: one.statement for one in organisation.outcome.walk()}
    for one in organisation.functions.values():
        yield PartSummary(one.id, one.name, outcomes.get(one.alignment.outcome or "", ""))


def _roles(organisation: Organisation) -> Iterator[PartSummary]:
    for one in organisation.roles.values():
        yield PartSummary(one.id, one.title, "vacant" if one.is_vacant else one.holder or "")


def _measures(organisation: Organisation) -> Iterator[PartSummary]:
    for one in organisation.measures.values():
        ways = [number_text(value) for value in (one.baseline, one.target) if value is not None]
        yield PartSummary(one.id, one.name, f"{' → '.join(ways)} {one.unit or ''}".strip())


def _stages(organisation: Organisation) -> Iterator[PartSummary]:
    for one in organisation.journey.values():
        names = (organisation.functions[each].name for each in one.functions)
        yield PartSummary(one.id, one.name, ", ".join(names))


def _handoffs(organisation: Organisation) -> Iterator[PartSummary]:
    names = organisation.functions
    for one in organisation.handoffs.values():
        way = f"{names[one.giver].name} → {names[one.taker].name}"
        yield PartSummary(one.id, way, one.passes or "")


_LISTED = {
    "outcomes": _outcomes,
    "functions": _functions,
    "roles": _roles,
    "measures": _measures,
    "journey": _stages,
    "handoffs": _handoffs,
}
