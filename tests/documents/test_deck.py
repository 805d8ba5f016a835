"""The deck: what is on its slides, and that any program can open it."""

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Pt

from orgdesign.charts import CardSettings
from orgdesign.designs.replay import structure_after
from orgdesign.documents.deck import deck
from orgdesign.documents.deck.table_slides import phase_dates
from orgdesign.model import Change, Design, Function, Organisation, Outcome, Phase, Stage
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file
from tests.documents.insurer import INSURER, redesigned

EXAMPLES = Path(__file__).parents[2] / "examples"
BARE = Organisation("Bakery", Outcome("desired", "My bread is at the door"))


def made(organisation: Organisation = INSURER, then=None, **more):
    return Presentation(io.BytesIO(deck(disclose(organisation, then), **more)))


def titles(file) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in file.slides]


def shapes(slide) -> list:
    """Return all shapes of a slide, those in groups too."""
    found, waiting = [], list(slide.shapes)
    while waiting:
        found.append(each := waiting.pop(0))
        waiting += list(each.shapes) if each.shape_type == 6 else []
    return found


def slide_of(file, title: str):
    return next(slide for slide in file.slides if slide.shapes.title.text_frame.text == title)


def shape_of(slide, name: str):
    return next(each for each in shapes(slide) if each.name == name and each.has_text_frame)


def row_of(count: int) -> Organisation:
    """Return so many functions under one."""
    several = [Function(f"f{at}", f"Team {at}", "top") for at in range(count)]
    functions = {each.id: each for each in (Function("top", "Head office"), *several)}
    return replace(BARE, functions=functions)


def test_a_deck_of_today_tells_what_there_is():
    assert titles(made()) == [
        "Northwind",
        "The desired customer outcome",
        "Before: who reports to whom today",
        "Every function under the customer outcome it serves",
        "Who reports where, and what they serve",
        "Every function against every outcome",
        "The shape of the organisation",
        "The argument: what to mend first",
        "Where customers are held up: coverage and quicksand scores",
        "The customer's journey, and who serves in it",
        "What passes from function to function",
        "Functions, what they serve and who is accountable",
    ]


def test_a_design_adds_what_changes_and_the_road_map():
    told = titles(made(INSURER, redesigned()))
    assert "What changes" in told
    assert "After: who reports to whom" in told
    assert [each for each in told if each.startswith("Road map")] == [
        "Road map: the phases",
        "Road map: Spring",
        "Road map: Autumn",
    ]


def test_what_is_not_there_is_left_out():
    assert titles(made(BARE)) == [
        "Bakery",
        "The desired customer outcome",
    ]


def test_a_card_is_one_shape_whose_text_can_be_edited():
    card = shape_of(slide_of(made(), "Before: who reports to whom today"), "Claims")
    assert [each.text for each in card.text_frame.paragraphs] == [
        "Claims",
        "Decides and pays on the first call",
        "◆ Claims Director",
    ]
    assert card._element.nvSpPr.cNvPr.get("descr") == (
        "Claims. Decides and pays on the first call. Accountable: Claims Director"
    )


def test_a_gap_that_is_asked_for_is_said_in_words_and_drawn_dashed():
    slide = slide_of(made(settings=CardSettings()), "Before: who reports to whom today")
    card = shape_of(slide, "Skunkworks laboratory")
    assert "No customer outcome" in card.text_frame.text
    assert card.line.dash_style is not None
    assert str(card.line.color.rgb) == "B91C1C"


def test_gaps_are_not_said_unless_they_are_asked_for():
    slide = slide_of(made(), "Before: who reports to whom today")
    assert "No customer outcome" not in shape_of(slide, "Skunkworks laboratory").text_frame.text


def test_connectors_are_glued_to_the_cards_that_they_join():
    slide = slide_of(made(), "Before: who reports to whom today")
    ids = {each.shape_id for each in shapes(slide)}
    lines = [each for each in shapes(slide) if each._element.tag.endswith("cxnSp")]
    ends = [end for each in lines for end in each._element.xpath(".//a:stCxn/@id|.//a:endCxn/@id")]
    assert len(lines) == 3
    assert len(ends) == 6
    assert set(map(int, ends)) <= ids


def test_every_branch_is_a_group_with_its_name():
    slide = slide_of(made(), "Before: who reports to whom today")
    groups = {each.name: each for each in slide.shapes if each.shape_type == 6}
    assert {"Claims", "Skunkworks"} <= {*groups}
    assert groups["Skunkworks"]._element.nvGrpSpPr.cNvPr.get("descr")


def test_changes_stand_as_chips_in_their_card():
    card = shape_of(slide_of(made(INSURER, redesigned()), "What changes"), "Renewals")
    chip = card.text_frame.paragraphs[0].runs[0]
    assert chip.text.split() == ["+", "New"]
    assert chip._r.rPr.xpath("a:highlight")


def test_branches_that_do_not_fit_have_slides_of_their_own_that_lead_there_and_back():
    file = made(_wide())
    numbered = {slide.shapes.title.text_frame.text: at for at, slide in enumerate(file.slides, 1)}
    first = slide_of(file, "Before: who reports to whom today")
    number = numbered["Before: Division 6"]
    tab = shape_of(first, "Under Division 6")
    assert tab.text_frame.text.startswith("+ 12 functions")
    assert tab.text_frame.text.endswith(f"  ▸ slide {number}")
    assert tab.click_action.target_slide == file.slides[number - 1]
    back = shape_of(file.slides[number - 1], "Back")
    assert back.click_action.target_slide == first


