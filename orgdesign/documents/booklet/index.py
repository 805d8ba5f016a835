"""The index: where each function and each role is found, by the alphabet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from orgdesign.charts.boxes import function_id
from orgdesign.documents.booklet.charts import TITLES, facts, found
from orgdesign.documents.booklet.leaf import Leaf
from orgdesign.documents.booklet.listing import Entry, Listing
from orgdesign.documents.booklet.paper import Sheet
from orgdesign.documents.wording import line
from orgdesign.model import Role
from orgdesign.redaction import Exported

FUNCTIONS, ROLES = "Index of functions", "Index of roles"
KEYS = {FUNCTIONS: "section/index-functions", ROLES: "section/index-roles"}
_FEW = 4
"""Pages that the index names of a role; one who answers for many is found by the first."""


def index_leaves(going: Exported, sheet: Sheet) -> Iterator[Leaf]:
    """Yield the pages of the index: of functions, today's and the design's, then of roles."""
    columns = 2 if sheet.width < sheet.height else 3
    listing = Listing(sheet, columns, 8, 12)
    for title, entries in ((FUNCTIONS, _functions(going)), (ROLES, _roles(going))):
        if entries:
            leaf = Leaf(title, lambda *_: None, (KEYS[title],), mark=title)
            yield from listing.leaves([*_lettered(entries)], leaf)


def _functions(going: Exported) -> list[Entry]:
    names: dict[tuple[str, str], None] = {}
    for organisation in (going.today, going.shown):
        for each in organisation.functions.values():
            names[line(each.name), each.id] = None
    return [
        Entry(name, (*(found(view, function_id(id_)) for view in TITLES), facts(id_)))
        for name, id_ in names
    ]


def _roles(going: Exported) -> list[Entry]:
    answers: dict[str, list[str]] = {}
    for function in going.shown.functions.values():
        answers.setdefault(function.accountable or "", []).append(function.id)
    return [
        Entry(line(role.title), tuple(map(facts, _places(role, answers.get(role.id, [])))))
        for role in going.shown.roles.values()
    ]


def _places(role: Role, answers: Sequence[str]) -> list[str]:
    within = [role.function] if role.function else []
    return list(dict.fromkeys([*within, *answers]))[:_FEW]


def _lettered(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries by the alphabet, with a heading for each first letter."""
    last = ""
    for key, entry in sorted(((_key(each.text), each) for each in entries), key=lambda one: one[0]):
        letter = key[:1].upper() if key[:1].isalpha() else "0-9" if key[:1].isdigit() else "#"
        if letter != last:
            yield Entry(letter, is_heading=True)
        last = letter
        yield entry


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()
