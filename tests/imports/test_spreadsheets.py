"""What spreadsheets do to tables on their own is no edit; what people do in them is."""

import io
import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from orgdesign.imports import Unreadable, is_returned, sync_sheets
from orgdesign.imports.spreadsheet_sync.cell_texts import is_same
from orgdesign.imports.spreadsheet_sync.sheet_files import returned_sheets
from orgdesign.yamlfile import read_file
from tests.imports.returned_sheets import Sheet, brought, reading_of, xlsx, zipped
from tests.patience import PATIENCE

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SOFFICE = shutil.which("soffice")

ODD = reading_of("""\
organization: Odd
outcome: {statement: "=1+1 is two for everyone"}
functions:
  "007": {name: "Büro — Łódź → Lyon", headcount: 1234.5, cost: 9800000}
  "1-2": {name: "-5 per cent", reports_to: "007", headcount: 1.5, cost: 123456789012}
  "true": {name: "2026-01-02", reports_to: "1-2"}
roles: {}
measures:
  m: {name: Satisfaction, unit: "%", target: 85}
""")


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("007", "7"), ("1.50", "1.5"), ("1e3", "1000"), ("12345678901234567890", "1.23457E+19"),
        ("40%", "0.4"), ("true", "TRUE"), ("1-2", "2026-02-01"), ("1-2", "01-Feb"),
        ("1-2", "01.02.2026"), ("mar1", "01-Mar"), ("2026-01", "Jan-26"),
        ("2026-01-02", "2/1/2026"),
        ("two\nlines", "two \r\nlines "), (" lead", "lead"), ("=1+1", "'=1+1"), ("'=1", "'=1"),
        ("_x0041_", "A"), ("A → B", "A ? B"), ("Łódź", "?ódz"), ("e\u0301", "é"),
        ("x" * 40_000, "x" * 32_767), (None, " "),
        (85.0, "85%"), (0.85, "85%"), (9800000, "9,800,000"), (9800000, "9.800.000"),
        (1234.5, "1 234,5"), (1234.5, "1\u202f234,5"), (1234.5, "1'234.50"), (1.5, "01. Mai"),
        (123456789012, "1.23457E+11"), (0.1, "0,1"), (7, "7.0"),
    ],
)  # fmt: skip
def test_it_is_still_the_same(said, cell):
    assert is_same(said, cell)


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("007", "8"), ("1-2", "1-3"), ("1-2", "2-1"), ("1-2", "2026-03-01"), ("Café", "Cafe"),
        ("A → B", "A ? C"), ("true", "false"), ("one", ""), (None, "x"), (85.0, "86%"),
        (85.0, "about 85"), (9800000, "9,800"), (1234.5, "1234"), ("mar1", "02-Mar"),
        ("two\nlines", "two lines"), ("12345678901234567890", "1.23458E+19"), ("2026-01-02", ""),
    ],
)  # fmt: skip
def test_it_is_an_edit(said, cell):
    assert not is_same(said, cell)


def test_ids_and_numbers_that_a_spreadsheet_made_anew_change_nothing():
    sheet = Sheet(ODD, "Functions")
    again = {"007": "7", "1-2": "2026-01-02", "true": "True", "1234.5": "1.234,5"}
    more = {"9800000": "9.800.000", "123456789012": "1,23457E+11", "1.5": "01. Mai"}
    sheet.rows = [[{**again, **more}.get(cell, cell) for cell in row] for row in sheet.rows]
    for made in (sheet.csv(), sheet.csv(";", "utf-16"), sheet.csv(";")):
        assert not brought(ODD, made).is_changed
    sheet.row("2026-01-02")[1] = "-6 per cent"
    made = brought(ODD, sheet.csv())
    assert made.sentences == ("Name of -5 per cent: “-5 per cent” becomes “-6 per cent”.",)
    assert b'"1-2": {name: "-6 per cent"' in made.data


