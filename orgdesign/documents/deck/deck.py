"""All the slides of a deck, in order and in sections, left without traces."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from uuid import UUID, uuid5

from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

from orgdesign.charts import QUIET, CardSettings
from orgdesign.documents.archive import Attachment, normalised_zip
from orgdesign.documents.content import DocumentContent, DocumentPart
from orgdesign.documents.deck.chart_slides import chart_slides
from orgdesign.documents.deck.design_slides import design_slides
from orgdesign.documents.deck.drawingml import xml_attribute
from orgdesign.documents.deck.journey_slides import journey_map
from orgdesign.documents.deck.overview_slides import cover, figures, outcome
from orgdesign.documents.deck.plate_slides import plate_slides
from orgdesign.documents.deck.slide import SlidePlan
from orgdesign.documents.deck.slide_writer import SlideWriter
from orgdesign.documents.deck.table_slides import appendix, road_maps
from orgdesign.documents.deck.templates import open_template, plain_deck, remove_traces
from orgdesign.documents.deck.theme import PLAIN, DeckTheme
from orgdesign.documents.kinds import Progress, ignore_progress
from orgdesign.redaction import Disclosure

_NAMES = UUID("b5b2a5f0-7d1c-4c7e-9a53-0d6a1f0c8e11")
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def add_sections(file: Deck, pages: list[SlidePlan]) -> None:
    """Give a deck its sections; those of a template are left out."""
    root = file.part._element  # noqa: SLF001 - the library knows no sections
    for old in root.findall(f"{{{_P}}}extLst"):
        root.remove(old)
    ids = [each.id for each in file.slides._sldIdLst]  # noqa: SLF001
    grouped = groupby(zip(pages, ids, strict=True), key=lambda pair: pair[0].section)
    listed = "".join(
        f'<p14:section name={xml_attribute(name or "Title")} id="{{{_guid(at, name)}}}">'
        "<p14:sldIdLst>"
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


def deck(
    disclosure: Disclosure,
    theme: DeckTheme = PLAIN,
    template: Attachment | None = None,
    progress: Progress = ignore_progress,
    settings: CardSettings = QUIET,
) -> bytes:
    """Return what goes out as PPTX.

    What the file does not say is skipped. A template gives size, layouts, colours
    and fonts; its slides are left out.

    Raises:
        OrgdesignError: the template is no presentation, or the logo no picture.
    """
    file = open_template(template) if template else plain_deck(theme)
    stage = SlideWriter(file, theme, is_own=template is None)
    content = DocumentContent(disclosure, settings)
    pages = [*_pages(content, stage)]
    stage.set(pages)
    for done, page in enumerate(pages):
        progress(done, len(pages))
        stage.draw(page)
    progress(len(pages), len(pages))
    add_sections(file, pages)
    remove_traces(file, disclosure.organisation.name)
    return saved_deck(file)


def _pages(content: DocumentContent, stage: SlideWriter) -> Iterator[SlidePlan]:
    disclosure, room, theme = content.disclosure, stage.room, stage.theme
    painters: dict[DocumentPart, Callable[[], Iterable[SlidePlan]]] = {
        "outcome": lambda: outcome(content, room),
        "charts": lambda: chart_slides(content, room),
        "plates": lambda: plate_slides(content, room),
        "figures": lambda: figures(content),
        "designs": lambda: design_slides(disclosure, room, theme),
        "journey": lambda: journey_map(disclosure.organisation, room),
        "road-map": lambda: road_maps(disclosure, room, theme),
        "tables": lambda: appendix(disclosure, room, theme),
    }
    yield cover(disclosure)
    for part in content.parts:
        yield from painters[part]() if part in painters else ()


def saved_deck(file: Deck) -> bytes:
    """Return a deck as the bytes of its file."""
    with io.BytesIO() as data:
        file.save(data)
        return normalised_zip(data.getvalue())
