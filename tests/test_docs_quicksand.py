"""The page on the quicksand score counts as the program does."""

from __future__ import annotations

import re
from pathlib import Path

from orgdesign.diagnosis.outcome_shares import serving
from orgdesign.diagnosis.quicksand import Quicksand, Scores
from orgdesign.model import Organisation
from orgdesign.yamlfile import read, read_file

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "quicksand.md").read_text("utf-8")


def northwind() -> Organisation:
    organisation = read_file(ROOT / "examples" / "northwind.yaml").organisation
    assert organisation
    return organisation


def row(name: str, scores: Scores) -> str:
    told = (f"{one.covered_count} of {one.needed_count}, {one.percent}%" for one in scores.values())
    return f"| {name} | {' | '.join(told)} |\n"


def test_the_recount_lists_every_item_of_its_example() -> None:
    example = re.search(r"```yaml\n(# bakery.*?)```", PAGE, re.DOTALL)
    assert example
    bakery = read(example[1].encode(), "bakery.yaml").organisation
    assert bakery
    items = Quicksand(bakery).items
    expected = [(item.dimension, item.sentence, "yes" if item.covered else "no") for item in items]
    assert re.findall(r"^\| (\w+) \| (.*?) \| (yes|no) \|$", PAGE, re.MULTILINE) == expected


def test_the_figures_of_northwind_are_those_of_its_file() -> None:
    quicksand = Quicksand(northwind())
    assert row("the whole", quicksand.whole) in PAGE
    assert row("Claims", quicksand.of_function("claims")) in PAGE
    assert row("*settled*", quicksand.of_outcome("settled")) in PAGE


def test_the_sentences_of_northwind_are_those_of_its_file() -> None:
    for figures in serving(northwind()).values():
        assert all(f"- {sentence}\n" in PAGE for sentence in figures.sentences)
