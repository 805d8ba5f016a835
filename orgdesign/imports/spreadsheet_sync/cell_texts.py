"""What a cell says, without what spreadsheets do to it on their own."""

from __future__ import annotations

import re
import unicodedata

from orgdesign.imports.spreadsheet_sync.bad_cells import Wrong
from orgdesign.imports.spreadsheet_sync.cell_numbers import is_number, percents
from orgdesign.imports.spreadsheet_sync.excel_coercion import is_remade
from orgdesign.tables import Cell, remove_shield

_CUT = 32_700
"""From how many letters on a cell may be all that a workbook could hold of a text."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ERRORS = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|N/A|#+)|Err:\d+")


def said_in(cell: str) -> str:
    r"""Return the text that a cell is meant to say.

    >>> said_in("'=1+1 "), said_in("one \r\ntwo")
    ('=1+1', 'one\ntwo')
    """
    return _tidy(remove_shield(cell))


def _tidy(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def refuse_error(cell: str) -> None:
    """Refuse what a spreadsheet shows where it cannot show what is in a cell.

    Raises:
        Wrong: it is such.
    """
    if _ERRORS.fullmatch(cell.strip()):
        raise Wrong(f"{cell.strip()} is what a spreadsheet shows when it fails; write it anew")


def is_same(said: Cell, cell: str) -> bool:
    """Tell whether a cell still says what the table said when it went out."""
    if said == cell or (said is None and not cell):  # as nearly all are, of many
        return True
    if said is None:
        return not said_in(cell)
    if not isinstance(said, str):
        shares = (share for each in percents(cell) for share in (each, each / 100))
        if is_number(said, cell) or any(is_number(said, repr(share)) for share in shares):
            return True
        return is_remade(f"{said:.15g}", cell.strip())
    return _is_same_text(_tidy(said), cell)


def _is_same_text(said: str, cell: str) -> bool:
    forms = {said_in(cell), _tidy(cell), _tidy(_unescaped(cell))}
    if said in forms or _tidy(_unescaped(said)) in forms:
        return True
    if len(cell) >= _CUT and said.startswith(_tidy(cell)):
        return True
    return any(is_remade(said, each) for each in forms)


def _unescaped(text: str) -> str:
    """Return a text as workbooks mean it: they write some letters as their codes."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