def test_a_reference_to_an_id_that_a_spreadsheet_made_anew_is_understood():
    sheet = Sheet(ODD, "Functions").put("true", "Reports to", "")
    sheet.put("true", "Reports to (id)", "7")
    assert b'"true": {name: "2026-01-02", reports_to: "007"}' in brought(ODD, sheet.csv()).data


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "mac_roman"])
def test_a_csv_that_was_saved_without_unicode_changes_nothing_but_what_was_edited(encoding):
    file = reading_of(
        'organization: Bär\noutcome: {statement: "Größer — für Zoë"}\nroles:\n'
        "  a: {title: Büroleiterin, purpose: Schließt Lücken}\n  b: {title: Zusätzliche Öffnung}\n"
    )
    sheet = Sheet(file, "Roles")
    assert not brought(file, sheet.csv(";", encoding)).is_changed
    sheet.put("a", "Purpose", "Schließt Türen")
    assert "purpose: Schließt Türen" in brought(file, sheet.csv(";", encoding)).data.decode()


@pytest.mark.parametrize(
    ("cell", "delimiter", "said"),
    [("1.234", ",", "1.234"), ("1.234", ";", "1234"), ("1,234", ",", "1234"),
     ("1,234", ";", "1.234"), ("0,5", ",", "0.5"), ("2.5", ";", "2.5"), ("1 234", ",", "1234")],
)  # fmt: skip
def test_a_number_is_taken_as_the_country_of_the_csv_writes_it(cell, delimiter, said):
    sheet = Sheet(ODD, "Functions").put("007", "Headcount", cell)
    assert f"headcount: {said}," in brought(ODD, sheet.csv(delimiter)).data.decode()


def test_a_share_is_taken_as_per_cent_where_that_is_the_unit():
    sheet = Sheet(ODD, "Measures").put("m", "Target", "90%")
    assert b'unit: "%", target: 90}' in brought(ODD, sheet.csv()).data


def test_the_mark_before_a_formula_stays_out_of_the_file():
    sheet = Sheet(ODD, "Outcomes").put("desired", "Statement", "'=2+2 is four")
    assert b'{statement: "=2+2 is four"}' in brought(ODD, sheet.csv()).data


def test_a_csv_that_was_opened_in_the_wrong_letters_comes_back_in_the_right_ones():
    sheet = Sheet(ODD, "Functions")
    wrong = [[_misread(cell) for cell in row] for row in (sheet.head, *sheet.rows)]
    book = openpyxl.Workbook()
    for row in wrong:
        book.worksheets[0].append(row)
    book.worksheets[0]["A1"] = _misread("\ufeff") + "Id"
    with io.BytesIO() as data:
        book.save(data)
        assert not sync_sheets(ODD, [("odd.xlsx", data.getvalue())]).is_changed


def _misread(text: str) -> str:
    return text.encode().decode("latin-1")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("make", [xlsx, zipped])
def test_an_example_comes_back_as_it_went_out(path, make):
    file = read_file(path)
    back = sync_sheets(file, [("tables", make(file))])
    assert (back.is_changed, back.sentences) == (False, ())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("exports/*")), ids=lambda path: path.name)
def test_what_hr_exports_is_nothing_that_comes_back(path):
    assert not is_returned(path.read_bytes(), path.name)


def test_tables_are_known_by_their_headers_and_not_by_their_name():
    functions = Sheet(ODD, "Functions")
    assert is_returned(functions.csv(), "staff.txt")
    assert is_returned(functions.xlsx("Tabelle1"), "staff")
    assert not is_returned(functions.without("Id").csv(), "functions.csv")
    assert not is_returned(b"Id,Name\n1,Ann\n", "functions.csv")


def test_what_has_none_of_our_headers_is_not_taken_apart(monkeypatch):
    monkeypatch.setattr("orgdesign.imports.files.OpenTables", None)
    assert not is_returned(b"Id,Name\n1,Ann\n", "functions.csv")


