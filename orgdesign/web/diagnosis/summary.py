"""The diagnosis on one page, for the board: to be read on screen, and printed on a sheet of A4."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint
from werkzeug.utils import cached_property

from orgdesign.diagnosis import FirstThing, HarmOrder
from orgdesign.diagnosis.outcome_shares import Serving
from orgdesign.model import Measure, Stage
from orgdesign.web.diagnosis.board_summary import (
    journey_in_a_line,
    power_core_in_a_line,
    readiness_in_a_line,
)
from orgdesign.web.diagnosis.scored_structure import COUNTS, ScoredStructure, ScoreLine, points
from orgdesign.web.diagnosis.structures import StructurePage
from orgdesign.web.kit import Answer, findings_cache

pages = Blueprint("summary", __name__)

MOST_STAGES = 8
MOST_MEASURES = 2


class SummaryPage(StructurePage):
    """What a board is to know, each line leading to the page that says it in full."""

    counts = COUNTS

    @property
    def measures(self) -> list[Measure]:
        """Return the first measures of the desired customer outcome."""
        found = self.organisation
        return [found.measures[each] for each in found.outcome.measures[:MOST_MEASURES]]

    @property
    def coverage(self) -> Iterator[tuple[Serving, str]]:
        """Yield who serves the customer, and the sentence that says it."""
        for serving in self.today.serving.values():
            yield serving, serving.sentences[0] if serving.sentences else ""

    @property
    def scores(self) -> list[ScoreLine]:
        """Return the quicksand scores of today."""
        return self.score_lines(self.today.quicksand.whole)

    def ends(self) -> Iterator[tuple[ScoredStructure, list[tuple[str, str]]]]:
        """Yield the end of each design, with its scores and how far they are from today's."""
        last = {each.structure.design: each for each in self.scored_structures if not each.is_today}
        before = self.today.quicksand.whole
        for scored in last.values():
            now = scored.quicksand.whole
            percents = [(now[each].percent, before[each].percent) for each in self.dimensions]
            said = [("" if n is None else f"{n}%", points(n, then)) for n, then in percents]
            yield scored, said

    @cached_property
    def finding_count(self) -> int:
        """Return how many findings there are."""
        return len(findings_cache().hits(self.edition))

    @cached_property
    def first_things(self) -> list[FirstThing]:
        """Return what to mend first, as the findings say it."""
        return HarmOrder(self.organisation, findings_cache().hits(self.edition)).first_things()

    @property
    def stages(self) -> list[Stage]:
        """Return the first stages of the journey."""
        return list(self.organisation.journey.values())[:MOST_STAGES]

    @property
    def more_stages(self) -> int:
        """Return how many stages there are beyond those."""
        return max(len(self.organisation.journey) - MOST_STAGES, 0)

    def lines(self) -> dict[str, str]:
        """Return the journey, the readiness and the power core in a line each."""
        return {
            "journey": " ".join(journey_in_a_line(self.organisation)),
            "readiness": readiness_in_a_line(self.organisation),
            "power_core": power_core_in_a_line(self.organisation),
        }


@pages.get("/o/<key>/diagnosis/summary")
def show(key: str) -> Answer:
    """Show the diagnosis on one page."""
    return SummaryPage(key).render("diagnosis/summary.html")
