"""What cards say and pictures have around them, as options of ``render``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import click

from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.charts import CardSettings, Chart
    from orgdesign.model import Organisation
    from orgdesign.render import PictureFrame

Gaps = Literal["words", "mark", "none"]
PAPERS = ("a4", "a3", "a2", "a1", "a0", "letter", "tabloid")
_Command = TypeVar("_Command", bound=Callable[..., Any])


@value_object
class PictureOptions:
    """What is to be said on cards and around the charts, and on which paper."""

    title: str = ""
    note: str = ""
    legend: bool | None = None
    show: tuple[str, ...] = ()
    colour_by: str = "outcome"
    gaps: Gaps = "none"
    paper: str | None = None

    def settings(self) -> CardSettings:
        """Return what cards say and what their colours mean."""
        from orgdesign.charts import CardSettings

        if not self.show:
            return CardSettings(colour_by=self.colour_by, gaps=self.gaps)
        return CardSettings(self.show, self.colour_by, self.gaps)

    def frame(self, chart: Chart, organisation: Organisation) -> PictureFrame | None:
        """Return what stands around a picture, and its colour; None where there is nothing."""
        from orgdesign.charts import legend_of
        from orgdesign.render import PictureFrame, heading_colour

        colour = heading_colour(organisation.brand)
        if not (self.title or self.note or self.legend or colour):
            return None
        legend = legend_of(chart, organisation, self.settings()) if self.legend else None
        return PictureFrame(self.title, self.note, legend, colour)


def check_fields(options: PictureOptions, organisation: Organisation) -> None:
    """Raise ``OrgdesignError`` where a field or a colour is neither ours nor any attribute."""
    from orgdesign.charts import COLOURS, FIELDS

    known = {*organisation.attributes}
    known |= {name for function in organisation.functions.values() for name in function.attributes}
    for asked, ours in ((options.show, FIELDS), ((options.colour_by,), COLOURS)):
        for name in asked:
            if name not in (*ours, *known):
                words = ", ".join((*ours, *sorted(known)))
                raise OrgdesignError(f'No function says "{name}"; there is {words}.')


_OPTIONS = (
    click.option("--title", default="", help="What stands above the picture."),
    click.option("--note", default="", help="What stands below it: a source, a date, for whom."),
    click.option(
        "--legend/--no-legend",
        default=None,
        help="Say below the picture what its colours mean, as a plate does unless told not to.",
    ),
    click.option(
        "--show",
        multiple=True,
        metavar="FIELD",
        help="What cards say, in order; may be given again: contribution, accountable, holder, "
        "people, cost, span, measures, or an attribute of the functions.",
    ),
    click.option(
        "--colour-by",
        metavar="FIELD",
        default="outcome",
        show_default=True,
        help="What colours mean: outcome, gap, head, work, people, cost, span, or an "
        "attribute of the functions.",
    ),
    click.option(
        "--gaps",
        type=click.Choice(get_args(Gaps)),
        default="none",
        show_default=True,
        help="Whether a gap is said in words, is a small mark at the corner, or is left out.",
    ),
    click.option(
        "--paper",
        type=click.Choice(PAPERS),
        help="Draw for this paper, on its side, nothing smaller than 7 points; what does not "
        "fit is on following sheets.",
    ),
)


def picture_options(command: _Command) -> _Command:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
