"""The shape of an organisation file, said once: it checks, builds, and describes itself."""

from orgdesign.yamlfile.schema.agreements import (
    AttributeShape,
    ChoiceList,
    DecisionShape,
    RuleField,
    RuleShape,
    SectionShape,
    ViewShape,
)
from orgdesign.yamlfile.schema.describe import json_schema
from orgdesign.yamlfile.schema.designs import CHANGE_SHAPES, CriterionShape, DesignShape
from orgdesign.yamlfile.schema.dotted_lines import DottedLines
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Number, Plain, Texts, Use
from orgdesign.yamlfile.schema.file import (
    OrganisationShape,
    build_or_faults,
    built_parts,
    organisation_of,
    uses_of,
)
from orgdesign.yamlfile.schema.free import (
    AttributesField,
    ByName,
    ContentByName,
    NamedTexts,
    OneOrMore,
)
from orgdesign.yamlfile.schema.function_changes import SplitPartShape
from orgdesign.yamlfile.schema.links import Ref, Refs
from orgdesign.yamlfile.schema.messages import wrong_id
from orgdesign.yamlfile.schema.nested_shapes import ById, ListOf, NestedShape, Words
from orgdesign.yamlfile.schema.organisation import (
    AlignmentShape,
    FunctionShape,
    HandoffShape,
    MeasureShape,
    OutcomeShape,
    RoleShape,
    StageShape,
)
from orgdesign.yamlfile.schema.rationale import CHANGE_FACTS, ChangeShape
from orgdesign.yamlfile.schema.shapes import Shape, shape
from orgdesign.yamlfile.schema.theme import ThemeShape

__all__ = [
    "CHANGE_FACTS",
    "CHANGE_SHAPES",
    "AlignmentShape",
    "AttributeShape",
    "AttributesField",
    "ById",
    "ByName",
    "ChangeShape",
    "ChoiceField",
    "ChoiceList",
    "ContentByName",
    "CriterionShape",
    "DecisionShape",
    "DesignShape",
    "DottedLines",
    "Flag",
    "FunctionShape",
    "HandoffShape",
    "ListOf",
    "MeasureShape",
    "NamedTexts",
    "NestedShape",
    "Number",
    "OneOrMore",
    "OrganisationShape",
    "OutcomeShape",
    "Plain",
    "Ref",
    "Refs",
    "RoleShape",
    "RuleField",
    "RuleShape",
    "SectionShape",
    "Shape",
    "SplitPartShape",
    "StageShape",
    "Texts",
    "ThemeShape",
    "Use",
    "ViewShape",
    "Words",
    "build_or_faults",
    "built_parts",
    "json_schema",
    "organisation_of",
    "shape",
    "uses_of",
    "wrong_id",
]
