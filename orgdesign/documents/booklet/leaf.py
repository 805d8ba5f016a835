"""A page of a booklet before it is drawn: what it is called, and what can be found on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from orgdesign.documents.booklet.canvas import Canvas

Numbers = Mapping[str, int]
"""The page on which each thing is found, by its key."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way down to a page: a name, and the key of where it leads."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its heading, the way down to it, and how it is drawn below them.

    ``keys`` are what is found on it. One with a ``mark`` has a bookmark of that name, at a
    ``level`` from 0; one without a title has no heading. ``more`` stands at the right of the way.
    """

    title: str
    draw: Callable[[Canvas, Numbers], None]
    keys: tuple[str, ...] = ()
    about: str = ""
    trail: tuple[Crumb, ...] = ()
    mark: str = ""
    level: int = 0
    more: Crumb | None = None
