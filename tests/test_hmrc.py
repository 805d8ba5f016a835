"""The conversion of a real organisation: HM Revenue & Customs in 2011."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orgdesign.charts import Chart, after, before
from orgdesign.model import Organisation
from orgdesign.render.drawing import compose
from orgdesign.yamlfile import read_file
from tests.geometry import check_geometry

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "hmrc"

SENIOR = """\
Post Unique Reference,Name,Job Title,Job/Team Function,Unit,Reports to Senior Post,FTE
CE1,Holder 1,Chief Executive,Leads the department\ufffds work \ufffd it,Chief Executive's Group,XX,1
CC1,Holder 2,Director of Customer Contact,We answer callers. And more,Customer Contact,CE1,
CC6,,Deputy Director - Call Planning,We answer callers. And more,Customer Contact,CC1,0.5
F1,Holder 3,Project Manager,We count,Finance,CE1,1
F2,Holder 4,Head of Payroll,We count,Finance,F1,1
F3,Holder 5,Head of Payroll,We count,Finance,F1,1
"""
JUNIOR = """\
Unit,Reporting Senior Post,Number of Posts in FTE
Customer Contact,CC6,10.25
Unknown - Grouping Not Found,CC6,4
Finance,F1,3
"""


def convert(data: Path, shape: str, output: Path) -> str:
    """Run the converter on the folder ``data``; return the figures that it prints."""
    command = [sys.executable, str(ROOT / "benchmarks" / "hmrc.py"), str(data)]
    done = subprocess.run(
        [*command, "-o", str(output), "--as", shape], capture_output=True, text=True, check=True
    )
    return done.stderr


def read_clean(path: Path) -> Organisation:
    reading = read_file(path)
    assert reading.problems == ()
    assert reading.organisation is not None
    return reading.organisation


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    (tmp_path / "sample-senior.csv").write_text(SENIOR, "utf-8")
    (tmp_path / "sample-junior.csv").write_text(JUNIOR, "utf-8")
    return tmp_path


def test_each_senior_post_is_a_function_with_its_junior_posts_as_headcount(sample: Path) -> None:
    convert(sample, "posts", sample / "out.yaml")
    functions = read_clean(sample / "out.yaml").functions
    assert {key: function.reports_to for key, function in functions.items()} == {
        "ce1": None,
        "cc1": "ce1",
        "cc6": "cc1",
        "f1": "ce1",
        "f2": "f1",
        "f3": "f1",
    }
    assert functions["cc6"].headcount == 14.75
    assert functions["cc1"].headcount == 0


def test_functions_are_named_by_their_unit_or_their_work(sample: Path) -> None:
    convert(sample, "posts", sample / "out.yaml")
    functions = read_clean(sample / "out.yaml").functions
    assert [function.name for function in functions.values()] == [
        "Chief Executive's Group",
        "Customer Contact",
        "Call Planning",
        "Finance",
        "Payroll (F2)",
        "Payroll (F3)",
    ]


def test_only_functions_with_a_keyword_are_aligned(sample: Path) -> None:
    figures = convert(sample, "posts", sample / "out.yaml")
    functions = read_clean(sample / "out.yaml").functions
    assert functions["cc6"].alignment.outcome == "answered"
    assert functions["cc6"].alignment.contribution == "We answer callers"
    assert functions["f1"].alignment.outcome is None
    assert "3 functions          6 people  not aligned" in figures


def test_lost_characters_are_mended_and_holders_left_out(sample: Path) -> None:
    convert(sample, "posts", sample / "out.yaml")
    text = (sample / "out.yaml").read_text("utf-8")
    assert "Leads the department's work - it" in text
    assert "\ufffd" not in text
    assert "Holder" not in text


def test_a_unit_is_one_function_under_the_unit_of_its_heads_superior(sample: Path) -> None:
    convert(sample, "units", sample / "out.yaml")
    functions = read_clean(sample / "out.yaml").functions
    assert {key: (unit.reports_to, unit.headcount) for key, unit in functions.items()} == {
        "chief-executives-group": (None, 1),
        "customer-contact": ("chief-executives-group", 14.75),
        "finance": ("chief-executives-group", 6),
    }


def test_junior_posts_under_a_missing_senior_post_are_refused(sample: Path) -> None:
    (sample / "sample-junior.csv").write_text(JUNIOR + "Finance,F9,2\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as failure:
        convert(sample, "posts", sample / "out.yaml")
    assert "'F9'" in failure.value.stderr


needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="HMRC's organogram is not beside the checkout (../shared/data/hmrc)"
)


@needs_data
def test_all_346_posts_are_one_tree_of_five_levels(tmp_path: Path) -> None:
    convert(DATA, "posts", tmp_path / "hmrc.yaml")
    organisation = read_clean(tmp_path / "hmrc.yaml")
    lines = organisation.reporting_lines()
    level, levels = lines[None], 0
    while level:
        level, levels = [report for boss in level for report in lines.get(boss.id, ())], levels + 1
    assert len(organisation.functions) == 346
    assert [root.id for root in lines[None]] == ["ce1"]
    assert levels == 5
    assert max(len(reports) for reports in lines.values()) == 17


@needs_data
@pytest.mark.parametrize(("shape", "functions"), [("posts", 346), ("units", 36)])
def test_everybody_of_hmrc_is_counted_once(tmp_path: Path, shape: str, functions: int) -> None:
    convert(DATA, shape, tmp_path / "hmrc.yaml")
    organisation = read_clean(tmp_path / "hmrc.yaml")
    senior, junior = 343.03, 66_630.81
    people = sum(function.headcount or 0 for function in organisation.functions.values())
    assert len(organisation.functions) == functions
    assert people == pytest.approx(senior + junior, abs=0.01)


@needs_data
@pytest.mark.parametrize("view", [before, after])
def test_the_whole_of_hmrc_is_drawn_near_the_shape_of_a_page(
    tmp_path: Path, view: Callable[[Organisation], Chart]
) -> None:
    convert(DATA, "posts", tmp_path / "hmrc.yaml")
    chart = view(read_clean(tmp_path / "hmrc.yaml"))
    drawing = compose(chart)
    sizes = {
        placed.card.box.id: (placed.card.width, placed.card.height) for placed in drawing.cards
    }
    check_geometry(sizes, {name: [b.id for b in boxes] for name, boxes in chart.children().items()})
    assert 1.0 <= drawing.width / drawing.height <= 2.5
