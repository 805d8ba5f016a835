"""What people agreed once for the whole organisation: attributes, sections, views, rules, looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from orgdesign.model.named_part import NamedPart
from orgdesign.value_objects import Plate, value_object

Severity = Literal["error", "warning", "hint", "off"]
AttributeType = Literal["text", "number", "date", "flag", "link", "picture"]
Reader = Literal["description", "advertisement", "internal"]
Drawing = Literal["before", "after", "roles", "changes", "reporting", "both", Plate, "table"]
Headings = Mapping[str, str]
"""What something is called, by language."""


@value_object
class Definition:
    """What something of the company's own is called, whom of a role it is for, if it is asked."""

    id: str
    name: str | None = None
    headings: Headings = field(default_factory=dict, hash=False)
    readers: tuple[Reader, ...] = ()
    asked: bool = False

    @property
    def heading(self) -> str:
        """What stands over it where no language is asked for."""
        return self.name or self.id


@value_object
class AttributeDefinition(Definition):
    """What an attribute of functions or roles holds."""

    type: AttributeType | None = None
    unit: str | None = None
    options: tuple[str, ...] = ()
    private: bool = False


@value_object
class SectionDefinition(Definition):
    """A section of role descriptions.

    ``text`` is what the company says there for every role; ``columns`` name those of a table.
    """

    columns: tuple[str, ...] = ()
    text: str | None = None


@value_object
class View(NamedPart):
    """A way to look at the organisation that people share: what is drawn, and what cards say.

    ``folded`` and ``focus`` are functions, of today or of the design; one that is gone counts
    for nothing.
    """

    view: Drawing | None = None
    design: str | None = None
    phase: str | None = None
    show: tuple[str, ...] = ()
    colour_by: str | None = None
    gaps: bool = False
    depth: float | None = None
    focus: str | None = None
    folded: tuple[str, ...] = ()


@value_object
class Decision(NamedPart):
    """A decision that is taken again and again: which role takes it, and who has a say."""

    function: str | None = None
    outcome: str | None = None
    stage: str | None = None
    decides: str | None = None
    recommends: tuple[str, ...] = ()
    agrees: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    note: str | None = None


@value_object
class Ignore:
    """One part about which a rule says nothing, and why: ``kind`` and ``part`` say which."""

    kind: str
    part: str
    reason: str | None = None


@value_object
class RuleSetting:
    """How severe a rule is for this organisation, and the parts about which it is quiet."""

    severity: Severity | None = None
    ignore: tuple[Ignore, ...] = ()


@value_object
class BrandColours:
    """A company's colours, each as six hexadecimal digits after a ``#``."""

    primary: str | None = None
    accent: str | None = None
    ink: str | None = None


@value_object
class Brand:
    """What a company's documents and pages look like.

    ``logo`` and ``font_file`` are paths as written, seen from where the file lies.
    """

    colours: BrandColours = BrandColours()
    font: str | None = None
    font_file: str | None = None
    logo: str | None = None
    footer: str | None = None


@value_object
class ImportAnswer:
    """Whether somebody or something is not to be brought in, and why."""

    leave_out: bool = False
    note: str | None = None


@value_object
class PersonAnswer(ImportAnswer):
    """What an import was told about a person: which role is theirs, who leads them."""

    role: str | None = None
    manager: str | None = None


@value_object
class UnitAnswer(ImportAnswer):
    """What an import was told about a unit: which function it is, where it hangs, who leads it."""

    function: str | None = None
    under: str | None = None
    head: str | None = None


@value_object
class ImportAnswers:
    """What imports were told, so that the next one need not ask again.

    ``columns`` and ``statuses`` say what words of the lists mean; ``people`` and ``units`` are
    keyed by what the lists call them.
    """

    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    statuses: Mapping[str, str] = field(default_factory=dict, hash=False)
    people: Mapping[str, PersonAnswer] = field(default_factory=dict, hash=False)
    units: Mapping[str, UnitAnswer] = field(default_factory=dict, hash=False)
