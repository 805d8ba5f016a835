"""Four published reorganisations, remodelled without anything that could not be said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from orgdesign.designs.adoption import adopt_design
from orgdesign.designs.comparison import ChangeFormatter, compare
from orgdesign.designs.ledger import Amounts, DesignLedger, bridge
from orgdesign.designs.replay import replay, replay_steps
from orgdesign.designs.review import design_problems, open_seats, person_sheets
from orgdesign.diagnosis.effects import OptionTable, all_options
from orgdesign.model import Design, Organisation
from orgdesign.yamlfile import read_file

HERE = Path(__file__).parent / "reorganisations"
ROOT = Path(__file__).parents[2]
FILES = ("bank", "council", "health", "software")


def organisation(name: str) -> Organisation:
    reading = read_file(HERE / f"{name}.yaml")
    assert reading.problems == ()
    assert reading.organisation
    return reading.organisation


def first(name: str) -> tuple[Organisation, Design]:
    today = organisation(name)
    return today, next(iter(today.designs.values()))


@pytest.mark.parametrize("name", FILES)
def test_every_change_can_be_made_and_everybody_is_accounted_for(name: str) -> None:
    today = organisation(name)
    for design in today.designs.values():
        assert replay(today, design).failures == ()
        assert DesignLedger(today, design).unsaid == ()
        kinds = {problem.kind for problem in design_problems(today, design)}
        assert kinds <= {"left", "options", "seatless"}


@pytest.mark.parametrize("name", FILES)
def test_every_figure_of_a_ledger_is_what_a_plain_count_says(name: str) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "recount.py"), str(HERE / f"{name}.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counted = json.loads(done.stdout)["ledger"]
    today = organisation(name)
    for design in today.designs.values():
        ledger = DesignLedger(today, design)
        rows = [ledger.before, *(each.after for each in ledger.phases)]
        expected = [Amounts(row["people"], row["posts"], row["cost"]) for row in counted[design.id]]
        assert rows == expected
        assert ledger.one_off == counted[design.id][-1]["once"]


@pytest.mark.parametrize("name", FILES)
def test_a_bridge_leads_from_before_to_after(name: str) -> None:
    ledger = DesignLedger(*first(name))
    bars = [*bridge(ledger, "people")]
    assert bars[0].end == ledger.before.people
    assert bars[-1].end == ledger.after.people == bars[0].end + sum(b.delta for b in bars[1:-1])


@pytest.mark.parametrize("name", ["bank", "health", "software"])
def test_what_is_settled_is_what_is_drawn(name: str) -> None:
    today, design = first(name)
    reading = read_file(HERE / f"{name}.yaml")
    others = [id_ for id_ in today.designs if id_ != design.id]
    settled = adopt_design(reading, design.id, None, others).reading.organisation
    then = replay(today, design).organisation
    assert settled
    assert (settled.functions, settled.roles) == (then.functions, then.roles)
    assert (settled.name, settled.handoffs, settled.journey) == (
        then.name,
        then.handoffs,
        then.journey,
    )


def test_a_director_reads_what_becomes_of_the_seat() -> None:
    sheets = {sheet.name: sheet for sheet in person_sheets(*first("bank"))}
    assert len([sheet for sheet in sheets.values() if sheet.fate != "stays"]) == 11
    smit = sheets["J. Smit"]
    assert smit.fate == "moves"
    assert ("Part of", ("Product Management",), ("Tribe Mortgages",)) in smit.rows
    assert ("Reports to", ("Chief Executive",), ("Chief Executive",)) in smit.rows
    assert smit.steps[-2].sentence == (
        "J. Smit goes from Product Director to Tribe Lead Mortgages."
    )
    assert sheets["P. Dekker"].open == (
        "Tribe Lead Investments is held for a time until 2016-03-31.",
    )
    assert sheets["H. Mulder"].open == ("Which seat is next is not said.",)
    assert sheets["E. Bakker"].fate == "leaves"
    assert sheets["S. Kok"].rows[2] == (
        "Reports to",
        ("Channel Director",),
        ("Tribe Lead Daily Banking",),
    )
    assert sheets["R. Vos"].fate == "stays"


def test_whose_department_is_called_something_else_has_not_moved_to_another() -> None:
    sheets = {sheet.name: sheet for sheet in person_sheets(*first("bank"))}
    names = {"Operations and call centre", "Customer loyalty teams"}
    assert sheets["A. de Boer"].renamed_lines == sheets["F. Kuiper"].renamed_lines == names
    assert sheets["J. Smit"].renamed_lines == frozenset()


def test_seats_that_are_open_say_for_whom() -> None:
    (seat,) = open_seats(*first("software"))
    assert (seat.title, seat.status) == (
        "Backend engineer (open position)",
        "is open to applications",
    )


def test_three_options_are_compared_and_the_open_question_is_walked() -> None:
    today = organisation("council")
    table = OptionTable(today, all_options(today))
    assert table.names == (
        "Today",
        "March proposal: Planning with City Development",
        "March proposal: Planning with Transport and Environment",
        "January proposal: three directorates",
        "Stay, and fill the vacant post",
    )
    figures = {figure.name: [each.after for each in figure.effects] for figure in table.figures}
    assert figures["Cost once"] == [0, 300000, 300000, 0, 0]
    assert figures["Hand-offs between branches"] == [None, 1, 1, None, None]
    assert [round(total or 0, 2) for total in table.weighted_totals] == [4.0, 3.3, 3.8, 1.3]
    parts = [[round(part or 0, 2) for part in row.parts] for row in table.criteria]
    assert parts == [[1.6, 1.2, 0.8, 0.4], [1.2, 0.9, 1.5, 0.6], [1.2, 1.2, 1.5, 0.3]]


def test_alike_names_are_told_apart_and_lineage_is_true() -> None:
    today, design = first("health")
    done = replay(today, design)
    said = [each.sentence for each in compare(today, done.organisation, done.lineage)]
    assert said[0] == "The national health bodies is renamed NHS England."
    assert any(
        sentence.startswith(
            "Corporate services (in NHS England), Corporate services (in NHS Digital) and "
            "Corporate services (in Health Education England) become one: Corporate services; "
            "2,860 people become 2,300"
        )
        for sentence in said
    )
    formatter = ChangeFormatter(today, design)
    sentences = [formatter.sentence(step) for step in replay_steps(today, design)]
    assert any("9,240 → 6,840 people" in sentence for sentence in sentences)