def _wide() -> Organisation:
    functions = {"top": Function("top", "Head office")}
    for division in range(12):
        functions[f"d{division}"] = Function(f"d{division}", f"Division {division}", "top")
        for team in range(12):
            id_ = f"t{division}-{team}"
            functions[id_] = Function(id_, f"Team {division}.{team}", f"d{division}")
    return replace(BARE, functions=functions)


def test_a_head_with_more_below_it_than_a_slide_holds_has_several():
    told = titles(made(row_of(150)))
    first = "Before: who reports to whom today"
    parts = [each for each in told if each.startswith(first)]
    assert parts[0] == f"{first} (1 of {len(parts)})"
    assert len(parts) > 1


def test_text_is_nowhere_smaller_than_nine_points():
    for organisation in (INSURER, _wide(), row_of(150)):
        for slide in made(organisation).slides:
            sizes = [int(each) for each in slide._element.xpath(".//@sz[parent::a:rPr]")]
            assert min(sizes, default=900) >= 900


def test_every_shape_stays_on_its_slide():
    file = made(INSURER, redesigned())
    for slide in file.slides:
        for each in slide.shapes:
            assert each.left >= 0
            assert each.left + each.width <= file.slide_width + Pt(1)
            assert each.top + each.height <= file.slide_height + Pt(1)


def test_what_stays_does_not_move_from_before_to_after_a_design():
    file = made(INSURER, redesigned())
    places = [
        (card.left, card.top)
        for title in ("Before: who reports to whom today", "After: who reports to whom")
        for card in [shape_of(slide_of(file, title), "Chief Executive's Office")]
    ]
    assert places[0] == places[1]


def test_slides_have_sections():
    data = deck(disclose(INSURER))
    with ZipFile(io.BytesIO(data)) as file:
        root = etree.fromstring(file.read("ppt/presentation.xml"))
    names = root.xpath("//*[local-name()='section']/@name")
    assert names == [
        "Title",
        "Outcome",
        "Before",
        "After, by outcome",
        "Plates",
        "Figures",
        "Journey",
        "Appendix",
    ]


def test_the_scores_are_a_chart_whose_numbers_can_be_edited():
    slide = slide_of(made(), "Where customers are held up: coverage and quicksand scores")
    [chart] = [each.chart for each in slide.shapes if each.has_chart]
    assert [each.name for each in chart.series] == ["Today"]
    assert chart.plots[0].categories[0] == "Serve a customer outcome"
    assert chart.part.chart_workbook.xlsx_part is not None


def test_functions_stand_in_tables_whose_head_is_repeated():
    file = made(row_of(60))
    tables = [each.table for slide in file.slides for each in slide.shapes if each.has_table]
    assert len(tables) > 1
    assert {each.cell(0, 0).text for each in tables} == {"Function"}
    assert sum(len(each.rows) - 1 for each in tables) == 61


@pytest.mark.parametrize("many", [7, 20])
def test_many_outcomes_stand_on_several_slides(many):
    outcomes = {f"o{at}": Outcome(f"o{at}", f"I can count on {at}") for at in range(many)}
    told = titles(made(replace(BARE, outcome=replace(BARE.outcome, outcomes=outcomes))))
    assert f"The desired customer outcome (1 of {-(-many // 6)})" in told


def test_an_outcome_has_a_slide_that_tells_contributions():
    today = read_file(EXAMPLES / "northwind.yaml").organisation
    slide = slide_of(
        made(today, structure_after(today, today.designs["outcome-led"])),
        "After: I always know where I stand",
    )
    card = shape_of(slide, "Customer care")
    assert "One named owner answers on the first call" in card.text_frame.text


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        (None, None, ""),
        ("2026-01", "2026-03", "2026-01 to 2026-03"),
        ("2026-01", None, "from 2026-01"),
        (None, "2026-03", "until 2026-03"),
    ],
)
def test_a_phase_tells_its_dates(starts, ends, told):
    assert phase_dates(Phase("spring", "Spring", starts, ends)) == told


def test_a_phase_of_many_changes_tells_the_first_and_how_many_more():
    moves = tuple(
        Change("rename", "spring", None, {"function": f"f{at}", "name": f"New name of team {at}"})
        for at in range(40)
    )
    design = Design("new", "New", {"spring": Phase("spring", "Spring")}, moves)
    today = replace(row_of(40), designs={"new": design})
    file = made(today, structure_after(today, design))
    short = shape_of(slide_of(file, "Road map: the phases"), "Spring: what changes")
    shown = len(short.text_frame.paragraphs) - 1
    assert short.text_frame.text.endswith(f"and {40 - shown} more")
    assert "Road map: Spring (1 of 2)" in titles(file)


def test_a_stage_with_more_functions_than_it_has_room_for_says_how_many_more():
    today = row_of(20)
    stage = Stage("day", "Opens", functions=tuple(f"f{at}" for at in range(20)))
    slide = slide_of(
        made(replace(today, journey={"day": stage})), "The customer's journey, and who serves in it"
    )
    [more] = [each.name for each in shapes(slide) if each.name.endswith("more functions")]
    shown = sum(each.name.startswith("Team") for each in shapes(slide) if each.has_text_frame)
    assert more == f"and {20 - shown} more functions"
