"""What a design is for, what may go wrong and was decided, what it costs, and what is open."""

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from pypdf import PdfReader

from orgdesign.documents.booklet import booklet
from orgdesign.documents.deck import deck
from orgdesign.documents.design_rationale import decision_text, open_decisions, rationale_rows
from orgdesign.model import Approval, Change
from orgdesign.redaction import Redaction, disclose
from tests.documents.insurer import INSURER, redesigned

DECIDED = Approval("agreed", "The board", "2026-03-01", "for a year")
PLANNED = replace(
    INSURER.designs["new"],
    purpose="One owner for each claim",
    reason="Nobody owned a claim",
    risk="Adjusters leave",
    decision=DECIDED,
)
ORGANISATION = replace(INSURER, designs={"new": PLANNED})


def disclosed(*removed: str):
    return disclose(ORGANISATION, redesigned(ORGANISATION), Redaction(frozenset(removed)))


def test_a_row_says_why_what_may_go_wrong_and_what_was_decided():
    (row, *_) = rationale_rows(disclosed())
    assert row.cells == (
        "New structure",
        "One owner for each claim\nNobody owned a claim",
        "Adjusters leave",
        "Agreed by The board, 2026-03-01: for a year",
    )


@pytest.mark.parametrize(
    ("decision", "told"),
    [(Approval(), ""), (Approval("open"), "Open"), (Approval(note="Ask again"), "Ask again")],
)
def test_a_decision_says_no_more_than_the_file(decision: Approval, told: str):
    assert decision_text(decision) == told


def test_nothing_is_said_of_reasons_that_are_left_out():
    (row,) = rationale_rows(disclosed("reasons"))
    assert row.cells == ("New structure", "", "", "Agreed")


def test_what_is_not_said_of_people_is_told_as_not_decided():
    ends = Change("retire", None, None, {"function": "claims"})
    organisation = replace(INSURER, designs={"new": replace(PLANNED, changes=(ends,))})
    told = open_decisions(disclose(organisation, redesigned(organisation)))
    assert any("people" in sentence for sentence in told)


def test_the_booklet_and_the_deck_say_it():
    pages = PdfReader(io.BytesIO(booklet(disclosed()))).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    slides = Presentation(io.BytesIO(deck(disclosed()))).slides
    cells = {
        cell.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    }
    assert "Nobody owned a claim" in text
    assert "Agreed by The board" in text
    assert "Adjusters leave" in {" ".join(cell.split()) for cell in cells}
    assert any("Agreed by The board" in " ".join(cell.split()) for cell in cells)
