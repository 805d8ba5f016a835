"""Workbooks that are damaged, endless or hostile take nothing down."""

import random

import pytest

from orgdesign.imports import Notes, Unreadable, table
from orgdesign.sandbox import process as worker_process
from tests.imports.test_files import ROWS, with_part, workbook

HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'

ROW = b'<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c></row>'

END = b"</sheetData></worksheet>"


def sheet(*rows: bytes) -> bytes:
    return with_part(
        workbook(), "xl/worksheets/sheet1.xml", lambda old: HEAD + b"".join(rows) + END
    )


def test_a_last_cell_that_is_a_billion_cells_away_does_not_take_the_app_down():
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(Unreadable, match="damaged, or too large"):
        table(sheet(ROW, far), "staff.xlsx", Notes())


def test_a_cell_far_below_is_a_row_like_any_other():
    far = b'<row r="900000"><c r="A900000"><v>7</v></c></row>'
    assert table(sheet(ROW, far), "staff.xlsx", Notes()).rows == [{"person": "7"}]


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="1"><c r="A1" t="s"><v>999999</v></c></row>',
        b'<row r="0"><c r="A0"><v>1</v></c></row>',
    ],
    ids=["a text that is not there", "a row before the first"],
)
def test_a_sheet_that_contradicts_itself_is_damaged(row):
    with pytest.raises(Unreadable, match="damaged"):
        table(sheet(row), "staff.xlsx", Notes())


def test_a_part_that_unpacks_to_more_than_it_says_is_held_to_the_limits(monkeypatch):
    data = bytearray(with_part(workbook(), "xl/worksheets/sheet1.xml", lambda old: old * 2_000))
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 22  # the size that its entry claims
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="damaged"):
        table(bytes(data), "staff.xlsx", Notes())


def test_a_workbook_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(worker_process, "_WORKER", ("-c", "import time; time.sleep(600)"))
    monkeypatch.setattr(worker_process, "SECONDS", 0.05)
    with pytest.raises(Unreadable, match="damaged"):
        table(workbook(), "staff.xlsx", Notes())


def test_the_worker_ends_with_the_last_who_reads():
    book = worker_process.OpenTables(workbook())
    rows, process = book.rows(0), book._process
    assert next(rows)[0] == "Employee ID"
    del book
    assert process.poll() is None
    del rows
    assert process.poll() is not None


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_to_the_bytes_of_a_workbook_it_is_read_or_refused(seed):
    chance, data = random.Random(seed), bytearray(workbook(ROWS * 20))
    for _ in range(6):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        found = table(bytes(data), "staff.xlsx", Notes())
    except Unreadable as refusal:
        assert str(refusal)  # noqa: PT017 - either of two ends is well
    else:
        assert found.columns.meanings


def test_a_part_that_ends_too_early_is_damage():
    data = workbook()
    at = data.index(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml")
    with pytest.raises(Unreadable, match="damaged"):
        table(data[:at] + data[at + 40 :], "staff.xlsx", Notes())
