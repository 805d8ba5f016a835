"""What differs between two sides, written for people or for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from orgdesign.charts import StructurePair
from orgdesign.cli.formats.json import VERSION, ascii_json_lines
from orgdesign.designs.comparison import KINDS
from orgdesign.model import PART_KINDS, capitalise, count_text, join_words
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.cli.sides import StructureSide


@value_object
class SideComparison:
    """Two sides and what differs."""

    before: StructureSide
    after: StructureSide
    comparison: StructurePair

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        return bool(self.comparison.differences or self.comparison.unreported_parts)


def compare_sides(before: StructureSide, after: StructureSide) -> SideComparison:
    """Return two sides compared."""
    is_one_text = before.text == after.text
    comparison = StructurePair(before.structure, after.structure, is_one_text)
    return SideComparison(before, after, comparison)


def text_lines(compared: SideComparison) -> Iterator[str]:
    """Yield what differs as sentences in groups, each with its sign, and how many there are."""
    yield " → ".join(_called(compared))
    for of, title in ((name, kind.heading) for name, kind in PART_KINDS.items()):
        sentences = [each for each in compared.comparison.differences if each.of == of]
        if sentences:
            yield ""
            yield title
            yield from (f"  {KINDS[each.kind].sign} {each.sentence}" for each in sentences)
    yield ""
    yield from _failing(compared)
    yield _summary(compared)


def _called(compared: SideComparison) -> tuple[str, str]:
    before, after = compared.before, compared.after
    if before.text == after.text and before.file == after.file:
        return f"{before.file}: {before.structure.name}", after.structure.name
    return _name(before), _name(after)


def _name(side: StructureSide) -> str:
    name = side.version or side.file
    return f"{name}: {side.structure.name}" if side.structure.design else name


def _failing(compared: SideComparison) -> Iterator[str]:
    """Yield why changes of a design are not in its structure."""
    for side in (compared.before, compared.after):
        for failure in side.structure.failures:
            change = f"Change {failure.at + 1} of {side.structure.design}"
            yield f"{change} cannot be made: {failure.reason}."


def _summary(compared: SideComparison) -> str:
    differences, unreported = compared.comparison.differences, compared.comparison.unreported_parts
    also = f"{capitalise(join_words(unreported))} also differ{_s(unreported)}."
    if not differences:
        return also if unreported else "Nothing differs."
    counts = Counter(each.kind for each in differences)
    told = ", ".join(
        f"{counts[kind]:,} {mark.sign} {mark.word}" for kind, mark in KINDS.items() if counts[kind]
    )
    said = f"{count_text(len(differences), 'difference')}: {told}."
    return f"{said} {also}" if unreported else said


def _s(words: tuple[str, ...]) -> str:
    return "s" if len(words) == 1 and words[0] != "the designs" else ""


def json_lines(compared: SideComparison) -> Iterator[str]:
    """Yield one JSON object over several lines."""
    yield from ascii_json_lines(
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
                for each in compared.comparison.differences
            ],
            "untold": compared.comparison.unreported_parts,
        }
    )


def _side(side: StructureSide) -> dict[str, Any]:
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
