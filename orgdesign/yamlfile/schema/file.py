"""The shape of a whole file, and the way in: data to organisation, or to all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from marshmallow import ValidationError
from marshmallow.exceptions import SCHEMA

from orgdesign import model as domain
from orgdesign.yamlfile.limits import MAX_PROBLEMS
from orgdesign.yamlfile.problem_collector import Fault
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.agreements import (
    SEVERE,
    AttributeShape,
    DecisionShape,
    ImportsShape,
    RuleField,
    SectionShape,
    ViewShape,
)
from orgdesign.yamlfile.schema.assessment import AssessmentShape
from orgdesign.yamlfile.schema.designs import CriterionShape, DesignShape
from orgdesign.yamlfile.schema.fields import Text, Use
from orgdesign.yamlfile.schema.free import Language
from orgdesign.yamlfile.schema.messages import AtKey, UnknownKey
from orgdesign.yamlfile.schema.nested_shapes import ById, NestedShape, Words
from orgdesign.yamlfile.schema.shapes import FOREIGN, Shape, shape
from orgdesign.yamlfile.schema.theme import BrandShape
from orgdesign.yamlfile.tree import Path

_FEW = 50


class OrganisationShape(Shape, noun="this file", builds=domain.Organisation):
    """An organisation, with its desired customer outcome at the root."""

    name = Text("The name of the organisation.", required=True, data_key="organization")
    outcome = NestedShape(
        "The desired customer outcome: what the customer gets, said from the customer's side.",
        today.RootOutcomeShape,
        required=True,
    )
    functions = ById("The functions of the organisation, by id.", today.FunctionShape)
    roles = ById("The seats of the organisation, by id.", today.RoleShape)
    measures = ById("How success is told, by id.", today.MeasureShape)
    journey = ById("The stages that a customer passes through, in order.", today.StageShape)
    handoffs = ById("What passes from function to function, by id.", today.HandoffShape)
    designs = ById("Redesigns of today's organisation, by id.", DesignShape)
    criteria = ById("What designs are compared by, by id.", CriterionShape)
    assessment = NestedShape("What people answered about readiness.", AssessmentShape)
    rules = Words("How severe each rule of the diagnosis is, by its name.", (), RuleField(SEVERE))
    attributes = ById(
        "What the attributes of functions and roles are, by their names.", AttributeShape, free=True
    )
    sections = ById(
        "The sections of role descriptions, in their order, by their names.",
        SectionShape,
        free=True,
    )
    views = ById("Ways to look at the organisation that people share, by id.", ViewShape)
    decisions = ById("Who decides what, and who has a say, by id.", DecisionShape)
    brand = NestedShape("What all that is made of this file looks like.", BrandShape)
    language = Language("The language that the file is written in.")
    example = Text("What is invented, where the file is an example; deleted once it is your own.")
    imports = NestedShape(
        "What imports were told, so that the next one need not ask again.", ImportsShape
    )


def organisation_of(data: dict[str, Any]) -> tuple[domain.Organisation | None, list[Fault]]:
    """Return the organisation that plain data describes, or everything wrong with its shape."""
    return build_or_faults(OrganisationShape, data)


def build_or_faults(kind: type[Shape], data: dict[str, Any]) -> tuple[Any, list[Fault]]:
    """Return what plain data of a shape describes, or everything that is wrong with it."""
    try:
        return shape(kind).value_of(data), []
    except ValidationError as error:
        faults = _faults(error.messages, data, ())
        return None, list(islice(faults, 2 * MAX_PROBLEMS))


def built_parts(data: dict[str, Any]) -> dict[str, Any] | None:
    """Return what some of a file's sections become, by field; None if anything is wrong."""
    fields = {field.key: field for field in shape(OrganisationShape).parts}
    data = {key: raw for key, raw in data.items() if not key.startswith(FOREIGN)}
    if any(key not in fields or raw is None for key, raw in data.items()):
        return None
    try:
        return {str(fields[key].name): fields[key].deserialize(raw) for key, raw in data.items()}
    except ValidationError:
        return None


def uses_of(data: dict[str, Any]) -> Iterator[Use]:
    """Yield each reference of plain data, also where other parts of it are wrong."""
    return shape(OrganisationShape).uses(data, ())


def _faults(messages: Any, data: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(messages, dict):
        for message in messages:
            yield Fault(path, str(message), at_key=isinstance(message, AtKey))
        return
    told = {key: _unknown(messages[key]) for key in _in_order(messages, data)}
    unknown = {key: found for key, found in told.items() if found is not None}
    meant = {found.meant_key(key) for key, found in islice(unknown.items(), _FEW)}
    for key in told:
        at = path if key == SCHEMA else (*path, key)
        if key in unknown:
            yield Fault(at, unknown[key].message(key, data[key]), at_key=True)
        elif key not in meant or key in data:
            yield from _faults(messages[key], _under(data, key), at)


def _in_order(messages: dict[Any, Any], data: Any) -> list[Any]:
    # marshmallow tells of unknown keys in no order; a file is told about in its own.
    written = [key for key in data if key in messages] if isinstance(data, dict) else []
    return list(dict.fromkeys((*written, *messages)))


def _unknown(messages: Any) -> UnknownKey | None:
    found = messages[0] if isinstance(messages, list) else None
    return found if isinstance(found, UnknownKey) else None


def _under(data: Any, key: Any) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    return data[key] if isinstance(data, list) and isinstance(key, int) else None
