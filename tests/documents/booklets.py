"""Booklets read back: the text of each page, the size of its type, and where its links lead."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PageObject, PdfReader

from orgdesign.documents.booklet import booklet
from orgdesign.redaction import Disclosure


class Read:
    """A booklet as a reader of PDF files sees it; pages count from 1."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = PdfReader(io.BytesIO(data))
        self.pages = [page.extract_text() for page in self.file.pages]

    def page_of(self, title: str) -> int:
        """Return the page that a bookmark leads to."""
        return dict(self.bookmarks)[title]

    def links(self, page: int) -> Iterator[tuple[tuple[float, float, float, float], int]]:
        """Yield the areas of a page that can be clicked, and the page that each leads to."""
        numbers = {one.indirect_reference.idnum: at for at, one in enumerate(self.file.pages, 1)}
        for each in self.file.pages[page - 1].get("/Annots", ()):
            link = each.get_object()
            yield tuple(map(float, link["/Rect"])), numbers[link["/Dest"][0].idnum]

    def places(self, page: int) -> Iterator[tuple[str, float, float]]:
        """Yield each piece of text of a page, and where it starts."""
        for text, x, y, _ in _pieces(self.file.pages[page - 1]):
            yield text, x, y

    def leads(self, page: int, words: str) -> list[int]:
        """Return where clicks on words of a page lead."""
        return [
            to
            for text, x, y in self.places(page)
            if words in text
            for (left, low, right, high), to in self.links(page)
            if left - 1 <= x <= right and low - 1 <= y <= high
        ]

    @property
    def smallest(self) -> float:
        """Return the size of the smallest type on any page."""
        return min(size for page in self.file.pages for _, _, _, size in _pieces(page))

    @property
    def bookmarks(self) -> list[tuple[str, int]]:
        """Return the bookmarks, whatever their depth, with their pages."""
        return [*self._marks(self.file.outline)]

    def _marks(self, outline: list[object]) -> Iterator[tuple[str, int]]:
        for each in outline:
            if isinstance(each, list):
                yield from self._marks(each)
            else:
                page = self.file.get_destination_page_number(each)  # type: ignore[arg-type]
                yield each.title, page + 1  # type: ignore[attr-defined]


def read(disclosure: Disclosure, *wishes: str) -> Read:
    """Return the booklet of what goes out, on paper and held as is wished, as it is read."""
    return Read(booklet(disclosure, *wishes))  # type: ignore[arg-type]


def _pieces(page: PageObject) -> list[tuple[str, float, float, float]]:
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            scale = abs(cm[3]) * abs(tm[3])
            found.append((text.strip(), tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], size * scale))

    page.extract_text(visitor_text=visit)
    return found
