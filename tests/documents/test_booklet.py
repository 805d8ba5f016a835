"""The booklet, read back from its PDF."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from orgdesign.designs.replay import structure_after
from orgdesign.documents.booklet import booklet
from orgdesign.model import Alignment, Function, Organisation, Outcome, Role
from orgdesign.redaction import Disclosure, Redaction, disclose
from orgdesign.render.fonts import missing_characters
from orgdesign.yamlfile import read as read_text
from tests.documents.booklets import Read, read
from tests.documents.insurer import INSURER, redesigned

EXAMPLES = Path(__file__).parents[2] / "examples"


def organisation(text: bytes) -> Organisation:
    found = read_text(text, "it.yaml").organisation
    assert found is not None
    return found


def example(name: str, design: str | None = None) -> Disclosure:
    today = organisation((EXAMPLES / f"{name}.yaml").read_bytes())
    return disclose(today, structure_after(today, today.designs[design]) if design else None)


@pytest.fixture(scope="module")
def northwind() -> Read:
    return read(example("northwind"))


@pytest.fixture(scope="module")
def redrawn() -> Read:
    return read(example("northwind", "outcome-led"))


def test_no_type_is_smaller_than_can_be_read_on_paper(northwind, redrawn):
    assert northwind.smallest >= 7
    assert redrawn.smallest >= 7


@pytest.mark.parametrize("name", ["hospital", "software"])
def test_nor_in_larger_organisations(name):
    assert read(example(name), "a4", "portrait").smallest >= 7


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        ("a4", "landscape", (842, 595)),
        ("a4", "portrait", (595, 842)),
        ("a3", "landscape", (1191, 842)),
        ("letter", "portrait", (612, 792)),
    ],
)
def test_every_page_has_the_size_of_the_paper(paper, orientation, size):
    pages = read(disclose(INSURER), paper, orientation).file.pages
    boxes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
    assert boxes == {size}


def test_the_cover_says_whose_it_is_and_what_customers_are_to_get(northwind, redrawn):
    told = " ".join(northwind.pages[0].split())
    assert "Northwind Insurance" in told
    assert "The organisation today" in told
    assert "Every claim is settled fairly within five days, and one person owns it" in told
    assert "Days from first call to payment 21 → 5" in told.replace("\xa0", " ")
    assert "From today to Outcome-led structure" in redrawn.pages[0]


def test_the_contents_lead_to_where_they_say(redrawn):
    contents = redrawn.page_of("Contents")
    for title in ("Before", "Changes", "After", "Figures", "Customer journey", "Road map"):
        (page,) = set(redrawn.leads(contents, title))
        assert title in redrawn.pages[page - 1]
        assert str(page) in redrawn.pages[contents - 1]


def test_bookmarks_lead_to_every_part(redrawn):
    marks = dict(redrawn.bookmarks)
    assert [*marks][:3] == ["Contents", "Before", "Claims and Customer service"]
    assert {"Functions", "Index of functions", "Index of roles"} < marks.keys()
    for title, page in marks.items():
        assert title.split(" and ")[0].split(" to ")[0] in " ".join(redrawn.pages[page - 1].split())


def test_a_folded_box_says_and_leads_to_where_it_goes_on(northwind):
    before = northwind.page_of("Before")
    (down,) = set(northwind.leads(before, "Customer service"))
    assert f"continued on page {down}" in northwind.pages[before - 1]
    assert "Complaints" in northwind.pages[down - 1]
    assert "Complaints" not in northwind.pages[before - 1]


def test_the_way_down_to_a_page_leads_up_again(northwind):
    before = northwind.page_of("Before")
    (down,) = set(northwind.leads(before, "Customer service"))
    assert f"Before, page {before}" in northwind.pages[down - 1]
    assert set(northwind.leads(down, "Before, page")) == {before}
    assert set(northwind.leads(down, "CONTINUED")) == {before}


def test_a_function_leads_to_its_facts(northwind):
    before = northwind.page_of("Before")
    (page,) = set(northwind.leads(before, "Marketing"))
    assert "What it contributes" in northwind.pages[page - 1]
    assert "Marketing" in northwind.pages[page - 1]


def test_the_facts_of_a_function_say_what_its_box_has_no_room_for(northwind):
    told = " ".join("\n".join(northwind.pages).split()).replace("\xa0", " ")
    for fact in ("Serves directly: My claim is settled fast and fairly", "9,800,000", "reports to"):
        assert fact in told


def test_the_index_leads_to_pages_on_which_the_name_stands(northwind):
    (entry, to) = next(
        (entry, to)
        for entry in ("Complaints", "Fraud")
        for to in northwind.leads(northwind.page_of("Index of functions"), entry)
    )
    assert entry in northwind.pages[to - 1]


def test_the_index_goes_by_the_alphabet_whatever_the_accents():
    names = ("Zoo", "Élan", "Echo", "42 Street", "(none)")
    functions = {name: Function(str(at), name) for at, name in enumerate(names)}
    disclosure = Organisation(
        "A", Outcome("desired", "It works"), {one.id: one for one in functions.values()}
    )
    told = Read(booklet(disclose(disclosure)))
    index = told.pages[told.page_of("Index of functions") - 1]
    places = [index.index(name) for name in ("(none)", "42 Street", "Echo", "Élan", "Zoo")]
    assert places == sorted(places)
    assert "#" in index
    assert "0-9" in index


def test_every_function_is_found_with_its_page(northwind):
    today = example("northwind").today
    for function in today.functions.values():
        assert any(function.name in " ".join(page.split()) for page in northwind.pages[2:])


def test_roles_lead_to_the_functions_that_they_answer_for(northwind):
    page = northwind.page_of("Index of roles")
    (to,) = set(northwind.leads(page, "Head of Procurement"))
    assert "Procurement" in northwind.pages[to - 1]


def test_today_has_no_changes_and_no_road_map(northwind):
    assert not {"Changes", "Road map"} & {title for title, _ in northwind.bookmarks}


def test_a_design_has_its_changes_and_figures_beside_todays(redrawn):
    figures = redrawn.pages[redrawn.page_of("Figures") - 1]
    assert "Today" in figures
    assert "100%" in figures
    road = redrawn.pages[redrawn.page_of("Road map") - 1]
    assert "First 90 days" in road
    assert "Fraud moves from Finance to Claims." in road


def test_a_phase_without_changes_says_so():
    design = replace(INSURER.designs["new"], changes=INSURER.designs["new"].changes[:1])
    today = replace(INSURER, designs={"new": design})
    told = read(disclose(today, structure_after(today, design)))
    assert any("Nothing changes in this phase." in page for page in told.pages)


def test_a_design_that_fits_a_page_stands_still_from_before_to_changes():
    told = read(disclose(INSURER, redesigned()), "a3")
    before, changes = told.page_of("Before"), told.page_of("Changes")
    (first,) = [at for text, *at in told.places(before) if text == "Chief Executive's Office"]
    (then,) = [at for text, *at in told.places(changes) if text == "Chief Executive's Office"]
    assert first[0] == then[0]


def test_parts_of_one_branch_share_a_bookmark():
    team = {f"t{n}": Function(f"t{n}", f"Team {n}", "office") for n in range(90)}
    functions = {"office": Function("office", "Office"), **team}
    told = read(disclose(Organisation("Wide", Outcome("desired", "It works"), functions)))
    assert [title for title, _ in told.bookmarks][:3] == ["Contents", "Before", "Functions"]
    first = told.page_of("Before")
    assert "Part 1 of" in told.pages[first - 1]
    assert "Part 2 of" in told.pages[first]


def test_an_organisation_with_nothing_in_it_comes_out():
    told = read(disclose(Organisation("Empty", Outcome("desired", "It works"))))
    assert "It works" in told.pages[0]
    assert "Before" not in dict(told.bookmarks)


HOSTILE = {
    "long": "Verylongnamewithoutanybreak" * 60,
    "markup": "<b>Bold</b> & 'quoted' \\N {x}",
    "rtl": "\u0634\u0624\u0648\u0646 \u0627\u0644\u0639\u0645\u0644\u0627\u0621",
    "emoji": "\U0001f469\u200d\U0001f4bb Team \U0001f389",
    "control": "Line\x01break\x7f\nand tab\t)",
    "blank": " ",
    "surrogate": "half \ud83d",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_names_of_any_kind_come_out(name):
    function = Function("f", name, None, "r", Alignment("desired", name))
    organisation = Organisation(
        name, Outcome("desired", name, name), {"f": function}, {"r": Role("r", name)}
    )
    told = read(disclose(organisation))
    assert told.smallest >= 7
    assert len(told.pages) >= 6


def test_markup_in_a_name_is_a_name():
    functions = {"f": Function("f", "<b>Bold</b> & **bolder**")}
    told = read(disclose(Organisation("A", Outcome("desired", "It works"), functions)))
    assert any("<b>Bold</b> & **bolder**" in page for page in told.pages)


def test_letters_that_no_font_has_are_told_of_once(monkeypatch):
    monkeypatch.setattr("orgdesign.render.typefaces.font_folders", list)
    notes: list[str] = []
    functions = {"f": Function("f", "顧客 \U0001f389"), "g": Function("g", "顧", "f")}
    disclosure = disclose(Organisation("A", Outcome("desired", "It works"), functions))
    Read(booklet(disclosure, note=notes.append))
    [note] = notes
    assert note.startswith("No font on this machine has 顧客\U0001f389")
    assert "apt-get install" in note


def test_letters_of_any_script_are_drawn_with_the_fonts_of_the_machine():
    names = ("顧客対応部", "قسم الطوارئ", "מחלקה 7")
    if any(map(missing_characters, names)):
        pytest.skip("this machine has no fonts for these scripts")
    functions = {f"f{at}": Function(f"f{at}", name) for at, name in enumerate(names)}
    disclosure = disclose(Organisation("東京", Outcome("desired", "It works"), functions))
    told = "".join(read(disclosure).pages).replace("\0", "")  # the reader's, between ideographs
    assert "顧客対応部" in told
    assert "?" not in told


def test_signs_of_ours_that_the_font_lacks_are_no_note():
    notes: list[str] = []
    booklet(example("northwind", "outcome-led"), note=notes.append)
    assert notes == []


def test_an_organisation_in_our_letters_carries_no_font_of_the_machine(northwind):
    assert {*re.findall(rb"/BaseFont /\w+\+(\S+)", northwind.data)} == {b"Inter", b"InterBold"}


def test_its_metadata_tells_nothing_of_who_made_it_where_and_when(northwind):
    assert dict(northwind.file.metadata) == {
        "/Title": "Northwind Insurance: Today",
        "/Producer": "orgdesign",
        "/CreationDate": "D:19800101000000Z",
    }
    assert northwind.file.root_object["/Lang"] == "en-GB"


def test_the_same_organisation_gives_the_same_bytes(northwind):
    assert booklet(example("northwind")) == northwind.data


def test_progress_is_told_from_the_first_box_to_the_last_page():
    counter: list[tuple[int, int]] = []
    data = booklet(disclose(INSURER), progress=lambda *step: counter.append(step))
    pages = len(PdfReader(io.BytesIO(data)).pages)
    assert len(counter) > pages
    assert counter == sorted(counter)
    assert counter[-1][0] == counter[-1][1]


def test_nobody_accountable_and_no_outcome_are_said_in_words(northwind):
    facts = "\n".join(northwind.pages[northwind.page_of("Functions") - 1 :])
    assert "No accountable role" in facts
    assert "No customer outcome" in facts


def test_figures_that_are_left_out_have_no_column():
    told = read(disclose(INSURER, None, Redaction.parse(["headcount", "cost", "measures"])))
    facts = told.pages[told.page_of("Functions") - 1]
    assert not {"People", "Cost", "Measures"} & {*facts.split()}
