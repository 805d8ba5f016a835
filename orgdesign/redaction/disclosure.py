"""An organisation → the same without what an export leaves out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from orgdesign.designs.replay import SplitQuestion, Structure
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.redaction.redaction import NOTHING_REMOVED, Redaction, RemovedIds, removed_with
from orgdesign.redaction.sight import WHOLE_ONLY, fact_kind, word_kind
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import FieldPlace, FileSelection, to_file_data
from orgdesign.yamlfile.editing import plainly
from orgdesign.yamlfile.schema import organisation_of

_FUNCTIONAL_PURPOSE = ("Role", "AddRole", "ChangeRole")
"""What has a purpose that is no reason for planning it."""
_APPROVAL = ("by", "date", "note")
"""What is a reason of a decision on what is planned; how far it has come is none."""


@value_object
class Disclosure:
    """What goes out: today and, where a design was asked for, what it becomes."""

    today: Organisation
    then: Structure | None = None
    redaction: Redaction = NOTHING_REMOVED

    @property
    def organisation(self) -> Organisation:
        """Return the organisation that lists and tables are about."""
        return self.then.organisation if self.then else self.today


def disclose(
    today: Organisation, then: Structure | None = None, redaction: Redaction = NOTHING_REMOVED
) -> Disclosure:
    """Return what goes out of an organisation and of a structure that it becomes.

    What is left out is nowhere in it, so that no document can tell of it: the schema of the file
    says which fields tell what, as it does for those who see a part of a file. Texts that people
    have written stay as they are.

    Raises:
        OrgdesignError: there is no branch of the name that is to be left out.
    """
    redaction.check(today, *([then.organisation] if then else []))
    if today.example:
        today, then = _called_example(today, then)
    if redaction == NOTHING_REMOVED:
        return Disclosure(today, then)
    sides = (then.organisation, then.lineage) if then else None
    removed = removed_with(redaction.branches, today, sides) if redaction.branches else RemovedIds()
    shown = _redact(today, redaction, removed)
    after = then and replace(
        then,
        organisation=replace(
            _redact(replace(then.organisation, designs={}), redaction, removed),
            designs=shown.designs,
        ),
        lineage={id_: of for id_, of in then.lineage.items() if id_ not in removed.functions},
        failures=(),
        open=tuple(each for each in then.open if not _tells(each, removed)),
    )
    return Disclosure(shown, after, redaction)


def _called_example(
    today: Organisation, then: Structure | None
) -> tuple[Organisation, Structure | None]:
    """Return an example with a name that says so, as nobody is to take its figures for real."""
    name = f"{today.name} (example)"
    after = then and replace(then, organisation=replace(then.organisation, name=name))
    return replace(today, name=name), after


def _redact(whole: Organisation, redaction: Redaction, removed: RemovedIds) -> Organisation:
    hides, hides_word = partial(_hides, redaction), partial(_hides_word, redaction)
    selection = FileSelection(hides, hides_word, {*removed.parts()})
    organisation, faults = organisation_of(selection.select(plainly(to_file_data(whole))))
    if organisation is None:
        raise OrgdesignError(f"This cannot be left out: {faults[0].message}")
    return organisation


def _hides(redaction: Redaction, place: FieldPlace) -> bool:
    shape, key = place.shape, place.key
    if (shape, key) in WHOLE_ONLY:
        return True
    if shape == "Approval":
        return redaction.removes("reasons") and key in _APPROVAL
    if key == "decision":
        return False
    if key == "purpose":
        return redaction.removes("reasons") and shape not in _FUNCTIONAL_PURPOSE
    return _removes(redaction, fact_kind(shape, key))


def _hides_word(redaction: Redaction, word: str) -> bool:
    return _removes(redaction, word_kind(word))


def _removes(redaction: Redaction, kind: str | None) -> bool:
    return kind is not None and redaction.removes("measures" if kind == "rewards" else kind)


def _tells(question: SplitQuestion, removed: RemovedIds) -> bool:
    """Tell whether a question of a split is about what is left out."""
    hidden = {*removed.parts()}
    named = ("hand-off" if question.kind == "handoff" else question.kind, question.id)
    heirs = (("function", id_) for id_ in (question.whole, *question.heirs))
    return named in hidden or any(heir in hidden for heir in heirs)
