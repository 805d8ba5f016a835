"""What differs between two sides, written for people or for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgdesign.cli.formats.json import VERSION, written
from orgdesign.designs.comparison import (
    KINDS,
    Difference,
    compare,
    lineage_by_id,
    unreported_changes,
)
from orgdesign.designs.replay import Lineage, lineage_between
from orgdesign.model import PART_KINDS, capitalise, join_words

if TYPE_CHECKING:
    from orgdesign.cli.sides import Side


@dataclass(frozen=True, slots=True)
class FileComparison:
    """Two sides, what differs, and what else does that no sentence tells."""

    before: Side
    after: Side
    lineage: Lineage
    differences: tuple[Difference, ...]
    untold: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        return bool(self.differences or self.untold)

    @classmethod
    def of(cls, before: Side, after: Side) -> FileComparison:
        """Compare two sides: of one text by where functions come from, else by their ids."""
        old, new = before.structure, after.structure
        then, now = old.organisation, new.organisation
        lineage = (
            lineage_between(old, new) if before.text == after.text else lineage_by_id(then, now)
        )
        found = compare(then, now, lineage)
        return cls(before, after, lineage, found, tuple(unreported_changes(then, now)))


def text_lines(compared: FileComparison) -> Iterator[str]:
    """Yield what differs as sentences in groups, each with its sign, and how many there are."""
    yield " → ".join(_called(compared))
    for of, title in ((name, kind.heading) for name, kind in PART_KINDS.items()):
        sentences = [each for each in compared.differences if each.of == of]
        if sentences:
            yield ""
            yield title
            yield from (f"  {KINDS[each.kind].sign} {each.sentence}" for each in sentences)
    yield ""
    yield from _failing(compared)
    yield _summary(compared)


def _called(compared: FileComparison) -> tuple[str, str]:
    before, after = compared.before, compared.after
    if before.text == after.text and before.file == after.file:
        return f"{before.file}: {before.structure.name}", after.structure.name
    return _name(before), _name(after)


def _name(side: Side) -> str:
    name = side.version or side.file
    return f"{name}: {side.structure.name}" if side.structure.design else name


def _failing(compared: FileComparison) -> Iterator[str]:
    """Yield why changes of a design are not in its structure."""
    for side in (compared.before, compared.after):
        for failure in side.structure.failures:
            change = f"Change {failure.at + 1} of {side.structure.design}"
            yield f"{change} cannot be made: {failure.reason}."


def _summary(compared: FileComparison) -> str:
    also = f"{capitalise(join_words(compared.untold))} also differ{_s(compared.untold)}."
    if not compared.differences:
        return also if compared.untold else "Nothing differs."
    counts = Counter(each.kind for each in compared.differences)
    told = ", ".join(
        f"{counts[kind]:,} {mark.sign} {mark.word}" for kind, mark in KINDS.items() if counts[kind]
    )
    number = len(compared.differences)
    said = f"{number:,} difference{'s' if number > 1 else ''}: {told}."
    return f"{said} {also}" if compared.untold else said


def _s(words: tuple[str, ...]) -> str:
    return "s" if len(words) == 1 and words[0] != "the designs" else ""


def json_lines(compared: FileComparison) -> Iterator[str]:
    """Yield one JSON object over several lines."""
    yield from written(
        {
            "version": VERSION,
            "before": _side(compared.before),
            "after": _side(compared.after),
            "differences": [
                {
                    "kind": each.kind,
                    "word": KINDS[each.kind].word,
                    "of": each.of,
                    "ids": each.ids,
                    "origins": each.origins,
                    "sentence": each.sentence,
                }
                for each in compared.differences
            ],
            "untold": compared.untold,
        }
    )


def _side(side: Side) -> dict[str, Any]:
    structure = side.structure
    failures = [{"change": each.at, "reason": each.reason} for each in structure.failures]
    return {
        "file": side.file,
        "version": side.version,
        "name": structure.name,
        "design": structure.design,
        "phase": structure.phase,
        "failures": failures,
    }
