"""What every page about a design shows, worked out once."""

from __future__ import annotations

from typing import Any

from flask import request, url_for
from werkzeug.utils import cached_property

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import PhaseStretch, ReplayStep, replay_steps
from orgdesign.diagnosis import Finding
from orgdesign.diagnosis.design_findings import design_findings
from orgdesign.model import Change, Design, Phase, capitalise
from orgdesign.value_objects import value_object
from orgdesign.web.design_page.design_fields import DESIGN, PHASE
from orgdesign.web.kit import FilePage, PartForm, SchemaField, Structures
from orgdesign.workspace import StructureKey
from orgdesign.yamlfile import Path


@value_object
class ChangeLine:
    """A change as the list shows it: its sentence, and why it cannot be made, if so."""

    step: ReplayStep
    key: str
    sentence: str
    owner: str
    line: int

    @property
    def position(self) -> int:
        """Its position in the design, from 0."""
        return self.step.at

    @property
    def reason(self) -> str:
        """Why it cannot be made, as a sentence; empty where it can."""
        said = self.step.reason
        return f"{capitalise(said)}." if said else ""


@value_object
class Stretch(PhaseStretch):
    """A phase of a design with its changes."""

    lines: tuple[ChangeLine, ...]


TABS = {
    "design.show": "Changes",
    "road_map.show": "Road map",
    "money.page": "People and money",
    "seat_plan.page": "Who sits where",
    "compare.design": "Compare",
    "impact.show": "What changes for whom",
    "adoption.show": "New today",
    "exports.of_design": "Export",
}
"""The pages of one design, by their endpoints, in order; each takes ``key`` and ``design``."""


class DesignsPage(FilePage):
    """The designs of a file."""

    tabs = TABS

    @property
    def designs(self) -> list[Design]:
        """Return the designs, in the order of the file."""
        return list(self.organisation.designs.values())

    def find_design(self, key: str) -> Design | None:
        """Return the design that a key stands for, if it is still there."""
        return next((one for one in self.designs if self.design_key(one.id) == key), None)

    def design_key(self, design: str) -> str:
        """Return what stands for a design in addresses."""
        return self._settings.key("design", design)

    def phase_key(self, design: str, phase: str | None) -> str:
        """Return what stands for a phase of a design in addresses; empty for none."""
        return self._settings.key("phase", f"{design}\n{phase}") if phase else ""

    def structure_key(self, design: str, phase: str | None = None) -> str:
        """Return what stands in addresses for what a design comes to, or a phase of it."""
        return self._settings.key("structure", f"{design}\n{phase or ''}")

    def key_for(self, kind: str, part: str) -> str:
        """Return what stands in addresses for a part of a kind."""
        return self._settings.key(kind, part)

    def summary(self, design: Design) -> tuple[int, int]:
        """Return how many changes a design has, and how many of them cannot be made."""
        walked = list(replay_steps(self.organisation, design))
        return len(walked), sum(1 for step in walked if step.reason)


