"""All the slides of a deck, in order: planned, made, linked, drawn, and left without traces."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pptx.presentation import Presentation as Deck

from orgdesign.documents.archive import steady
from orgdesign.documents.attached import Attached
from orgdesign.documents.deck.appendix import appendix
from orgdesign.documents.deck.charted import charted
from orgdesign.documents.deck.figures import figures
from orgdesign.documents.deck.journey_map import journey_map
from orgdesign.documents.deck.opening import cover, outcome
from orgdesign.documents.deck.pages import Page
from orgdesign.documents.deck.plain import plain
from orgdesign.documents.deck.road_maps import road_maps
from orgdesign.documents.deck.sections import sectioned
from orgdesign.documents.deck.stage import Stage
from orgdesign.documents.deck.template import opened, without_traces
from orgdesign.documents.deck.theme import PLAIN, Theme
from orgdesign.documents.telling import Progress, unheard
from orgdesign.redaction import Exported


def deck(
    going: Exported,
    theme: Theme = PLAIN,
    template: Attached | None = None,
    progress: Progress = unheard,
) -> bytes:
    """Return what goes out as PPTX.

    A template gives size, layouts, colours and fonts; its slides are left out.

    Raises:
        OrgdesignError: the template is no presentation, or the logo no picture.
    """
    file = opened(template) if template else plain(theme)
    stage = Stage(file, theme, is_own=template is None)
    pages = [*_pages(going, stage)]
    stage.set(pages)
    for done, page in enumerate(pages):
        progress(done, len(pages))
        stage.draw(page)
    progress(len(pages), len(pages))
    sectioned(file, pages)
    without_traces(file, going.shown.name)
    return _saved(file)


def _pages(going: Exported, stage: Stage) -> Iterator[Page]:
    yield cover(going)
    yield from outcome(going, stage.room)
    yield from charted(going, stage.room)
    yield from figures(going)
    yield from journey_map(going, stage.room)
    yield from road_maps(going, stage.room, stage.theme)
    yield from appendix(going, stage.room, stage.theme)


def _saved(file: Deck) -> bytes:
    with io.BytesIO() as data:
        file.save(data)
        return steady(data.getvalue())
