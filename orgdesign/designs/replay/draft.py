"""An organisation in the middle of a redesign, and what is known of each function's origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from orgdesign.model import Function, Handoff, Organisation, Role

Lineage = Mapping[str, tuple[str, ...]]
"""The functions of today that each function comes from; none for one that is new."""

T = TypeVar("T")


class ImpossibleChange(Exception):  # noqa: N818 - said of a change, to people
    """A change cannot be made; the message says why, as the end of a sentence."""


@dataclass(slots=True)
class Draft:
    """An organisation while changes are made to it, one after the other.

    ``gone`` says what became of functions and roles that are no longer there.
    """

    organisation: Organisation
    lineage: dict[str, tuple[str, ...]]
    gone: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, today: Organisation) -> Draft:
        """Return today's organisation, each function of which comes from itself."""
        return cls(today, {each: (each,) for each in today.functions})

    def function(self, id_: str) -> Function:
        """Return a function that is there at this moment."""
        return _there(self.organisation.functions, "function", id_, self.gone)

    def role(self, id_: str) -> Role:
        """Return a role that is there at this moment."""
        return _there(self.organisation.roles, "role", id_, self.gone)

    def handoff(self, id_: str) -> Handoff:
        """Return a hand-off that is there at this moment."""
        if id_ not in self.organisation.handoffs:
            raise ImpossibleChange(f'the hand-off "{id_}" has ended with a function of it')
        return self.organisation.handoffs[id_]

    def change(self, **parts: Any) -> None:
        """Let parts of the organisation be others."""
        self.organisation = replace(self.organisation, **parts)

    def put_function(self, function: Function) -> None:
        """Let a function be as given, in its place, or come last."""
        self.change(functions={**self.organisation.functions, function.id: function})

    def put_role(self, role: Role) -> None:
        """Let a role be as given, in its place, or come last."""
        self.change(roles={**self.organisation.roles, role.id: role})

    def check_free(self, kind: str, id_: str) -> None:
        """Refuse an id that is taken."""
        taken = self.organisation.functions if kind == "function" else self.organisation.roles
        if id_ in taken:
            raise ImpossibleChange(f'there is a {kind} called "{id_}" already; choose another id')

    def over(self, id_: str) -> Iterator[str]:
        """Yield the function and those above it, upwards."""
        above: str | None = id_
        while above is not None:
            yield above
            above = self.organisation.functions[above].reports_to

    def move(self, id_: str, reports_to: str | None) -> None:
        """Let a function report to another, or to none."""
        moved = self.function(id_)
        if reports_to is not None:
            self.function(reports_to)
            if id_ in self.over(reports_to):
                under = self.function(reports_to).name
                raise ImpossibleChange(
                    f"{moved.name} cannot report to {under}, which is {moved.name} itself "
                    "or reports to it; move that one first"
                )
        self.put_function(replace(moved, reports_to=reports_to))


def _there(parts: Mapping[str, T], kind: str, id_: str, gone: Mapping[tuple[str, str], str]) -> T:
    if id_ in parts:
        return parts[id_]
    became = gone.get((kind, id_))
    if became:
        raise ImpossibleChange(f'the {kind} "{id_}" {became}; refer to what there is then')
    raise ImpossibleChange(
        f'the {kind} "{id_}" is not there yet; put the change that makes it before this one'
    )


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """Return each item once, in order."""
    return tuple(dict.fromkeys(items))
