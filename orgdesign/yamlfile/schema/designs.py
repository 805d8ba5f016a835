"""The shape of a design: its phases and each kind of change."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.dotted_lines import DottedLines, FunctionLineShape
from orgdesign.yamlfile.schema.fields import Choice, Number, Text
from orgdesign.yamlfile.schema.free import AttributesField
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.messages import listed
from orgdesign.yamlfile.schema.nested import ById, ListOf, ListOfKinds, One, PartsById
from orgdesign.yamlfile.schema.shapes import Shape

PURPOSE = "What it is for."


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


class PhaseShape(RationaleShape):
    """A step of a design."""

    noun = "a phase"
    builds = domain.Phase
    name = Text(today.NAME, required=True)
    purpose = Text(PURPOSE)
    starts = Text("When it starts: a date, or words.")
    ends = Text("When it ends: a date, or words.")


class ChangeShape(RationaleShape):
    """What every change may say."""

    noun = "a change"
    change = Text("The kind of change.", required=True)
    phase = Ref("The phase it belongs to.", "phase")
    owner = Ref("The role that makes it happen.", "role")
    id = NewId("An id of its own, by which other changes refer to it.")
    after = Refs("Changes of this design that come first, by their ids.", "change")
    options = Refs("The options of this design that it is part of.", "option")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Keep what the change sets apart from what it is."""
        kind = values.pop("change")
        about = {key: values.pop(key) for key in ABOUT if key in values}
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


class MoveShape(ChangeShape):
    """A function reports to another."""

    function = Ref("The function that moves.", "function", required=True)
    reports_to = Ref("Its new parent. Leave it out to put it at the top.", "function")


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
    into = PartsById("The functions it becomes, by id.", NewFunctionShape, required=True)


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
            message = f"say what the role answers for, with one of {listed(self.one_of)}"
            raise ValidationError(message)
        return super().build(values, given)


class AddRoleShape(ChangeShape, today.RoleShape):
    """A new role."""

    noun = "a change that adds a role"
    role = NewId("The id of the new role.", required=True)


class ChangeRoleShape(ChangeShape, today.RoleShape):
    """A role says something else."""

    noun = "a change of a role"
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


class RewardChangeShape(ChangeShape):
    """A role is paid for something else."""

    role = Ref("The role that is paid.", "role", required=True)
    rewarded_for = ListOf("What it is paid for from now on.", today.RewardShape, required=True)


CHANGES: dict[str, type[Shape]] = {
    "move": MoveShape,
    "add": AddShape,
    "rename": RenameShape,
    "merge": MergeShape,
    "split": SplitShape,
    "retire": RetireShape,
    "align": AlignShape,
    "appoint": AppointShape,
    "add-role": AddRoleShape,
    "change-role": ChangeRoleShape,
    "move-role": MoveRoleShape,
    "retire-role": RetireRoleShape,
    "change-measure": ChangeMeasureShape,
    "reward": RewardChangeShape,
}
"""Each kind of change, and the shape of one."""


class OptionShape(RationaleShape):
    """One of the answers to a question that a design leaves open."""

    noun = "an option"
    builds = domain.Option
    name = Text(today.NAME, required=True)
    purpose = Text(PURPOSE)
    question = Text("The question that it answers; options of one question exclude each other.")


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
