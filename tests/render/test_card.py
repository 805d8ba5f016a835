import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.charts import Box, FoldedCounts, after, fold
from orgdesign.render import style
from orgdesign.render.card import CHIP, balanced_lines, hides
from orgdesign.render.fonts import text_width
from orgdesign.render.kind_cards import card
from tests.organisations import organisation


def texts(one):
    return [row.text for row in one.rows if row.text]


def test_a_function_says_its_name_contribution_and_accountable_role():
    box = Box("f", "function", "f", "Claims", text="Pays on the first call", role="Director")
    assert texts(card(box)) == ["Claims", "Pays on the first call", "◆ Director"]


def test_an_enabling_function_says_so():
    box = Box("f", "function", "f", "Claims", tag="enabling", role="Director")
    assert texts(card(box))[0] == "ENABLING"


def test_a_mark_is_a_chip_above_the_name_in_words():
    drawn = card(Box("f", "function", "f", "Sales", mark="Power core"))
    assert texts(drawn)[:2] == ["Power core", "Sales"]
    assert [row.chip for row in drawn.rows if row.text][:2] == [style.ROOT.strong, ""]


def test_gaps_are_said_in_words_and_in_a_dashed_red_outline():
    gaps = ("No customer outcome", "No accountable role")
    drawn = card(Box("f", "function", "f", "Claims", gaps=gaps, lacks_role=True))
    assert texts(drawn) == ["Claims", "No customer outcome", "◇ No accountable role"]
    assert (drawn.dash, drawn.outline) == ("dashed", style.GAP.strong)


def test_a_function_carries_the_hue_of_its_outcome_also_where_it_has_gaps():
    drawn = card(
        Box("f", "function", "f", "Claims", hue=1, gaps=("No accountable role",), lacks_role=True)
    )
    assert drawn.ground == style.HUES[1].faint


def test_the_banner_is_no_wider_than_its_text_needs():
    root = after(organisation()).root
    drawn = card(root)
    widest = max(text_width(row.text, row.size, row.bold) for row in drawn.rows if row.text)
    assert widest < drawn.width < widest + 60


def test_a_statement_is_broken_into_lines_of_like_length():
    lines = balanced_lines("Every claim is settled fairly within five days by one person", 20, 560)
    widths = [text_width(line, 20, bold=True) for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.75 * max(widths)


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        (FoldedCounts(23, 4120.4, 12), "23 functions · 4,120 people · 12 gaps"),
        (FoldedCounts(1, 1, 1), "1 function · 1 person · 1 gap"),
        (FoldedCounts(0, 0, 0), "more"),
    ],
)
def test_a_folded_box_says_what_it_hides(hidden, words):
    assert hides(hidden) == words


def test_a_tab_says_less_before_it_runs_wider_than_its_card():
    hidden = FoldedCounts(1234, 56789.0, 123, 45)
    tab = card(Box("f", "function", "f", "Claims", hidden=hidden)).tab
    assert tab == "+ 1,234 functions · 123 gaps · 45 changes"
    assert text_width(tab, 8, bold=True) < style.CARD - 24


def test_a_box_has_a_tab_where_it_is_folded_or_was_unfolded():
    folded = fold(after(organisation()), 1)
    tabs = {box.id: card(box).tab for box in folded.boxes}
    assert tabs["outcome-settled"] == "+ 2 functions · 136 people · 1 gap"
    assert tabs["function-executive"] == ""
    opened = fold(after(organisation()), 1, ["outcome-settled"])
    assert card(opened.boxes[1]).tab == "\N{MINUS SIGN} Fold"


KINDS = ["desired", "outcome", "function", "also", "unaligned", "organisation"]


@given(
    st.builds(
        Box,
        id=st.just("x"),
        kind=st.sampled_from(KINDS),
        subject=st.just("x"),
        title=st.text(max_size=300),
        tag=st.sampled_from(["", "enabling", "also serves"]),
        text=st.text(max_size=500),
        note=st.text(max_size=200),
        role=st.text(max_size=200),
        mark=st.sampled_from(["", "Power core"]) | st.text(max_size=60),
        hue=st.none() | st.integers(0, 30),
    )
)
def test_no_text_leaves_its_box(box):
    drawn = card(box)
    for row in drawn.rows:
        chip = CHIP if row.chip else 0
        assert text_width(row.text, row.size, row.bold) + chip <= drawn.width - 2 * style.PADDING
    assert drawn.height == sum(row.height for row in drawn.rows)
