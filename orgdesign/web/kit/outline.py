"""Indented lines, as people type or paste them, and the functions that they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.kit.new_parts import new_id, outcome_path, taken_ids
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set

MOST_LINES = 5_000
LONGEST = 300
TAB = 4
_BULLET = re.compile(r"^(?:[-*+•‣◦▪\u2013\u2014·]|\d{1,3}[.)])\s+")
_LEAD = re.compile(r"^[ \t\u00a0\u2003]*")
_COLUMNS = re.compile(r"\t+|\s*[|;]\s*")


@value_object
class OutlineLine:
    """A line: how deep it stands, its name, and where it has them, a role and an outcome."""

    depth: int
    name: str
    role: str = ""
    outcome: str = ""


def parse_outline(text: str) -> list[OutlineLine]:
    """Return the lines of an outline: indented by spaces, tabs or bullets, or two columns.

    Columns are parted by tabs, bars or semicolons: the name, the accountable role, the outcome.
    Where the second column of lines that are not indented names other lines, it is the line above.
    """
    rows = [row for line in text.splitlines()[:MOST_LINES] if (row := _row(line))]
    names = {cells[0].casefold() for _, cells in rows}
    seconds = [cells[1].casefold() for _, cells in rows if len(cells) > 1 and cells[1]]
    are_parents = bool(seconds) and sum(each in names for each in seconds) * 2 > len(seconds)
    if are_parents and not any(width for width, _ in rows):
        return _by_parent([cells for _, cells in rows])
    return _by_width(rows)


def _row(line: str) -> tuple[int, list[str]] | None:
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    width = sum(TAB if sign in "\t\u2003" else 1 for sign in line[:start])
    bare = line[start:].rstrip()
    bullet = _BULLET.match(bare)
    cells = [
        " ".join(cell.split())[:LONGEST]
        for cell in _COLUMNS.split(bare[bullet.end() :] if bullet else bare)
    ]
    return (width, cells) if cells and cells[0] else None


def _by_width(rows: Sequence[tuple[int, list[str]]]) -> list[OutlineLine]:
    lines: list[OutlineLine] = []
    widths: list[int] = []
    for width, cells in rows:
        while widths and widths[-1] >= width:
            widths.pop()
        lines.append(OutlineLine(len(widths), *_three(cells)))
        widths.append(width)
    return lines


def _three(cells: Sequence[str]) -> tuple[str, str, str]:
    padded = [*cells, "", ""]
    return padded[0], padded[1], padded[2]


def _by_parent(rows: Sequence[Sequence[str]]) -> list[OutlineLine]:
    """Return lines whose second column names the line above, in the order of the tree."""
    names = {cells[0].casefold() for cells in rows}
    under: dict[str, list[Sequence[str]]] = {}
    for cells in rows:
        parent = cells[1].casefold() if len(cells) > 1 else ""
        under.setdefault(
            parent if parent in names and parent != cells[0].casefold() else "", []
        ).append(cells)
    lines: list[OutlineLine] = []
    waiting = [(cells, 0) for cells in reversed(under.get("", []))]
    seen: set[str] = set()
    while waiting:
        cells, depth = waiting.pop()
        key = cells[0].casefold()
        if key in seen:
            continue
        seen.add(key)
        lines.append(OutlineLine(depth, *_three([cells[0], *cells[2:]])))
        waiting += [(each, depth + 1) for each in reversed(under.get(key, []))]
    return lines


def outline_text(organisation: Organisation) -> str:
    """Return the functions of an organisation as indented lines."""
    return "\n".join("    " * depth + one.name for one, depth in _in_order(organisation))


def _in_order(organisation: Organisation) -> list[tuple[Function, int]]:
    lines = organisation.reporting_lines()
    ordered: list[tuple[Function, int]] = []
    waiting = [(one, 0) for one in reversed([*lines.get(None, ())])]
    while waiting:
        one, depth = waiting.pop()
        ordered.append((one, depth))
        waiting += [(each, depth + 1) for each in reversed([*lines.get(one.id, ())])]
    return ordered


@value_object
class OutlinePlan:
    """The edits that an outline means, and how many functions it adds, renames and moves."""

    edits: tuple[Edit, ...]
    added: int = 0
    renamed: int = 0
    moved: int = 0
    missing: tuple[str, ...] = ()


def plan_outline(organisation: Organisation, lines: Sequence[OutlineLine]) -> OutlinePlan:
    """Return what makes the functions of an organisation those of an outline.

    A line stands for the function of its name, or for the one whose place it takes; functions
    that have no line stay, as removing one is asked about first.
    """
    ids = _matched(organisation, lines)
    builder = _PlanBuilder(organisation)
    above: list[str] = []
    for line, known in zip(lines, ids, strict=True):
        del above[line.depth :]
        above.append(builder.take(line, known, above[-1] if above else None))
    missing = [one.name for one in organisation.functions.values() if one.id not in ids]
    return OutlinePlan(
        tuple(builder.edits), builder.added, builder.renamed, builder.moved, tuple(missing)
    )


def _matched(organisation: Organisation, lines: Sequence[OutlineLine]) -> list[str]:
    """Return the id of the function that each line stands for; empty for a new one."""
    old = [one for one, _ in _in_order(organisation)]
    before, after = [one.name.casefold() for one in old], [line.name.casefold() for line in lines]
    ids = [""] * len(lines)
    renames: list[tuple[int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            ids[c:d] = [one.id for one in old[a:b]]
        elif kind == "replace" and b - a == d - c:
            renames += zip(range(a, b), range(c, d), strict=True)
    free: dict[str, list[str]] = {}
    for one in old:
        if one.id not in ids:
            free.setdefault(one.name.casefold(), []).append(one.id)
    for at, name in enumerate(after):
        if not ids[at] and free.get(name):
            ids[at] = free[name].pop(0)
    for a, c in renames:
        if not ids[c] and old[a].id not in ids:
            ids[c] = old[a].id
    return ids


class _PlanBuilder:
    """Turns lines into edits, one after the other; new ids are told apart as they come."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        self._taken = set(taken_ids(organisation, "function"))
        self._roles = {role.title.casefold(): role.id for role in organisation.roles.values()}
        self._role_ids = set(taken_ids(organisation, "role"))
        self._outcomes = {one.statement.casefold(): one.id for one in organisation.outcome.walk()}
        self._outcome_ids = set(self._outcomes.values())
        self.edits: list[Edit] = []
        self.added = self.renamed = self.moved = 0

    def take(self, line: OutlineLine, known: str, above: str | None) -> str:
        """Take in a line, and return the id of its function."""
        role, outcome = self._role(line.role), self._outcome(line.outcome)
        if not known:
            return self._add(line.name, role, outcome, above)
        function, path = self._organisation.functions[known], ("functions", known)
        if function.name != line.name:
            self.edits.append(Set((*path, "name"), line.name))
            self.renamed += 1
        if function.reports_to != above:
            at = (*path, "reports_to")
            self.edits.append(Set(at, above) if above else Remove(at))
            self.moved += 1
        if role and function.accountable != role:
            self.edits.append(Set((*path, "accountable"), role))
        if outcome and function.alignment.outcome != outcome:
            self.edits.append(Set((*path, "alignment", "outcome"), outcome))
        return known

    def _add(self, name: str, role: str, outcome: str, above: str | None) -> str:
        id_ = new_id(name, self._taken)
        self._taken.add(id_)
        data: dict[str, str | dict[str, str]] = {"name": name}
        if above:
            data["reports_to"] = above
        if role:
            data["accountable"] = role
        if outcome:
            data["alignment"] = {"outcome": outcome}
        self.edits.append(Add(("functions",), id_, data))
        self.added += 1
        return id_

    def _role(self, title: str) -> str:
        return self._listed(self._roles, self._role_ids, title, ("roles",), "title")

    def _outcome(self, statement: str) -> str:
        top = outcome_path(self._organisation, self._organisation.outcome.id) or ("outcome",)
        place = (*top, "outcomes")
        return self._listed(self._outcomes, self._outcome_ids, statement, place, "statement")

    def _listed(
        self, known: dict[str, str], taken: set[str], words: str, place: Path, key: str
    ) -> str:
        """Return the id of the part that some words name; a new one where there is none."""
        if not words:
            return ""
        if words.casefold() not in known:
            known[words.casefold()] = id_ = new_id(words, taken)
            taken.add(id_)
            self.edits.append(Add(place, id_, {key: words}))
        return known[words.casefold()]
