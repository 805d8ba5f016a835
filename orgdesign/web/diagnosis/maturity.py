"""How deliberate the customer's experience of each journey stage is, today and aimed at."""

from __future__ import annotations

from collections.abc import Mapping

from flask import request
from werkzeug.utils import cached_property

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.readiness.maturity import LEVELS, MEANING, StageStanding, stage_standings
from orgdesign.model import Stage
from orgdesign.web.diagnosis.assessment import AssessmentPage, assessment_pages
from orgdesign.web.kit import Answer, Form, PartForm, SchemaField, counted

TOP = ("assessment", "maturity")
FIELDS = (
    SchemaField("today", ("today",), "today", look="choice"),
    SchemaField("aim", ("aim",), "aim", look="choice"),
)
CHOICES = (*((level, level.capitalize()) for level in LEVELS), ("", "Not said"))


class MaturityPage(AssessmentPage):
    """Every stage on the scale of four levels."""

    here, body = "maturity.show", "diagnosis/assessment/maturity.html"
    choices, levels = CHOICES, LEVELS
    meaning: Mapping[str, str] = MEANING  # type: ignore[assignment]

    @cached_property
    def standings(self) -> tuple[StageStanding, ...]:
        """Return every stage with where it stands, in the order of the journey."""
        return stage_standings(self.organisation)

    def stage_key(self, stage: Stage) -> str:
        """Return what stands for a stage in addresses."""
        return self._settings.key("stage", stage.id)

    def stage_address(self, stage: Stage) -> str:
        """Return the address of a stage's form."""
        return self.address(Place("stage", stage.id))

    def form(self, stage: Stage) -> Form:
        """Return the form of a stage."""
        return self.form_of(FIELDS, (*TOP, stage.id), self.stage_key(stage))

    def is_climbed(self, standing: StageStanding, level: str) -> bool:
        """Whether a level lies on the way from today to the aim."""
        said = standing.maturity
        if level not in LEVELS or not said.today or not said.aim:
            return False
        low, high = sorted((LEVELS.index(said.today), LEVELS.index(said.aim)))
        return low <= LEVELS.index(level) <= high

    def in_words(self, standing: StageStanding) -> str:
        """Return how far a stage is from its aim."""
        steps, said = standing.steps, standing.maturity
        if steps is None:
            return (
                "No aim yet" if said.today else "Today not said yet" if said.aim else "Not said yet"
            )
        if steps < 0:
            return "The aim is below today"
        return f"{counted(steps, 'step')} to climb" if steps else "Where it should be"

    @property
    def in_all(self) -> str:
        """Return how many steps there are to climb in all stages."""
        known = [each.steps for each in self.standings if each.steps is not None]
        steps = sum(each for each in known if each > 0)
        lacking = len(self.standings) - len(known)
        rest = f" {counted(lacking, 'stage')} still without today or aim." if lacking else ""
        return f"{counted(steps, 'step')} to climb in all.{rest}"


pages = assessment_pages(MaturityPage, "maturity")


@pages.post("/o/<key>/diagnosis/maturity/<part>")
def change(key: str, part: str) -> Answer:
    """Save where a stage stands, and where it should get to."""
    page = MaturityPage(key)
    screen = page.screen(f"stage-{part}")
    found = next((one.stage for one in page.standings if page.stage_key(one.stage) == part), None)
    if found is None:
        return screen.on_missing(PartForm.from_request(FIELDS, (*TOP, ""), request.form))
    form = PartForm.from_request(FIELDS, (*TOP, found.id), request.form)
    return screen.save(form, f"Maturity of {found.name}")
