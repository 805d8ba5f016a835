"""What stands on cards as labels of Graphviz, and the only place where text is escaped for it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from html import escape

from orgdesign.render import style
from orgdesign.render.card import CHIP_GAP, SLACK, CardRow, chip_width
from orgdesign.render.fonts import text_width

_UNSAFE = re.compile("[^\\w\\-./?=&#%:+~,;!@()]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def card_label(rows: Sequence[CardRow], width: float, *, centred: bool) -> str:
    """Return the rows of a card as a label."""
    inner = round(width - 2 * style.PADDING) if not centred else round(width - 4)
    align = "CENTER" if centred else "LEFT"
    lines = "".join(
        _cell(row, inner, "RIGHT" if row.right_to_left and not centred else align) for row in rows
    )
    table = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    return f"<<TABLE {table}>{lines}</TABLE>>"


def _cell(row: CardRow, width: int, align: str) -> str:
    ground = f' BGCOLOR="{row.colour}"' if row.rule else ""
    size = f'FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{row.height:g}"'
    return f'<TR><TD {size} ALIGN="{align}"{ground}>{_content(row)}</TD></TR>'


def _content(row: CardRow) -> str:
    if row.chip:
        return _chip(row)
    return _font(row) if row.text else ""


def _chip(row: CardRow) -> str:
    """Return a chip, and what stands beside it, as a table within its cell."""
    width = chip_width(row)
    cells = f'<TD {_size(width, row)} VALIGN="BOTTOM" BGCOLOR="{row.chip}">{_font(row)}</TD>'
    if row.beside:
        beside = CardRow(row.height, row.beside, row.size, style.QUIET)
        further = math.ceil(text_width(beside.text, row.size) + SLACK)
        cells += f"<TD {_size(CHIP_GAP, row)}></TD>"
        cells += f'<TD {_size(further, row)} VALIGN="BOTTOM" ALIGN="LEFT">{_font(beside)}</TD>'
        width += CHIP_GAP + further
    table = 'ALIGN="LEFT" BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    return f"<TABLE {table} {_size(width, row)}><TR>{cells}</TR></TABLE>"


def _size(width: float, row: CardRow) -> str:
    return f'FIXEDSIZE="TRUE" WIDTH="{width:g}" HEIGHT="{row.height:g}"'


def _font(row: CardRow) -> str:
    text = f"<B>{safe_text(row.text)}</B>" if row.bold else safe_text(row.text)
    return f'<FONT POINT-SIZE="{row.size}" COLOR="{row.colour}">{text}</FONT>'


def safe_text(text: str) -> str:
    """Return text as the inside of an HTML-like label: nothing in it means anything to Graphviz.

    Graphviz takes a backslash and a letter for a name of its own in such labels too.
    """
    readable = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return escape(readable.replace("\\", "\\\\")) or " "


def safe_link(url: str) -> str:
    """Return a link without anything that DOT or Graphviz gives a meaning of its own."""
    return _UNSAFE.sub("_", url)
