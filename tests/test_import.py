"""``orgdesign import``: what is shown, what is written, and what is refused."""

import io
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from orgdesign.cli import main
from orgdesign.yamlfile import read_file

STAFF = """\
Employee ID,Name,Job Title,Department,Manager ID,Annual Salary,Grade
1,Ann Bell,Chief Executive,Board,,90000,A
2,Bo Day,Head of Sales,Sales,1,50000,B
3,Cy Fox,Seller,Sales,2,30000,C
"""


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "staff.csv").write_text(STAFF)
    return tmp_path


def lines(capsys) -> list[str]:
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_it_shows_what_was_recognised_and_what_comes_out(folder, capsys):
    assert main(["import", "staff.csv", "-o", "my-org.yaml"]) == 0
    assert lines(capsys) == [
        "staff.csv: 3 rows",
        "Employee ID a person's number: 1 | 2 | 3",
        "Name name: Ann Bell | Bo Day | Cy Fox",
        "Job Title title of the post: Chief Executive | Head of Sales | Seller",
        "Department department: Board | Sales",
        "Manager ID whom they report to, by number: 1 | 2",
        "Grade kept as a fact of the post: A | B | C",
        "Never read, as confidential: Annual Salary",
        "",
        "My organisation: 2 functions, 3 roles, a headcount of 3. At the top: Board.",
        "Wrote my-org.yaml. See its charts with: orgdesign serve my-org.yaml",
    ]


def test_what_it_writes_is_sound_and_names_nobody(folder):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    reading = read_file(folder / "my-org.yaml")
    assert reading.problems == ()
    assert [*reading.organisation.functions] == ["board", "sales"]
    text = (folder / "my-org.yaml").read_text("utf-8")
    assert not [word for word in ("Bell", "90000", "Day", "Fox") if word in text]


def test_names_and_the_name_of_the_organisation_can_be_given(folder):
    main(["import", "staff.csv", "-o", "my-org.yaml", "--names", "--organisation", "Acme\n"])
    organisation = read_file(folder / "my-org.yaml").organisation
    assert organisation.name == "Acme"
    assert organisation.roles["head-of-sales"].holder == "Bo Day"


def test_without_an_output_it_only_looks(folder, capsys):
    assert main(["import", "staff.csv"]) == 0
    assert lines(capsys)[-1] == "Nothing was written; name a file with -o to write it."
    assert [path.name for path in folder.iterdir()] == ["staff.csv"]


def test_a_file_that_is_there_is_never_touched(folder, capsys):
    (folder / "my-org.yaml").write_text("mine")
    assert main(["import", "staff.csv", "-o", "my-org.yaml", "--yes"]) == 1
    assert (folder / "my-org.yaml").read_text() == "mine"
    assert "is there already and was left as it is" in capsys.readouterr().err


def test_the_name_of_the_output_ends_in_yaml(folder, capsys):
    assert main(["import", "staff.csv", "-o", "my-org.csv"]) == 2
    assert "Give the file a name that ends in .yaml: my-org.yaml" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answer", "options", "is_written"),
    [("y\n", [], True), ("\n", [], True), ("n\n", [], False), ("", ["--yes"], True)],
)
def test_at_a_terminal_it_asks_before_it_writes(folder, monkeypatch, answer, options, is_written):
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert main(["import", "staff.csv", "-o", "my-org.yaml", *options]) == 0
    assert (folder / "my-org.yaml").exists() is is_written


def test_a_column_can_be_named_and_another_left_alone(folder, capsys):
    main(["import", "staff.csv", "--column", "team=Grade", "--column", "department="])
    said = lines(capsys)
    assert "Grade team: A | B | C" in said
    assert "My organisation: 3 functions, 3 roles, a headcount of 3. At the top: A." in said


