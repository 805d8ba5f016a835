"""Text files of any kind, and workbooks, harmless and not."""

import io
import os
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from orgdesign.cli import main
from orgdesign.imports import Notes, TableChoice, Unreadable, table
from tests.imports.exports import came

TEXT = "Employee ID,Title,Department\r\n1,Geschäftsführer,Büro für Œuvres\r\n"
ROWS = [["Employee ID", "Title", "Department"], [1, "CEO", "Board"], [2.0, "CFO", "Finance"]]


def workbook(rows=ROWS, *more: list) -> bytes:
    book = Workbook()
    for at, each in enumerate((rows, *more)):
        sheet = book.active if at == 0 else book.create_sheet(f"Sheet {at + 1}")
        for row in each:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, part: str, change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_the_encoding_is_told_from_the_text(encoding):
    done = came(TEXT.encode(encoding))
    assert done.heads == {"Büro für Œuvres": "Geschäftsführer"}


def test_an_encoding_can_be_named():
    data = "ID,Department\n1,Wrocław i Łódź\n".encode("cp1250")
    assert (
        table(data, "x", Notes(), TableChoice(encoding="cp1250")).rows[0]["department"]
        == "Wrocław i Łódź"
    )


@pytest.mark.parametrize("encoding", ["klingon", "ascii"])
def test_an_encoding_that_does_not_fit_is_told(encoding):
    with pytest.raises(Unreadable, match=encoding):
        table(TEXT.encode(), "x", Notes(), TableChoice(encoding=encoding))


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "idna", "rot13", "utf-7", "hex"])
def test_what_is_no_encoding_of_text_is_told(encoding):
    with pytest.raises(Unreadable, match="no encoding is called"):
        table(TEXT.encode(), "x", Notes(), TableChoice(encoding=encoding))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("words", [["pipe"], ["staff.csv", "--mapping", "pipe"]])
def test_a_pipe_is_not_waited_for(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    (tmp_path / "staff.csv").write_text("ID,Title\n1,CEO\n")
    assert main(["import", *words]) == 1
    assert "not a file, but a pipe" in capsys.readouterr().err


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_rows(delimiter):
    done = came("ID,Title,Department\n1,CEO,Board\n2,CFO,Board\n".replace(",", delimiter))
    assert done.headcount == {"Board": 2}


def test_the_line_that_excel_writes_to_name_the_delimiter_is_no_row():
    assert came("sep=;\nID;Department\n1;Sales, Legal\n").headcount == {"Sales, Legal": 1}


def test_a_character_that_an_encoding_lost_is_mended():
    done = came("ID,Department\n1,HMRC\ufffds office \ufffd Leeds\n")
    assert [*done.lines] == ["HMRC's office - Leeds"]


def test_cells_with_line_breaks_and_control_characters_are_one_line():
    done = came('ID,Department\n1,"Sales\nand\x07 more"\n')
    assert [*done.lines] == ["Sales and more"]


def test_rows_with_too_few_or_too_many_cells_are_read():
    done = came("ID,Title,Department\n1,CEO,Board,x,y\n2,CFO\n\n")
    assert done.headcount == {"Board": 1, "Office of the CFO": 1}


def test_a_workbook_is_read():
    done = came(workbook())
    assert done.heads == {"Board": "CEO", "Finance": "CFO"}


def test_of_several_sheets_the_one_whose_columns_are_known_is_read():
    done = came(workbook([["Read me"], ["ID"]], ROWS))
    assert done.headcount == {"Board": 1, "Finance": 1}
    assert done.notes[:1] == ['The sheet "Sheet 2" was read, of 2; name another if it is wrong.']


def test_a_sheet_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(Unreadable, match='no sheet "Staff"; there are: Sheet'):
        table(workbook(), "x", Notes(), TableChoice(sheet="Staff"))


def bomb() -> bytes:
    return with_part(workbook(), "xl/worksheets/sheet1.xml", lambda old: old + b" " * 50_000_000)


def entity(part: str, before: bytes = b"") -> bytes:
    attack = before + b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><'

    def change(old: bytes) -> bytes:
        at = old.index(b"<", old.find(b"?>") + 2 if b"?>" in old else 0)
        return old[:at] + attack + old[at + 1 :]

    return with_part(workbook(), part, change)


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (bomb(), "unpacks to far more"),
        (entity("xl/worksheets/sheet1.xml"), "points to text outside"),
        (entity("[Content_Types].xml"), "points to text outside"),
        (entity("xl/workbook.xml"), "points to text outside"),
        (
            entity("xl/worksheets/sheet1.xml", b"<!--" + b" " * 5000 + b"-->"),
            "points to text outside",
        ),
        (OLE, r"before 2007 \(.xls\)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "save it without a password"),
        (workbook()[:2000], "damaged"),
        (with_part(workbook(), "xl/worksheets/sheet1.xml", lambda old: old[:200]), "damaged"),
        (with_part(workbook(), "xl/worksheets/sheet1.xml", lambda old: b"x"), "damaged"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><table><tr><td>ID</td></tr></table></html>", "a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "an XML file"),
        (b'{"hello": 1}', "JSON without a list of people"),
        (b"[" * 100_000, "JSON without a list of people"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x01\x02" + bytes(range(256)),
            "not a table of text",
        ),
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"a,b\n1,2\n", "none of the column headers"),
        (b'ID,Title\n1,"' + b"x" * 200_000, "never closed"),
    ],
    ids=[
        *(
            "a zip bomb",
            "an entity in the sheet",
            "an entity in the types",
            "in the book",
            "far into it",
        ),
        *("an old workbook", "an encrypted one", "a cut one", "a cut sheet", "a sheet of junk"),
        *("a PDF", "a web page", "XML", "other JSON", "JSON that nests a million deep"),
        *("a picture", "nothing", "blank lines", "unknown headers", "an open quote"),
    ],
)
def test_what_cannot_be_read_is_told(data, told):
    with pytest.raises(Unreadable, match=f"^staff.xlsx: .*({told})"):
        table(data, "staff.xlsx", Notes())


def test_cells_say_what_people_see():
    cells = [["ID", "FTE", "Title", "Status", "Effective Date", "Vacant", "Department"]]
    cells += [["007", 0.5, 12.0, "Active", datetime(2026, 3, 1, 9, 30), True, date(2026, 1, 2)]]
    assert table(workbook(cells), "x", Notes()).rows == [
        {
            "person": "007",
            "fte": "0.5",
            "title": "12",
            "status": "Active",
            "effective": "2026-03-01",
            "vacant": "True",
            "department": "2026-01-02",
        }
    ]


def test_hidden_sheets_are_read_only_when_they_are_named():
    book = load_workbook(io.BytesIO(workbook([["ID"], [1]], ROWS)))
    book.worksheets[1].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert table(out.getvalue(), "x", Notes()).rows == [{"person": "1"}]
    assert len(table(out.getvalue(), "x", Notes(), TableChoice(sheet="Sheet 2")).rows) == 2


def test_columns_beyond_any_export_are_left_out():
    wide = [[f"Column {at}" for at in range(500)], ["x"] * 500]
    wide[0][399], wide[0][400] = "Title", "Department"
    assert table(workbook(wide), "x", Notes()).columns.meanings == {"title"}


def test_another_zip_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("content.xml", "<x/>")
    with pytest.raises(Unreadable, match="no Excel workbook, whatever its name says"):
        table(out.getvalue(), "staff.xlsx", Notes())


def test_a_file_with_headers_and_nothing_else_makes_no_organisation():
    with pytest.raises(Unreadable, match="No row names a unit"):
        came("Employee ID,Title,Department\n")
