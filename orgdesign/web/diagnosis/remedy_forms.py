"""The forms that mend a finding: the fields that it rests on, of the parts that have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from secrets import token_urlsafe
from typing import Any

from flask import url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis import Place, RuleHit
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.proposals import MendSearch, ProposedMend
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.diagnosis_page import section_of
from orgdesign.web.diagnosis.findings import FindingsPage
from orgdesign.web.kit import (
    SECTIONS,
    Choice,
    Form,
    FormData,
    NewPartForm,
    PartChoices,
    PartForm,
    SchemaField,
    Section,
    TextDifference,
    blank_form,
    field_label,
    form_from_file,
    text_difference,
)
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Edit, Set, apply

IGNORABLE = ("function", "role", "outcome", "measure", "stage", "handoff")


def ignored_place(found: RuleHit) -> Place | None:
    """Return the part that a rule can be quiet about; None where it can be about none."""
    at = found.finding.at
    return at if at.kind in IGNORABLE and found.rule in RULES else None


def ignoring(organisation: Organisation, rule: str, place: Place, reason: str) -> list[Edit]:
    """Return the edit by which a rule is quiet about a part, with the reason."""
    setting = organisation.rules.get(rule)
    ignored: list[dict[str, Any]] = [
        _ignore_entry(each.kind, each.part, each.reason)
        for each in (setting.ignore if setting else ())
    ]
    value: dict[str, Any] = {"ignore": [*ignored, _ignore_entry(place.kind, place.id, reason)]}
    if setting and setting.severity:
        value = {"severity": setting.severity, **value}
    return [Set(("rules", rule), value)]


def _ignore_entry(kind: str, part: str, reason: str | None) -> dict[str, Any]:
    where = {"handoff" if kind == "hand-off" else kind: part}
    return {**where, "reason": reason} if reason else dict(where)


MOST_FORMS = 8
"""How many parts a finding offers to mend at once."""
WITHOUT_FORM = ("organisation", "design")
WITH: Mapping[str, tuple[str, ...]] = {"vacant": ("holder",), "target": ("baseline", "unit")}
"""The fields that are of use beside another."""


@value_object
class Mend:
    """A form over the part of the file that mends a finding, or the way to it."""

    section: Section
    part: str
    key: str
    name: str
    form: PartForm
    choices: PartChoices


class Mending:
    """A finding, opened to be mended; ``refused`` is a form as it was sent, if any was."""

    label = staticmethod(field_label)

    def __init__(self, page: FindingsPage, found: RuleHit, refused: Form | None = None) -> None:
        self.page, self.found, self.refused = page, found, refused
        self.key = page.key_for(found)
        self.submission = token_urlsafe(12)

    @cached_property
    def mends(self) -> list[Mend]:
        """Return the forms that mend it."""
        parts = self._fields()
        return [self._mend(part, paths) for part, paths in [*parts.items()][:MOST_FORMS]]

    @cached_property
    def proposed_mend(self) -> ProposedMend | None:
        """Return the edit that mends it, where one does."""
        return MendSearch(self.page.organisation).mend(self.found)

    @property
    def can_be_fine(self) -> bool:
        """Whether people can say that this is fine here."""
        return ignored_place(self.found) is not None

    @cached_property
    def proposed_text(self) -> TextDifference | None:
        """Return how that edit changes the text of the file."""
        reading = self.page.edition.reading
        if self.proposed_mend is None or reading is None or reading.source is None:
            return None
        try:
            data = apply(reading, self.proposed_mend.edits).data
        except OrgdesignError:
            return None
        return text_difference(reading.source.text, data.decode())

    @property
    def hidden_count(self) -> int:
        """Return how many parts more have to do with it."""
        return max(len(self._fields()) - MOST_FORMS, 0)

    def _fields(self) -> dict[Place, list[Path]]:
        """Return the parts that the finding names with the fields that it rests on.

        A part that is named without any field has all of its own, where no other part has one.
        """
        parts: dict[Place, list[Path]] = {}
        at = self.found.finding.at
        for place in (at, *self.found.finding.others):
            if place.field and place.kind not in WITHOUT_FORM:
                parts.setdefault(Place(place.kind, place.id), []).append(place.field)
        if not parts and at.kind not in WITHOUT_FORM and not self.is_unused:
            parts[at] = [()]
        return parts

    def _mend(self, place: Place, paths: list[Path]) -> Mend:
        page, section = self.page, section_of(place)
        key = page.place_key(place)
        form = form_from_file(page.source, page.organisation, section, place.id)
        form.fields = {one.name: one for one in form.schema_fields() if _is_meant(one, paths)}
        if isinstance(self.refused, PartForm) and self.refused.part == form.part:
            form = self.refused
        form.scope = f"{self.key}-{key}-"
        choices = PartChoices(page.organisation, section, place.id)
        return Mend(section, place.id, key, page.place_title(place), form, choices)

    @cached_property
    def handoff(self) -> NewPartForm | None:
        """Return the form of the hand-off that is missing between two functions, if one is."""
        if self.found.rule != "step-without-handoff":
            return None
        form = blank_form(self.page.source, HANDOFFS)
        giver, taker = (place.id for place in self.found.finding.others[:2])
        form.values |= {"from": giver, "to": taker, "stage": self.found.finding.at.id}
        if isinstance(self.refused, NewPartForm):
            form = self.refused
        form.scope = f"{self.key}-new-"
        return form

    @cached_property
    def handoff_choices(self) -> PartChoices:
        """Return what the form of a new hand-off offers."""
        return PartChoices(self.page.organisation, HANDOFFS)

    @property
    def serves(self) -> bool:
        """Whether a function is to be chosen that serves an outcome."""
        return self.found.rule in SERVED

    def functions(self) -> Iterator[Choice]:
        """Yield the functions that can serve the outcome, by key, with what they serve now."""
        organisation, outcome = self.page.organisation, self.found.finding.at.id
        statements = {one.id: one.statement for one in organisation.outcome.walk()}
        for one in organisation.functions.values():
            if one.alignment.outcome != outcome:
                now = statements.get(one.alignment.outcome or "", "no outcome yet")
                yield self.page.place_key(Place("function", one.id)), f"{one.name} (serves {now})"

    @property
    def is_unused(self) -> bool:
        """Whether a measure is to be given to an outcome or function that it shows."""
        return self.found.rule == "measure-unused"

    def takers(self) -> Iterator[tuple[str, list[Choice]]]:
        """Yield the outcomes and the functions that can take a measure, by key."""
        organisation, key = self.page.organisation, self.page.place_key
        outcomes = (
            (Place("outcome", one.id), one.statement) for one in organisation.outcome.walk()
        )
        yield "Outcomes", [(key(place), words) for place, words in outcomes]
        functions = (
            (Place("function", id_), one.name) for id_, one in organisation.functions.items()
        )
        yield "Functions", [(key(place), words) for place, words in functions]

    @property
    def removal(self) -> str:
        """Return the address that removes a part that is of no use, where that mends it."""
        at = self.found.finding.at
        if self.found.rule not in REMOVED:
            return ""
        name, part = section_of(at).name, self.page.place_key(at)
        return url_for("parts.ask_removal", section=name, part=part)


HANDOFFS = SECTIONS["handoffs"]
SERVED = ("outcome-not-served", "outcome-only-enabled")
REMOVED = ("measure-unused", "handoff-loop")


def _is_meant(field: SchemaField, paths: list[Path]) -> bool:
    return any(_meets(field.path, path) or _goes_with(field, path) for path in paths)


def _meets(field: Path, path: Path) -> bool:
    return field[: len(path)] == path or path[: len(field)] == field


def _goes_with(field: SchemaField, path: Path) -> bool:
    return bool(path) and field.name in WITH.get(str(path[-1]), ())


def serving_form(
    page: FindingsPage, found: RuleHit, said: FormData
) -> tuple[Form, list[Edit], str]:
    """Return the form that has a function serve an outcome, its edits, and both in words."""
    function = page.id_of("function", said.get("function", ""))
    form = Form((), ("functions", function), said.get("base", ""))
    link = said.get("link", "")
    if not function:
        form.message = "Choose the function that serves it."
        return form, [], ""
    if link not in ("direct", "enabling"):
        form.message = "Say whether it serves customers directly or by enabling others."
        return form, [], ""
    path = ("functions", function, "alignment")
    edits: list[Edit] = [
        Set((*path, "outcome"), found.finding.at.id),
        Set((*path, "link"), link),
    ]
    return form, edits, f"{page.organisation.functions[function].name}: customer outcome"


def measure_form(
    page: FindingsPage, found: RuleHit, said: FormData
) -> tuple[Form, list[Edit], str]:
    """Return the form that gives a measure to an outcome or function, its edits, and words."""
    key, measure = said.get("taker", ""), found.finding.at.id
    outcome, function = page.id_of("outcome", key), page.id_of("function", key)
    form = Form((), (), said.get("base", ""))
    if not (outcome or function):
        form.message = "Choose the outcome or function that the measure shows."
        return form, [], ""
    place = Place("outcome", outcome) if outcome else Place("function", function)
    path = (*page.places.path(place), "measures")
    held = page.places.outcome(outcome) if outcome else page.organisation.functions[function]
    edits: list[Edit] = [Set(path, [*held.measures, measure])]
    return form, edits, f"{page.name(place)}: measures"
