"""What is on screen, as it is there, ready to be framed: charts, title, legend, note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from flask import url_for

from orgdesign.charts import Chart
from orgdesign.model import Organisation
from orgdesign.render import PictureFrame
from orgdesign.render.brand_colours import heading_colour
from orgdesign.render.engine import SHARP
from orgdesign.render.poster import PAPERS
from orgdesign.value_objects import value_object
from orgdesign.web.canvas import ChartPage, charts_to_frame, legend_to_frame, requested_chart_page
from orgdesign.web.kit import counted

FIELDS = ("title", "source", "day")
LONGEST = 300
"""How many letters of a title or a source are taken."""
SHARPNESS = {"screen": SHARP, "slide": 2 * SHARP, "print": 300.0}
"""Dots per inch of a PNG, by what it is for."""
SHARPNESS_WORDS = {"screen": "for a page", "slide": "for a slide", "print": "for print"}


@value_object
class Wording:
    """What stands around a picture, as it was typed."""

    title: str
    source: str
    day: str
    legend: bool

    @classmethod
    def read(cls, said: Mapping[str, str]) -> Wording:
        """Return what a form says."""
        title, source, day = (said.get(name, "").strip()[:LONGEST] for name in FIELDS)
        return cls(title, source, day, legend=bool(said.get("legend")))

    @property
    def date_text(self) -> str:
        """Return the day in words; what is no day as it was typed."""
        day = self.real_date
        return f"{day.day} {day:%B %Y}" if day else self.day

    @property
    def real_date(self) -> date | None:
        """Return the day; None for what is none."""
        try:
            return date.fromisoformat(self.day)
        except ValueError:
            return None


def usual_title(organisation: Organisation) -> str:
    """Return what a picture is called unless somebody says so: the outcome, where it is written."""
    statement = organisation.outcome.statement
    return organisation.name if statement.startswith("TODO") else statement


class SharePage:
    """The view that is shared."""

    papers, sharpness = [*PAPERS], SHARPNESS_WORDS
    has_legend, back_words = True, "the chart"

    def __init__(self, key: str) -> None:
        self.view: ChartPage = requested_chart_page(key)
        self.file, self.key, self.edition = self.view.file, key, self.view.edition

    @property
    def organisation(self) -> Organisation:
        """Return the organisation that is shown."""
        assert self.view.organisation is not None  # noqa: S101 - asked before by those who call
        return self.view.organisation

    @property
    def structure(self) -> str:
        """Return what the structure is called."""
        return self.view.structures.name

    @property
    def title(self) -> str:
        """Return what a picture is called unless somebody says so: the outcome."""
        return usual_title(self.organisation)

    @property
    def today(self) -> str:
        """Return the day on which it is shared, for the form."""
        return date.today().isoformat()

    @cached_property
    def charts(self) -> list[Chart]:
        """Return the charts on screen, folded and with cards as they are there."""
        return [*charts_to_frame(self.view)]

    @property
    def folded_note(self) -> str:
        """Return what folded boxes hide, in a sentence; empty where nothing is folded."""
        hidden = [box.hidden for chart in self.charts for box in chart.boxes if box.hidden]
        functions = sum(each.functions for each in hidden)
        if not hidden:
            return ""
        folded = counted(len(hidden), "folded box", "folded boxes")
        return f"{counted(functions, 'function')} in {folded}"

    def frame(self, wording: Wording) -> PictureFrame:
        """Return what stands around the picture."""
        company = "" if wording.title == self.organisation.name else self.organisation.name
        said = (company, self.structure, wording.source, wording.date_text, self.folded_note)
        note = " · ".join(filter(None, said))
        legend = legend_to_frame(self.view, self.charts[-1]) if wording.legend else None
        colour = heading_colour(self.organisation.brand)
        return PictureFrame(wording.title, note, legend, colour)

    @property
    def back(self) -> str:
        """Return the address of the page that is shared."""
        return self.view.place.address()

    @property
    def unfolding_address(self) -> str:
        """Return the address of the page with nothing folded."""
        return self.view.place.address(whole="1")

    @property
    def structure_key(self) -> str:
        """Return what stands for the structure in addresses."""
        return self.view.structures.key(self.view.structures.shown)

    def address_of(self, action: str, **more: str) -> str:
        """Return an address about this view: to show it, its preview, or to make a file of it."""
        said: dict[str, Any] = {**self.view.place.parameters("chosen"), **more}
        return url_for(f"shared_view.{action}", **said)