def test_a_mapping_is_saved_and_used_again(folder, capsys):
    (folder / "odd.csv").write_text("Ref,Does\n1,Buyer\n2,Seller\n")
    given = ["--column", "person=Ref", "--column", "title=Does"]
    assert main(["import", "odd.csv", *given, "--save-mapping", "odd.json"]) == 0
    first = lines(capsys)
    assert main(["import", "odd.csv", "--mapping", "odd.json"]) == 0
    assert lines(capsys) == [line for line in first if "--mapping" not in line]


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["gone.csv"], 1, "gone.csv cannot be read: No such file or directory"),
        (["staff.csv", "--column", "title"], 2, "Write --column MEANING=HEADER"),
        (["staff.csv", "--column", "rank=Grade"], 1, 'no column means "rank"'),
        (["staff.csv", "--column", "title=Grode"], 1, 'No column is called "Grode"'),
        (
            ["staff.csv", "--column", "title=Annual Salary"],
            1,
            "confidential, and is never read",
        ),
        (["staff.csv", "--mapping", "staff.csv"], 1, "this is no mapping"),
        (["staff.csv", "--mapping", "gone.json"], 1, "gone.json cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(folder, capsys, options, code, told):
    assert main(["import", *options, "-o", "my-org.yaml"]) == code
    assert told in capsys.readouterr().err
    assert not (folder / "my-org.yaml").exists()


def test_the_progress_of_a_large_export_is_told_apart_from_the_result(folder, capsys):
    rows = "".join(f"{each},Clerk,Office,\n" for each in range(1, 20_002))
    (folder / "large.csv").write_text(f"Employee ID,Title,Department,Manager ID\n{rows}")
    assert main(["import", "large.csv"]) == 0
    told = capsys.readouterr()
    assert told.err == "large.csv: 20,000 rows read …\n"
    assert "a headcount of 20,001" in told.out


def test_a_newer_export_is_merged_into_a_file(folder, capsys):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    mine = (folder / "my-org.yaml").read_text("utf-8") + "# my own note\n"
    (folder / "my-org.yaml").write_text(mine, "utf-8")
    (folder / "newer.csv").write_text(f"{STAFF}4,Di Gray,Counsel,Legal,1,70000,B\n")
    capsys.readouterr()
    assert main(["import", "newer.csv", "--merge", "my-org.yaml", "-y"]) == 0
    assert lines(capsys)[-3:] == [
        "- Joined: 1 function: Legal.",
        "- Joined: 1 role: Counsel.",
        "Changed my-org.yaml.",
    ]
    merged = (folder / "my-org.yaml").read_text("utf-8")
    assert "# my own note" in merged
    assert "Legal" in merged


def test_a_merge_can_be_written_elsewhere_or_come_to_nothing(folder, capsys):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    assert main(["import", "staff.csv", "--merge", "my-org.yaml"]) == 0
    assert "says all that is in the export" in capsys.readouterr().out
    (folder / "newer.csv").write_text(STAFF.replace("Sales,1", "Marketing,1"))
    before = (folder / "my-org.yaml").read_text("utf-8")
    assert main(["import", "newer.csv", "--merge", "my-org.yaml", "-o", "new.yaml"]) == 0
    assert "Marketing" in (folder / "new.yaml").read_text("utf-8")
    assert (folder / "my-org.yaml").read_text("utf-8") == before


def test_a_merge_that_is_refused_at_the_terminal_changes_nothing(folder, monkeypatch):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    before = (folder / "my-org.yaml").read_text("utf-8")
    (folder / "newer.csv").write_text(f"{STAFF}4,Di Gray,Counsel,Legal,1,70000,B\n")
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert main(["import", "newer.csv", "--merge", "my-org.yaml"]) == 0
    assert (folder / "my-org.yaml").read_text("utf-8") == before


def test_at_a_terminal_each_change_can_be_refused_by_itself(folder, monkeypatch, capsys):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    (folder / "newer.csv").write_text(STAFF.replace("Sales,1", "Marketing,1"))
    before = (folder / "my-org.yaml").read_text("utf-8")
    monkeypatch.setattr(sys, "stdin", Terminal("each\n" + "n\n" * 9))
    assert main(["import", "newer.csv", "--merge", "my-org.yaml"]) == 0
    assert "Take it?" in capsys.readouterr().out
    after = (folder / "my-org.yaml").read_text("utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


def test_an_issued_description_comes_back_as_it_was(folder, capsys):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    main(["export", "my-org.yaml", "--as", "roles", "-o", "roles.docx"])
    capsys.readouterr()
    assert main(["import", "roles.docx", "--merge", "my-org.yaml"]) == 0
    assert "says all that is in the export" in capsys.readouterr().out
    assert main(["import", "roles.docx"]) == 1
    assert "say which file they go back into" in capsys.readouterr().err


def test_a_file_is_not_changed_where_nobody_can_be_asked(folder, capsys):
    main(["import", "staff.csv", "-o", "my-org.yaml"])
    before = (folder / "my-org.yaml").read_bytes()
    (folder / "newer.csv").write_text(f"{STAFF}4,Di Gray,Counsel,Legal,1,70000,B\n")
    assert main(["import", "newer.csv", "--merge", "my-org.yaml"]) == 1
    assert "say -y to change my-org.yaml" in capsys.readouterr().err
    assert (folder / "my-org.yaml").read_bytes() == before


TABLES = """\
organization: Acme
outcome: {statement: My claim is settled fast}
functions:
  claims: {name: Claims, headcount: 120}   # ours
"""


@pytest.fixture
def exported(folder) -> Path:
    (folder / "acme.yaml").write_text(TABLES)
    main(["export", "acme.yaml", "--as", "tables", "-o", "acme.zip"])
    with ZipFile("acme.zip") as file:
        (folder / "functions.csv").write_bytes(
            file.read("functions.csv").replace(b",120,", b",130,")
        )
    return folder


def test_what_was_edited_in_tables_comes_back_as_one_step(exported, capsys):
    capsys.readouterr()
    assert main(["import", "functions.csv", "--merge", "acme.yaml", "-y"]) == 0
    assert lines(capsys) == ["- Headcount of Claims: 120 becomes 130.", "Changed acme.yaml."]
    assert "headcount: 130}   # ours" in (exported / "acme.yaml").read_text()


def test_tables_as_they_went_out_change_nothing(exported, capsys):
    capsys.readouterr()
    assert main(["import", "acme.zip", "--merge", "acme.yaml"]) == 0
    assert lines(capsys) == ["acme.yaml says all that is in the export; nothing was written."]
    assert (exported / "acme.yaml").read_text() == TABLES


def test_tables_are_asked_about_before_they_change_a_file(exported, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert main(["import", "functions.csv", "--merge", "acme.yaml"]) == 0
    assert (exported / "acme.yaml").read_text() == TABLES
    assert main(["import", "functions.csv", "--merge", "acme.yaml", "-y", "-o", "new.yaml"]) == 0
    assert "headcount: 130" in (exported / "new.yaml").read_text()


def test_every_bad_cell_of_tables_is_told_and_nothing_is_written(exported, capsys):
    bad = (exported / "functions.csv").read_bytes().replace(b"130", b"many")
    (exported / "functions.csv").write_bytes(bad + b"legal,,\r\n")
    assert main(["import", "functions.csv", "--merge", "acme.yaml", "--yes"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        'functions.csv, N2: "many" is not a number here; write one, as in 120 or 9.5',
        "functions.csv, B3: a function needs a name; write it, or delete the row",
        "Nothing was written: mend these cells first.",
    ]
    assert (exported / "acme.yaml").read_text() == TABLES


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["functions.csv"], 1, "say which file they go back into, with --merge"),
        (
            ["functions.csv", "staff.csv", "--merge", "acme.yaml"],
            1,
            "Import functions.csv alone",
        ),
        (["functions.csv", "--merge", "acme.yaml", "--names"], 2, "use only --merge, -o"),
    ],
)
def test_what_tables_need_is_told(exported, capsys, options, code, told):
    assert main(["import", *options]) == code
    assert told in capsys.readouterr().err
