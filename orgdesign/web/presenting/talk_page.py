"""What the pages of a presentation show, worked out once for every answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from math import inf

from flask import current_app, request
from markupsafe import Markup
from werkzeug.utils import cached_property

from orgdesign.charts import progress, role_title
from orgdesign.model import Organisation, Outcome
from orgdesign.plates import Sheet, plate_sheets, sheet_element
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Redaction
from orgdesign.render import Engine, chart_svg
from orgdesign.render.sheet import Link
from orgdesign.web.kit import Settings, Structures, find_file, lead_to_chart, recent
from orgdesign.web.presenting.audience import Audience
from orgdesign.web.presenting.figures import Figure, figures
from orgdesign.web.presenting.slides import OnSlide, Slide, on_slide
from orgdesign.web.presenting.talk_parameters import TalkParameters
from orgdesign.workspace import Edition, OpenFile

LENGTHS = (40, 90, 160, 260, 420, 900, 2000)
"""How long texts are, in letters, that are set smaller and smaller."""
A_LINE = 38
"""How many letters stand on a line beside a chart."""
LINES = (16, 24)
"""How many lines beside a chart are set smaller and smaller."""
MOST_LINES = 34
"""How many lines beside a chart can be read; the speaker has all of them."""
MOST_TALKS = 4
"""How many audiences prepared lately are remembered, so that a slide does not wait."""
ROOMS = ((40, (780.0, 384.0)), (120, (960.0, 472.0)), (inf, (1180.0, 580.0)))
"""The room of a plate on a slide, in points, by how many functions there are at most.

