"""Which structure of a file the person at the terminal means: today's, a design, a phase of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.model import Design, Organisation


def design_called(organisation: Organisation, id_: str | None) -> Design:
    """Return the design with an id; without one, the only design that there is.

    Raises:
        OrgdesignError: there is no such design, or several where none was named.
    """
    designs = organisation.designs
    if id_ is not None and id_ in designs:
        return designs[id_]
    if id_ is not None:
        raise _unknown("design", id_, designs)
    if not designs:
        raise OrgdesignError("There is no design in this file: write one under designs: first.")
    if len(designs) > 1:
        raise OrgdesignError(f"There are several designs; name one of {list_ids(designs)}.")
    return next(iter(designs.values()))


def phase_called(design: Design, id_: str | None) -> str | None:
    """Return the id of a phase of a design; None is its end.

    Raises:
        OrgdesignError: the design has no such phase.
    """
    if id_ is not None and id_ not in design.phases:
        raise _unknown(f"phase of {design.id}", id_, design.phases)
    return id_


def list_ids(ids: Iterable[str]) -> str:
    """Return ids as people list them."""
    return ", ".join(ids)


def _unknown(kind: str, id_: str, known: Mapping[str, Any]) -> OrgdesignError:
    close = get_close_matches(id_, known, n=1)
    there = f"there are {list_ids(known)}." if known else "there is none in the file."
    hint = f'did you mean "{close[0]}"?' if close else there
    return OrgdesignError(f'No {kind} is called "{id_}"; {hint}')
