"""Where a reader is on an organisation's page, as its address and its hidden fields say it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict, cast, get_args
from urllib.parse import urlencode

from flask import url_for
from werkzeug.datastructures import MultiDict

from orgdesign.charts import View
from orgdesign.value_objects import value_object

ViewName = Literal["before", "changes", "reporting", "after", "roles", "both"]
VIEWS: dict[ViewName, tuple[View, ...]] = {
    "before": ("before",),
    "changes": ("changes",),
    "reporting": ("reporting",),
    "after": ("after",),
    "roles": ("roles",),
    "both": ("before", "after"),
}
MOST_FIELDS = 12
MOST_OPENED = 500
"""How many boxes one address may unfold; there is "Show everything" for more."""


class Looks(TypedDict):
    """How cards look, as an address says it."""

    cards: tuple[str, ...]
    colour: str
    gaps: bool


@value_object
class ViewState:
    """The structure, the view, the boxes unfolded and the box chosen; all but the view as keys.

    Without a ``structure`` it is the one that a file shows at first. ``reveals`` asks to unfold
    what hides the chosen box, ``more`` for all fields of its form.
    """

    file: str
    shown: ViewName = "after"
    whole: bool = False
    opened: frozenset[str] = frozenset()
    box: str = ""
    reveals: bool = False
    more: bool = False
    structure: str = ""
    cards: tuple[str, ...] = ()
    colour: str = ""
    gaps: bool = False

    @property
    def views(self) -> tuple[View, ...]:
        """Return the charts on screen."""
        return VIEWS[self.shown]

    def parameters(self, box: str = "box") -> dict[str, str]:
        """Return what an address says of this place; ``box`` names what holds the chosen box."""
        said = {
            "structure": self.structure,
            "view": self.shown,
            "whole": "1" if self.whole else "",
            "open": ",".join(sorted(self.opened)),
            "more": "1" if self.more else "",
            "cards": ",".join(self.cards),
            "colour": self.colour,
            "gaps": "1" if self.gaps else "",
            box: self.box,
        }
        return {name: value for name, value in said.items() if value}

    def address(self, **changed: str) -> str:
        """Return the address of this place with some of it changed; what is empty is left out."""
        said = self.parameters() | changed
        kept = urlencode({name: value for name, value in said.items() if value}, safe=",")
        return f"{url_for('chart.show_chart')}?{kept}"


def view_state_from(file: str, said: MultiDict[str, str]) -> ViewState:
    """Return the place that an address asks for, given also what the page shows already.

    A link gives ``box``, or ``close``, or ``toggle`` for one that is to be unfolded or folded,
    or ``show`` for how much of the chart, ``all`` or what can ``fit``;
    the page's own hidden fields give ``open``, the box ``chosen`` before, and as ``fields``
    whether its form shows ``more``.
    """
    shown = said.get("view", "after")
    kept = not said.get("show")
    opened = _keys(said.getlist("open")) if kept else frozenset()
    return ViewState(
        file=file,
        shown=cast(ViewName, shown) if shown in get_args(ViewName) else "after",
        whole=bool(said.get("whole")) if kept else said["show"] == "all",
        opened=opened ^ _keys(said.getlist("toggle")),
        box="" if said.get("close") else said.get("box", said.get("chosen", "")),
        reveals=bool(said.get("reveal")),
        more=said.get("more", said.get("fields", "")) == "1",
        structure=said.get("structure", ""),
        **_looks(said),
    )


def seen_view_state(file: str, said: MultiDict[str, str]) -> ViewState:
    """Return the place that the page shows already, as its hidden fields say it."""
    opened = _keys(said.getlist("open"))
    seen = {name: said.get(f"seen.{name}", "") for name in ("cards", "colour", "gaps")}
    return ViewState(file, whole=bool(said.get("whole")), opened=opened, **_looks(MultiDict(seen)))


def _looks(said: MultiDict[str, str]) -> Looks:
    """Return what cards say, what their colours mean, and whether gaps are told in words."""
    cards = dict.fromkeys(each for given in said.getlist("cards") for each in given.split(","))
    return {
        "cards": tuple(filter(None, cards))[:MOST_FIELDS],
        "colour": said.get("colour", ""),
        "gaps": bool(said.get("gaps")),
    }


def _keys(lists: Iterable[str]) -> frozenset[str]:
    found = [key for keys in lists for key in keys.split(",") if key]
    return frozenset(found[:MOST_OPENED])
