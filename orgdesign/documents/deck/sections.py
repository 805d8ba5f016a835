"""The sections of a deck, by which people fold its slides in the list beside them."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID, uuid5

from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

from orgdesign.documents.deck.markup import quoted
from orgdesign.documents.deck.pages import Page

_NAMES = UUID("b5b2a5f0-7d1c-4c7e-9a53-0d6a1f0c8e11")
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def sectioned(file: Deck, pages: list[Page]) -> None:
    """Give a deck its sections; those of a template are left out."""
    root = file.part._element  # noqa: SLF001 - the library knows no sections
    for old in root.findall(f"{{{_P}}}extLst"):
        root.remove(old)
    ids = [each.id for each in file.slides._sldIdLst]  # noqa: SLF001
    grouped = groupby(zip(pages, ids, strict=True), key=lambda pair: pair[0].section)
    listed = "".join(
        f'<p14:section name={quoted(name or "Title")} id="{{{_guid(at, name)}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{id_}"/>' for _, id_ in pairs)
        + "</p14:sldIdLst></p14:section>"
        for at, (name, pairs) in enumerate(grouped)
    )
    root.append(
        parse_xml(
            f'<p:extLst xmlns:p="{_P}" xmlns:p14="{_P14}"><p:ext uri="{_URI}">'
            f"<p14:sectionLst>{listed}</p14:sectionLst></p:ext></p:extLst>"
        )
    )


def _guid(at: int, name: str) -> str:
    return str(uuid5(_NAMES, f"{at} {name}")).upper()
