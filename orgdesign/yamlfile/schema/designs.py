"""The shape of a design: its phases and each kind of change."""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.dotted_lines import DottedLines, FunctionLineShape
from orgdesign.yamlfile.schema.fields import Choice, Flag, Number, Text
from orgdesign.yamlfile.schema.free import AttributesField
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.messages import one_of
from orgdesign.yamlfile.schema.nested import ById, ListOf, ListOfKinds, One, PartsById, Scores
from orgdesign.yamlfile.schema.shapes import Shape

PURPOSE = "What it is for."
SCORES = "How well it meets each criterion, from 0 to 5, by the id of the criterion."


class ApprovalShape(Shape):
    """What was decided about a design, a phase or a change."""

    noun = "a decision"
    builds = domain.Approval
    status = Choice("What was decided.", get_args(domain.Verdict))
    by = Text("Who decided it.")
    date = Text("When it was decided.")
    note = Text("On which conditions, or with which words.")


class RationaleShape(Shape):
    """Why something is planned."""

    reason = Text("Why it is done, and why like this.")
    risk = Text("What may go wrong, and what is done about it.")
    feedback = Text("What people said about it.")
    decision = One("What was decided about it.", ApprovalShape)
    one_off = Number("What it costs once.", least=0)


class PhaseShape(RationaleShape):
    """A step of a design."""

    noun = "a phase"
    builds = domain.Phase
    name = Text(today.NAME, required=True)
    purpose = Text(PURPOSE)
    starts = Text("When it starts: a date, or words.")
    ends = Text("When it ends: a date, or words.")


class ChangeShape(RationaleShape):
    """What every change may say; ``sets`` are words that say it of a part instead."""

    noun = "a change"
    sets: ClassVar[tuple[str, ...]] = ()
    change = Text("The kind of change.", required=True)
    phase = Ref("The phase it belongs to.", "phase")
    owner = Ref("The role that makes it happen.", "role")
    id = NewId("An id of its own, by which other changes refer to it.")
    after = Refs("Changes of this design that come first, by their ids.", "change")
    options = Refs("The options of this design that it is part of.", "option")
    purpose = Text(PURPOSE)

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Keep what the change sets apart from what it is."""
        kind = values.pop("change")
        about = {key: values.pop(key) for key in ABOUT if key in values and key not in self.sets}
        return domain.Change(kind, values=values, **about)


ABOUT = tuple(
    field.name
    for field in dataclasses.fields(domain.Change)
    if field.name not in ("kind", "values")
)
"""What a change says of itself, apart from what it sets."""


class NewFunctionShape(Shape):
    """What is said of a function that a design makes."""

    noun = "a new function"
    builds = domain.Part
    name = Text(today.NAME, required=True)
    reports_to = Ref(today.REPORTS_TO, "function")
    accountable = Ref(today.ACCOUNTABLE, "role")
    alignment = One(today.ALIGNMENT, today.AlignmentShape)
    measures = Refs(today.MEASURES, "measure")
    headcount = Number(today.HEADCOUNT, least=0)
    cost = Number(today.COST, least=0)
    work = Choice(today.WORK, get_args(domain.Work))
    dotted_to = DottedLines(today.DOTTED_TO, FunctionLineShape)
    posts = Number(today.POSTS, least=0)
    attributes = AttributesField(today.ATTRIBUTES)


class SplitPartShape(NewFunctionShape):
    """One of the functions that a split makes, and what of the whole goes to it."""

    noun = "a part of a split"
    roles = Refs("The roles of the whole that belong to it.", "role")
    functions = Refs("The functions under the whole that report to it.", "function")
    handoffs = Refs("The hand-offs of the whole that it gives or takes.", "hand-off")
    stages = Refs("The stages in which it serves the customer; otherwise all.", "stage")


class MoveShape(ChangeShape):
    """A function reports to another."""

    function = Ref("The function that moves.", "function", required=True)
    reports_to = Ref("Its new parent. Leave it out to put it at the top.", "function")
    keeps_line = Flag("Whether the line that it had stays, as a dotted one.")
    label = Text("What that dotted line is called.")


class DotShape(ChangeShape):
    """A function has a further line to another."""

    function = Ref("The function that has the line.", "function", required=True)
    to = Ref("The function that the line leads to.", "function", required=True)
    label = Text("What the line is called, such as: chapter, joint.")


class UndotShape(ChangeShape):
    """A further line of a function ends."""

    function = Ref("The function that has the line.", "function", required=True)
    to = Ref("The function that the line leads to.", "function", required=True)


class ChangeFunctionShape(ChangeShape):
    """A function that stays says something else."""

    function = Ref("The function that changes.", "function", required=True)
    measures = Refs(today.MEASURES, "measure")
    headcount = Number(today.HEADCOUNT, least=0)
    posts = Number(today.POSTS, least=0)
    cost = Number(today.COST, least=0)
    work = Choice(today.WORK, get_args(domain.Work))
    attributes = AttributesField(
        "What else is known of it, such as location and employer; the rest stays as it is."
    )


class TransferShape(ChangeShape):
    """People, posts and their cost go from one function to another, come, or leave."""

    giver = Ref("The function that they leave.", "function", data_key="from")
    taker = Ref("The function that they go to.", "function", data_key="to")
    people = Number("How many people.", least=0)
    posts = Number("How many posts; otherwise as many as people.", least=0)
    cost = Number("Their cost a year.", least=0)
    way = Choice("How they leave, or how they come.", get_args(domain.Way))
    employer = Text("The other employer, where there is one.")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Ask for where people come from or go to, and for how many there are."""
        if not values.keys() & {"giver", "taker"}:
            raise ValidationError("say where people come from, where they go, or both: from, to")
        if not any(values.get(key) for key in ("people", "posts", "cost")):
            raise ValidationError("say how many go: people, posts or cost")
        return super().build(values, given)


