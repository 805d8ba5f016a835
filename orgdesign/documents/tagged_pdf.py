"""A PDF that says what its text is: headings, paragraphs, lists and tables, for who cannot see it.

The library draws text without saying so; what stands here keeps the tree beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFArray, PDFObject
from fpdf.table import Table

from orgdesign.documents.script_pdf import ScriptPdf

Tag = Literal["H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD"]


class _DocumentParts(PDFArray):
    """All marked text of a document, which is written as the parts at its top."""

    def __init__(self) -> None:
        super().__init__()
        self.top: list[StructElem] = []

    def serialize(self, *arguments: Any, **more: Any) -> str:
        return PDFArray(self.top).serialize(*arguments, **more)


class TaggedTree(StructureTreeBuilder):
    """The tree of what a document's text is; what is open holds what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = self.doc_struct_elem.k = _DocumentParts()
        self._groups: list[StructElem] = []
        self._open: list[StructElem] = []

    @contextmanager
    def group(self, tag: Tag) -> Iterator[None]:
        """Hold what is marked meanwhile together."""
        element = self._placed(StructElem(f"/{tag}", self._parent, []))
        self._groups.append(element)
        self._open.append(element)
        yield
        self._open.pop()

    @property
    def _parent(self) -> StructElem:
        return self._open[-1] if self._open else self.doc_struct_elem

    def _placed(self, element: StructElem) -> StructElem:
        (self._open[-1].k if self._open else self._parts.top).append(element)
        return element

    def mark(self, page: int, tag: Tag) -> tuple[int, int]:
        """Return the number that text gets on its page, and that of the page."""
        page_key = self.spid_per_page_number.setdefault(page, len(self.spid_per_page_number))
        on_page = self.struct_tree_root.parent_tree.nums[page_key]
        number = len(on_page)
        element = self._placed(StructElem(f"/{tag}", self._parent, [number], page))
        self._parts.append(element)
        on_page.append(element)
        return number, page_key

    def __iter__(self) -> Iterator[PDFObject]:
        """Yield the objects of the tree, its root first."""
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        yield from self._groups
        yield from self._parts


class _TaggedTable(Table):
    """A table whose cells are marked, row by row."""

    def _render_table_row(self, i: int, *arguments: Any, **more: Any) -> None:
        pdf: TaggedPdf = self._fpdf  # type: ignore[assignment]
        with pdf.tree.group("TR"):
            super()._render_table_row(i, *arguments, **more)

    def _render_table_cell(self, i: int, *arguments: Any, **more: Any) -> Any:
        pdf: TaggedPdf = self._fpdf  # type: ignore[assignment]
        if more.get("cell_height_info") is None:  # it is only measured
            return super()._render_table_cell(i, *arguments, **more)
        with pdf.marked_as("TH" if i < self._num_heading_rows else "TD"):
            return super()._render_table_cell(i, *arguments, **more)


class TaggedPdf(ScriptPdf):
    """Pages whose text is marked as what it is, across the breaks between them."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.tree = self.struct_builder = TaggedTree()
        self._tag: Tag | None = None

    @contextmanager
    def marked_as(self, tag: Tag) -> Iterator[None]:
        """Mark the text that is drawn meanwhile."""
        self._tag = tag
        self._begin(tag)
        yield
        self._out("EMC")
        self._tag = None

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Mark what is drawn meanwhile as no part of the text."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    @contextmanager
    def tagged_table(self, **look: Any) -> Iterator[Table]:
        """Give a table to be filled, and draw it."""
        drawn = _TaggedTable(self, **look)
        yield drawn
        with self.tree.group("Table"):
            drawn.render()

    def _begin(self, tag: Tag) -> None:
        number, page_key = self.tree.mark(self.page, tag)
        self.pages[self.page].struct_parents = page_key
        self._set_min_pdf_version("1.4")
        self._out(f"/{tag} <</MCID {number}>> BDC")

    def _perform_page_break(self) -> None:
        """Break a page within marked text: what goes on is marked again."""
        tag = self._tag
        if tag:
            self._out("EMC")
        super()._perform_page_break()
        if tag:
            self._begin(tag)
