"""One thing that does not work out in a design."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from orgdesign.value_objects import value_object

ProblemKind = Literal[
    "undecided", "people", "dates", "owner", "order", "options", "seatless", "left"
]


@value_object
class DesignProblem:
    """One thing that does not work out: what kind, where it stands, and what is named in it.

    ``path`` leads to it within the design, such as ``("changes", 3)``. ``case`` is the sentence
    that tells it among those of the diagnosis, and ``parts`` what is filled in there.
    """

    kind: ProblemKind
    path: tuple[str | int, ...]
    case: str
    parts: Mapping[str, str]