def test_our_headers_are_known_in_wide_letters_and_however_they_are_spaced():
    spaced = Sheet(ODD, "Functions").csv().decode("utf-8-sig").replace(" ", " \u00a0")
    assert is_returned(spaced.encode(), "staff.txt")
    assert is_returned(spaced.encode("utf-16"), "staff.txt")
    assert is_returned(spaced.replace(" ", "").encode("cp1252", "replace"), "staff.txt")


def test_headers_may_stand_lower_and_names_tell_what_few_columns_do_not():
    functions = Sheet(ODD, "Functions").without(
        *[each for each in Sheet(ODD, "Functions").head if each not in ("Id", "Name", "Headcount")]
    )
    functions.put("007", "Headcount", "3")
    with io.BytesIO() as data:
        with ZipFile(data, "w") as file:
            file.writestr("all/functions.csv", b"Headcounts of June\n\n" + functions.csv()[3:])
            file.writestr("all/roles.csv", Sheet(ODD, "Roles").csv())
            file.writestr("__MACOSX/all/._functions.csv", b"\0\1")
            file.writestr("readme.txt", b"hello")
        back = sync_sheets(ODD, [("few.zip", data.getvalue())])
    assert back.sentences == ("Headcount of Büro — Łódź → Lyon: 1,234.5 becomes 3.",)


@pytest.mark.parametrize(
    ("name", "columns"),
    [("Outcomes", ["Id", "Accountable role (id)"]), ("Hand-offs", ["Id", "Accountable role (id)"])],
)
def test_the_name_decides_where_headers_fit_several_tables(name, columns):
    head = ",".join(columns)
    assert is_returned(head.encode(), f"export-{name}.csv")
    assert not is_returned(head.encode(), "some.csv")


def archived(size: int, name: str = "functions.csv") -> bytes:
    with io.BytesIO() as data:
        with ZipFile(data, "w", ZIP_DEFLATED) as file:
            file.writestr(name, b"Id,Reports to (id)\n" + b"0" * size)
        return data.getvalue()


def test_an_archive_that_unpacks_to_far_too_much_is_not_opened():
    bomb = archived(20_000_000)
    assert not is_returned(bomb, "bomb.zip")
    with pytest.raises(Unreadable, match="unpacks to far more than it should"):
        [*returned_sheets(bomb, "bomb.zip")]


@pytest.mark.parametrize("cut", [30, 60, -10])
def test_a_damaged_archive_is_refused(cut):
    broken = archived(50)[:cut]
    assert not is_returned(broken, "broken.zip")
    with pytest.raises(Unreadable, match="damaged"):
        [*returned_sheets(broken, "broken.zip")]


def test_an_archive_whose_contents_are_damaged_is_refused():
    broken = bytearray(archived(500))
    broken[50:60] = b"\xff" * 10
    with pytest.raises(Unreadable, match="this archive is damaged or has a password"):
        [*returned_sheets(bytes(broken), "broken.zip")]


def converted(path: Path, to: str, into: Path) -> list[Path]:
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", to, "--outdir", str(into), path]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return sorted(each for each in into.iterdir() if each.is_file())


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not there")
@pytest.mark.parametrize("to", ["xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,"
                                "false,false,false,-1"], ids=["xlsx", "csv"])  # fmt: skip
def test_libreoffice_changes_nothing_and_what_is_edited_in_it_does(tmp_path, to):
    file = read_file(EXAMPLES / "northwind.yaml")
    book = openpyxl.load_workbook(io.BytesIO(xlsx(file)))
    for edited in (False, True):
        out = tmp_path / str(edited)
        out.mkdir()
        if edited:
            book["Functions"]["N3"] = 130
            book["Functions"]["I3"] = "Pays at once"
        book.save(tmp_path / "northwind.xlsx")
        made = converted(tmp_path / "northwind.xlsx", to, out)
        back = sync_sheets(file, [(each.name, each.read_bytes()) for each in made])
        assert back.sentences == (
            "Contribution of Claims: “Decides and pays straightforward claims on the first call”"
            " becomes “Pays at once”.",
            "Headcount of Claims: 120 becomes 130.",
        ) * edited  # fmt: skip
