"""The customer's path through an organisation: stages, hand-offs, and steps between functions."""

from __future__ import annotations

from orgdesign.value_objects import value_object


@value_object
class Stage:
    """One stage of the customer's journey and the functions that serve it.

    ``after`` names the stages that it follows, where its place in the file does not say so.
    """

    id: str
    name: str
    outcome: str | None = None
    functions: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@value_object
class Handoff:
    """What passes from one function to another on the customer's behalf."""

    id: str
    giver: str
    taker: str
    stage: str | None = None
    passes: str | None = None
    accountable: str | None = None
    measure: str | None = None


@value_object
class CustomerStep:
    """Two functions next to each other in the customer's journey, in the stage they meet in."""

    giver: str
    taker: str
    stage: str
