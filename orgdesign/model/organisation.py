"""The whole of an organisation and everything written about it, as one frozen value.

Nothing here reads or writes. Mappings are keyed by id and keep the order of the file; a
reference to another part (``accountable``, ``reports_to``, ``measures``…) is that part's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from orgdesign.model.agreements import (
    AttributeDefinition,
    Brand,
    Decision,
    ImportAnswers,
    RuleSetting,
    SectionDefinition,
    Severity,
    View,
)
from orgdesign.model.assessment import Assessment
from orgdesign.model.designs import Criterion, Design
from orgdesign.model.outcomes import Handoff, Measure, Outcome, Stage
from orgdesign.model.relations import Lines, OrganisationIndex
from orgdesign.model.structure import Function, Role
from orgdesign.value_objects import value_object

UNSEEN = "unseen"
"""What stands among the rules of a file that is shown in part: what is hidden is not missing."""


@value_object
class CustomerStep:
    """Two functions next to each other in the customer's journey, in the stage they meet in."""

    giver: str
    taker: str
    stage: str


@value_object
class Organisation:
    """A whole organisation, with its desired customer outcome at the root.

    ``rules`` holds how severe its people find what a rule says, and where they take it as it is,
    by the name of the rule. ``attributes`` and ``sections`` declare what functions and roles say
    of the company's own; ``language`` is what its documents are written in. An
    ``example`` says what is invented, until its people take that away.
    """

    name: str
    outcome: Outcome
    functions: Mapping[str, Function] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    journey: Mapping[str, Stage] = field(default_factory=dict)
    handoffs: Mapping[str, Handoff] = field(default_factory=dict)
    designs: Mapping[str, Design] = field(default_factory=dict)
    assessment: Assessment = Assessment()
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    attributes: Mapping[str, AttributeDefinition] = field(default_factory=dict)
    sections: Mapping[str, SectionDefinition] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    brand: Brand = Brand()
    language: str | None = None
    example: str | None = None
    imports: ImportAnswers = ImportAnswers()
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    _index: OrganisationIndex | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def index(self) -> OrganisationIndex:
        """How its parts hang together, worked out once."""
        if self._index is None:
            object.__setattr__(self, "_index", OrganisationIndex(self))
        assert self._index is not None  # noqa: S101 - it was just set
        return self._index

    def severity_of(self, rule: str, otherwise: Severity) -> Severity:
        """Return how severe a rule is here, or what it is ``otherwise``."""
        setting = self.rules.get(rule)
        return (setting.severity if setting else None) or otherwise

    @property
    def is_partial(self) -> bool:
        """Whether this is what somebody is shown who does not see everything."""
        return UNSEEN in self.rules

    def hides(self, rule: str) -> bool:
        """Tell whether what a rule misses may be there, unseen by whoever is shown a part."""
        return self.is_partial and self.severity_of(rule, "warning") == "off"

    def steps(self) -> Iterator[CustomerStep]:
        """Yield each step of the customer from a function to the next one, along the journey.

        Functions stand in a stage in the order in which the customer meets them. The last one
        of a stage is next to the first one of the stage after it that any function serves.
        """
        last = None
        for stage in self.journey.values():
            for each in stage.functions:
                if last is not None and last != each:
                    yield CustomerStep(last, each, stage.id)
                last = each

    def reporting_lines(self) -> Lines:
        """Return each function's direct reports; under ``None``, the roots."""
        return self.index.lines
