"""A document as Markdown."""

from __future__ import annotations

import re

from orgdesign.documents.writers import document as parts

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_AT_START = re.compile(r"^([-+=]|\d+[.)](?= ))")


def markdown(document: parts.Document) -> bytes:
    """Return a document as Markdown; what would be marks there stands as the user wrote it."""
    told = filter(None, map(_block, document.blocks))
    return ("\n\n".join(told) + "\n").encode()


def _block(block: parts.Block) -> str:
    match block:
        case parts.Heading(text, level):
            return f"{'#' * level} {_plain(text)}"
        case parts.Paragraph(text, is_aside):
            return f"*{_plain(text)}*" if is_aside else _plain(text)
        case parts.Items(lines):
            return "\n".join(f"- {_plain(each)}" for each in lines)
        case parts.DocumentTable(rows, kind="facts"):
            return "\n".join(f"- **{_plain(name)}**: {_plain(said)}" for name, said in rows)
        case parts.DocumentTable(rows, columns):
            count = len(columns or rows[0])
            ruled = [columns or ("",) * count, ("---",) * count]
            head, rule = (_row(ruled[0]), "| " + " | ".join(ruled[1]) + " |")
            return "\n".join((head, rule, *map(_row, rows)))


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_plain(each).replace("\n", "<br>") for each in cells) + " |"


def _plain(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;")
    return _AT_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", escaped)
