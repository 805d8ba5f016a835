"""All the slides of a deck, in order: planned, made, linked, drawn, and left without traces."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pptx.presentation import Presentation as Deck

from orgdesign.exporting.archive import steady
from orgdesign.exporting.attached import Attached
from orgdesign.exporting.deck.appendix import appendix
from orgdesign.exporting.deck.charted import charted
from orgdesign.exporting.deck.figures import figures
from orgdesign.exporting.deck.journey_map import journey_map
from orgdesign.exporting.deck.opening import cover, outcome
from orgdesign.exporting.deck.pages import Page
from orgdesign.exporting.deck.plain import plain
from orgdesign.exporting.deck.road_maps import road_maps
from orgdesign.exporting.deck.sections import sectioned
from orgdesign.exporting.deck.stage import Stage
from orgdesign.exporting.deck.template import opened, without_traces
from orgdesign.exporting.deck.theme import PLAIN, Theme
from orgdesign.exporting.leaving_out import Exported
from orgdesign.exporting.telling import Progress, unheard


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
