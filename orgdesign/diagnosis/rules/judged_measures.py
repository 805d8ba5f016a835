"""What people and functions are judged by: the measures that they are measured by or paid for."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Place
from orgdesign.model import Organisation, Role

Judged = dict[str, list[Place]]
"""Measures by id, each with the places of the file that say so, pay before expectation."""


def judging_measures(role: Role) -> Judged:
    """Return the measures that a role is paid for and measured by."""
    said: Judged = {}
    for measure, place in _said_of(role):
        said.setdefault(measure, []).append(place)
    return said


def paid_for(role: Role) -> list[str]:
    """Return the measures that a role is paid for; one with a weight of nothing is not."""
    return [each.measure for each in role.rewarded_for if each.weight != 0]


def is_paid(place: Place) -> bool:
    """Whether a place says what is paid for, rather than what is expected."""
    return place.field == ("rewarded_for",)


def _said_of(role: Role) -> Iterator[tuple[str, Place]]:
    for measure in paid_for(role):
        yield measure, Place("role", role.id, ("rewarded_for",))
    for measure in role.measured_by:
        yield measure, Place("role", role.id, ("measured_by",))


def judged_functions(organisation: Organisation) -> dict[str, Judged]:
    """Return what each function is judged by: its own measures, and those of its roles.

    A role belongs to the function that it names; one that names none, to the functions that
    it is accountable for.
    """
    said: dict[str, Judged] = {each: {} for each in organisation.functions}
    for function, role in _roles_of_functions(organisation):
        for measure, places in judging_measures(role).items():
            said[function].setdefault(measure, []).extend(places)
    for one in organisation.functions.values():
        for measure in one.measures:
            place = Place("function", one.id, ("measures",))
            said[one.id].setdefault(measure, []).append(place)
    return said


def _roles_of_functions(organisation: Organisation) -> Iterator[tuple[str, Role]]:
    for role in organisation.roles.values():
        if role.function:
            yield role.function, role
    for function in organisation.functions.values():
        answers = organisation.roles.get(function.accountable or "")
        if answers and not answers.function:
            yield function.id, answers
