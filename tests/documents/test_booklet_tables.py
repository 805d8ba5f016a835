"""Tables and lists that run over pages."""

from orgdesign.documents.booklet.canvas import paper_size
from orgdesign.documents.booklet.page_index import ListEntry, Listing
from orgdesign.documents.booklet.page_plan import PagePlan
from orgdesign.documents.booklet.table import (
    CellLine,
    PagedTable,
    PaperColumn,
    PaperRow,
    RowGroup,
    amounts,
)

A4 = paper_size("a4", "landscape")
LEAF = PagePlan("Facts", lambda *_: None, ("section",), mark="Facts")


def rows(count: int, text: str = "Row") -> list[PaperRow]:
    return [PaperRow([[CellLine(f"{text} {n}")]], key=f"row-{n}") for n in range(count)]


def test_a_table_goes_on_from_page_to_page_and_loses_no_row():
    pages = [*PagedTable(A4, [PaperColumn("Name", 1)]).plans([RowGroup("All", rows(100))], LEAF)]
    assert [page.title for page in pages[:2]] == ["Facts", "Facts, continued"]
    assert [page.mark for page in pages] == ["Facts", *[""] * (len(pages) - 1)]
    found = [key for page in pages for key in page.keys if key.startswith("row")]
    assert found == [f"row-{n}" for n in range(100)]


def test_a_heading_stays_with_its_first_row():
    groups = [RowGroup(f"Group {n}", rows(3), key=f"group-{n}") for n in range(40)]
    pages = [*PagedTable(A4, [PaperColumn("Name", 1)]).plans(groups, LEAF)]
    assert not any(page.keys[-1].startswith("group") for page in pages)


def test_a_cell_that_no_page_has_room_for_is_cut():
    long = PaperRow([[CellLine("word " * 3000)], [CellLine("short")]])
    columns = [PaperColumn("Text", 1), PaperColumn("More", 1)]
    assert len([*PagedTable(A4, columns).plans([RowGroup("", [long])], LEAF)]) == 1


def test_a_column_of_amounts_is_as_wide_as_the_widest():
    narrow, wide = amounts("Cost", ["1"]), amounts("Cost", ["9,999,999,999"])
    assert narrow.fixed < wide.fixed
    assert narrow.is_amount
    assert sum(PagedTable(A4, [PaperColumn("Name", 1), wide]).widths) == A4.text[0]


def test_a_long_list_fills_column_after_column():
    listing = Listing(A4, 3, 8, 12)
    pages = [*listing.plans([ListEntry(f"Name {n}") for n in range(300)], LEAF)]
    assert [page.title for page in pages] == ["Facts", "Facts, continued", "Facts, continued"]


def test_a_short_list_of_contents_is_one_column():
    plans = [*Listing(A4, 2, 10, 17).plans([*headed(12)], LEAF)]
    assert len(plans) == 1
    assert [len(column) for column in plans[0].draw.columns] == [12]


def headed(count: int) -> list[ListEntry]:
    return [ListEntry(f"Section {n}", ("key",), is_heading=True) for n in range(count)]
