"""A chart set on pages: all of it, each part as large as can be read, and none cut."""

from pathlib import Path

import pytest

from benchmarks.organisations import organisation_text
from orgdesign.charts import Box, ChangeNote, Chart, after, before
from orgdesign.documents.booklet.canvas import SMALLEST, PaperSize, paper_size
from orgdesign.documents.kinds import ORIENTATIONS, PAPERS
from orgdesign.model import Function, Organisation, Outcome
from orgdesign.render.branch_fit import fitting_scale
from orgdesign.render.pagination import ChartParts, paginate
from orgdesign.yamlfile import read

EXAMPLES = Path(__file__).parents[2] / "examples"
A4 = paper_size("a4", "landscape")


def organisation(text: bytes) -> Organisation:
    found = read(text, "it.yaml").organisation
    assert found is not None
    return found


def wide(plans: int) -> Chart:
    """Return the chart of an organisation in which so many functions report to one."""
    team = {f"team-{n}": Function(f"team-{n}", f"Team {n}", "office") for n in range(plans)}
    functions = {"office": Function("office", "Office"), **team}
    return before(Organisation("Wide", Outcome("desired", "It works"), functions))


def chain(length: int) -> Chart:
    """Return the chart of an organisation in which each function has one that reports to it."""
    functions = {
        f"f{n}": Function(f"f{n}", f"Step {n}", f"f{n - 1}" if n else None) for n in range(length)
    }
    return before(Organisation("Deep", Outcome("desired", "It works"), functions))


def check(chart: Chart, parts: ChartParts, side: PaperSize) -> None:
    """Check that a chart is whole, and that every part of it fits and can be read."""
    assert {box.id for box in chart.boxes} == parts.home.keys()
    for part in parts.parts:
        drawing = part.drawing
        scale = fitting_scale(drawing, side.chart, 0.0)
        assert scale is not None
        assert drawing.width * scale <= side.chart[0] + 0.01
        assert drawing.height * scale <= side.chart[1] + 0.01
        for placed in drawing.cards:
            assert placed.x >= 0
            assert placed.x + placed.card.width <= drawing.width + 0.01
            assert placed.y + placed.card.full_height <= drawing.height + 0.01
            sizes = [row.size for row in placed.card.rows if row.size > SMALLEST]
            assert min(sizes) * scale >= SMALLEST


@pytest.mark.parametrize("name", ["northwind", "hospital", "software"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_part_of_the_examples_fits_and_can_be_read(paper, orientation, name):
    side = paper_size(paper, orientation)
    whole = organisation((EXAMPLES / f"{name}.yaml").read_bytes())
    for chart in (before(whole), after(whole)):
        check(chart, paginate(chart, side.chart), side)


@pytest.mark.parametrize("make", [before, after])
def test_so_does_every_part_of_three_hundred_functions(make):
    chart = make(organisation(organisation_text(300).encode()))
    check(chart, paginate(chart, A4.chart), A4)


def test_a_chart_that_fits_is_one_part():
    parts = paginate(wide(6), A4.chart)
    assert [part.title for part in parts.parts] == ["Office"]
    assert not parts.parts[0].folds


def test_what_is_folded_goes_on_in_a_part_below():
    chart = before(organisation((EXAMPLES / "software.yaml").read_bytes()))
    parts = paginate(chart, A4.chart)
    for at, part in enumerate(parts.parts):
        for folded in part.folds:
            assert parts.home[folded] > at
            below = parts.parts[parts.home[folded]]
            assert below.above is not None
            assert below.level > part.level


def test_two_hundred_below_one_are_dealt_over_parts_of_like_size():
    chart = wide(200)
    parts = paginate(chart, A4.chart)
    check(chart, parts, A4)
    sizes = [len(part.drawing.cards) - 1 for part in parts.parts]
    assert len(sizes) > 3
    assert max(sizes) - min(sizes) <= max(sizes) / 4
    assert [part.number for part in parts.parts] == [*range(1, len(sizes) + 1)]


def test_the_first_of_them_shows_their_head_and_the_others_that_they_go_on():
    first, *others = paginate(wide(200), A4.chart).parts
    assert first.head.kind == "function"
    assert {(part.head.kind, part.head.tag) for part in others} == {("also", "continued")}


def test_a_long_chain_is_split_every_few_steps():
    chart = chain(400)
    parts = paginate(chart, A4.chart)
    check(chart, parts, A4)
    assert all(len(part.drawing.cards) > 4 for part in parts.parts[:-1])


def test_branches_that_are_small_share_a_part():
    parts = paginate(before(organisation(organisation_text(100).encode())), A4.chart).parts
    assert any(" and " in part.title or " to " in part.title for part in parts)


def test_a_box_that_tells_more_changes_than_a_page_has_room_for_tells_how_many_more():
    told = tuple(
        ChangeNote("± Changed", f"was something {'very ' * 20}long {n}") for n in range(12)
    )
    boxes = (
        Box("root", "function", "root", "Root", changes=told, tone="changed"),
        Box("leaf", "function", "leaf", "Leaf", "root", changes=told, tone="changed"),
    )
    chart = Chart("changes", "Changes", boxes)
    first, second = paginate(chart, A4.chart).parts[0], paginate(chart, A4.chart).parts[-1]
    rows = [row.text for row in first.drawing.cards[0].card.rows]
    assert "… and 8 more" in rows
    check(chart, paginate(chart, A4.chart), A4)
    assert second.drawing.cards


def test_a_head_that_leaves_no_room_below_it_has_a_part_for_itself():
    room = (600.0, 150.0)
    team = [
        Box(f"t{n}", "function", f"t{n}", f"Team {n}", "root", "", "Works " * 15) for n in (1, 2)
    ]
    root = Box("root", "function", "root", "Root", text="Does much " * 20, role="Head")
    parts = paginate(Chart("before", "Before", (root, *team)), room)
    assert parts.home.keys() == {"root", "t1", "t2"}
    first, *others = parts.parts
    assert [placed.card.box.id for placed in first.drawing.cards] == ["root"]
    assert {part.head.kind for part in others} == {"also"}
