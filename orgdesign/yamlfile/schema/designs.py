"""The shape of a design: its phases, options and changes."""

from __future__ import annotations

from orgdesign import model as domain
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.customer_changes import (
    AddHandoffShape,
    AddMeasureShape,
    AddOutcomeShape,
    AddStageShape,
    ChangeHandoffShape,
    ChangeMeasureShape,
    ChangeOutcomeShape,
    ChangeStageShape,
    RenameOrganizationShape,
    RetireHandoffShape,
    RetireMeasureShape,
    RetireOutcomeShape,
    RetireStageShape,
)
from orgdesign.yamlfile.schema.fields import Number, Text
from orgdesign.yamlfile.schema.function_changes import (
    AddShape,
    AlignShape,
    ChangeFunctionShape,
    DotShape,
    MergeShape,
    MoveShape,
    RenameShape,
    RetireShape,
    SplitShape,
    TransferShape,
    UndotShape,
)
from orgdesign.yamlfile.schema.links import Refs
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOfKinds, Scores
from orgdesign.yamlfile.schema.rationale import ChangeShape, RationaleShape
from orgdesign.yamlfile.schema.role_changes import (
    AddHolderShape,
    AddRoleShape,
    AppointShape,
    ChangeRoleShape,
    EndHolderShape,
    FillSeatShape,
    MoveHolderShape,
    MoveRoleShape,
    RetireRoleShape,
    RewardChangeShape,
)
from orgdesign.yamlfile.schema.shapes import Shape

SCORES = "How well it meets each criterion, from 0 to 5, by the id of the criterion."


class PlannedPartShape(RationaleShape):
    """Something planned that people know by a name."""

    name = Text(today.NAME, required=True)


class PhaseShape(PlannedPartShape, noun="a phase", builds=domain.Phase):
    """A step of a design."""

    starts = Text("When it starts: a date, or words.")
    ends = Text("When it ends: a date, or words.")


CHANGE_SHAPES: dict[str, type[ChangeShape]] = {
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


class CriterionShape(Shape, noun="a criterion", builds=domain.Criterion):
    """Something by which people compare designs."""

    name = Text("What is to be so.", required=True)
    weight = Number("How much it weighs beside the others.", least=0)
    note = Text("How it is told.")


class OptionShape(PlannedPartShape, noun="an option", builds=domain.Option):
    """One of the answers to a question that a design leaves open."""

    question = Text("The question that it answers; options of one question exclude each other.")
    scores = Scores(SCORES)


class DesignShape(PlannedPartShape, noun="a design", builds=domain.Design):
    """A named redesign of today's organisation."""

    phases = ById("The steps of the redesign, in order.", PhaseShape)
    changes = ListOfKinds("What changes, in order.", ChangeShape, "change", CHANGE_SHAPES)
    options = ById("The answers to what it leaves open.", OptionShape)
    chosen = Refs("The options that are chosen.", "option")
    scores = Scores(SCORES)
