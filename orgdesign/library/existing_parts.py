"""What of a sector an organisation has already, told by its name."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.model import DESIRED, Organisation
from orgdesign.value_objects import value_object


@value_object
class ExistingParts:
    """The parts of a sector that an organisation has: the id there, by the id in the library.

    ``desired`` is whether its desired customer outcome has the same words.
    """

    outcomes: Mapping[str, str]
    functions: Mapping[str, str]
    roles: Mapping[str, str]
    measures: Mapping[str, str]
    desired: bool


def match_existing(organisation: Organisation, library: Organisation) -> ExistingParts:
    """Return what an organisation has of a sector: the same name, whatever its capitals.

    The root of the one is the root of the other, whatever its words.
    """
    statements, known = _statements(organisation), _statements(library)
    return ExistingParts(
        {**_same_names(known, statements), DESIRED: DESIRED},
        _same_names(
            {one.id: one.name for one in library.functions.values()},
            {one.id: one.name for one in organisation.functions.values()},
        ),
        _same_names(
            {one.id: one.title for one in library.roles.values()},
            {one.id: one.title for one in organisation.roles.values()},
        ),
        _same_names(
            {one.id: one.name for one in library.measures.values()},
            {one.id: one.name for one in organisation.measures.values()},
        ),
        _plain(statements[DESIRED]) == _plain(known[DESIRED]),
    )


def _statements(organisation: Organisation) -> dict[str, str]:
    return {one.id: one.statement for one in organisation.outcome.walk()}


def _same_names(library: Mapping[str, str], organisation: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for id_, name in organisation.items():
        known.setdefault(_plain(name), id_)
    return {id_: known[_plain(name)] for id_, name in library.items() if _plain(name) in known}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
