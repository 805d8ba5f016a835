"""A column of a table: what it says of each part and, for the way back, where that stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, Literal, TypeVar

from orgdesign.value_objects import value_object

DESIGNED = "(after a design)"
"""What follows the header of the ids where a table tells what a design makes of today."""

CHANGES = "Changes"
CHANGE_COLUMNS = ("Design", "Phase", "Starts", "Ends", "Number", "Kind", "What changes", "Owner")
"""The table of what designs change, which goes out only."""

Cell = str | float | None
Path = tuple[str, ...]
T = TypeVar("T")

Form = Literal[
    "id", "text", "number", "flag", "lines", "name", "ref", "names", "refs", "rewards", "under",
    "derived",
]  # fmt: skip
"""How a cell is written: a reference by name or by its id, several of them, a line each…"""


@value_object
class Column(Generic[T]):
    """What a column says of each part, and the kind of facts that it is one of.

    ``path`` is where the part holds it; a name and an id of one reference have the same. ``of``
    is the kind of part that is referred to. ``why`` tells what a derived column comes of.
    """

    name: str
    said: Callable[[T], Cell]
    kind: str = ""
    path: Path = ()
    form: Form = "text"
    of: str = ""
    why: str = ""


@value_object
class TableSheet(Generic[T]):
    """The table of all parts of one kind, by id; ``title`` is the column that names them."""

    name: str
    kind: str
    title: str
    columns: tuple[Column[T], ...]
    parts: Mapping[str, T]
