"""``orgdesign export``, as a person types it."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader

from orgdesign import cli

BAKERY = """\
organization: Harvest Bakery
outcome:
  statement: My bread is at the door before I open
functions:
  office: {name: Office, accountable: baker}
  ovens: {name: Ovens, reports_to: office, accountable: oven-hand, headcount: 4}
roles:
  baker: {title: Baker, holder: Ada Crumb}
  oven-hand: {title: Oven hand}
designs:
  fresh:
    name: Fresh start
    phases: {spring: {name: Spring}}
    changes:
      - {change: align, function: ovens, alignment: {outcome: desired}, phase: spring}
      - {change: move, function: office, reports_to: ovens}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds bakery.yaml."""
    (tmp_path / "bakery.yaml").write_text(BAKERY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*asked: str) -> int:
    return cli.main(["export", "bakery.yaml", *asked])


def test_one_role_as_markdown():
    assert export("--as", "roles", "--role", "baker", "-o", "baker.md") == 0
    assert (
        Path("baker.md")
        .read_text()
        .startswith("# Baker\n\n*Role description · Harvest Bakery*\n\n- **Function**: Office\n")
    )


def test_all_roles_each_in_a_file_of_its_own():
    assert export("--as", "roles", "--format", "md", "-o", "roles.zip") == 0
    with ZipFile("roles.zip") as file:
        assert file.namelist() == ["overview.md", "baker.md", "oven-hand.md"]


def test_the_overview_lists_the_roles_that_say_nothing_about_the_customer():
    export("--as", "roles", "--format", "md", "-o", "roles.zip")
    with ZipFile("roles.zip") as file:
        told = file.read("overview.md").decode()
    assert "## They say nothing about the customer\n\n- Baker, Office\n- Oven hand, Ovens\n" in told


def test_they_are_told_of_at_the_terminal(capsys):
    export("--as", "roles", "-o", "roles.md")
    said = capsys.readouterr().err
    assert said == "These role descriptions say nothing about the customer: Baker, Oven hand.\n"


def test_a_design_is_told_beside_today():
    export("--as", "roles", "--role", "oven-hand", "--phase", "spring", "-o", "hand.md")
    told = Path("hand.md").read_text()
    assert "### Today only\n\nNo customer outcome reaches this role yet." in told
    assert "### Fresh start, after Spring\n\n" in told


def test_a_change_that_cannot_be_made_is_told_of(capsys):
    export("--as", "model", "--design", "fresh", "-o", "bakery.json")
    assert "bakery.yaml:16:9: this change cannot be made" in capsys.readouterr().err


def test_what_is_left_out_can_be_listed_with_commas():
    assert export("--as", "model", "--leave-out", "holders,headcount", "-o", "b.json") == 0
    told = Path("b.json").read_text()
    assert "Crumb" not in told
    assert "headcount" not in told


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("--as tables -o b.docx", "b.docx does not end in .xlsx or .zip; choose a name with -o."),
        ("--as model -o b.yaml", "b.yaml does not end in .json"),
        ("--as tables --role baker -o b.xlsx", "--role and --function choose role descriptions"),
        ("--as roles --format pdf -o b.md", "--format is for the documents in a .zip"),
        ("--as roles --template bakery.yaml -o b.md", "--template is for Word documents"),
        ("--as deck -o b.ppt", "b.ppt does not end in .pptx"),
        ("--as tables --theme bakery.yaml -o b.xlsx", "--theme is for a deck: use --as deck."),
        ("--as roles --role baker --function office -o b.md", "not with both"),
        ("--as booklet -o b.docx", "b.docx does not end in .pdf; choose a name with -o."),
        ("--as tables --paper a3 -o b.xlsx", "--paper and --orientation are for what is printed"),
        ("--as roles --orientation portrait -o b.pdf", "use --as booklet."),
    ],
)
def test_options_that_would_do_nothing_are_refused(asked, message, capsys):
    assert export(*asked.split()) == 2
    assert message in capsys.readouterr().err


def test_a_booklet_is_printed_as_asked():
    asked = "--as booklet --design fresh --paper letter --orientation portrait -o b.pdf"
    assert export(*asked.split()) == 0
    page = PdfReader("b.pdf").pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)
    assert "From today to Fresh start" in page.extract_text()


def test_a_file_without_roles_has_nothing_to_describe(capsys):
    Path("bakery.yaml").write_text("organization: Harvest Bakery\noutcome: {statement: Bread}\n")
    assert export("--as", "roles", "-o", "roles.docx") == 1
    assert "There is no role to describe: write roles under roles:" in capsys.readouterr().err


def test_a_file_with_problems_is_not_exported(capsys):
    Path("bakery.yaml").write_text(BAKERY.replace("reports_to: office", "reports_to: offce"))
    assert export("--as", "tables", "-o", "b.xlsx") == 1
    assert "Nothing was exported: mend these problems first." in capsys.readouterr().err
    assert not Path("b.xlsx").exists()


def test_the_organisation_itself_is_never_written_over():
    Path("bakery.json").write_text(BAKERY)
    assert cli.main(["export", "bakery.json", "--as", "model", "-o", "bakery.json"]) == 2
    assert Path("bakery.json").read_text() == BAKERY


def test_a_terminal_sees_how_far_it_has_come(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    export("--as", "roles", "--format", "md", "-o", "roles.zip")
    assert "Making it" in capsys.readouterr().err


def test_a_file_of_messages_does_not(capsys):
    export("--as", "roles", "--format", "md", "-o", "roles.zip")
    assert "Making it" not in capsys.readouterr().err


def test_a_template_that_cannot_be_read_is_told(capsys, folder):
    (folder / "company.docx").mkdir()
    assert export("--as", "roles", "--template", "company.docx", "-o", "roles.docx") == 2
    assert "company.docx" in capsys.readouterr().err


def test_a_page_is_one_file_that_tells_of_the_design():
    asked = ("--as", "page", "--design", "fresh", "--phase", "spring")
    assert export(*asked, "-o", "bakery.html") == 0
    told = Path("bakery.html").read_text("utf-8")
    assert told.startswith("<!doctype html>")
    assert "<title>Harvest Bakery: Fresh start, after Spring</title>" in told
    assert "Ada Crumb" in told
    assert "http://www.w3.org/" in told  # the names of SVG, and no address at all
    assert not set(re.findall(r"https?://[\w.]+", told)) - {"http://www.w3.org"}


def test_a_page_tells_nothing_of_the_machine_and_of_what_is_left_out(folder, monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, "wilhelmina")
    assert export("--as", "page", "--leave-out", "holders", "-o", "bakery.html") == 0
    told = Path("bakery.html").read_text("utf-8")
    assert "Ada Crumb" not in told
    assert not [word for word in (str(folder), str(Path.home()), "wilhelmina") if word in told]


def test_a_page_ends_in_html(capsys):
    assert export("--as", "page", "-o", "bakery.pdf") == 2
    assert "bakery.pdf does not end in .html; choose a name with -o." in capsys.readouterr().err


def test_a_deck_takes_the_theme_and_the_logo_that_lies_beside_it(folder):
    (folder / "look").mkdir()
    Image.new("RGB", (40, 20), "red").save(folder / "look" / "logo.png")
    (folder / "look" / "theme.yaml").write_text("logo: logo.png\nfooter: Confidential\n")
    asked = ("--as", "deck", "--design", "fresh", "--theme", "look/theme.yaml", "-o", "b.pptx")
    assert export(*asked) == 0
    with ZipFile("b.pptx") as file:
        assert "ppt/media/image1.png" in file.namelist()
        assert b"Confidential" in file.read("ppt/slides/slide2.xml")


def test_every_problem_of_a_theme_is_told_at_its_place(capsys):
    Path("theme.yaml").write_text("colours:\n  accent: blue\n  ink:\nfnt: Arial\n")
    assert export("--as", "deck", "--theme", "theme.yaml", "-o", "b.pptx") == 1
    said = capsys.readouterr().err.splitlines()
    assert [each for each in said if each.startswith("theme.yaml")] == [
        'theme.yaml:2:11: "blue" is not a colour here; write six digits, as in "#0c2f33"',
        "theme.yaml:3:7: a colour is missing here; write it in quotes, "
        'as in "#0c2f33", as # starts a comment otherwise',
        'theme.yaml:4:1: "fnt" is not known here; did you mean "font"?',
    ]
    assert not Path("b.pptx").exists()


def test_a_logo_that_is_not_there_is_told(capsys):
    Path("theme.yaml").write_text("logo: gone.png\n")
    assert export("--as", "deck", "--theme", "theme.yaml", "-o", "b.pptx") == 1
    assert "gone.png cannot be read: No such file or directory." in capsys.readouterr().err
