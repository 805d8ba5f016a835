"""One view as slides: a chart as it is on screen, its title, its legend, and what stands below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgdesign.charts import Chart
from orgdesign.documents.deck.chart_slides import draw_chart
from orgdesign.documents.deck.deck import saved_deck
from orgdesign.documents.deck.journey_slides import JOURNEY_TITLE, journey_map
from orgdesign.documents.deck.legend_strip import chart_room, draw_legend
from orgdesign.documents.deck.pagination import ChartPagination, ChartSlide, SlideRoom
from orgdesign.documents.deck.plate_slides import SCALE, draw_sheet
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title
from orgdesign.documents.deck.slide_writer import SlideWriter
from orgdesign.documents.deck.templates import plain_deck, remove_traces
from orgdesign.documents.deck.theme import PLAIN, DeckTheme
from orgdesign.model import Organisation
from orgdesign.render import PictureFrame, Size
from orgdesign.render.sheet import Sheet


def view_deck(
    charts: Sequence[Chart], frame: PictureFrame, name: str, theme: DeckTheme = PLAIN
) -> bytes:
    """Return a slide of each chart as it is shown, as PPTX; ``name`` is the organisation's.

    What a slide has no room for is folded, and says how much it hides.
    """
    stage = SlideWriter(plain_deck(_footed(theme, frame)), _footed(theme, frame), is_own=True)
    return _write_slides(stage, [*_plans(charts, frame, stage)], name)


def sheet_deck(
    sheets: Sequence[Sheet], name: str, theme: DeckTheme = PLAIN, note: str = "", title: str = ""
) -> bytes:
    """Return a slide of each sheet, with a note at the foot of each, as PPTX.

    Each is called ``title``, and its number where there are several; otherwise as its sheet is.
    """
    footed = replace(theme, footer=note or theme.footer)
    stage = SlideWriter(plain_deck(footed), footed, is_own=True)
    plans = [
        SlidePlan(
            "",
            part_title(title or sheet.title, part, len(sheets)),
            lambda canvas, sheet=sheet: draw_sheet(canvas, sheet),  # type: ignore[misc]
        )
        for part, sheet in enumerate(sheets, 1)
    ]
    return _write_slides(stage, plans, name)


def journey_deck(
    shown: Organisation, note: str, theme: DeckTheme = PLAIN, title: str = JOURNEY_TITLE
) -> bytes:
    """Return the customer's journey as slides, with a note at the foot of each, as PPTX."""
    footed = replace(theme, footer=note or theme.footer)
    stage = SlideWriter(plain_deck(footed), footed, is_own=True)
    return _write_slides(stage, [*journey_map(shown, stage.room, title)], shown.name)


def slide_size(theme: DeckTheme = PLAIN) -> Size:
    """Return the size of a sheet that fills the room of a slide, in points."""
    room = SlideWriter(plain_deck(theme), theme, is_own=True).room
    return room.width / SCALE, room.height / SCALE


def _footed(theme: DeckTheme, frame: PictureFrame) -> DeckTheme:
    return replace(theme, footer=frame.note or theme.footer)


def _write_slides(stage: SlideWriter, plans: list[SlidePlan], name: str) -> bytes:
    stage.set(plans)
    for plan in plans:
        stage.draw(plan)
    remove_traces(stage.file, name)
    return saved_deck(stage.file)


def _plans(charts: Sequence[Chart], frame: PictureFrame, stage: SlideWriter) -> Iterator[SlidePlan]:
    room = chart_room(stage.room)
    spread = ChartPagination(SlideRoom(room.width, room.height))
    for chart in charts:
        slide = spread.alike([chart], [lambda _: False])[0][0]

        def draw(canvas: SlideCanvas, slide: ChartSlide = slide) -> None:
            draw_chart(canvas, slide, {})
            if frame.legend:
                draw_legend(canvas, frame.legend)

        yield SlidePlan("", frame.title or chart.title, draw, chart.about)
