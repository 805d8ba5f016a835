"""Gaps closed one after the other in an example: as many small hunks, and nothing else."""

from difflib import SequenceMatcher
from pathlib import Path

from orgdesign.yamlfile import read_file
from orgdesign.yamlfile.editing import Set, apply

NORTHWIND = Path(__file__).parents[3] / "examples" / "northwind.yaml"


def test_each_gap_that_is_closed_adds_lines_and_touches_no_other():
    reading = read_file(NORTHWIND)
    old = reading.source.text.splitlines()
    gaps = [each for each in reading.organisation.functions.values() if each.gaps]
    for function in gaps:
        reading = apply(reading, [Set(("functions", function.id, *GAPS[gap]), VALUES[gap])
                                  for gap in function.gaps]).reading  # fmt: skip
    new = reading.source.text.splitlines()
    changes = [code for code in SequenceMatcher(None, old, new, False).get_opcodes()
               if code[0] != "equal"]  # fmt: skip
    assert gaps
    assert {code[0] for code in changes} == {"insert"}
    assert sum(code[4] - code[3] for code in changes) <= 3 * len(gaps)


GAPS = {
    "outcome": ("alignment", "outcome"),
    "contribution": ("alignment", "contribution"),
    "accountable": ("accountable",),
}
VALUES = {
    "outcome": "settled",
    "contribution": "Decides: on the first call",
    "accountable": "claims-director",
}


def test_a_new_field_comes_where_the_neighbours_have_it():
    reading = read_file(NORTHWIND)
    edit = Set(("functions", "repairers", "alignment", "contribution"), "Puts homes right")
    text = apply(reading, [edit]).reading.source.text
    assert (
        "      outcome: put-right\n      contribution: Puts homes right\n      link: direct\n"
    ) in text
