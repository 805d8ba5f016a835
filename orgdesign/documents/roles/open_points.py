"""What a design leaves open for whoever holds a role, as they would ask it."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.model import Organisation, Role
from orgdesign.redaction import Disclosure

_LEAVES = ("move-holder", "end-holder")
"""The kinds of changes that say what becomes of whoever holds a role."""


def open_points(disclosure: Disclosure, id_: str, words: RoleWords) -> Iterator[str]:
    """Yield what is still open for a role: who holds it, its place, its manager, its outcome."""
    today, then = disclosure.today.roles.get(id_), disclosure.organisation.roles.get(id_)
    if then is None:
        if not _is_holder_provided_for(disclosure, id_):
            yield words.phrase("open_after_end")
        return
    yield from (words.phrase(key) for key in _open_in(disclosure, today, then))


def _open_in(disclosure: Disclosure, today: Role | None, then: Role) -> Iterator[str]:
    shown = disclosure.organisation
    if then.is_vacant and (today is None or not today.is_vacant):
        yield "open_holder"
    if shown.index.home_function(then) is None:
        yield "open_place"
    if today and _loses(disclosure.today, today, shown, then):
        yield "open_manager"
    served = disclosure.today.index.outcomes_of(today) if today else [""]
    if served and not shown.index.outcomes_of(then):
        yield "open_outcome"


def _loses(before: Organisation, today: Role, after: Organisation, then: Role) -> bool:
    """Whether a role reported to somebody, and does not any more."""
    return bool(before.index.manager_of(today)) and not after.index.manager_of(then)


def _is_holder_provided_for(disclosure: Disclosure, id_: str) -> bool:
    design = disclosure.then.design if disclosure.then else None
    changes = disclosure.today.designs[design].changes if design else ()
    named = (each.values.get("giver", each.values.get("role")) for each in changes
             if each.kind in _LEAVES)  # fmt: skip
    return id_ in named
