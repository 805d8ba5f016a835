"""What a thread is about, and whether somebody sees that: by the organisation as they see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal, get_args

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay_steps, structure_after
from orgdesign.diagnosis import RuleHit
from orgdesign.model import PART_KINDS, Organisation, PartKindName, capitalise
from orgdesign.value_objects import value_object

SubjectKind = Literal["organisation", PartKindName, "design", "change"]
SUBJECT_KINDS: tuple[SubjectKind, ...] = get_args(SubjectKind)
SUBJECT_WORDS: dict[SubjectKind, str] = {
    kind: capitalise(PART_KINDS[kind].noun if kind in PART_KINDS else kind)
    for kind in SUBJECT_KINDS
}


@value_object
class ThreadSubject:
    """A part of an organisation or of a design, or what a rule finds at one."""

    kind: SubjectKind
    part: str
    design: str = ""
    rule: str = ""


FINDING = "finding"
PartKey = tuple[SubjectKind, str]
Names = dict[PartKey, str]
Hits = Callable[[], Iterable[RuleHit]]


class VisibleSubjects:
    """What there is to talk about in an organisation as somebody sees it: nothing else.

    ``hits`` gives what the diagnosis finds in that organisation.
    """

    def __init__(self, organisation: Organisation, hits: Hits) -> None:
        self._today, self._hits = organisation, hits
        self._designed: dict[str, Names] = {}

    def shows(self, subject: ThreadSubject) -> bool:
        """Tell whether they see what a thread is about."""
        return self.name(subject) is not None

    def name(self, subject: ThreadSubject) -> str | None:
        """Return what a subject is called; None where it is not there, or not seen."""
        if subject.rule:
            return self._findings.get((subject.rule, subject.kind, subject.part))
        if subject.design:
            return self._of_design(subject.design).get((subject.kind, subject.part))
        return self._names.get((subject.kind, subject.part))

    def of_kind(self, kind: str, design: str = "") -> Iterator[ThreadSubject]:
        """Yield what there is of a kind today or in a design, or all findings."""
        if kind == FINDING:
            for rule, where, part in self._findings:
                yield ThreadSubject(where, part, rule=rule)
            return
        for where, part in self._of_design(design) if design else self._names:
            if where == kind:
                yield ThreadSubject(where, part, design)

    @cached_property
    def _names(self) -> Names:
        today = self._today
        names = dict(_part_names(today))
        names["organisation", ""] = today.name
        return names | {("design", design.id): design.name for design in today.designs.values()}

    @cached_property
    def _findings(self) -> dict[tuple[str, SubjectKind, str], str]:
        found = ((hit.rule, hit.finding) for hit in self._hits())
        return {(rule, f.at.kind, f.at.id): f.message for rule, f in found}

    def _of_design(self, id_: str) -> Names:
        if id_ not in self._designed:
            self._designed[id_] = dict(self._design_names(id_))
        return self._designed[id_]

    def _design_names(self, id_: str) -> Iterator[tuple[PartKey, str]]:
        design = self._today.designs.get(id_)
        if design is None:
            return
        yield from _part_names(structure_after(self._today, design, None).organisation)
        formatter = ChangeFormatter(self._today, design)
        for step in replay_steps(self._today, design):
            yield ("change", step.change.id or position_name(step.at)), formatter.sentence(step)


POSITION = "#"


def position_name(position: int) -> str:
    """Return what stands for a change that has no id yet, until it gets one."""
    return f"{POSITION}{position}"


def _part_names(organisation: Organisation) -> Iterator[tuple[PartKey, str]]:
    for kind in PART_KINDS.values():
        labels = kind.labels_in(organisation)
        yield from (((kind.name, id_), label) for id_, label in labels.items())
