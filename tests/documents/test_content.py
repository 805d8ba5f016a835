"""What a deck skips because the file does not say it, and that it tells so."""

from dataclasses import replace

from orgdesign.designs.replay import structure_after
from orgdesign.documents.content import DocumentContent
from orgdesign.documents.exports import ExportOptions, export, skipped_parts
from orgdesign.model import Alignment, Design, Function, Organisation, Outcome
from orgdesign.redaction import disclose
from tests.documents.insurer import INSURER
from tests.documents.unpacked import unpacked

FRESH = Organisation(
    "Fresh import",
    Outcome("desired", "TODO What your customer gets, said from their side"),
    {"top": Function("top", "Top"), "claims": Function("claims", "Claims", "top")},
)


def test_a_deck_of_a_fresh_import_skips_what_is_not_written_and_says_so():
    made = export(disclose(FRESH), "deck", "pptx", ExportOptions())
    assert "TODO" not in unpacked(made.data)
    assert made.notes == []
    assert skipped_parts(disclose(FRESH), "deck") == [
        "The customer outcome is left out: nobody has written it yet.",
        "The chart after and the plates are left out: no function serves a customer outcome yet.",
        "The figures are left out: there is nothing to count yet.",
    ]


def test_a_whole_file_skips_nothing():
    assert [*DocumentContent(disclose(INSURER)).skipped_parts()] == []


def test_no_chart_of_an_aligned_file_is_left_out():
    claims = replace(FRESH.functions["claims"], alignment=Alignment("desired", "Pays"))
    aligned = replace(FRESH, functions={**FRESH.functions, "claims": claims})
    assert {*DocumentContent(disclose(aligned)).charts} == {"before", "after"}


def test_a_design_that_changes_nothing_has_no_second_chart_of_the_same():
    same = replace(INSURER, designs={"same": Design("same", "Same")})
    then = structure_after(same, same.designs["same"])
    content = DocumentContent(disclose(same, then))
    assert {*content.charts} == {"before", "after"}
    assert "Same changes nothing, so its charts are left out." in [*content.skipped_parts()]
