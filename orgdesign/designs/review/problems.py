"""What does not work out in a design, though every change of it can be made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from orgdesign.designs.comparison import PartNames
from orgdesign.designs.identity_cache import cached_by_identity
from orgdesign.designs.ledger import DesignLedger
from orgdesign.designs.replay import (
    ReplayStep,
    SplitQuestion,
    late_prerequisites,
    replay,
    replay_steps,
)
from orgdesign.designs.review.design_problem import DesignProblem
from orgdesign.designs.review.ended_functions import ended_before_customers, merged_without_head
from orgdesign.designs.review.replayed_design import ReplayedDesign
from orgdesign.model import Design, Organisation, Phase, join_words, number_text

REMEMBERED = 16
"""Of how many designs the problems are kept: each rule asks for its own kinds of the same."""


@cached_by_identity(REMEMBERED)
def design_problems(today: Organisation, design: Design) -> tuple[DesignProblem, ...]:
    """Return what does not work out in a design, kind by kind."""
    review = _Review(today, design)
    return (
        *review.open_questions(),
        *merged_without_head(design, review.steps),
        *review.people(),
        *review.dates(),
        *review.owners(),
        *review.order(),
        *review.options(),
        *review.seatless(),
        *review.new_gaps(),
        *ended_before_customers(review.end, review.steps),
    )


@dataclass(frozen=True)
class _Review(ReplayedDesign):
    @cached_property
    def steps(self) -> tuple[ReplayStep, ...]:
        return tuple(replay_steps(self.today, self.design))

    def open_questions(self) -> Iterator[DesignProblem]:
        """Yield the parts that a split leaves without a place, change by change."""
        questions: dict[int, list[SplitQuestion]] = {}
        for question in replay(self.today, self.design).open:
            questions.setdefault(question.at, []).append(question)
        steps = {step.at: step for step in self.steps}
        for at, several in questions.items():
            names = PartNames(steps[at].before)
            heirs = join_words(
                steps[at].result.functions[id_].name
                for id_ in several[0].heirs
                if id_ in steps[at].result.functions
            )
            parts = join_words(names.part_words(each.kind, each.id) for each in several)
            named = {"whole": names.function(several[0].whole), "left": parts, "heirs": heirs}
            yield DesignProblem("undecided", ("changes", at, "into"), "split", named)

    def people(self) -> Iterator[DesignProblem]:
        """Yield the changes after which people are more or fewer, and nothing says why."""
        steps = {step.at: step for step in self.steps}
        for entry in DesignLedger(self.today, self.design).unsaid:
            people, sentence = entry.delta.people, self.formatter.sentence(steps[entry.at])
            case = ("come" if people > 0 else "go") + ("-one" if abs(people) == 1 else "")
            named = {"people": number_text(abs(people)), "change": sentence}
            yield DesignProblem("people", ("changes", entry.at), case, named)

    def dates(self) -> Iterator[DesignProblem]:
        """Yield the phases that end before they start, or start before the one they follow."""
        before: Phase | None = None
        for phase in self.design.phases.values():
            starts, ends = _day(phase.starts), _day(phase.ends)
            path = ("phases", phase.id)
            if starts and ends and ends < starts:
                named = {"phase": phase.name, "ends": f"{phase.ends}", "starts": f"{phase.starts}"}
                yield DesignProblem("dates", (*path, "ends"), "ends-before-start", named)
            last = _day(before.starts) if before else None
            if before and starts and last and starts < last:
                named = {"phase": phase.name, "other": before.name, "starts": f"{phase.starts}"}
                yield DesignProblem("dates", (*path, "starts"), "starts-before-other", named)
            before = phase if starts or before is None else before

    def owners(self) -> Iterator[DesignProblem]:
        """Yield the changes that somebody is to make who is not there at the time."""
        ended: dict[str, ReplayStep] = {}
        for step in self.steps:
            owner = step.change.owner
            if owner and owner not in step.before.roles and owner not in step.result.roles:
                yield self._owner_problem(step, owner, ended.get(owner))
            for role in step.before.roles.keys() - step.result.roles.keys():
                ended[role] = step

    def _owner_problem(
        self, step: ReplayStep, owner: str, ended: ReplayStep | None
    ) -> DesignProblem:
        case, phase = "owner-later", None
        if ended is not None:
            phase = self.design.phases.get(ended.change.phase or "")
            case = "owner-gone-in-phase" if phase else "owner-gone"
        named = {
            "owner": self.formatter.owner(step) or owner,
            "change": self.formatter.sentence(step),
            "phase": phase.name if phase else "",
        }
        return DesignProblem("owner", ("changes", step.at, "owner"), case, named)

    def order(self) -> Iterator[DesignProblem]:
        """Yield the changes that are to come after others whose turn is later."""
        steps = {step.at: step for step in self.steps}
        for at, other in late_prerequisites(self.design):
            change, first = (self.formatter.sentence(steps[one]) for one in (at, other))
            named = {"change": change, "first": first}
            yield DesignProblem("order", ("changes", at, "after"), "after-later", named)

    def options(self) -> Iterator[DesignProblem]:
        """Yield the questions that are still open, and those with more than one answer."""
        questions: dict[str | None, list[str]] = {}
        for option in self.design.options.values():
            questions.setdefault(option.question, []).append(option.id)
        for question, ids in questions.items():
            chosen = [id_ for id_ in ids if id_ in self.design.chosen]
            names = join_words(self.design.options[id_].name for id_ in chosen or ids)
            named = {"question": question or "", "options": names}
            if not chosen:
                case = "no-answer" if question else "no-choice"
                yield DesignProblem("options", ("options",), case, named)
            elif len(chosen) > 1 and len(ids) > 1 and question:
                yield DesignProblem("options", ("chosen",), "more-answers", named)

    def seatless(self) -> Iterator[DesignProblem]:
        """Yield the people whose seat ends, and of whom nothing more is said."""
        seated = {holder for role in self.end.roles.values() for holder in role.holders}
        for step in self.steps:
            for id_ in step.before.roles.keys() - step.result.roles.keys():
                role = step.before.roles[id_]
                lost = [holder for holder in role.holders if holder not in seated]
                if lost:
                    case = "seatless-one" if len(lost) == 1 else "seatless"
                    named = {"people": join_words(lost), "role": role.title}
                    yield DesignProblem("seatless", ("changes", step.at), case, named)

    def new_gaps(self) -> Iterator[DesignProblem]:
        """Yield the functions that are left unowned or unaligned, and are not so today."""
        today = self.today.functions
        for field, case in (("accountable", "unowned"), ("outcome", "unaligned")):
            left = [
                function.name
                for function in self.end.functions.values()
                if field in function.gaps
                and (function.id not in today or field not in today[function.id].gaps)
            ]
            if left:
                shown = join_words([*left[:_MOST], *_overflow(left)])
                yield DesignProblem("left", (), case, {"functions": shown})


_MOST = 5


def _overflow(names: list[str]) -> list[str]:
    more = len(names) - _MOST
    return [f"{more} more"] if more > 0 else []


def _day(text: str | None) -> date | None:
    """Return the day that a text begins with; None where it is no date."""
    found = re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?$", (text or "").strip())
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None
