"""What is on screen, as it is there, ready to be framed: charts, title, legend, note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, ClassVar

from flask import Response, render_template, url_for
from werkzeug.utils import cached_property

from orgdesign.charts import Chart
from orgdesign.documents.kinds import MEDIA_TYPES
from orgdesign.documents.wording import file_name
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.render import (
    PAPERS,
    SHARP_DPI,
    PictureFrame,
    find_brand_face,
    heading_colour,
    set_in,
)
from orgdesign.value_objects import value_object
from orgdesign.web.canvas import ChartPage, charts_to_frame, legend_to_frame, requested_chart_page
from orgdesign.web.kit import Answer, counted
from orgdesign.workspace import OpenFile

FIELDS = ("title", "source", "day")
LONGEST = 300
"""How many letters of a title or a source are taken."""
SHARPNESS = {"screen": SHARP_DPI, "slide": 2 * SHARP_DPI, "print": 300.0}
"""Dots per inch of a PNG, by what it is for."""
ENDINGS = ("png", "svg", "pdf", "pptx")
"""What a page can go out as, by the end of the file's name."""
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


class SharedSubject:
    """What is shared, whatever it is: how it is called, and the font that it is set in."""

    sharpness = SHARPNESS_WORDS
    file: OpenFile

    @property
    def organisation(self) -> Organisation:
        """Return the organisation that is shown."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """Return what a picture is called unless somebody says so: the outcome."""
        statement = self.organisation.outcome.statement
        return self.organisation.name if statement.startswith("TODO") else statement

    @property
    def today(self) -> str:
        """Return the day on which it is shared, for the form."""
        return date.today().isoformat()

    def company_font(self) -> AbstractContextManager[None]:
        """Set all text in the company's font meanwhile, where its brand names one.

        Raises:
            OrgdesignError: it cannot be used.
        """
        return set_in(find_brand_face(self.organisation.brand, self.file.folder))

    def hand_out(self, name: str, make: Callable[[], tuple[bytes, str]]) -> Answer:
        """Answer with what is made of it as a file, data and ending; else say why it cannot be."""
        try:
            with self.company_font():
                data, ending = make()
        except OrgdesignError as failure:
            return render_template("shared_view/share.html", page=self, failure=str(failure)), 422
        answer = Response(data, mimetype=MEDIA_TYPES[ending])
        called = file_name(f"{self.organisation.name[:60]} {name[:60]}", ending)
        answer.headers.set("Content-Disposition", "attachment", filename=called)
        return answer


class SharePage(SharedSubject):
    """The view that is shared."""

    papers: ClassVar[list[str]] = [*PAPERS]
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