class DesignPage(DesignsPage):
    """One design, and its changes one by one."""

    def __init__(self, key: str, design: str) -> None:
        super().__init__(key)
        self.asked_for = design
        self.sent: PartForm | None = None

    @cached_property
    def existing_design(self) -> Design | None:
        """Return the design, if it is still there."""
        return self.find_design(self.asked_for) if self.has_organisation else None

    @property
    def design(self) -> Design:
        """Return the design, which is there."""
        assert self.existing_design is not None  # noqa: S101 - asked before by those who call
        return self.existing_design

    @property
    def path(self) -> Path:
        """Return where the design stands in the file."""
        return ("designs", self.design.id)

    @cached_property
    def lines(self) -> list[ChangeLine]:
        """Return the changes in the order in which they are made."""
        formatter, keys = self.formatter, self.keys
        return [
            ChangeLine(
                step,
                keys[step.at],
                formatter.sentence(step),
                formatter.owner(step),
                self.line_of(step.at),
            )
            for step in replay_steps(self.organisation, self.design)
        ]

    @cached_property
    def formatter(self) -> ChangeFormatter:
        """Return what tells the changes."""
        return ChangeFormatter(self.organisation, self.design)

    @cached_property
    def problems_of_design(self) -> tuple[Finding, ...]:
        """Return what does not work out in the design, though every change can be made."""
        return tuple(design_findings(self.organisation, self.design))

    def problem_address(self, problem: Finding) -> str:
        """Return where a problem is mended: in a change, a phase, or the design itself."""
        match problem.at.field:
            case ("changes", int(at), *_):
                return self.address("changes.change", change=self.keys[at])
            case ("phases", str(phase), *_):
                return self.address("phases.phase", phase=self.phase_key(self.design.id, phase))
        return self.address("design.show", _anchor="options-heading")

    @cached_property
    def stretches(self) -> list[Stretch]:
        """Return the phases with their changes; first what is made before them, if anything."""
        phases: list[Phase | None] = [None, *self.design.phases.values()]
        every = [Stretch(phase, self._lines_in(phase.id if phase else None)) for phase in phases]
        return every if every[0].lines or len(every) == 1 else every[1:]

    def _lines_in(self, phase: str | None) -> tuple[ChangeLine, ...]:
        return tuple(line for line in self.lines if line.step.change.phase == phase)

    @property
    def failing(self) -> list[ChangeLine]:
        """Return the changes that cannot be made."""
        return [line for line in self.lines if line.reason]

    @cached_property
    def keys(self) -> list[str]:
        """Return what stands for each change in addresses, by its position.

        It stays the same wherever the change goes, and whatever else of it is edited.
        """
        said: dict[str, int] = {}
        keys = []
        for change in self.design.changes:
            name = f"{self.design.id}\n{_subject(change)}"
            said[name] = said.get(name, 0) + 1
            keys.append(self._settings.key("change", f"{name}\n{said[name]}"))
        return keys

    def sentence(self, at: int) -> str:
        """Return the sentence of the change at a position."""
        return next(line.sentence for line in self.lines if line.position == at)

    def line_of(self, at: int) -> int:
        """Return the line of the file where the change at a position stands."""
        return self.source.locate((*self.path, "changes", at))[0]

    def changes_in(self, phase: str) -> int:
        """Return how many changes a phase has."""
        return sum(1 for change in self.design.changes if change.phase == phase)

    def find_change(self, key: str) -> int | None:
        """Return the position of the change that a key stands for, if it is still there."""
        return self.keys.index(key) if key in self.keys else None

    def find_phase(self, key: str) -> str | None:
        """Return the id of the phase that a key stands for."""
        ids = self.design.phases
        return next((one for one in ids if self.phase_key(self.design.id, one) == key), None)

    @property
    def latest_phase(self) -> str:
        """Return the phase that people work on: of the last change, else the first; or nothing."""
        said = [change.phase for change in self.design.changes if change.phase]
        return next(iter([*said[-1:], *self.design.phases]), "")

    def key_of_phase(self, phase: Phase | None) -> str:
        """Return what stands for a phase in addresses."""
        return self.phase_key(self.design.id, phase.id if phase else None)

    def address(self, endpoint: str, **more: Any) -> str:
        """Return the address of a page of this design."""
        return url_for(endpoint, design=self.asked_for, **more)

    def charts(self, phase: str = "") -> str:
        """Return the address of the charts of the design, at the end of a phase or of all."""
        structures = Structures(self.organisation, "", self._settings)
        structure = structures.key(StructureKey(self.design.id, phase))
        return url_for("chart.show_chart", structure=structure, view="changes")

    def name_form(self) -> PartForm:
        """Return the form of the design's name."""
        return self._form(DESIGN, self.path, "name")

    def new_phase_form(self) -> PartForm:
        """Return the form that adds a phase."""
        return self._form(PHASE, (*self.path, "phases", ""), "new")

    def phase_form(self, phase: str) -> PartForm:
        """Return the form of a phase."""
        return self._form(PHASE, (*self.path, "phases", phase), "phase")

    def _form(self, fields: tuple[SchemaField, ...], part: Path, scope: str) -> PartForm:
        sent = self.sent
        if sent is not None and sent.scope == f"{scope}-":
            return sent
        form = PartForm.from_file(fields, part, self.source)
        assert isinstance(form, PartForm)  # noqa: S101 - drawn makes one of its own class
        form.scope = f"{scope}-"
        return form

    def neighbours(self, at: int) -> tuple[int | None, int | None]:
        """Return the positions of the changes made before and after one, in the same phase."""
        phase = self.design.changes[at].phase
        places = [i for i, one in enumerate(self.design.changes) if one.phase == phase]
        here = places.index(at)
        before = places[here - 1] if here else None
        return before, places[here + 1] if here + 1 < len(places) else None


class SearchedDesignPage(DesignPage):
    """A page of a design whose list is searched, and shows at first for whom something changes."""

    @property
    def search_words(self) -> str:
        """Return what is searched for."""
        return request.args.get("q", "").strip()

    @property
    def only_affected(self) -> bool:
        """Whether those for whom nothing changes are left out."""
        return not request.args.get("all")


def _subject(change: Change) -> str:
    values = change.values
    named = ("function", "role", "measure", "functions", "outcome", "handoff")
    return repr((change.kind, *(values[name] for name in named if name in values)))
