"""The shape of an organisation file: its parts of today."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema.dotted_lines import DottedLines, FunctionLineShape, RoleLineShape
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Text, Texts
from orgdesign.yamlfile.schema.free import AttributesField, ContentByName, Language, OneOrMore
from orgdesign.yamlfile.schema.links import Ref, Refs
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOf, NestedShape
from orgdesign.yamlfile.schema.shapes import Shape

STATEMENT = "What the customer gets, said from the customer's side."
NAME = "The name that people know it by."
ACCOUNTABLE = "The one role that answers for it."
ALIGNMENT = "The customer outcome that the function serves."
MEASURES = "The measures that tell its success."
HEADCOUNT = "People, without those of functions that report to it."
COST = "Cost a year, without functions that report to it."
POSTS = "Posts, filled and open, without those of functions that report to it."
PURPOSE = "Why the role exists, in one sentence."
WORK = "How its leader works with its people."
ATTRIBUTES = "Whatever else is known of it, by a name of your own: a text or a list of texts."


def refuse_own_id(values: dict[str, Any], given: dict[str, Any], key: str, problem: str) -> None:
    """Refuse a part that names itself in a list of parts of its kind."""
    ids = values.get(key, ())
    if given.get("id") in ids:
        raise ValidationError({key: {ids.index(given["id"]): [f"{problem}; delete it here"]}})


class MeasureShape(Shape, noun="a measure", builds=domain.Measure):
    """How success is told."""

    name = Text(NAME, required=True)
    unit = Text("What it is counted in: days, %, points.")
    baseline = Number("Where it stands today.")
    target = Number("Where it should get to.")
    better = ChoiceField("Which way is better.", get_args(domain.Better))
    kind = ChoiceField("Whose success it tells.", get_args(domain.MeasureKind))
    works_against = Refs("Measures that get worse when this one gets better.", "measure")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a measure that works against itself."""
        refuse_own_id(values, given, "works_against", "a measure cannot work against itself")
        return super().build(values, given)


class OutcomeShape(Shape, noun="an outcome", builds=domain.Outcome):
    """What must be true for the customer."""

    statement = Text(STATEMENT, required=True)
    customer = Text("Who the customer is.")
    accountable = Ref(ACCOUNTABLE, "role")
    measures = Refs(MEASURES, "measure")
    outcomes = ById("What must be true for this to happen.", lambda: OutcomeShape)


class RootOutcomeShape(OutcomeShape, noun="the outcome"):
    """The desired customer outcome; refer to it as ``desired``."""

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Give the root its reserved id."""
        return super().build(values, {"id": domain.DESIRED, **given})


class AlignmentShape(Shape, noun="an alignment", builds=domain.Alignment):
    """The outcome that a function serves, and what it contributes to it."""

    outcome = Ref("The outcome it serves; the one at the root is called desired.", "outcome")
    contribution = Text("What it contributes to that outcome, in one sentence.")
    link = ChoiceField(
        "Direct when customers meet it, enabling when other functions need it.",
        get_args(domain.Link),
    )
    also = Refs("Further outcomes it serves, drawn dotted.", "outcome")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a further outcome that is the main one."""
        main, also = values.get("outcome"), values.get("also", ())
        if main in also:
            message = f'"{main}" is the main outcome already; delete it here'
            raise ValidationError({"also": {also.index(main): [message]}})
        return super().build(values, given)


class FunctionFactsShape(Shape):
    """What is said of a function, of today or of one that a design makes."""

    name = Text(NAME, required=True)
    reports_to = Ref("The function it reports to. Leave it out at the top.", "function")
    accountable = Ref(ACCOUNTABLE, "role")
    alignment = NestedShape(ALIGNMENT, AlignmentShape)
    measures = Refs(MEASURES, "measure")
    headcount = Number(HEADCOUNT, least=0)
    cost = Number(COST, least=0)
    work = ChoiceField(WORK, get_args(domain.Work))
    dotted_to = DottedLines(
        "Further functions it reports to; drawn dotted, and not counted in spans.",
        FunctionLineShape,
    )
    posts = Number(POSTS, least=0)
    attributes = AttributesField(ATTRIBUTES)


