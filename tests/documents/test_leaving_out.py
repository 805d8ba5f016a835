"""What an export leaves out is nowhere in the file."""

from dataclasses import replace

import pytest

from orgdesign.documents.booklet import booklet
from orgdesign.documents.deck import deck
from orgdesign.documents.json_model import model
from orgdesign.documents.roles import advertisement, describe_roles, role_archive, role_document
from orgdesign.documents.tables import plain_tables, tables, workbook
from orgdesign.documents.web_page import html_page
from orgdesign.documents.writers import write_document
from orgdesign.model import Change, SplitPart
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure, Redaction, disclose
from tests.documents.insurer import INSURER, redesigned
from tests.documents.unpacked import unpacked

FILES = {
    "model": model,
    "xlsx": lambda disclosure: workbook(tables(disclosure), "Northwind"),
    "csv": lambda disclosure: plain_tables(tables(disclosure)),
    "docx": lambda disclosure: write_document(
        role_document(describe_roles(disclosure), "Northwind"), "docx"
    ),
    "pdf": lambda disclosure: write_document(
        role_document(describe_roles(disclosure), "Northwind"), "pdf"
    ),
    "md": lambda disclosure: write_document(
        role_document(describe_roles(disclosure), "Northwind"), "md"
    ),
    "zip": lambda disclosure: role_archive(disclosure, describe_roles(disclosure), "docx"),
    "booklet": booklet,
    "deck": deck,
    "advertisements": lambda disclosure: write_document(
        advertisement(disclosure, describe_roles(disclosure)), "docx"
    ),
    "page": html_page,
}
WORDS = {
    "holders": "zebedee quill",
    "headcount": "73219",
    "cost": "8675309",
    "measures": "quixotic",
    "branch:skunkworks": "skunkworks",
}


def said(file: str, disclosure: Disclosure) -> str:
    return unpacked(FILES[file](disclosure)).lower().replace(",", "")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("leave", WORDS)
@pytest.mark.parametrize("has_design", [False, True], ids=["today", "design"])
def test_what_is_left_out_is_nowhere(file, leave, has_design):
    then = redesigned() if has_design else None
    assert WORDS[leave] not in said(file, disclose(INSURER, then, Redaction.parse([leave])))


@pytest.mark.parametrize("file", ["model", "xlsx", "csv"])
@pytest.mark.parametrize("word", WORDS.values())
def test_what_is_not_left_out_is_there(file, word):
    assert word in said(file, disclose(INSURER))


@pytest.mark.parametrize("leave", ["headcount", "cost", "measures", "branch:skunkworks"])
def test_a_booklet_says_what_is_not_left_out_but_no_holders(leave):
    told = said("booklet", disclose(INSURER))
    assert WORDS[leave] in told
    assert WORDS["holders"] not in told


@pytest.mark.parametrize("file", ["docx", "pdf", "md", "zip"])
@pytest.mark.parametrize("leave", ["holders", "measures", "branch:skunkworks"])
def test_role_descriptions_say_what_is_not_left_out(file, leave):
    assert WORDS[leave] in said(file, disclose(INSURER))


@pytest.mark.parametrize("word", ["quixotic", "skunkworks"])
def test_a_deck_says_what_is_not_left_out(word):
    assert word in said("deck", disclose(INSURER, redesigned()))


def test_a_branch_takes_its_roles_and_hand_offs_with_it():
    disclosure = disclose(INSURER, None, Redaction.parse(["branch:skunkworks"])).today
    assert [*disclosure.functions] == ["executive", "claims"]
    assert [*disclosure.roles] == ["chief", "claims-director"]
    assert [*disclosure.handoffs] == ["from-office"]
    assert disclosure.journey["claim"].functions == ("claims",)


def test_what_has_come_out_of_a_branch_is_left_out_too():
    split = redesigned()
    lineage = {**split.lineage, "renewals": ("skunkworks-lab",)}
    then = type(split)(split.name, split.organisation, lineage, "new")
    disclosure = disclose(INSURER, then, Redaction.parse(["branch:skunkworks"]))
    assert "renewals" not in disclosure.organisation.functions


def test_a_measure_that_others_use_stays():
    disclosure = disclose(INSURER, None, Redaction.parse(["branch:claims"])).today
    assert [*disclosure.measures] == ["quixotic"]
    assert "claims" not in disclosure.functions


def test_a_change_that_says_only_what_is_left_out_is_not_there():
    disclosure = disclose(INSURER, None, Redaction.parse(["holders", "measures"])).today
    kinds = [change.kind for change in disclosure.designs["new"].changes]
    assert kinds == ["move", "add", "rename"]


def test_a_change_made_by_a_role_that_is_left_out_stays_without_it():
    disclosure = disclose(INSURER, None, Redaction.parse(["branch:skunkworks"])).today
    [move] = [each for each in disclosure.designs["new"].changes if each.kind == "move"]
    assert move.owner is None


def test_a_branch_that_is_not_there_is_refused():
    with pytest.raises(OrgdesignError, match='No function is called "skunk"'):
        disclose(INSURER, None, Redaction.parse(["branch:skunk"]))


def test_a_word_that_means_nothing_is_refused():
    with pytest.raises(OrgdesignError, match='"salaries" cannot be left out; choose from holders'):
        Redaction.parse(["salaries"])


def test_a_split_tells_no_figure_that_is_left_out():
    parts = (SplitPart("online", "Online", measures=("quixotic",), headcount=73219, cost=8675309),)
    split = Change("split", None, None, {"function": "claims", "into": parts})
    designs = {"new": replace(INSURER.designs["new"], changes=(split,))}
    leave = Redaction.parse(["headcount", "cost", "measures"])
    told = disclose(replace(INSURER, designs=designs), None, leave).today.designs["new"].changes
    assert told[0].values["into"] == (SplitPart("online", "Online"),)
