"""Role descriptions in a Word document, as a table: a row for each role, a column for each heading.

What stands under a heading is the text of its cell, a line for each paragraph; what a table of
names and values says has columns of its own. Which column means what is asked elsewhere.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from orgdesign.sandbox.issued_document import SHEET_MARK, issued_rows
from orgdesign.sandbox.word_text import W, cell_lines, heading_level, paragraph_text

DOCUMENT_PART = "word/document.xml"
TITLE = "Job Title"
"""The column of what a description is called."""
OPENING = "Opening text"
"""The column of what stands before the first heading."""
_KINDS = (
    "job description", "role description", "position description", "stellenbeschreibung",
    "aufgabenbeschreibung", "fiche de poste", "description de poste", "descripción del puesto",
    "perfil de puesto", "descrição de cargo", "mansionario", "functiebeschrijving",
    "職務記述書", "职位说明书", "직무기술서",
)  # fmt: skip
_BEFORE_TITLE = re.compile(
    rf"^(?:{'|'.join(map(re.escape, _KINDS))})\s*[:：–—-]\s*(?=\S)", re.IGNORECASE
)

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
    """The table of a Word document, as tables of a file are given.

    Of one that orgdesign has issued a second one, which is not seen, says what each mark is over.
    """

    def __init__(self, rows: list[list[str]], issued: list[list[str]]) -> None:
        self.sheets: list[tuple[str | None, bool]] = [(None, True)]
        self.notes: list[str] = []
        self._tables = [rows]
        if issued:
            self.sheets.append((SHEET_MARK, False))
            self._tables.append(issued)

    def block(self, sheet: int, start: int, most: int) -> list[list[str]]:
        """Return some rows, from one on; none where there are no more."""
        return self._tables[sheet][start : start + most]


def is_word(data: bytes) -> bool:
    """Tell whether an archive is a Word document."""
    with ZipFile(io.BytesIO(data)) as packed:
        return DOCUMENT_PART in packed.namelist()


def word_table(data: bytes) -> WordTable:
    """Return the role descriptions of a Word document as a table."""
    with ZipFile(io.BytesIO(data)) as packed:
        body = _parsed(packed, DOCUMENT_PART).find(f"{W}body")
        styles = _style_names(packed)
        is_ours = _is_issued(packed)
    body = body if body is not None else Element("body")
    roles = _roles(body, styles, is_ours=is_ours)
    if is_ours:
        roles = [{name: _as_named(name, lines) for name, lines in each.items()} for each in roles]
    columns = [*dict.fromkeys(name for role in roles for name in role)]
    rows = [["\n".join(role.get(name, ())) for name in columns] for role in roles]
    return WordTable([columns, *rows], issued_rows(body, styles))


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
    for style in _parsed(packed, "word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            names[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "").casefold()
    return names


def _roles(body: Element, styles: Mapping[str, str], *, is_ours: bool) -> list[RoleTexts]:
    """Return what is said of each role; a title, or else a heading of level 1, begins one."""
    levels = [level for _, level in _paragraphs(body, styles)]
    starts = 0 if 0 in levels else 1 if 2 in levels else 0
    roles: list[RoleTexts] = [{}]
    heading = ""
    for element in body:
        if element.tag == f"{W}tbl":
            _take_table(element, roles[-1], heading)
            continue
        for text, level in _paragraphs([element], styles):
            if level is not None and level <= starts:
                if roles[-1].get(TITLE):
                    roles.append({})
                roles[-1][TITLE] = [_BEFORE_TITLE.sub("", text)]
                heading = ""
            elif level is not None:
                heading = text
            elif heading or (roles[-1].get(TITLE) and not is_ours):
                roles[-1].setdefault(heading or OPENING, []).append(text)
    return [role for role in roles if role.get(TITLE)]


def _paragraphs(
    elements: Element | list[Element], styles: Mapping[str, str]
) -> Iterator[tuple[str, int | None]]:
    """Yield the text of each paragraph with its level as a heading, 0 for a title."""
    for element in elements:
        if element.tag == f"{W}p":
            if text := paragraph_text(element):
                yield text, heading_level(element, styles)
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _paragraphs(list(element), styles)


def _take_table(table: Element, role: RoleTexts, heading: str) -> None:
    """Take the names and values of a table, or its rows as lines of the section it stands in."""
    rows = [[cell_lines(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
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
