"""Plates on paper: nothing cut, nothing over another, nothing too small, every function there."""

from dataclasses import replace

import pytest

from benchmarks.organisations import organisation_text
from orgdesign.designs.replay import structure_after
from orgdesign.diagnosis import diagnose
from orgdesign.documents.deck import slide_size
from orgdesign.model import Brand, BrandColours
from orgdesign.plates import PAPERS, PLATES, plate_sheets, titled_sheets
from orgdesign.plates.shape import shape
from orgdesign.render.brand_colours import brand_palette
from orgdesign.render.fonts import text_width
from orgdesign.render.sheet import SMALLEST_TYPE, Bar, Disc, Ribbon, SheetText, Strand
from orgdesign.yamlfile import read

EXAMPLES = ["northwind", "software", "hospital", "many"]
LOOKED_AT = ["a4", "a3", "screen"]
"""The papers on which all examples are looked at: small, large and broad."""


@pytest.fixture(scope="module")
def organisation(example):
    made = read(organisation_text(310).encode(), "many.yaml").organisation
    return lambda name: made if name == "many" else example(name)


def texts_of(sheet):
    return [mark for mark in sheet.marks if isinstance(mark, SheetText)]


def drawn_box(text):
    """Return where a text is drawn: left, top, right, bottom."""
    wide = text_width(text.text, text.size, text.bold)
    spare = text.width - wide
    left = text.x + {"left": 0, "centre": spare / 2, "right": spare}[text.align]
    middle = text.y + text.height / 2
    return left, middle - text.size / 2, left + wide, middle + text.size / 2


def is_cut(text, today):
    """Tell whether a text is cut; among hundreds of rows, the name is whole where it points to."""
    is_row = text.link is not None and text.link.kind == "function"
    return text.text.endswith("…") and not (is_row and len(today.functions) > 300)


@pytest.mark.parametrize("paper", LOOKED_AT)
@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("plate", PLATES)
def test_text_is_large_enough_whole_and_over_no_other(organisation, plate, name, paper):
    today = organisation(name)
    designs = [None, *(structure_after(today, design) for design in today.designs.values())]
    for design in designs:
        for sheet in plate_sheets(plate, today, design, size=PAPERS[paper]):
            assert_readable(sheet, today)


@pytest.mark.parametrize("paper", sorted(PAPERS.keys() - {*LOOKED_AT}))
@pytest.mark.parametrize("plate", PLATES)
def test_so_it_is_on_every_other_paper(organisation, plate, paper):
    today = organisation("northwind")
    for design in (None, structure_after(today, today.designs["outcome-led"])):
        for sheet in plate_sheets(plate, today, design, size=PAPERS[paper]):
            assert_readable(sheet, today)


def assert_readable(sheet, today):
    """Assert that all text is large enough, whole, on the sheet and over no other."""
    texts = texts_of(sheet)
    boxes = [drawn_box(text) for text in texts]
    assert min(text.size for text in texts) >= SMALLEST_TYPE
    assert not [text for text in texts if is_cut(text, today)]
    for text, (left, top, right, bottom) in zip(texts, boxes, strict=True):
        assert right - left <= text.width + 0.5, text
        assert min(left, top) >= 0, text
        assert right <= sheet.width, text
        assert bottom <= sheet.height, text
    assert not [
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[n + 1 :]
        if _overlap(one, other)
    ]


def _overlap(one, other):
    shared = [min(one[n + 2], other[n + 2]) - max(one[n], other[n]) for n in range(2)]
    return min(shared) > 0.6


@pytest.mark.parametrize("paper", ["a4", "screen"])
@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_small_paper_still_says_what_outcomes_there_are_and_names_every_function(
    organisation, name, paper
):
    today = organisation(name)
    (poster,) = plate_sheets("poster", today, size=PAPERS[paper])
    outcomes = [each for each in today.outcome.walk() if each is not today.outcome]
    assert {each.id for each in outcomes} <= subjects_of(poster, "outcome")
    (overview,) = plate_sheets("overview", today, size=PAPERS[paper])
    assert subjects_of(overview, "function") == set(today.functions)


def subjects_of(sheet, kind):
    """Return the ids of what is named in words on a sheet."""
    return {text.link.subject for text in texts_of(sheet) if text.link and text.link.kind == kind}


@pytest.mark.parametrize("plate", PLATES)
@pytest.mark.parametrize("title", ["", "Nobody waits"])
def test_the_title_has_the_colour_of_the_brand_where_it_can_be_read(organisation, plate, title):
    pale = Brand(colours=BrandColours(primary="#ffe14d"))
    today = replace(organisation("northwind"), brand=pale)
    (sheet, *_) = titled_sheets(plate, today, size=PAPERS["a3"], title=title)
    (said,) = {text.colour for text in texts_of(sheet) if text.text == sheet.title}
    assert said == brand_palette(pale).primary != pale.colours.primary


def test_a_plate_without_hand_offs_says_what_would_fill_it(organisation):
    today = organisation("northwind")
    (sheet,) = plate_sheets("handoffs", replace(today, handoffs={}, journey={}))
    assert "Write the hand-offs" in " ".join(text.text for text in texts_of(sheet))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_strip_of_spans_stays_within_its_page(organisation, paper):
    (sheet,) = plate_sheets("shape", organisation("many"), size=PAPERS[paper])
    foot = max(text.y for text in texts_of(sheet))
    assert all(mark.y + mark.radius < foot for mark in sheet.marks if isinstance(mark, Disc))


