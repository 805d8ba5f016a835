"""Changes of functions: move, add, rename, align, retire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import Draft, ImpossibleChange
from orgdesign.designs.replay.succession import replace_function
from orgdesign.model import Function, Part

Values = Mapping[str, Any]


def move(draft: Draft, values: Values) -> None:
    """Put a function under another, or at the top."""
    draft.move(values["function"], values.get("reports_to"))


def add(draft: Draft, values: Values) -> None:
    """Add a function, which comes from none of today's."""
    told = dict(values)
    id_ = told.pop("function")
    draft.check_free("function", id_)
    check_part(draft, told.get("reports_to"), told.get("accountable"))
    draft.put_function(Function(id_, **told))
    draft.lineage[id_] = ()


def rename(draft: Draft, values: Values) -> None:
    """Give a function another name."""
    draft.put_function(replace(draft.function(values["function"]), name=values["name"]))


def align(draft: Draft, values: Values) -> None:
    """Set the outcome that a function serves, and how."""
    function = draft.function(values["function"])
    draft.put_function(replace(function, alignment=values["alignment"]))


def retire(draft: Draft, values: Values) -> None:
    """End a function; those that report to it report to another, or to what is above it."""
    ended = draft.function(values["function"])
    heir = values.get("reports_to") or ended.reports_to
    if heir is not None:
        draft.function(heir)
        if ended.id in draft.over(heir) and heir != ended.reports_to:
            _check_heir(ended, heir, draft)
            draft.move(heir, ended.reports_to)
    replace_function(draft, ended.id, (), heir)
    draft.gone["function", ended.id] = "has been retired"
    del draft.lineage[ended.id]


def _check_heir(ended: Function, heir: str, draft: Draft) -> None:
    if heir == ended.id:
        raise ImpossibleChange(
            f"{ended.name} ends, so nobody can report to it; name another function"
        )
    if draft.function(heir).reports_to != ended.id:
        raise ImpossibleChange(
            f"{draft.function(heir).name} is further down in {ended.name}; "
            f"name one that reports to {ended.name} directly, or one outside it"
        )


def check_part(draft: Draft, reports_to: str | None, accountable: str | None) -> None:
    """Refuse a parent or an accountable role that is not there."""
    if reports_to is not None:
        draft.function(reports_to)
    if accountable is not None:
        draft.role(accountable)


def of_part(part: Part, above: str | None) -> Function:
    """Return the function that a part of a split becomes."""
    return Function(
        part.id,
        part.name,
        part.reports_to or above,
        part.accountable,
        part.alignment,
        part.measures,
        part.headcount,
        part.cost,
    )
