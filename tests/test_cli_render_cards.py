"""`orgdesign render` with what cards say, what colours mean, a frame, a paper, a kept view."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from orgdesign import cli

VIEWS = """
attributes: {grade: {name: Grade}}
views:
  costs: {name: Where the money is, view: before, show: [cost, grade], colour_by: cost}
  top: {name: The top alone, view: before, show: [headcount], folded: [shop]}
"""
FILE = """organization: Bakery
outcome: {statement: Fresh bread at seven}
functions:
  shop: {name: Shop, accountable: boss, headcount: 3, cost: 90000, attributes: {grade: A}}
  ovens: {name: Ovens, reports_to: shop, headcount: 12, cost: 400000, attributes: {grade: B}}
roles:
  boss: {title: Owner, holder: Ana Souza}
  aide: {title: Aide, reports_to: boss, assistant: true}
"""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yaml"
    path.write_text(FILE + VIEWS, encoding="utf-8")
    return path


def rendered(path: Path, *options: str, name: str = "chart.svg") -> tuple[int, Path]:
    picture = path.with_name(name)
    return cli.main(["render", str(path), "-o", str(picture), *options]), picture


def words(picture: Path) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)<", picture.read_text("utf-8"))


def test_cards_say_what_is_asked_for(bakery):
    code, picture = rendered(
        bakery, "--view", "before", "--show", "people", "--show", "grade", "--gaps", "none"
    )
    assert code == 0
    assert {"12 people", "Grade: B"} <= set(words(picture))
    assert "No customer outcome" not in words(picture)


def test_a_legend_says_what_the_colours_mean_and_a_title_stands_above(bakery):
    _, picture = rendered(
        bakery, "--view", "before", "--colour-by", "grade", "--legend", "--title", "By grade"
    )
    assert {"By grade", "A (1)", "B (1)"} <= set(words(picture))


def test_a_field_that_no_function_has_is_refused(bakery, capsys):
    code, _ = rendered(bakery, "--show", "shoe size")
    assert code != 0
    assert re.search('No function says "shoe size"; .*grade', capsys.readouterr().err)


def test_a_view_of_the_file_is_drawn_as_it_says(bakery):
    _, picture = rendered(bakery, "--views", "Where the money is")
    assert {"Where the money is", "Cost 400,000", "Grade: A"} <= set(words(picture))


def test_a_view_of_the_file_is_folded_as_it_says(bakery):
    _, picture = rendered(bakery, "--views", "top")
    assert "3 people" in words(picture)
    assert "Ovens" not in words(picture)


def test_a_view_that_is_not_there_is_refused_with_those_that_are(bakery, capsys):
    rendered(bakery, "--views", "people")
    told = 'No view is called "people"; in the file there is: costs, top.'
    assert told in capsys.readouterr().err


def test_roles_are_drawn_without_their_holders_unless_asked_for(bakery):
    _, picture = rendered(bakery, "--view", "roles")
    assert {"Owner", "Aide"} <= set(words(picture))
    assert "Ana Souza" not in picture.read_text("utf-8")
    _, picture = rendered(bakery, "--view", "roles", "--show", "holder")
    assert {"AS", "Ana Souza"} <= set(words(picture))


def test_a_poster_has_the_size_of_its_paper(bakery):
    _, picture = rendered(bakery, "--view", "before", "--paper", "a3", name="poster.pdf")
    (page,) = PdfReader(picture).pages
    assert [round(side) for side in page.mediabox[2:]] == [1191, 842]


def test_what_does_not_fit_is_on_following_sheets_that_say_where_they_hang(tmp_path):
    path = tmp_path / "wide.yaml"
    lines = [f"  f{n}: {{name: Function {n}, reports_to: f{n // 4}}}" for n in range(1, 60)]
    head = "organization: Wide\noutcome: {statement: It works}\nfunctions:\n  f0: {name: Top}\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    _, picture = rendered(path, "--view", "before", "--paper", "a4", "--gaps", "none", name="p.svg")
    sheets = sorted(tmp_path.glob("p*.svg"), key=lambda file: len(file.name))
    assert len(sheets) > 2
    assert any(re.fullmatch(r"→ sheet \d+", each) for each in words(picture))
    assert any("goes on from sheet 1" in each for each in words(tmp_path / "p-2.svg"))
    names = {each for sheet in sheets for each in words(sheet)}
    assert {f"Function {n}" for n in range(1, 60)} <= names
    for sheet in sheets:
        assert 'width="842pt" height="595pt"' in sheet.read_text("utf-8")


def test_the_company_s_colour_is_that_of_the_box_that_all_hang_from(bakery):
    bakery.write_text(
        bakery.read_text(encoding="utf-8") + "brand: {colours: {primary: '#1a237e'}}\n",
        encoding="utf-8",
    )
    for options in ((), ("--view", "before"), ("--paper", "a4")):
        code, picture = rendered(bakery, *options)
        assert code == 0
        assert "#1a237e" in picture.read_text(encoding="utf-8").lower()
