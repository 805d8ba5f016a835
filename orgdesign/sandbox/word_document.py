"""Role descriptions in a Word document, as a table: a row for each role, a column for each heading.

What stands under a heading is the text of its cell, a line for each paragraph; what a table of
names and values says has columns of its own. Which column means what is asked elsewhere.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

DOCUMENT = "word/document.xml"
TITLE = "Job Title"
"""The column of what a description is called."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = (
    "job description", "role description", "position description", "stellenbeschreibung",
    "aufgabenbeschreibung", "fiche de poste", "description de poste", "descripción del puesto",
    "perfil de puesto", "descrição de cargo", "mansionario", "functiebeschrijving",
    "職務記述書", "职位说明书", "직무기술서",
)  # fmt: skip
_BEFORE_TITLE = re.compile(
    rf"^(?:{'|'.join(map(re.escape, _KINDS))})\s*[:：–—-]\s*(?=\S)", re.IGNORECASE
)
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|見出し)\s*(\d)", re.IGNORECASE)

MEASURED = (
    "Measured by",
    "Woran der Erfolg gemessen wird",
    "Indicateurs",
    "Indicadores",
    "評価指標",
)
REWARDED = ("Rewarded for", "Wonach vergütet wird", "Part variable liée à",
            "Retribución variable", "報酬の対象")  # fmt: skip
"""The headings under which a document that orgdesign has issued says measures in sentences."""
_COLON = re.compile(r"\s*(?:: |：)\s*")

RoleTexts = dict[str, list[str]]


class WordTable:
    """The one table of a Word document, as tables of a file are given."""

    def __init__(self, rows: list[list[str]]) -> None:
        self.sheets: list[tuple[str | None, bool]] = [(None, True)]
        self.notes: list[str] = []
        self._rows = rows

    def block(self, _sheet: int, start: int, most: int) -> list[list[str]]:
        """Return some rows, from one on; none where there are no more."""
        return list(islice(self._rows, start, start + most))


def is_word(data: bytes) -> bool:
    """Tell whether an archive is a Word document."""
    with ZipFile(io.BytesIO(data)) as packed:
        return DOCUMENT in packed.namelist()


def word_table(data: bytes) -> WordTable:
    """Return the role descriptions of a Word document as a table."""
    with ZipFile(io.BytesIO(data)) as packed:
        body = _parsed(packed, DOCUMENT).find(f"{_W}body")
        styles = _style_names(packed)
        is_ours = _is_issued(packed)
    roles = _roles(body if body is not None else Element("body"), styles)
    if is_ours:
        roles = [{name: _as_named(name, lines) for name, lines in each.items()} for each in roles]
    columns = [*dict.fromkeys(name for role in roles for name in role)]
    rows = [["\n".join(role.get(name, ())) for name in columns] for role in roles]
    return WordTable([columns, *rows])


def _parsed(packed: ZipFile, name: str) -> Element:
    return ElementTree.fromstring(packed.read(name))  # noqa: S314 - bounded by its own process


def _is_issued(packed: ZipFile) -> bool:
    """Tell whether orgdesign has issued a document."""
    name = "docProps/app.xml"
    return name in packed.namelist() and b"<Application>orgdesign<" in packed.read(name)


def _as_named(heading: str, lines: list[str]) -> list[str]:
    """Return measures by their names, with their weights as rewards, without all that is told."""
    if heading not in (*MEASURED, *REWARDED):
        return lines
    parts = [_COLON.split(each.rstrip(".。"), maxsplit=1) for each in lines]
    is_paid = heading in REWARDED
    return [" ".join(each).replace(" %", "%") if is_paid else each[0] for each in parts]


def _style_names(packed: ZipFile) -> Mapping[str, str]:
    if "word/styles.xml" not in packed.namelist():
        return {}
    names = {}
    for style in _parsed(packed, "word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "").casefold()
    return names


def _roles(body: Element, styles: Mapping[str, str]) -> list[RoleTexts]:
    """Return what is said of each role; a title, or else a heading of level 1, begins one."""
    levels = [level for _, level, _ in _paragraphs(body, styles)]
    starts = 0 if 0 in levels else 1 if 2 in levels else 0
    roles: list[RoleTexts] = [{}]
    heading = ""
    for element in body:
        if element.tag == f"{_W}tbl":
            _take_table(element, roles[-1], heading)
            continue
        for text, level, _ in _paragraphs([element], styles):
            if level is not None and level <= starts:
                if roles[-1].get(TITLE):
                    roles.append({})
                roles[-1][TITLE] = [_BEFORE_TITLE.sub("", text)]
                heading = ""
            elif level is not None:
                heading = text
            elif heading:
                roles[-1].setdefault(heading, []).append(text)
    return [role for role in roles if role.get(TITLE)]


def _paragraphs(
    elements: Element | list[Element], styles: Mapping[str, str]
) -> Iterator[tuple[str, int | None, bool]]:
    """Yield the text of each paragraph with its level as a heading, 0 for a title."""
    for element in elements:
        if element.tag == f"{_W}p":
            style = element.find(f"{_W}pPr/{_W}pStyle")
            name = styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
            if text := _text(element):
                yield text, _level(name), "list" in name
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _paragraphs(list(element), styles)


def _level(style: str) -> int | None:
    if style == "title":
        return 0
    found = _HEADING.match(style)
    return int(found[1]) if found else None


def _text(element: Element) -> str:
    """Return a text without what was struck out as a tracked change."""
    parts = []
    for each in element.iter():
        if each.tag == f"{_W}t":
            parts.append(each.text or "")
        elif each.tag in (f"{_W}br", f"{_W}tab"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def _take_table(table: Element, role: RoleTexts, heading: str) -> None:
    """Take the names and values of a table, or its rows as lines of the section it stands in."""
    rows = [[_cell(cell) for cell in row.findall(f"{_W}tc")] for row in table.findall(f"{_W}tr")]
    if not heading:
        for row in rows:
            for name, said in zip(row[::2], row[1::2], strict=False):
                if name and said:
                    role.setdefault(name, []).append(said)
        return
    for row in rows[1:] if len(rows) > 1 else rows:
        told = ": ".join(filter(None, row))
        if len([*filter(None, row)]) > 1 or (told and len(row) == 1):
            role.setdefault(heading, []).append(told)


def _cell(cell: Element) -> str:
    return "\n".join(filter(None, (_text(each) for each in cell.findall(f"{_W}p"))))
