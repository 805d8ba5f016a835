"""The problems found while a text is read, up to the one that ends the reading."""

from __future__ import annotations

from typing import NamedTuple

from orgdesign.model import shorten
from orgdesign.problems import Problem
from orgdesign.yamlfile.limits import MAX_PROBLEMS
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.tree import Path


class ReadingStopped(Exception):  # noqa: N818 - the reading ends, with what was found so far
    """Nothing after this place is read."""


class ProblemCollector:
    """Problems as they are found, each at the character where it stands."""

    __slots__ = ("places", "problems")

    def __init__(self, places: LineIndex) -> None:
        self.places = places
        self.problems: list[Problem] = []

    def add(self, index: int, message: str, text: str = "") -> None:
        """Note a problem and read on; `ReadingStopped` is raised once there are too many."""
        self.problems.append(Problem(*self.places.position_of(index), message, shorten(text)))
        if len(self.problems) >= MAX_PROBLEMS:
            raise ReadingStopped

    def abort(self, index: int, message: str, text: str = "") -> None:
        """Note a problem that ends the reading, by raising `ReadingStopped`."""
        self.add(index, message, text)
        raise ReadingStopped


class Fault(NamedTuple):
    """What is wrong with the value at a path, or with its key."""

    path: Path
    message: str
    at_key: bool = False
