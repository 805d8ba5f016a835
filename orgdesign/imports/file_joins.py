"""Several files of one organisation: people and their posts, and lines in a file of their own."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.imports.cells import ExportRow, full_name, is_number
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes
from orgdesign.imports.person_keys import name_keys, number_keys
from orgdesign.imports.table import ExportTable
from orgdesign.imports.words import folded_words

_WHOSE = ("person", "other_id", "post", "email", "login", "name")


def joined_rows(tables: Sequence[ExportTable], notes: Notes) -> list[ExportRow]:
    """Return the rows of all tables; those of a list of posts complete the people who hold them."""
    posts = [table for table in tables if table.is_list_of_posts]
    people = [table for table in tables if not table.is_list_of_posts]
    rows = [row for table in people for row in table.rows]
    if not posts or not any("post" in row for row in rows):
        return [row for table in tables for row in table.rows]
    listed = {row["post"].casefold(): row for table in posts for row in table.rows if "post" in row}
    held = _completed(rows, listed)
    free = [row for key, row in listed.items() if key not in held]
    for row in free:
        row.setdefault("status", "vacant")
    notes.count(
        len(free),
        "1 post in the list of posts is nobody's, and is vacant.",
        "{n} posts in the list of posts are nobody's, and are vacant.",
    )
    return [*rows, *free]


def _completed(rows: Sequence[ExportRow], listed: dict[str, ExportRow]) -> set[str]:
    held: set[str] = set()
    for row in rows:
        key = row.get("post", "").casefold()
        if key in listed:
            held.add(key)
            for meaning, text in listed[key].items():
                row.setdefault(meaning, text)
    return held


def with_lines(rows: Sequence[ExportRow], tables: Sequence[ExportTable]) -> None:
    """Add to rows what lists of lines say: who reports to whom, and how."""
    if not tables:
        return
    by_key: dict[str, list[ExportRow]] = {}
    for row in rows:
        for key in _keys(row):
            by_key.setdefault(key, []).append(row)
    for line in (line for table in tables for line in table.rows):
        above = next((line[m] for m in line if m.startswith("manager")), None)
        dotted = line.get("dotted")
        if above is not None and _is_dotted(line.get("relation", "")):
            above, dotted = None, above
        for row in next((by_key[key] for key in _keys(line) if key in by_key), ()):
            if above is not None and "manager" not in row:
                row["manager"] = above
            elif above is not None and above != row["manager"]:
                dotted = above
            if dotted:
                row["dotted"] = f"{row['dotted']}\n{dotted}" if "dotted" in row else dotted


def _is_dotted(relation: str) -> bool:
    said = fold_text(relation)
    return any(word in said for word in folded_words("dotted"))


def _keys(row: ExportRow) -> list[str]:
    keys = [key for m in _WHOSE[:5] if is_number(row.get(m)) for key in number_keys(row[m])]
    name = full_name(row)
    return [*keys, *([f"name {name_keys(name)[1]}"] if name else [])]