@pytest.mark.parametrize("name", EXAMPLES)
def test_ribbons_end_on_their_bars_and_fill_them(organisation, name):
    (sheet,) = plate_sheets("alluvial", organisation(name))
    bars = [mark for mark in sheet.marks if isinstance(mark, Bar)]
    ribbons = [mark for mark in sheet.marks if isinstance(mark, Ribbon)]
    for left in {bar.x for bar in bars}:
        high = sum(bar.height for bar in bars if bar.x == left)
        flowing = sum(
            ribbon.bottom - ribbon.top
            if ribbon.left > left
            else ribbon.right_bottom - ribbon.right_top
            for ribbon in ribbons
            if left in (ribbon.right, ribbon.left - bars[0].width)
        )
        assert flowing == pytest.approx(high, abs=1.0 * len(bars))


@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_ribbons_keep_their_breadth_on_a_slide_as_on_paper(organisation, name):
    today = organisation(name)
    designs = [None, *(structure_after(today, design) for design in today.designs.values())]
    for size in (slide_size(), PAPERS["a4"]):
        for design in designs:
            (sheet,) = plate_sheets("alluvial", today, design, size=size, is_bare=True)
            bars = [mark for mark in sheet.marks if isinstance(mark, Bar)]
            for left in {bar.x for bar in bars}:
                assert sum(bar.height for bar in bars if bar.x == left) > 0.3 * size[1]


@pytest.mark.parametrize("name", ["northwind", "software"])
def test_numbers_of_a_poster_stay_on_a_slide(organisation, name):
    (sheet,) = plate_sheets("poster", organisation(name), size=slide_size(), is_bare=True)
    assert all(text.x >= 0 and text.x + text.width <= sheet.width + 1 for text in texts_of(sheet))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_function_can_be_pointed_at(organisation, name):
    today = organisation(name)
    (sheet,) = plate_sheets("alluvial", today)
    strands = {mark.link.subject for mark in sheet.marks if isinstance(mark, Strand) and mark.link}
    assert strands == set(today.functions)
    rows = [
        mark.link.subject
        for sheet in plate_sheets("matrix", today, size=PAPERS["a4"])
        for mark in sheet.marks
        if isinstance(mark, SheetText) and mark.link and mark.link.kind == "function"
    ]
    assert sorted(rows) == sorted(today.functions)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_discs_of_the_matrix_are_the_alignments(organisation, name):
    today = organisation(name)
    sheets = plate_sheets("matrix", today, size=PAPERS["a3"])
    discs = sum(isinstance(mark, Disc) for sheet in sheets for mark in sheet.marks)
    assert discs == sum(
        (f.alignment.outcome is not None) + len(f.alignment.also) for f in today.functions.values()
    )


def test_three_hundred_functions_stand_on_one_a3():
    today = _of_first_outcomes(read(organisation_text(300).encode(), "many.yaml").organisation)
    assert len(plate_sheets("matrix", today, size=PAPERS["a3"])) == 1


def _of_first_outcomes(today):
    """Return an organisation with its outcomes of the first level alone."""
    tops = today.outcome.outcomes
    above = {outcome.id: name for name, top in tops.items() for outcome in top.walk()}
    outcome = replace(
        today.outcome, outcomes={name: replace(top, outcomes={}) for name, top in tops.items()}
    )
    functions = {
        name: replace(f, alignment=replace(f.alignment, outcome=above.get(f.alignment.outcome)))
        for name, f in today.functions.items()
    }
    return replace(today, outcome=outcome, functions=functions)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_shape_counts_everybody_and_marks_what_the_diagnosis_does(organisation, name):
    today = organisation(name)
    found = shape(today)
    assert sum(layer.people for layer in found.layers) == pytest.approx(
        sum(f.headcount or 0 for f in today.functions.values())
    )
    assert sum(layer.functions for layer in found.layers) == len(today.functions)
    flagged = {one.finding.at.id for one in diagnose(today) if one.rule == "span-of-control"}
    assert {one.function.id for one in found.leaders if not one.suits} == flagged


def test_where_nobody_is_counted_the_shape_counts_functions(example):
    today = example("northwind")
    bare = {name: replace(f, headcount=None) for name, f in today.functions.items()}
    (sheet,) = plate_sheets("shape", replace(today, functions=bare))
    assert "people" not in " ".join(text.text for text in texts_of(sheet)).lower()
    assert sheet.table.headings[:2] == ("Layer", "Today: functions")
    assert not any("people" in heading for heading in sheet.table.headings)


@pytest.mark.parametrize("name", ["northwind", "software"])
def test_a_moved_function_is_found_by_following_one_ribbon(example, name):
    today = example(name)
    for design in (structure_after(today, one) for one in today.designs.values()):
        (sheet,) = plate_sheets("alluvial", today, design)
        functions = design.organisation.functions
        moved = [
            id_
            for id_, origins in design.lineage.items()
            if origins == (id_,) and functions[id_].reports_to != today.functions[id_].reports_to
        ]
        assert moved
        for id_ in moved:
            strands = [m for m in sheet.marks if isinstance(m, Strand) and m.link]
            first, second = sorted((m for m in strands if m.link.subject == id_), key=lambda m: m.x)
            assert first.to_x <= second.x < first.to_x + 10
            assert abs(first.to_y - second.y) <= max(first.thickness, second.thickness, 1)
