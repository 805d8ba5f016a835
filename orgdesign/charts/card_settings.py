"""What cards say, and what their colours mean: chosen by people, for any chart of functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from orgdesign.charts.chart import Box, Chart, GapStyle
from orgdesign.charts.colour_groups import Colouring, attribute_text, colour_groups
from orgdesign.model import Function, Organisation, View, number_text
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object

SHOWN = ("contribution", "accountable")
"""What cards say without being asked."""
FIELDS = ("contribution", "accountable", "holder", "people", "cost", "span", "measures")
COLOURS = ("outcome", "gap", "head", "work", "people", "cost", "span")

_OLDER = {"headcount": "people"}
"""Fields that a file may call as the functions do."""


def current_field(name: str) -> str:
    """Return what a field of cards, or a colour, is called now."""
    return _OLDER.get(name, name)


@value_object
class CardSettings:
    """The fields that cards say, in order, what their colours mean, and how loud gaps are.

    A field or a colour that is none of ours is an attribute of the functions. ``photos`` say of
    roles where a picture of who holds them is.
    """

    show: tuple[str, ...] = SHOWN
    colour_by: str = "outcome"
    gaps: GapStyle = "words"
    photos: tuple[tuple[str, str], ...] = ()


QUIET = CardSettings(gaps="none")
"""What cards of documents say where nobody asks for more."""


def view_settings(view: View, usual: GapStyle = "none") -> CardSettings:
    """Return what a view of the file says of cards; its gaps are ``usual`` unless it shows them."""
    show = tuple(map(current_field, view.show)) or SHOWN
    gaps: GapStyle = "words" if view.gaps else usual
    return CardSettings(show, current_field(view.colour_by or "outcome"), gaps)


def shared_view(organisation: Organisation, name: str) -> View:
    """Return the view of a file that is called so, by its id or its name.

    Raises ``OrgdesignError`` where there is none.
    """
    views = organisation.views
    found = views.get(name) or next((view for view in views.values() if view.name == name), None)
    if found is None:
        known = ", ".join(views) or "none"
        raise OrgdesignError(f'No view is called "{name}"; in the file there is: {known}.')
    return found


def apply_settings(chart: Chart, organisation: Organisation, settings: CardSettings) -> Chart:
    """Return a chart whose boxes say and mean by their colours what is asked for.

    ``organisation`` is the one that the chart is of.
    """
    if settings == CardSettings():
        return chart
    colouring = (
        None if settings.colour_by == "outcome" else colour_groups(organisation, settings.colour_by)
    )
    spans = organisation.reporting_lines()
    boxes = tuple(
        _box_with_settings(box, organisation, settings, spans, colouring)
        if box.subject in organisation.functions
        else replace(box, gap_style=settings.gaps)
        for box in chart.boxes
    )
    return replace(chart, boxes=boxes)


def with_gap_style(chart: Chart, style: GapStyle) -> Chart:
    """Return a chart whose boxes say their gaps in words, as a mark, or not at all."""
    return replace(chart, boxes=tuple(replace(box, gap_style=style) for box in chart.boxes))


def show_photos(chart: Chart, settings: CardSettings) -> Chart:
    """Return a chart of roles with the pictures of who holds them."""
    photos = dict(settings.photos)
    if not photos:
        return chart
    boxes = (
        replace(box, photo=photos.get(box.subject, "")) if box.holders else box
        for box in chart.boxes
    )
    return replace(chart, boxes=tuple(boxes))


def _box_with_settings(
    box: Box,
    organisation: Organisation,
    settings: CardSettings,
    spans: Mapping[str | None, Sequence[Function]],
    colouring: Colouring | None,
) -> Box:
    if box.kind not in ("function", "also"):
        return replace(box, gap_style=settings.gaps)
    function = organisation.functions[box.subject]
    if colouring:
        box = replace(box, hue=colouring.groups.get(function.id), palette=colouring.palette)
    if box.kind == "also":
        return box
    facts = (
        card_fact(field, function, organisation, len(spans.get(function.id, ())))
        for field in settings.show
        if field not in SHOWN
    )
    return replace(
        box,
        text=box.text if "contribution" in settings.show else "",
        role=box.role if "accountable" in settings.show else "",
        lacks_role=box.lacks_role and "accountable" in settings.show,
        gaps=box.gaps,
        gap_style=settings.gaps,
        facts=tuple(filter(None, facts)),
    )


def card_fact(field: str, function: Function, organisation: Organisation, span: int) -> str:
    """Return what a card says of a function in a field, as a line; empty where nothing is known."""
    say = _FACTS.get(current_field(field))
    if say:
        return say(function, organisation, span)
    value = attribute_text(function, field)
    definition = getattr(organisation, "attributes", {}).get(field)
    heading = definition.heading if definition else field
    return f"{heading}: {value}" if value else ""


def _people(function: Function, _: Organisation, __: int) -> str:
    return "" if function.headcount is None else f"{number_text(function.headcount)} people"


def _cost(function: Function, _: Organisation, __: int) -> str:
    return "" if function.cost is None else f"Cost {number_text(function.cost)}"


def _span(_: Function, __: Organisation, span: int) -> str:
    return f"{span} report here" if span > 1 else "1 reports here" if span else ""


def _holder(function: Function, organisation: Organisation, _: int) -> str:
    role = organisation.roles.get(function.accountable or "")
    return role.holder or "" if role else ""


def _measures(function: Function, organisation: Organisation, _: int) -> str:
    return ", ".join(organisation.measures[id_].name for id_ in function.measures)


_FACTS: dict[str, Callable[[Function, Organisation, int], str]] = {
    "holder": _holder,
    "people": _people,
    "cost": _cost,
    "span": _span,
    "measures": _measures,
}
