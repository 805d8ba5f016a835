"""The first slides and the figures: what the deck is about, and how much serves the customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.util import Pt

from orgdesign.charts import lacks_accountable_role, role_title
from orgdesign.diagnosis.scores import SCORES
from orgdesign.documents.content import DocumentContent
from orgdesign.documents.deck.drawingml import ShapeFrame, ShapeStyle, TextParagraph, TextRun, clean
from orgdesign.documents.deck.native_chart import fill_series, put_chart
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title, styled_line
from orgdesign.documents.deck.slide_text import cut_text
from orgdesign.model import Measure, Organisation, Outcome, lower_first, number_text
from orgdesign.redaction import Disclosure
from orgdesign.render import style, wrap

_COLUMNS, _GAP = 3, 14.0


def cover(disclosure: Disclosure) -> SlidePlan:
    """Return the title slide."""
    then = disclosure.then
    about = then.name if then else "The organisation and the customer outcome that it serves"

    def draw(canvas: SlideCanvas) -> None:
        under = [each for each in canvas.slide.placeholders if each.placeholder_format.idx == 1]
        if under and under[0].has_text_frame:
            under[0].text_frame.text = clean(about)

    return SlidePlan("", disclosure.organisation.name, draw, is_cover=True)


def outcome(content: DocumentContent, room: ShapeFrame) -> Iterator[SlidePlan]:
    """Yield the desired outcome with its measures, and the outcomes under it, once written."""
    shown = content.disclosure.organisation
    if not content.has_outcome:
        return
    under = [*shown.outcome.outcomes.values()]
    size = 6
    parts = [under[at : at + size] for at in range(0, len(under), size)] or [[]]
    for part, few in enumerate(parts, start=1):
        title = part_title("The desired customer outcome", part, len(parts))

        def draw(
            canvas: SlideCanvas, few: Sequence[Outcome] = few, first: int = (part - 1) * size
        ) -> None:
            _draw(canvas, shown, few, first)

        yield SlidePlan("Outcome", title, draw)


def _draw(canvas: SlideCanvas, shown: Organisation, few: Sequence[Outcome], first: int) -> None:
    room = canvas.room
    high = 150.0 if few else 220.0
    banner = ShapeFrame(room.x, room.y, room.width, high)
    look = ShapeStyle(
        canvas.theme.primary, canvas.theme.primary, shape="roundRect", rounding=8, inset=(22, 12)
    )
    paragraphs = [*_statement(shown, room.width - 60)]
    canvas.text("Desired customer outcome", banner, paragraphs, look)
    width = (room.width - (_COLUMNS - 1) * _GAP) / _COLUMNS
    rows = -(-len(few) // _COLUMNS) or 1
    height = min((room.height - high - rows * _GAP) / rows, 150.0)
    for at, each in enumerate(few):
        down, across = divmod(at, _COLUMNS)
        frame = ShapeFrame(
            room.x + across * (width + _GAP),
            room.y + high + _GAP + down * (height + _GAP),
            width,
            height,
        )
        _under(canvas, shown, each, frame, style.HUES[(first + at) % len(style.HUES)])


def _statement(shown: Organisation, inner: float) -> Iterator[TextParagraph]:
    """Yield the desired outcome, for whom it is and whose, and its first measures."""
    root = shown.outcome
    size = _fitting(root.statement, inner)
    statement = cut_text(root.statement, inner * 0.9, size, 3, bold=True)
    yield styled_line(statement, size, style.ON_ROOT, bold=True)
    facts = [f"For {lower_first(root.customer)}"] if root.customer else []
    if title := role_title(shown, root.accountable):
        facts.append(f"◆ {title}")
    if facts:
        told = cut_text("  ·  ".join(facts), inner * 0.9, 13, 2)
        yield styled_line(told, 13, style.ON_ROOT_QUIET, before=6)
    for id_ in root.measures[:3]:
        yield styled_line(measure_line(shown.measures[id_]), 14, style.ON_ROOT, bold=True, before=6)


def _under(
    canvas: SlideCanvas, shown: Organisation, one: Outcome, frame: ShapeFrame, hue: style.Hue
) -> None:
    room = (frame.width - 28) * 0.9
    paragraphs = [
        styled_line(cut_text(one.statement, room, 14, 3, bold=True), 14, hue.strong, bold=True)
    ]
    paragraphs += [
        styled_line(
            cut_text(measure_line(shown.measures[id_]), room, 11, 2), 11, style.INK, before=4
        )
        for id_ in one.measures[:2]
    ]
    if title := role_title(shown, one.accountable):
        paragraphs.append(
            styled_line(cut_text(f"◆ {title}", room, 11, 1), 11, style.QUIET, before=4)
        )
    elif lacks_accountable_role(one, shown):
        paragraphs.append(
            TextParagraph((TextRun("◇ No accountable role", 11, style.GAP.strong, bold=True),), 4)
        )
    look = ShapeStyle(hue.soft, hue.strong, 1.25, shape="roundRect", rounding=8, inset=(12, 8))
    canvas.text(one.statement, frame, paragraphs, look)


def _fitting(text: str, width: float) -> float:
    """Return the largest size in which a text takes no more than two lines."""
    return next(
        (size for size in (28, 24, 20, 18) if len(wrap(text, width * 0.9, size, bold=True)) <= 2),
        16,
    )


def measure_line(measure: Measure) -> str:
    """Return a measure with where it is and where it should be, in its unit."""
    ends = [number_text(each) for each in (measure.baseline, measure.target) if each is not None]
    unit = f" {measure.unit}" if measure.unit and ends else ""
    return f"{measure.name}: {' → '.join(ends)}{unit}" if ends else measure.name


_NOTES = (
    "Each score is what is there of what customers need between functions: motivation (what "
    "people are rewarded for), metrics (how success is told), mechanics (how work crosses "
    "functions). The chart is native: its numbers open in a spreadsheet."
)


def figures(content: DocumentContent) -> Iterator[SlidePlan]:
    """Yield the slide of the scores, today and after; none where there is nothing to count."""
    if not content.has_figures:
        return

    def draw(canvas: SlideCanvas) -> None:
        data = CategoryChartData(number_format="0")
        data.categories = [SCORES[at] for at in content.scores]
        for name, figure in content.series:
            data.add_series(clean(name), [figure[at] for at in content.scores])
        _chart(canvas, data, has_legend=len(content.series) > 1)

    yield SlidePlan(
        "Figures", "Where customers are held up: coverage and quicksand scores", draw, _NOTES
    )


def _chart(canvas: SlideCanvas, data: CategoryChartData, *, has_legend: bool) -> None:
    kind = XL_CHART_TYPE.BAR_CLUSTERED
    chart = put_chart(canvas, kind, data, "Scores", size=14, below=34)
    if has_legend:
        chart.has_legend = True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 100
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 60, -8, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = '0"%"', False
    labels.position, labels.font.bold = XL_LABEL_POSITION.OUTSIDE_END, True
    labels.font.size = Pt(14)
    for each, colour in zip(
        plot.series, (style.LINE, canvas.theme.accent)[-len(plot.series) :], strict=True
    ):
        fill_series(each, colour)
    _explain(canvas)


def _explain(canvas: SlideCanvas) -> None:
    """Say under the chart how its scores are read."""
    room = canvas.room
    frame = ShapeFrame(room.x, room.y + room.height - 28, room.width, 28)
    said = "Per cent of what customers need that is there; 100 holds them up everywhere."
    canvas.text("How to read it", frame, [styled_line(said, 12, style.QUIET)])
