"""A view of the file that sets the charts of what goes out."""

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from orgdesign.documents.exports import ExportOptions, export
from orgdesign.model import View
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Redaction, disclose
from tests.documents.insurer import HOLDER, INSURER

HEADS = View("heads", "Who runs it", show=("holder", "headcount"), colour_by="work", gaps=True)
VIEWED = replace(INSURER, views={"heads": HEADS})


def deck_text(view: str | None, leave: tuple[str, ...] = (), **more) -> str:
    """Return all words of the slides of a chart, those in groups too."""
    disclosure = disclose(VIEWED, None, Redaction.parse(leave))
    made = export(disclosure, "deck", "pptx", ExportOptions(view=view, **more))
    xml = (
        each.element.xpath(".//a:t/text()") for each in Presentation(io.BytesIO(made.data)).slides
    )
    return " ".join(word for words in xml for word in words)


@pytest.mark.parametrize("name", ["heads", "Who runs it"])
def test_a_view_says_what_cards_tell_what_colours_mean_and_whether_gaps_are_said(name: str):
    said, usual = deck_text(name), deck_text(None)
    assert HOLDER in said
    assert HOLDER not in usual
    assert "73,219 people" in said
    assert said.count("No customer outcome") > usual.count("No customer outcome")
    assert "Not said (" in said  # the legend, by work and not by outcome


def test_what_is_left_out_stays_out_though_a_view_shows_it():
    assert HOLDER not in deck_text("heads", ("holders",))


def test_a_wish_about_gaps_goes_before_the_view():
    said, quiet = deck_text("heads"), deck_text("heads", gaps="none")
    assert said.count("No customer outcome") > quiet.count("No customer outcome")


@pytest.mark.parametrize(("kind", "ending"), [("page", "html"), ("booklet", "pdf")])
def test_a_page_and_a_booklet_take_a_view_too(kind, ending):
    usual = export(disclose(VIEWED), kind, ending, ExportOptions()).data
    assert export(disclose(VIEWED), kind, ending, ExportOptions(view="heads")).data != usual


def test_a_page_says_what_its_colours_mean():
    made = export(disclose(VIEWED), "page", "html", ExportOptions()).data.decode()
    assert 'aria-label="Legend: Outcome served"' in made


def test_a_view_that_the_file_does_not_keep_is_named_with_those_that_it_does():
    with pytest.raises(OrgdesignError, match='"gone"; in the file there is: heads'):
        deck_text("gone")


@pytest.mark.parametrize("part", [{"focus": "claims"}, {"depth": 2.0}, {"folded": ("claims",)}])
def test_a_document_says_that_it_shows_all_of_a_chart_of_which_a_view_shows_a_part(part):
    organisation = replace(INSURER, views={"heads": replace(HEADS, **part)})
    made = export(disclose(organisation), "page", "html", ExportOptions(view="heads"))
    assert any("shows a part of the chart" in note for note in made.notes)
    assert not export(disclose(VIEWED), "page", "html", ExportOptions(view="heads")).notes
