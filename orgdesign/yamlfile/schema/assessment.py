"""The shape of the assessment: what people answered about readiness."""

from __future__ import annotations

from typing import get_args

from orgdesign import model as domain
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Text
from orgdesign.yamlfile.schema.links import Ref
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOf, NestedShape, Words
from orgdesign.yamlfile.schema.shapes import Shape

QUESTIONS = (
    "clarity",
    "alignment",
    "road-map",
    "metrics",
    "hand-offs",
    "participation",
    "resources",
    "process",
    "attainable",
    "told",
    "rewarded",
)
POWER_CORE = ("success", "strengths", "leaders", "excellence", "competencies", "stars")
POWERS = ("product", "marketing", "sales", "business", "technology", "customer")
ASSETS = (
    "new-customers",
    "value-of-new-customers",
    "lost-customers",
    "value-of-lost-customers",
    "renewals",
    "revenue-by-group",
    "profitability-by-group",
    "referrals",
)


class ReplyShape(Shape, noun="an answer", builds=domain.Reply):
    """A person's answer to one question."""

    answer = Flag("Yes or no.")
    who = Ref("The role that sees to it.", "role")
    note = Text("Why, or what is still to do.")
    date = Text("When it was answered.")


class AssetValueShape(Shape):
    """What a customer-asset metric stands at, and stood at."""

    value = Number("The latest value.")
    previous = Number("The value a period before.")


class AssetPartShape(AssetValueShape, noun="a part of a customer asset", builds=domain.AssetPart):
    """A customer-asset metric for one group of customers, or for one reason."""

    name = Text("The group of customers, or the reason.", required=True)


class AssetShape(AssetValueShape, noun="a customer asset", builds=domain.CustomerAsset):
    """One customer-asset metric."""

    definition = Text("What is counted, and what is not.")
    owner = Ref("The role that answers for it.", "role")
    unit = Text("What it is counted in.")
    breakdown = ListOf("Its values by customer group or by reason.", AssetPartShape)


class CommitmentShape(Shape, noun="a commitment", builds=domain.Commitment):
    """What a function gives to the work on customers."""

    time = Number("Share of its people's time, in per cent.", least=0, most=100)
    volunteered = Flag("Whether it volunteered.")
    credit = Text("How it is thanked.")


class SharingShape(Shape, noun="the sharing", builds=domain.Sharing):
    """How the work on customers is shared."""

    sponsor = Ref("The role that sponsors the work.", "role")
    levels_from_chief = Number("How many levels the sponsor is from the chief.", least=0)
    commitments = ById(
        "What each function gives, by its id.", CommitmentShape, keyed="function", named=False
    )


class MaturityShape(Shape, noun="a stage's maturity", builds=domain.StageMaturity):
    """How deliberate the experience of a journey stage is."""

    today = ChoiceField("Where it stands today.", get_args(domain.Maturity))
    aim = ChoiceField("Where it should get to.", get_args(domain.Maturity))


class AssessmentShape(Shape, noun="the assessment", builds=domain.Assessment):
    """What people answered about readiness."""

    chief_customer_officer = ById(
        "Is the organisation ready for a chief customer officer?",
        ReplyShape,
        ids=QUESTIONS,
        named=False,
    )
    power_core = Words(
        "What drives the organisation.", POWER_CORE, ChoiceField("What drives.", POWERS)
    )
    power_core_function = Ref("The function where the power core sits.", "function")
    customer_assets = ById(
        "Customers as an asset that grows or shrinks.", AssetShape, ids=ASSETS, named=False
    )
    sharing = NestedShape("How the work on customers is shared.", SharingShape)
    maturity = ById(
        "How deliberate each stage is, by its id.", MaturityShape, keyed="stage", named=False
    )
