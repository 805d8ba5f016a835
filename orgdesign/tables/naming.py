"""What the parts of an organisation are called, by kind and id."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.model import Organisation

Names = Mapping[str, Mapping[str, str]]


def names_of(organisation: Organisation) -> Names:
    """Return the name of every part that others refer to, by its kind and its id."""
    return {
        "function": {id_: each.name for id_, each in organisation.functions.items()},
        "role": {id_: each.title for id_, each in organisation.roles.items()},
        "outcome": {each.id: each.statement for each in organisation.outcome.walk()},
        "measure": {id_: each.name for id_, each in organisation.measures.items()},
        "stage": {id_: each.name for id_, each in organisation.journey.items()},
    }
