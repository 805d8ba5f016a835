"""The shape of an organisation file: its parts of today."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema.fields import Choice, Flag, Number, Text, Texts
from orgdesign.yamlfile.schema.links import Ref, Refs
from orgdesign.yamlfile.schema.nested import ById, ListOf, One
from orgdesign.yamlfile.schema.shapes import Shape

STATEMENT = "What the customer gets, said from the customer's side."
NAME = "The name that people know it by."
ACCOUNTABLE = "The one role that answers for it."
ALIGNMENT = "The customer outcome that the function serves."
MEASURES = "The measures that tell its success."
HEADCOUNT = "People, without those of functions that report to it."
COST = "Cost a year, without functions that report to it."
REPORTS_TO = "The function it reports to. Leave it out at the top."


class MeasureShape(Shape):
    """How success is told."""

    noun = "a measure"
    builds = domain.Measure
    name = Text(NAME, required=True)
    unit = Text("What it is counted in: days, %, points.")
    baseline = Number("Where it stands today.")
    target = Number("Where it should get to.")
    better = Choice("Which way is better.", get_args(domain.Better))
    kind = Choice("Whose success it tells.", get_args(domain.MeasureKind))
    works_against = Refs("Measures that get worse when this one gets better.", "measure")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a measure that works against itself."""
        against = values.get("works_against", ())
        if given.get("id") in against:
            message = "a measure cannot work against itself; delete it here"
            raise ValidationError({"works_against": {against.index(given["id"]): [message]}})
        return super().build(values, given)


class OutcomeShape(Shape):
    """What must be true for the customer."""

    noun = "an outcome"
    builds = domain.Outcome
    statement = Text(STATEMENT, required=True)
    customer = Text("Who the customer is.")
    accountable = Ref(ACCOUNTABLE, "role")
    measures = Refs(MEASURES, "measure")
    outcomes = ById("What must be true for this to happen.", lambda: OutcomeShape)


class RootOutcomeShape(OutcomeShape):
    """The desired customer outcome; refer to it as ``desired``."""

    noun = "the outcome"

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Give the root its reserved id."""
        return super().build(values, {"id": domain.DESIRED, **given})


class AlignmentShape(Shape):
    """The outcome that a function serves, and what it contributes to it."""

    noun = "an alignment"
    builds = domain.Alignment
    outcome = Ref("The outcome it serves; the one at the root is called desired.", "outcome")
    contribution = Text("What it contributes to that outcome, in one sentence.")
    link = Choice(
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


class FunctionShape(Shape):
    """A part of the organisation that does one kind of work."""

    noun = "a function"
    builds = domain.Function
    name = Text(NAME, required=True)
    reports_to = Ref(REPORTS_TO, "function")
    accountable = Ref(ACCOUNTABLE, "role")
    alignment = One(ALIGNMENT, AlignmentShape)
    measures = Refs(MEASURES, "measure")
    headcount = Number(HEADCOUNT, least=0)
    cost = Number(COST, least=0)
    work = Choice("How its leader works with its people.", get_args(domain.Work))


class RewardShape(Shape):
    """What a role is paid for."""

    noun = "a reward"
    builds = domain.Reward
    measure = Ref("The measure that pays.", "measure", required=True)
    weight = Number("Its share of the reward, in per cent.", least=0, most=100)


class RoleShape(Shape):
    """A seat, not a person."""

    noun = "a role"
    builds = domain.Role
    title = Text("The title of the seat.", required=True)
    holder = Text("Who holds it; leave it out to keep it private.")
    vacant = Flag("Whether nobody holds it now.")
    function = Ref("The function it belongs to.", "function")
    purpose = Text("Why the role exists, in one sentence.")
    accountabilities = Texts("What it answers for.")
    decides = Texts("What it may decide alone.")
    measured_by = Refs("The measures it is judged by.", "measure")
    rewarded_for = ListOf("The measures it is paid for, with weights.", RewardShape)


class StageShape(Shape):
    """One stage of the customer's journey."""

    noun = "a stage of the journey"
    builds = domain.Stage
    name = Text(NAME, required=True)
    outcome = Ref("The outcome the customer wants here.", "outcome")
    functions = Refs("The functions that serve the customer here.", "function")


class HandoffShape(Shape):
    """What passes from one function to another on the customer's behalf."""

    noun = "a hand-off"
    builds = domain.Handoff
    giver = Ref("The function that hands over.", "function", required=True, data_key="from")
    taker = Ref("The function that takes over.", "function", required=True, data_key="to")
    stage = Ref("The stage of the journey it happens in.", "stage")
    passes = Text("What passes: a case, a promise, the customer's story.")
    accountable = Ref(ACCOUNTABLE, "role")
    measure = Ref("The measure that connects both sides.", "measure")
