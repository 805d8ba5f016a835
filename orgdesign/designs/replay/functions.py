"""Changes of functions: move, add, rename, align, retire, what else they say, their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange
from orgdesign.designs.replay.succession import Succession, replace_function
from orgdesign.model import DottedLine, Function

Values = Mapping[str, Any]


def move(draft: DesignDraft, values: Values) -> None:
    """Put a function under another, or at the top; the line it had can stay as a dotted one."""
    moved = draft.function(values["function"])
    until, reports_to = moved.reports_to, values.get("reports_to")
    draft.move(moved.id, reports_to)
    draft.open.pop(("function", moved.id), None)
    if values.get("keeps_line") and until and until != reports_to:
        _draw_line(draft, moved.id, DottedLine(until, values.get("label")))


def dot(draft: DesignDraft, values: Values) -> None:
    """Draw a further line from a function, or change what it is called."""
    _draw_line(draft, values["function"], DottedLine(values["to"], values.get("label")))


def undot(draft: DesignDraft, values: Values) -> None:
    """End a further line of a function."""
    function, to = draft.function(values["function"]), values["to"]
    lines = tuple(line for line in function.dotted_to if line.to != to)
    if len(lines) == len(function.dotted_to):
        raise ImpossibleChange(f"{function.name} has no dotted line to {draft.function(to).name}")
    draft.put_function(replace(function, dotted_to=lines))


def _draw_line(draft: DesignDraft, id_: str, line: DottedLine) -> None:
    function, above = draft.function(id_), draft.function(line.to)
    if line.to == id_:
        raise ImpossibleChange(f"a dotted line of {function.name} cannot lead to itself")
    if line.to == function.reports_to:
        raise ImpossibleChange(f"{function.name} reports to {above.name} already")
    others = tuple(each for each in function.dotted_to if each.to != line.to)
    draft.put_function(replace(function, dotted_to=(*others, line)))


def add(draft: DesignDraft, values: Values) -> None:
    """Add a function, which comes from none of today's."""
    said = dict(values)
    id_ = said.pop("function")
    draft.check_free("function", id_)
    check_part(draft, said.get("reports_to"), said.get("accountable"))
    for line in said.get("dotted_to", ()):
        draft.function(line.to)
    draft.put_function(Function(id_, **said))
    draft.lineage[id_] = ()
    draft.gone.pop(("function", id_), None)


def rename(draft: DesignDraft, values: Values) -> None:
    """Give a function another name."""
    draft.put_function(replace(draft.function(values["function"]), name=values["name"]))


def align(draft: DesignDraft, values: Values) -> None:
    """Set the outcome that a function serves, and how."""
    function = draft.function(values["function"])
    draft.put_function(replace(function, alignment=values["alignment"]))


def change_function(draft: DesignDraft, values: Values) -> None:
    """Change what is named of a function, and leave the rest of it; attributes one by one."""
    said = dict(values)
    function = draft.function(said.pop("function"))
    if "attributes" in said:
        said["attributes"] = merged_attributes(function.attributes, said["attributes"])
    for line in said.get("dotted_to", ()):
        draft.function(line.to)
    draft.put_function(replace(function, **said))


def merged_attributes(now: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Return attributes with some of them changed; one that is said to be empty goes."""
    return {name: value for name, value in {**now, **said}.items() if value not in ("", ())}


def retire(draft: DesignDraft, values: Values) -> None:
    """End a function; those that report to it report to another, or to what is above it."""
    ended = draft.function(values["function"])
    heir = values.get("reports_to") or ended.reports_to
    if heir is not None:
        draft.function(heir)
        if ended.id in draft.line_above(heir) and heir != ended.reports_to:
            _check_heir(ended, heir, draft)
            draft.move(heir, ended.reports_to)
    replace_function(draft, Succession(ended.id, heir=heir))
    draft.gone["function", ended.id] = "has been retired"
    del draft.lineage[ended.id]


def _check_heir(ended: Function, heir: str, draft: DesignDraft) -> None:
    if heir == ended.id:
        raise ImpossibleChange(
            f"{ended.name} ends, so nobody can report to it; name another function"
        )
    if draft.function(heir).reports_to != ended.id:
        raise ImpossibleChange(
            f"{draft.function(heir).name} is further down in {ended.name}; "
            f"name one that reports to {ended.name} directly, or one outside it"
        )


def check_part(draft: DesignDraft, reports_to: str | None, accountable: str | None) -> None:
    """Refuse a parent or an accountable role that is not there."""
    if reports_to is not None:
        draft.function(reports_to)
    if accountable is not None:
        draft.role(accountable)
