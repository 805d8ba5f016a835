"""The functions of an organisation and its roles: lines, seats, and what each answers for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from orgdesign.model.named_part import NamedPart
from orgdesign.model.outcomes import Alignment
from orgdesign.value_objects import value_object

Work = Literal["player-coach", "coach", "supervisor", "facilitator", "coordinator"]
Gap = Literal["outcome", "contribution", "accountable"]
SeatStatus = Literal["filled", "acting", "vacant", "held", "open", "ring-fenced", "slotted"]
DocumentStatus = Literal["draft", "with-manager", "agreed", "issued"]

UNFILLED: tuple[SeatStatus, ...] = ("vacant", "held", "open", "ring-fenced")
"""The states of a seat that nobody holds yet, or now."""

AttributeValue = str | tuple[str, ...]
Attributes = Mapping[str, AttributeValue]
"""Facts of a company's own about a function or a role, by what it calls them: texts, as written."""

Content = str | tuple["Content", ...] | Mapping[str, "Content"]
"""What people write freely: a text, a list or a mapping of those."""


@value_object
class DottedLine:
    """A further line to a function or a role, beside the one that decides the tree."""

    to: str
    label: str | None = None


@value_object
class FunctionFacts(NamedPart):
    """What is said of a function, of today or of one that a design makes.

    ``headcount`` is in people (or full-time equivalents), ``posts`` counts filled and open ones,
    ``cost`` is in the organisation's currency a year; all are the function's own, without those
    that report to it.
    """

    reports_to: str | None = None
    accountable: str | None = None
    alignment: Alignment = Alignment()
    measures: tuple[str, ...] = ()
    headcount: float | None = None
    cost: float | None = None
    work: Work | None = None
    dotted_to: tuple[DottedLine, ...] = ()
    posts: float | None = None
    attributes: Attributes = field(default_factory=dict, hash=False)


@value_object
class Function(FunctionFacts):
    """A part of the organisation that does one kind of work."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What people still have to give this function, in the order of asking."""
        alignment = self.alignment
        if alignment.outcome is None:
            unaligned: tuple[Gap, ...] = ("outcome",)
        else:
            unaligned = () if alignment.contribution else ("contribution",)
        return unaligned if self.accountable else (*unaligned, "accountable")


@value_object
class Reward:
    """What a role is paid for; ``weight`` is its share in per cent."""

    measure: str
    weight: float | None = None


@value_object
class RoleDocument:
    """The description of a role as a document: its version, and how far it has come."""

    version: str | None = None
    date: str | None = None
    owner: str | None = None
    status: DocumentStatus | None = None
    agreed_by: tuple[str, ...] = ()
    language: str | None = None


@value_object
class Role:
    """A seat, not a person: its holders are optional and private.

    ``vacant`` says in one word that nobody holds it, ``status`` more closely how it is filled,
    ``until`` how long that is so; ``sections`` holds what the company writes about it beside the
    rest, by the name of the section.
    """

    id: str
    title: str
    holders: tuple[str, ...] = ()
    vacant: bool = False
    function: str | None = None
    purpose: str | None = None
    accountabilities: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    measured_by: tuple[str, ...] = ()
    rewarded_for: tuple[Reward, ...] = ()
    reports_to: str | None = None
    dotted_to: tuple[DottedLine, ...] = ()
    assistant: bool = False
    status: SeatStatus | None = None
    until: str | None = None
    attributes: Attributes = field(default_factory=dict, hash=False)
    sections: Mapping[str, Content] = field(default_factory=dict, hash=False)
    document: RoleDocument = RoleDocument()

    @property
    def holder(self) -> str | None:
        """Who holds the seat, as one text: several share the job."""
        return ", ".join(self.holders) if self.holders else None

    @property
    def filling(self) -> SeatStatus:
        """How the seat is filled, in one word."""
        return self.status or ("vacant" if self.vacant else "filled")

    @property
    def is_vacant(self) -> bool:
        """Whether nobody holds the seat now."""
        return self.vacant or self.status in UNFILLED
