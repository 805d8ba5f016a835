"""The shape of what is agreed once for the whole: attributes, sections, views, rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Plain, Text, Texts, Use
from orgdesign.yamlfile.schema.free import NamedTexts
from orgdesign.yamlfile.schema.links import Ref, Refs
from orgdesign.yamlfile.schema.messages import one_of
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOf, read_each
from orgdesign.yamlfile.schema.shapes import Shape, shape
from orgdesign.yamlfile.tree import Path

SEVERE = "How severe it is; off leaves the rule out."


class ChoiceList(Texts):
    """A list of words, each one of a few."""

    def __init__(self, about: str, options: tuple[str, ...], **more: Any) -> None:
        super().__init__(about, **more)
        self.options = options

    def _deserialize(self, value: Any, *more: Any, **named: Any) -> tuple[str, ...]:
        words = super()._deserialize(value)
        choice = ChoiceField(self.about, self.options)
        read_each(enumerate(words), lambda _, word: choice.deserialize(word))
        return tuple(dict.fromkeys(words))


class DefinitionShape(Shape):
    """What something of the company's own is called, and whom of a role it is for."""

    name = Text("What people call it, where that is not its key.")
    headings = NamedTexts("Its heading in other languages, by language.")
    readers = ChoiceList("Whom of a role it is for.", get_args(domain.Reader), data_key="for")
    asked = Flag("Whether every role should have it.")


class AttributeShape(DefinitionShape, noun="an attribute", builds=domain.AttributeDefinition):
    """What an attribute of functions or roles is called and holds."""

    type = ChoiceField("What it holds.", get_args(domain.AttributeType))
    unit = Text("What a number is counted in.")
    options = Texts("The values to choose from, in their order.")
    private = Flag("Whether exports leave it out unless it is asked for.")


class SectionShape(DefinitionShape, noun="a section", builds=domain.SectionDefinition):
    """A section of role descriptions."""

    name = Text("Its heading, where that is not its key.")
    columns = Texts("The columns of a table.")
    text = Text("What the company says here for every role.")


class ViewShape(Shape, noun="a view", builds=domain.View):
    """A way to look at the organisation that people share."""

    name = Text("What people call it.", required=True)
    view = ChoiceField("What is drawn.", get_args(domain.Drawing))
    design = Text("The design that is drawn, by its id; without one, today.")
    phase = Text("The phase of the design, by its id; without one, its end.")
    show = Texts("What the cards say, in order: holder, headcount, cost, any attribute.")
    colour_by = Text("What the colours mean: outcome, gap, head, work, any attribute.")
    gaps = Flag("Whether gaps are marked.")
    depth = Number("How many levels are unfolded.", least=0)
    focus = Ref("The function that is at the top.", "function", may_be_gone=True)
    folded = Refs("The functions that are folded.", "function", may_be_gone=True)


class DecisionShape(Shape, noun="a decision", builds=domain.Decision):
    """A decision that is taken again and again."""

    name = Text("What is decided.", required=True)
    function = Ref("The function that it is about.", "function")
    outcome = Ref("The outcome that it is about.", "outcome")
    stage = Ref("The stage of the journey that it is about.", "stage")
    decides = Ref("The one role that takes it.", "role")
    recommends = Refs("The roles that prepare it.", "role")
    agrees = Refs("The roles without whom it is not taken.", "role")
    told = Refs("The roles that are told.", "role")
    note = Text("Within which limits, and when it goes further up.")


class IgnoreShape(Shape, noun="a place to ignore"):
    """A part about which a rule is quiet."""

    one_of = ("function", "role", "outcome", "measure", "stage", "handoff")
    function = Ref("The function.", "function")
    role = Ref("The role.", "role")
    outcome = Ref("The outcome.", "outcome")
    measure = Ref("The measure.", "measure")
    stage = Ref("The stage of the journey.", "stage")
    handoff = Ref("The hand-off.", "hand-off")
    reason = Text("Why this is fine here.")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Ignore:
        """Ask for exactly one part."""
        named = [key for key in self.one_of if key in values]
        if len(named) != 1:
            raise ValidationError(f"say where, with one of {one_of(self.one_of)}")
        kind = "hand-off" if named[0] == "handoff" else named[0]
        return domain.Ignore(kind, values[named[0]], values.get("reason"))


class RuleShape(Shape, noun="a rule", builds=domain.RuleSetting):
    """How severe a rule is for this organisation, and the parts about which it is quiet."""

    severity = ChoiceField(SEVERE, get_args(domain.Severity))
    ignore = ListOf("The parts about which it is quiet, and why.", IgnoreShape)


class RuleField(Plain):
    """How severe a rule is: a word, or a mapping that says more."""

    def __init__(self, about: str) -> None:
        super().__init__(about)
        self.word = ChoiceField(about, get_args(domain.Severity))

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference to a part about which the rule is quiet."""
        yield from shape(RuleShape).uses(value, path)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> domain.RuleSetting:
        if type(value) is not dict:
            return domain.RuleSetting(self.word.deserialize(value))
        setting: domain.RuleSetting = shape(RuleShape).value_of(value)
        return setting


class ImportAnswerShape(Shape):
    """What an import was told about somebody or something."""

    leave_out = Flag("Whether it is not to be brought in.")
    note = Text("Why.")


class PersonAnswerShape(
    ImportAnswerShape, noun="an answer about a person", builds=domain.PersonAnswer
):
    """What an import was told about a person."""

    role = Ref("The role that is theirs.", "role", may_be_gone=True)
    manager = Text("Who leads them, as the list calls that person.")


class UnitAnswerShape(ImportAnswerShape, noun="an answer about a unit", builds=domain.UnitAnswer):
    """What an import was told about a unit."""

    function = Ref("The function that it is.", "function", may_be_gone=True)
    under = Text("The unit above it, as the list calls that one.")
    head = Text("Who leads it, as the list calls that person.")


class ImportsShape(Shape, noun="what imports were told", builds=domain.ImportAnswers):
    """What imports were told, so that the next one need not ask again."""

    columns = NamedTexts("What the columns of the lists hold, by their headings.")
    statuses = NamedTexts("What the words for a person's status mean, by the word.")
    people = ById(
        "What is known of people, by what the lists call them.",
        PersonAnswerShape,
        free=True,
        named=False,
    )
    units = ById(
        "What is known of units, by what the lists call them.",
        UnitAnswerShape,
        free=True,
        named=False,
    )
