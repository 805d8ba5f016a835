"""A chart as a tree of boxes, held flat so that no depth of tree is too deep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from orgdesign.resources import toml_beside
from orgdesign.value_objects import value_object

Kind = Literal[
    "desired",
    "outcome",
    "function",
    "also",
    "unaligned",
    "organisation",
    "stage",
    "lane",
    "serves",
    "handoff",
    "missing",
    "ghost",
    "legend",
    "role",
]
View = Literal["before", "changes", "reporting", "after", "journey", "roles"]
Tone = Literal["plain", "changed", "same"]
"""Whether a box stands out, in a chart of changes, or steps back; in other charts all are plain."""


Palette = Literal["outcome", "scale", "gap"]
"""What ``hue`` counts: outcomes or other groups, steps of a scale from 0; or gaps alone are red."""
GapStyle = Literal["words", "mark", "none"]
"""Whether a box says its gaps in words, has a small mark at its corner, or is quiet about them."""


class ChangeNote(NamedTuple):
    """A change, as a box tells it: a sign and a word, and the rest of it."""

    word: str
    rest: str = ""


@value_object
class FoldedCounts:
    """What a folded box hides: functions, their headcount (people), functions with gaps.

    In a chart of changes also how many boxes tell of a change.
    """

    functions: int
    headcount: float
    gaps: int
    changed: int = 0


@value_object
class Box:
    """One box of a chart: who it is, what it says, and where it hangs.

    ``id`` is the same in every chart of the same organisation; ``subject`` is the id, in the
    file, of what the box shows. ``hue`` counts the outcomes under the root from 0; None is the
    hue of the root. ``gaps`` are sentences. ``opened`` boxes were unfolded by the reader. A
    ``mark`` sets a box apart from the others. ``changes`` are told of a box that stands out by its
    ``tone``; ``place`` is the same in charts of one layout for boxes that stay. ``facts`` are
    lines below the rest; where a box ``lacks_role``, the last of its gaps says so. Of a role, the
    ``holders`` are told by name, and ``photo`` is where a picture of them is, for a page.
    """

    id: str
    kind: Kind
    subject: str
    title: str
    parent: str | None = None
    tag: str = ""
    text: str = ""
    note: str = ""
    role: str = ""
    gaps: tuple[str, ...] = ()
    hue: int | None = None
    headcount: float = 0.0
    hidden: FoldedCounts | None = None
    opened: bool = False
    mark: str = ""
    changes: tuple[ChangeNote, ...] = ()
    tone: Tone = "plain"
    place: str = ""
    facts: tuple[str, ...] = ()
    lacks_role: bool = False
    gap_style: GapStyle = "words"
    palette: Palette = "outcome"
    holders: tuple[str, ...] = ()
    is_vacant: bool = False
    is_assistant: bool = False
    photo: str = ""

    @property
    def gap_words(self) -> tuple[str, ...]:
        """Return the gaps that the box says in words, but for that of the accountable role."""
        if self.gap_style != "words":
            return ()
        return self.gaps[:-1] if self.lacks_role else self.gaps

    @property
    def says_role_lacks(self) -> bool:
        """Whether the box says in words that nobody is accountable."""
        return self.lacks_role and self.gap_style == "words"

    @property
    def is_alarmed(self) -> bool:
        """Whether the whole box looks like one with gaps."""
        return bool(self.gaps) and self.gap_style == "words"

    @property
    def has_gap_mark(self) -> bool:
        """Whether a small mark at its corner says that the box has gaps."""
        return bool(self.gaps) and self.gap_style == "mark"


class SideLine(NamedTuple):
    """A further line from one box to another, by their ids, and what it is for."""

    start: str
    to: str
    label: str = ""


@value_object
class Chart:
    """Boxes, parents before children and siblings in the order of the file.

    ``about`` says in a sentence what there is to see. ``sides`` are lines beside the tree.
    """

    view: View
    title: str
    boxes: tuple[Box, ...]
    about: str = ""
    sides: tuple[SideLine, ...] = ()

    def with_boxes(self, boxes: Iterable[Box]) -> Chart:
        """Return the chart with other boxes, and the lines beside the tree that keep both ends."""
        shown = {box.id: box for box in boxes}
        sides = (line for line in self.sides if line.start in shown and line.to in shown)
        return replace(self, boxes=tuple(shown.values()), sides=tuple(sides))

    @property
    def root(self) -> Box:
        """Return the box that all others hang from."""
        return self.boxes[0]

    def children(self) -> dict[str, list[Box]]:
        """Return each box's children by its id; leaves have none and are left out."""
        families: dict[str, list[Box]] = {}
        for box in self.boxes[1:]:
            families.setdefault(box.parent or "", []).append(box)
        return families


def in_reading_order(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return ``boxes`` depth first from the one without a parent, siblings as they came."""
    families: dict[str | None, list[Box]] = {}
    for box in boxes:
        families.setdefault(box.parent, []).append(box)
    ordered: list[Box] = []
    waiting = families.get(None, [])[::-1]
    while waiting:
        ordered.append(box := waiting.pop())
        waiting.extend(reversed(families.get(box.id, ())))
    return tuple(ordered)


def chart_titles(where: str) -> Mapping[View, str]:
    """Return what charts are called on a screen, on paper, on a slide…: a part of the titles."""
    titles: Mapping[View, str] = toml_beside(__file__, "titles.toml")[where]
    return titles
