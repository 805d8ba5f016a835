"""Whatever is taken out of a file leaves one that can stand, and no reference to what is gone."""

from pathlib import Path

import pytest

from orgdesign.model import DESIRED
from orgdesign.resources import folder
from orgdesign.web.kit import SECTIONS, Section, list_parts
from orgdesign.web.parts.part_removal import PartRemoval
from orgdesign.workspace.needed_edits import necessary_edits
from orgdesign.yamlfile import Reading, read, read_file
from orgdesign.yamlfile.editing import apply

EXAMPLES = sorted(folder("examples").glob("*.yaml"))
SOME = 6
"""How many parts of each section are tried, spread over it."""
DESIGNED = b"""\
organization: Harbour Bakery
outcome: {statement: Fresh bread}
functions: {baking: {name: Baking}, till: {name: Till}, books: {name: Books}}
handoffs: {warm: {from: baking, to: till}}
roles: {owner: {title: Owner}}
designs:
  later:
    name: Later
    changes:
      - {change: merge, functions: [till, books], into: shop, name: Shop}
      - {change: rename, function: shop, name: Store}
      - {change: appoint, handoff: warm, accountable: owner}
      - {change: rename, function: baking, name: Oven}
"""


def removal(reading: Reading, section: Section, part: str) -> PartRemoval:
    assert reading.organisation
    assert reading.source
    return PartRemoval(reading.organisation, reading.source, section, part)


def without(reading: Reading, section: Section, part: str, instead: str = "") -> Reading:
    """Return the file without a part; whatever could not stand would raise here."""
    assert reading.source
    edits = removal(reading, section, part).edits(instead)
    return apply(reading, necessary_edits(edits, reading.source)).reading


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_any_part_of_an_example_can_go(path: Path, section: Section):
    reading = read_file(path)
    assert reading.organisation
    ids = [part.id for part in list_parts(reading.organisation, section) if part.id != DESIRED]
    apart = max(1, len(ids) // SOME)
    for part, other in list(zip(ids, [*ids[1:], ""], strict=True))[::apart]:
        for instead in {"", other if section.is_referred else ""}:
            left = without(reading, section, part, instead)
            assert list(removal(left, section, part).uses()) == []


def test_what_goes_takes_along_what_cannot_be_without_it():
    reading = read(DESIGNED, "bakery.yaml")

    left = without(reading, SECTIONS["functions"], "till")

    assert left.source
    assert left.source.text.partition("changes:")[2] == (
        "\n      - {change: rename, function: baking, name: Oven}\n"
    )
    assert list(removal(reading, SECTIONS["functions"], "till").goes_too()) == [
        "1 hand-off",
        "3 changes of designs",
    ]


def test_what_takes_the_place_of_the_one_that_goes_is_not_named_twice():
    reading = read(DESIGNED, "bakery.yaml")

    left = without(reading, SECTIONS["functions"], "till", "books")

    assert left.source
    assert "handoffs: {warm: {from: baking, to: books}}" in left.source.text
    assert "merge" not in left.source.text  # one function alone cannot be merged
