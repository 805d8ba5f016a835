"""The shapes of changes of what the customer notices: outcomes, measures, hand-offs, stages."""

from __future__ import annotations

from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.fields import Text
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.rationale import ChangeShape


class ChangeMeasureShape(ChangeShape, today.MeasureShape, noun="a change of a measure"):
    """A measure says something else."""

    measure = Ref("The measure that changes.", "measure", required=True)
    name = Text("Its new name.")


class AddMeasureShape(ChangeShape, today.MeasureShape, noun="a change that adds a measure"):
    """A new measure."""

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


class AddHandoffShape(ChangeShape, today.HandoffShape, noun="a change that adds a hand-off"):
    """A new hand-off."""

    handoff = NewId("The id of the new hand-off.", required=True)


class ChangeHandoffShape(ChangeShape, today.HandoffShape, noun="a change of a hand-off"):
    """A hand-off says something else."""

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
