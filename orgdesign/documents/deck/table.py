"""Native tables, split over slides where they are long; each slide repeats the head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgdesign.documents.deck.card_style import LEADING, SLACK
from orgdesign.documents.deck.drawingml import (
    ShapeFrame,
    ShapeIdentity,
    TextParagraph,
    TextRun,
    clean,
    emu,
    paragraph,
    solid_fill,
)
from orgdesign.documents.deck.slide_text import join_lines
from orgdesign.render import style, wrap
from orgdesign.value_objects import value_object

SIZE = 10.5
_ACROSS, _DOWN = 7.0, 4.0
_MOST = 8
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


@value_object
class SlideCell:
    """What a cell says, and in which colour; ``bold`` for what a row is about, and for gaps."""

    text: str
    colour: str = style.INK
    bold: bool = False


@value_object
class SlideColumn:
    """A column: what it is called, and its share of the width."""

    name: str
    share: float


@dataclass(frozen=True)
class SlideTable:
    """Columns and rows that stand in a frame, or in as many as they need."""

    columns: Sequence[SlideColumn]
    rows: Sequence[Sequence[SlideCell]]
    width: float
    primary: str

    @property
    def widths(self) -> list[float]:
        """Return how wide each column is, in points."""
        whole = sum(each.share for each in self.columns)
        return [self.width * each.share / whole for each in self.columns]

    def parts(self, height: float) -> Iterator[SlideTable]:
        """Yield the table in parts that are no higher than ``height``."""
        rows: list[Sequence[SlideCell]] = []
        used = self._height(self._head)
        for row in self.rows:
            high = self._height(row)
            if rows and used + high > height:
                yield SlideTable(self.columns, rows, self.width, self.primary)
                rows, used = [], self._height(self._head)
            rows.append(row)
            used += high
        if rows:
            yield SlideTable(self.columns, rows, self.width, self.primary)

    @property
    def _head(self) -> Sequence[SlideCell]:
        return [SlideCell(each.name, style.PAPER, bold=True) for each in self.columns]

    def _lines(self, cell: SlideCell, width: float) -> tuple[str, ...]:
        room = (width - 2 * _ACROSS) * SLACK
        return wrap(clean(cell.text), room, SIZE, cell.bold, _MOST)

    def _height(self, row: Sequence[SlideCell]) -> float:
        counted = (
            len(self._lines(cell, width)) for cell, width in zip(row, self.widths, strict=True)
        )
        return max(1, *counted) * SIZE * LEADING + 2 * _DOWN

    def shape_at(self, identity: ShapeIdentity, x: float, y: float) -> str:
        """Return the table as a shape at a place."""
        rows = [self._head, *self.rows]
        heights = [self._height(row) for row in rows]
        frame = ShapeFrame(x, y, self.width, sum(heights))
        wide = "".join(f'<a:gridCol w="{emu(each)}"/>' for each in self.widths)
        told = "".join(
            f'<a:tr h="{emu(high)}">{"".join(self._cells(row, at))}</a:tr>'
            for at, (row, high) in enumerate(zip(rows, heights, strict=True))
        )
        place = frame.xfrm
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{identity.xml}<p:cNvGraphicFramePr>"
            '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'<p:xfrm>{place}</p:xfrm><a:graphic><a:graphicData uri="{_TABLE}"><a:tbl>'
            f'<a:tblPr firstRow="1"/><a:tblGrid>{wide}</a:tblGrid>{told}'
            "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _cells(self, row: Sequence[SlideCell], at: int) -> Iterator[str]:
        ground = self.primary if at == 0 else "#f5f8f8" if at % 2 == 0 else style.PAPER
        for cell, width in zip(row, self.widths, strict=True):
            text = join_lines(self._lines(cell, width), cell.text)
            told = paragraph(TextParagraph((TextRun(text, SIZE, cell.colour, cell.bold),)))
            yield (
                f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{told}</a:txBody>{_cell_look(ground)}</a:tc>"
            )


def _cell_look(ground: str) -> str:
    none = "".join(f"<a:{side}><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    return (
        f'<a:tcPr marL="{emu(_ACROSS)}" marR="{emu(_ACROSS)}" marT="{emu(_DOWN)}" '
        f'marB="{emu(_DOWN)}" anchor="ctr">{none}<a:lnB w="6350">{solid_fill("#d5dde5")}</a:lnB>'
        f"{solid_fill(ground)}</a:tcPr>"
    )