class AddShape(ChangeShape, NewFunctionShape):
    """A new function."""

    noun = "a change that adds a function"
    function = NewId("The id of the new function.", required=True)


class RenameShape(ChangeShape):
    """A function gets another name."""

    function = Ref("The function that is renamed.", "function", required=True)
    name = Text("Its new name.", required=True)


class MergeShape(ChangeShape):
    """Functions become one."""

    functions = Refs("The functions that become one.", "function", least=2, required=True)
    into = NewId("The id of the one: a new id, or one of theirs.", required=True)
    name = Text("The name of the one.")


class SplitShape(ChangeShape):
    """A function becomes several."""

    function = Ref("The function that is split.", "function", required=True)
    into = PartsById("The functions it becomes, by id.", SplitPartShape, required=True)


class RetireShape(ChangeShape):
    """A function ends."""

    function = Ref("The function that ends.", "function", required=True)
    reports_to = Ref("Who takes over those that report to it.", "function")


class AlignShape(ChangeShape):
    """A function serves an outcome."""

    function = Ref("The function that is aligned.", "function", required=True)
    alignment = One(today.ALIGNMENT, today.AlignmentShape, required=True)


class AppointShape(ChangeShape):
    """A role becomes accountable for a function, an outcome or a hand-off."""

    one_of = ("function", "outcome", "handoff")
    function = Ref("The function it answers for.", "function")
    outcome = Ref("The outcome it answers for.", "outcome")
    handoff = Ref("The hand-off it answers for.", "hand-off")
    accountable = Ref("The role that answers for it.", "role", required=True)

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Ask for exactly one thing to be accountable for."""
        if sum(key in values for key in self.one_of) != 1:
            message = f"say what the role answers for, with one of {one_of(self.one_of)}"
            raise ValidationError(message)
        return super().build(values, given)


class AddRoleShape(ChangeShape, today.RoleShape):
    """A new role."""

    noun = "a change that adds a role"
    sets = ("purpose",)
    purpose = Text(today.PURPOSE)
    role = NewId("The id of the new role.", required=True)


class ChangeRoleShape(ChangeShape, today.RoleShape):
    """A role says something else."""

    noun = "a change of a role"
    sets = ("purpose",)
    purpose = Text(today.PURPOSE)
    role = Ref("The role that changes.", "role", required=True)
    title = Text("Its new title.")


class MoveRoleShape(ChangeShape):
    """A role belongs to another function."""

    role = Ref("The role that moves.", "role", required=True)
    function = Ref("The function it belongs to now.", "function", required=True)


class RetireRoleShape(ChangeShape):
    """A role ends."""

    role = Ref("The role that ends.", "role", required=True)


class ChangeMeasureShape(ChangeShape, today.MeasureShape):
    """A measure says something else."""

    noun = "a change of a measure"
    measure = Ref("The measure that changes.", "measure", required=True)
    name = Text("Its new name.")


class AddMeasureShape(ChangeShape, today.MeasureShape):
    """A new measure."""

    noun = "a change that adds a measure"
    measure = NewId("The id of the new measure.", required=True)


class RetireMeasureShape(ChangeShape):
    """A measure ends."""

    measure = Ref("The measure that ends.", "measure", required=True)
    replaced_by = Ref("The measure that takes its place.", "measure")


class AddOutcomeShape(ChangeShape):
    """A new outcome."""

    outcome = NewId("The id of the new outcome.", required=True)
    statement = Text(today.STATEMENT, required=True)
    under = Ref("The outcome that it must be true for.", "outcome")
    customer = Text("Who the customer is.")
    accountable = Ref(today.ACCOUNTABLE, "role")
    measures = Refs(today.MEASURES, "measure")


class ChangeOutcomeShape(ChangeShape):
    """An outcome says something else."""

    outcome = Ref("The outcome that changes.", "outcome", required=True)
    statement = Text(today.STATEMENT)
    customer = Text("Who the customer is.")
    accountable = Ref(today.ACCOUNTABLE, "role")
    measures = Refs(today.MEASURES, "measure")


class RetireOutcomeShape(ChangeShape):
    """An outcome ends."""

    outcome = Ref("The outcome that ends.", "outcome", required=True)
    replaced_by = Ref("The outcome that what served it serves then.", "outcome")


class AddHandoffShape(ChangeShape, today.HandoffShape):
    """A new hand-off."""

    noun = "a change that adds a hand-off"
    handoff = NewId("The id of the new hand-off.", required=True)


class ChangeHandoffShape(ChangeShape, today.HandoffShape):
    """A hand-off says something else."""

    noun = "a change of a hand-off"
    handoff = Ref("The hand-off that changes.", "hand-off", required=True)
    giver = Ref("The function that hands over.", "function", data_key="from")
    taker = Ref("The function that takes over.", "function", data_key="to")


class RetireHandoffShape(ChangeShape):
    """A hand-off ends."""

    handoff = Ref("The hand-off that ends.", "hand-off", required=True)


class AddStageShape(ChangeShape):
    """A new stage of the journey."""

    stage = NewId("The id of the new stage.", required=True)
    name = Text(today.NAME, required=True)
    before = Ref("The stage that it comes before; otherwise it is the last.", "stage")
    outcome = Ref("The outcome the customer wants here.", "outcome")
    functions = Refs("The functions that serve the customer here.", "function")


class ChangeStageShape(ChangeShape):
    """A stage of the journey says something else."""

    stage = Ref("The stage that changes.", "stage", required=True)
    name = Text("Its new name.")
    outcome = Ref("The outcome the customer wants here.", "outcome")
    functions = Refs("The functions that serve the customer here.", "function")


class RetireStageShape(ChangeShape):
    """A stage of the journey ends."""

    stage = Ref("The stage that ends.", "stage", required=True)


class RenameOrganizationShape(ChangeShape):
    """The organisation gets another name."""

    name = Text("Its new name.", required=True)


class SeatChangeShape(ChangeShape):
    """What every change of who holds a seat may say."""

    holder = Text("Who it is; leave it out to keep it private.")
    acting = Flag("Whether it is for a time only.")
    until = Text("How long that is so: a date, or words.")
    shares = Flag("Whether others go on holding the seat too.")


class MoveHolderShape(SeatChangeShape):
    """A person goes from one seat to another."""

    giver = Ref("The seat that the person has.", "role", required=True, data_key="from")
    taker = Ref("The seat that the person gets.", "role", required=True, data_key="to")
    keeps_seat = Flag("Whether the person keeps the seat that they have.")


class AddHolderShape(SeatChangeShape):
    """A person who comes new holds a seat."""

    role = Ref("The seat that the person gets.", "role", required=True)


class EndHolderShape(ChangeShape):
    """A person leaves a seat and the organisation."""

    role = Ref("The seat that the person leaves.", "role", required=True)
    holder = Text("Who it is, where several hold it.")
    status = Choice("How the seat is filled then.", domain.UNFILLED)


class FillSeatShape(ChangeShape):
    """How a seat is to be filled."""

    role = Ref("The seat.", "role", required=True)
    status = Choice("How it is filled.", get_args(domain.SeatStatus), required=True)
    among = Refs("The roles whose holders it is for.", "role")
    until = Text("How long that is so: a date, or words.")


class RewardChangeShape(ChangeShape):
    """A role is paid for something else."""

    role = Ref("The role that is paid.", "role", required=True)
    rewarded_for = ListOf("What it is paid for from now on.", today.RewardShape, required=True)


CHANGES: dict[str, type[ChangeShape]] = {
    "move": MoveShape,
    "add": AddShape,
    "rename": RenameShape,
    "merge": MergeShape,
    "split": SplitShape,
    "retire": RetireShape,
    "align": AlignShape,
    "change-function": ChangeFunctionShape,
    "transfer": TransferShape,
    "dot": DotShape,
    "undot": UndotShape,
    "appoint": AppointShape,
    "add-role": AddRoleShape,
    "change-role": ChangeRoleShape,
    "move-role": MoveRoleShape,
    "retire-role": RetireRoleShape,
    "reward": RewardChangeShape,
    "move-holder": MoveHolderShape,
    "add-holder": AddHolderShape,
    "end-holder": EndHolderShape,
    "fill-seat": FillSeatShape,
    "add-outcome": AddOutcomeShape,
    "change-outcome": ChangeOutcomeShape,
    "retire-outcome": RetireOutcomeShape,
    "add-measure": AddMeasureShape,
    "change-measure": ChangeMeasureShape,
    "retire-measure": RetireMeasureShape,
    "add-handoff": AddHandoffShape,
    "change-handoff": ChangeHandoffShape,
    "retire-handoff": RetireHandoffShape,
    "add-stage": AddStageShape,
    "change-stage": ChangeStageShape,
    "retire-stage": RetireStageShape,
    "rename-organization": RenameOrganizationShape,
}
"""Each kind of change, and the shape of one."""


class CriterionShape(Shape):
    """Something by which people compare designs."""

    noun = "a criterion"
    builds = domain.Criterion
    name = Text("What is to be so.", required=True)
    weight = Number("How much it weighs beside the others.", least=0)
    note = Text("How it is told.")


class OptionShape(RationaleShape):
    """One of the answers to a question that a design leaves open."""

    noun = "an option"
    builds = domain.Option
    name = Text(today.NAME, required=True)
    purpose = Text(PURPOSE)
    question = Text("The question that it answers; options of one question exclude each other.")
    scores = Scores(SCORES)


class DesignShape(RationaleShape):
    """A named redesign of today's organisation."""

    noun = "a design"
    builds = domain.Design
    name = Text(today.NAME, required=True)
    purpose = Text(PURPOSE)
    phases = ById("The steps of the redesign, in order.", PhaseShape)
    changes = ListOfKinds("What changes, in order.", ChangeShape, "change", CHANGES)
    options = ById("The answers to what it leaves open.", OptionShape)
    chosen = Refs("The options that are chosen.", "option")
    scores = Scores(SCORES)