Each is as wide for its height as a screen: the fewer functions, the larger are their words.
"""


class TalkPage:
    """A presentation of the last good organisation of a file, at one of its slides."""

    def __init__(self, key: str, number: int = 1) -> None:
        self.file: OpenFile = find_file(key)
        self.edition: Edition = self.file.now()
        self.file.history.record_outside_change(self.edition.version)
        self.asked = TalkParameters.from_request(key, request.args)
        self._number = number
        self._settings: Settings = current_app.extensions["settings"]

    @property
    def whole(self) -> Organisation | None:
        """Return the last good organisation, if there is one, with nothing left out."""
        return self.edition.organisation

    def need_organisation(self) -> None:
        """Lead to where the file is mended unless there is an organisation to present."""
        if self.whole is None:
            lead_to_chart()

    @cached_property
    def structures(self) -> Structures:
        """Return the structures of the file, and the one that is presented."""
        return Structures(self.whole, self.asked.structure, self._settings)

    @property
    def branches(self) -> tuple[str, ...]:
        """Return the functions that are left out with all under them."""
        ids = {self.key("function", id_): id_ for id_ in self._functions()}
        return tuple(ids[key] for key in self.asked.branches if key in ids)

    def _functions(self) -> list[str]:
        return list(self.whole.functions) if self.whole else []

    def key(self, kind: str, name: str) -> str:
        """Return what stands for a part of the file in addresses."""
        return self._settings.key(kind, name)

    @cached_property
    def audience(self) -> Audience:
        """Return what the audience sees."""
        assert self.whole is not None  # noqa: S101 - asked before by those who call
        leave = Redaction(self.asked.kinds, self.branches)
        prepare = partial(Audience, self.whole, self.structures.shown, leave)
        key = (self.edition.digest, self.structures.shown, leave)
        return recent("talks", MOST_TALKS, key, prepare)

    @property
    def organisation(self) -> Organisation:
        """Return the organisation of today as the audience sees it."""
        return self.audience.organisation

    @property
    def slides(self) -> tuple[Slide, ...]:
        """Return the slides."""
        return self.audience.slides

    @property
    def number(self) -> int:
        """Return the number of the slide on screen, from 1; the last one where it is too high."""
        return max(1, min(self._number, len(self.slides)))

    @property
    def talk(self) -> str:
        """Return what the windows of one talk know each other by."""
        return self.key("talk", repr(sorted(self.asked.talk.parameters().items())))

    def address(self, number: int) -> str:
        """Return the address of a slide."""
        return self.asked.talk.address("present.slide", number=number)

    def speaker(self, number: int) -> str:
        """Return the address of a slide as the speaker sees it."""
        return self.asked.talk.address("present.speaker", number=number)

    @property
    def leave(self) -> str:
        """Return the address to which the presentation leads back."""
        return self.asked.talk.address("chart.show_chart", leave=None, branch=None, dark=None)

    def figures(self) -> tuple[list[Figure], list[Figure]]:
        """Return the figures: how much serves the customer, and the quicksand scores."""
        return figures(self.audience)

    @property
    def subtitle(self) -> str:
        """Return what is presented: today, or a design and how far it has come."""
        return self.slides[0].about

    @property
    def is_within(self) -> bool:
        """Whether the slide on screen shows one branch of its chart."""
        on, whole = self.chart_on(self.number), self.slides[self.number - 1].chart
        return bool(on and whole and on.chart.root.id != whole.root.id)

    def size_class(self, text: str) -> str:
        """Return the class that says how large a text can be set, by its length."""
        return f"size-{sum(len(text) > most for most in LENGTHS)}"

    def legible_sentences(self, sentences: Sequence[str]) -> tuple[Sequence[str], int]:
        """Return as many sentences as can be read beside a chart, and how small they have to be."""
        lines = list(accumulate(2 + len(each) // A_LINE for each in sentences))
        shown = sum(each <= MOST_LINES for each in lines) or 1
        return sentences[:shown], sum(lines[shown - 1] > most for most in LINES)

    def said_of(self, outcome: Outcome) -> Iterator[str]:
        """Yield what stands under an outcome: its first measure, and who answers for it."""
        organisation = self.organisation
        for measure in outcome.measures[:1]:
            yield progress(organisation.measures[measure])
        role = organisation.roles.get(outcome.accountable or "")
        if role:
            holder = f", {role.holder}" if role.holder else ""
            yield f"{role_title(organisation, role.id)}{holder}"

    def chart_on(self, number: int) -> OnSlide | None:
        """Return as much of the chart of a slide as is on it."""
        slide = self.slides[number - 1]
        if slide.chart is None or number != self.number:
            return on_slide(slide)
        ids = {self.key("box", box.id): box.id for box in slide.chart.boxes}
        opened = frozenset(ids[key] for key in self.asked.opened if key in ids)
        return on_slide(slide, opened, ids.get(self.asked.into, ""))

    def chart(self, number: int) -> Markup:
        """Return the chart of a slide, drawn at most once. Raises ``OrgdesignError``."""
        on = self.chart_on(number)
        assert on is not None  # noqa: S101 - only slides with a chart ask
        asked = self.asked if number == self.number else self.asked.talk
        key = ("present", self.edition.digest, number, repr(asked.parameters()))
        link = partial(self._link, asked, number, on)
        draw = partial(chart_svg, on.chart, prefix=f"slide-{number}-", link=link, among=on.among)
        return Markup(self.file.cached_picture(key, draw))  # noqa: S704 - Graphviz escapes; see render

    def plate_sheet(self, number: int) -> Sheet:
        """Return the plate of a slide, which says the same as a table."""
        plate, audience = self.slides[number - 1].plate, self.audience
        assert plate is not None  # noqa: S101 - only slides with a plate ask
        then = audience.plate_design
        organisation = audience.organisation
        room = next(room for most, room in ROOMS if len(organisation.functions) <= most)
        (sheet, *_) = plate_sheets(plate, organisation, then, size=room, is_bare=True)
        return sheet

    def plate(self, number: int) -> Markup:
        """Return the plate of a slide, drawn at most once. Raises ``OrgdesignError``."""
        key = ("present", self.edition.digest, number, repr(self.asked.talk.parameters()))

        def draw(engine: Engine) -> str:
            sheet, prefix = self.plate_sheet(number), f"plate-{number}-"
            return sheet_element(sheet, engine, self._plate_link, prefix)

        return Markup(self.file.cached_picture(key, draw))  # noqa: S704 - Graphviz escapes; see render

    def _plate_link(self, link: Link) -> str:
        return f"#{self.key(link.kind, link.subject)}"

    def failing(self, number: int) -> str:
        """Return why the chart of a slide cannot be drawn, in a sentence; empty where it can."""
        try:
            (self.plate if self.slides[number - 1].plate else self.chart)(number)
        except OrgdesignError as failure:
            return str(failure)
        return ""

    def _link(self, asked: TalkParameters, number: int, on: OnSlide, box: str, is_tab: bool) -> str:
        """Return where a click leads: a tab unfolds, a box is walked into, a branch's head out."""
        key = self.key("box", box)
        if is_tab:
            then = asked.toggle(key)
        else:
            is_head = bool(asked.into) and box == on.chart.root.id
            then = asked.within(self._above(number, box) if is_head else key)
        return then.address("present.slide", number=number)

    def _above(self, number: int, box: str) -> str:
        """Return the box from which one hangs, as a key; none where that is the root."""
        chart = self.slides[number - 1].chart
        assert chart is not None  # noqa: S101 - as above
        parent = next(each.parent for each in chart.boxes if each.id == box)
        return self.key("box", parent) if parent and parent != chart.root.id else ""
