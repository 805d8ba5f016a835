"""Reporting lines that people redrew in a diagram, as the changes of a design."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay_steps
from orgdesign.imports.files import DIAGRAM, sheets
from orgdesign.imports.merge import MergeResult
from orgdesign.imports.notes import Notes, Unreadable
from orgdesign.model import Function, Organisation
from orgdesign.yamlfile import Reading, new_id
from orgdesign.yamlfile.editing import Add, Edit, Set, apply

PAGE = "before"
"""The page of a diagram, or the slides, that show today's reporting lines."""


@dataclass(frozen=True)
class Redrawn:
    """A diagram beside the organisation that it was drawn from.

    ``boxes`` give the function that each box shows, ``names`` what boxes say now; ``lines`` lead
    from box to box.
    """

    organisation: Organisation
    boxes: Mapping[str, str]
    names: Mapping[str, str]
    lines: tuple[tuple[str, str], ...]
    strange: tuple[str, ...] = ()

    @cached_property
    def parents(self) -> dict[str, set[str]]:
        """Return what each function hangs from: functions, or nothing for the top."""
        found: dict[str, set[str]] = {}
        for start, end in self.lines:
            if end in self.boxes and start:
                found.setdefault(self.boxes[end], set()).add(self.boxes.get(start, ""))
        for start, end in self._drawn_upwards(found):
            found.setdefault(start, set()).add(end)
        return found

    def _drawn_upwards(self, found: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
        """Yield lines that people drew from a function to what it is to report to."""
        functions = self.organisation.functions
        for start, end in self.lines:
            below, above = self.boxes.get(start), self.boxes.get(end)
            if below and above and below not in found and functions[above].reports_to != below:
                yield below, above

    def changes(self, told: list[str]) -> Iterator[dict[str, Any]]:
        """Yield the changes, in the order of the file; ``told`` takes what is not one."""
        there = {self.boxes[box] for box in self.names if box in self.boxes}
        for function in self.organisation.functions.values():
            if function.id not in there:
                continue
            yield from self._renamed(function)
            yield from self._moved(function, told)
        told += [
            f"{name} is new in the diagram and was left out; add it to the design."
            for name in self.strange
        ]
        gone = [f.name for f in self.organisation.functions.values() if f.id not in there]
        told += [f"{name} is not in the diagram; nothing of it was changed." for name in gone]

    def _renamed(self, function: Function) -> Iterator[dict[str, Any]]:
        said = dict.fromkeys(
            name for box, name in self.names.items() if self.boxes.get(box) == function.id
        )
        new = [name for name in said if not _is_name(name, function.name)]
        if len(new) == 1:
            yield {"change": "rename", "function": function.id, "name": new[0]}

    def _moved(self, function: Function, told: list[str]) -> Iterator[dict[str, Any]]:
        above = self.parents.get(function.id, set())
        if not above and function.reports_to:
            told.append(f"{function.name} hangs from nothing in the diagram, and was left there.")
        elif len(above) > 1:
            told.append(
                f"{function.name} hangs from several boxes in the diagram, and was left there."
            )
        elif above and (to := next(iter(above))) != (function.reports_to or ""):
            moved = {"change": "move", "function": function.id}
            yield {**moved, "reports_to": to} if to else moved


def _is_name(said: str, name: str) -> bool:
    """Tell whether a box still says a name, also where it had no room for all of it."""
    plain = " ".join(name.split())
    return said == plain or (said.endswith("…") and plain.startswith(said[:-1].rstrip()))


def redrawn(organisation: Organisation, data: bytes) -> Redrawn:
    """Return what a diagram says beside the organisation that it was drawn from.

    Raises:
        Unreadable: it cannot be read, or shows no reporting lines of this organisation.
    """
    tables = {name: [*rows] for name, rows in sheets(data, Notes(), diagrams=True)}
    if [*tables] != DIAGRAM:
        raise Unreadable("this is no diagram; bring in a draw.io file or a presentation")
    by_name = _by_name(organisation)
    boxes: dict[str, str] = {}
    names: dict[str, str] = {}
    strange = []
    for page, box, subject, said in tables["boxes"]:
        if page != PAGE or not said:
            continue
        function = subject if subject in organisation.functions else by_name.get(subject)
        if function:
            boxes[box], names[box] = function, said
        elif not subject:
            strange.append(said)
    if not boxes:
        raise Unreadable(
            "this diagram shows no reporting lines of this organisation; export it with"
            " --as drawio or --as deck, and edit the page of today's reporting lines"
        )
    lines = tuple((start, end) for page, start, end in tables["lines"] if page == PAGE)
    return Redrawn(organisation, boxes, names, lines, tuple(strange))


def _by_name(organisation: Organisation) -> dict[str, str]:
    """Return the functions whose names no other has."""
    count = Counter(function.name for function in organisation.functions.values())
    return {f.name: f.id for f in organisation.functions.values() if count[f.name] == 1}


def design_from_diagram(reading: Reading, data: bytes, name: str) -> MergeResult:
    """Return a file with a design that makes what was redrawn in a diagram; today stays.

    Raises:
        Unreadable: the file has problems, or has such a design, or the diagram cannot be read.
        CannotEdit: its text cannot be changed by splices.
    """
    organisation = reading.organisation
    if organisation is None or reading.source is None:
        raise Unreadable("The file has problems; mend what orgdesign check lists.")
    if name in (design.name for design in organisation.designs.values()):
        raise Unreadable(f"there is a design called “{name}” already; choose another name")
    told: list[str] = []
    changes = [*redrawn(organisation, data).changes(told)]
    if not changes:
        return MergeResult(b"", tuple(told), is_changed=False)
    id_ = new_id(name, organisation.designs)
    applied = apply(reading, _edits(reading, id_, {"name": name, "changes": changes}))
    after = applied.reading.organisation
    assert after is not None  # noqa: S101 - an edit never leaves a file with problems
    design = after.designs[id_]
    formatter = ChangeFormatter(organisation, design)
    said = [formatter.sentence(step) for step in replay_steps(organisation, design)]
    return MergeResult(applied.data, (*said, *told), is_changed=True)


def _edits(reading: Reading, id_: str, design: dict[str, Any]) -> list[Edit]:
    assert reading.source is not None  # noqa: S101 - it was read
    tree = reading.source.tree
    if tree is not None and tree.find(("designs",)):
        return [Add(("designs",), id_, design)]
    return [Set(("designs",), {id_: design})]
