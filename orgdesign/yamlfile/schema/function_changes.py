"""The shapes of changes of functions: their places, lines, people and what they serve."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Text
from orgdesign.yamlfile.schema.free import AttributesField
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.nested_shapes import NestedShape, PartsById
from orgdesign.yamlfile.schema.rationale import ChangeShape


class NewFunctionShape(today.FunctionFactsShape, noun="a new function", builds=domain.SplitPart):
    """What is said of a function that a design makes."""


class SplitPartShape(NewFunctionShape, noun="a part of a split"):
    """One of the functions that a split makes, and what of the whole goes to it."""

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


class UndotShape(ChangeShape):
    """A further line of a function ends."""

    function = Ref("The function that has the line.", "function", required=True)
    to = Ref("The function that the line leads to.", "function", required=True)


class DotShape(UndotShape):
    """A function has a further line to another."""

    label = Text("What the line is called, such as: chapter, joint.")


class ChangeFunctionShape(ChangeShape):
    """A function that stays says something else."""

    function = Ref("The function that changes.", "function", required=True)
    measures = Refs(today.MEASURES, "measure")
    headcount = Number(today.HEADCOUNT, least=0)
    posts = Number(today.POSTS, least=0)
    cost = Number(today.COST, least=0)
    work = ChoiceField(today.WORK, get_args(domain.Work))
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
    way = ChoiceField("How they leave, or how they come.", get_args(domain.Way))
    employer = Text("The other employer, where there is one.")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Ask for where people come from or go to, and for how many there are."""
        if not values.keys() & {"giver", "taker"}:
            raise ValidationError("say where people come from, where they go, or both: from, to")
        if not any(values.get(key) for key in ("people", "posts", "cost")):
            raise ValidationError("say how many go: people, posts or cost")
        return super().build(values, given)


class AddShape(ChangeShape, NewFunctionShape, noun="a change that adds a function"):
    """A new function."""

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
    alignment = NestedShape(today.ALIGNMENT, today.AlignmentShape, required=True)