class FunctionShape(FunctionFactsShape, noun="a function", builds=domain.Function):
    """A part of the organisation that does one kind of work."""

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a line to itself."""
        refuse_loop(values, given)
        return super().build(values, given)


class RewardShape(Shape, noun="a reward", builds=domain.Reward):
    """What a role is paid for."""

    measure = Ref("The measure that pays.", "measure", required=True)
    weight = Number("Its share of the reward, in per cent.", least=0, most=100)


class RoleDocumentShape(Shape, noun="a document", builds=domain.RoleDocument):
    """The description of a role as a document."""

    version = Text("Its version.")
    date = Text("When it was last changed.")
    owner = Text("Who keeps it.")
    status = ChoiceField("How far it has come.", get_args(domain.DocumentStatus))
    agreed_by = Texts("Who agreed to it.")
    language = Language("The language it is written in, where that is not the organisation's.")


class RoleShape(Shape, noun="a role", builds=domain.Role):
    """A seat, not a person."""

    title = Text("The title of the seat.", required=True)
    holders = OneOrMore(
        "Who holds it, or who share it; leave it out to keep it private.", data_key="holder"
    )
    vacant = Flag("Whether nobody holds it now.")
    function = Ref("The function it belongs to.", "function")
    purpose = Text(PURPOSE)
    accountabilities = Texts("What it answers for.")
    decides = Texts("What it may decide alone.")
    measured_by = Refs("The measures it is judged by.", "measure")
    rewarded_for = ListOf("The measures it is paid for, with weights.", RewardShape)
    reports_to = Ref("The role it reports to, where the functions do not say so.", "role")
    dotted_to = DottedLines("Further roles it reports to; drawn dotted.", RoleLineShape)
    assistant = Flag("Whether it stands beside the line, to help the role it reports to.")
    status = ChoiceField("How the seat is filled.", get_args(domain.SeatStatus))
    until = Text("How long that is so: a date, or words.")
    attributes = AttributesField(ATTRIBUTES)
    sections = ContentByName("What its description says beside the rest, section by section.")
    document = NestedShape("The description as a document.", RoleDocumentShape)

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a seat that is filled and vacant, and a line to itself."""
        refuse_contradiction(values)
        refuse_loop(values, given)
        return super().build(values, given)


def refuse_contradiction(values: dict[str, Any]) -> None:
    """Refuse a seat that is said to be filled and vacant."""
    vacant, status = values.get("vacant"), values.get("status")
    if None not in (vacant, status) and vacant != (status in domain.UNFILLED):
        words = "yes" if vacant else "no"
        message = f'vacant is {words}, and status is "{status}"; delete one of the two'
        raise ValidationError({"vacant": [message]})


def refuse_loop(values: dict[str, Any], given: dict[str, Any]) -> None:
    """Refuse a dotted line that leads back to where it starts."""
    ends = [line.to for line in values.get("dotted_to", ())]
    if given.get("id") in ends:
        message = "a dotted line cannot lead back to where it starts; delete it here"
        raise ValidationError({"dotted_to": {ends.index(given["id"]): [message]}})


class StageShape(Shape, noun="a stage of the journey", builds=domain.Stage):
    """One stage of the customer's journey."""

    name = Text(NAME, required=True)
    outcome = Ref("The outcome the customer wants here.", "outcome")
    functions = Refs("The functions that serve the customer here.", "function")
    after = Refs("The stages that it follows, where that is not the one above it.", "stage")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a stage that follows itself."""
        refuse_own_id(values, given, "after", "a stage cannot follow itself")
        return super().build(values, given)


class HandoffShape(Shape, noun="a hand-off", builds=domain.Handoff):
    """What passes from one function to another on the customer's behalf."""

    giver = Ref("The function that hands over.", "function", required=True, data_key="from")
    taker = Ref("The function that takes over.", "function", required=True, data_key="to")
    stage = Ref("The stage of the journey it happens in.", "stage")
    passes = Text("What passes: a case, a promise, the customer's story.")
    accountable = Ref(ACCOUNTABLE, "role")
    measure = Ref("The measure that connects both sides.", "measure")
