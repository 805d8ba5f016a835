"""What does not work out in a design, though every change of it can be made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

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
from orgdesign.designs.review.replayed_design import ReplayedDesign
from orgdesign.model import Design, Organisation, Phase, join_words, number_text
from orgdesign.value_objects import value_object

Kind = Literal["undecided", "people", "dates", "owner", "order", "options", "seatless", "left"]

REMEMBERED = 16
"""Of how many designs the problems are kept: each rule asks for its own kinds of the same."""


@value_object
class DesignProblem:
    """One thing that does not work out: what kind, where it stands, and what to do about it.

    ``path`` leads to it within the design, such as ``("changes", 3)``.
    """

    kind: Kind
    path: tuple[str | int, ...]
    sentence: str
    remedy: str


@cached_by_identity(REMEMBERED)
def design_problems(today: Organisation, design: Design) -> tuple[DesignProblem, ...]:
    """Return what does not work out in a design, kind by kind."""
    review = _Review(today, design)
    return (
        *review.open_questions(),
        *review.people(),
        *review.dates(),
        *review.owners(),
        *review.order(),
        *review.options(),
        *review.seatless(),
        *review.new_gaps(),
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
            whole = names.function(several[0].whole)
            yield DesignProblem(
                "undecided",
                ("changes", at, "into"),
                f"{self.design.name}: {whole} is split, and nobody has said "
                f"what becomes of {parts}.",
                f"Say under one of its parts ({heirs}) that it goes there, or move it later.",
            )

    def people(self) -> Iterator[DesignProblem]:
        """Yield the changes after which people are more or fewer, and nothing says why."""
        steps = {step.at: step for step in self.steps}
        for entry in DesignLedger(self.today, self.design).unsaid:
            people, sentence = entry.delta.people, self.formatter.sentence(steps[entry.at])
            count = f"{number_text(abs(people))} {'person' if abs(people) == 1 else 'people'}"
            which = "come from" if people > 0 else "go"
            is_one = abs(people) == 1
            verb = which.replace("come", "comes").replace("go", "goes") if is_one else which
            yield DesignProblem(
                "people",
                ("changes", entry.at),
                f"{self.design.name}: nothing says where {count} {verb}: “{sentence}”",
                "Say it with a transfer: to or from another function, or out or in, and how.",
            )

    def dates(self) -> Iterator[DesignProblem]:
        """Yield the phases that end before they start, or start before the one they follow."""
        before: Phase | None = None
        for phase in self.design.phases.values():
            starts, ends = _day(phase.starts), _day(phase.ends)
            path = ("phases", phase.id)
            if starts and ends and ends < starts:
                yield DesignProblem(
                    "dates",
                    (*path, "ends"),
                    f"{self.design.name}: {phase.name} ends on {phase.ends}, "
                    f"before it starts on {phase.starts}.",
                    "Correct one of the two dates.",
                )
            last = _day(before.starts) if before else None
            if before and starts and last and starts < last:
                yield DesignProblem(
                    "dates",
                    (*path, "starts"),
                    f"{self.design.name}: {phase.name} follows {before.name}, "
                    f"and starts before it, on {phase.starts}.",
                    "Put the phases in the order of their dates, or correct the dates.",
                )
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
        title = self.formatter.owner(step) or owner
        when = "is added only later"
        if ended is not None:
            phase = self.design.phases.get(ended.change.phase or "")
            when = f"has ended by then, in {phase.name}" if phase else "has ended by then"
        sentence = self.formatter.sentence(step)
        return DesignProblem(
            "owner",
            ("changes", step.at, "owner"),
            f"{self.design.name}: {title} is to make it happen, but {when}: “{sentence}”",
            "Name a role that is there at the time.",
        )

    def order(self) -> Iterator[DesignProblem]:
        """Yield the changes that are to come after others whose turn is later."""
        steps = {step.at: step for step in self.steps}
        for at, other in late_prerequisites(self.design):
            yield DesignProblem(
                "order",
                ("changes", at, "after"),
                f"{self.design.name}: “{self.formatter.sentence(steps[at])}” is to come after "
                f"“{self.formatter.sentence(steps[other])}”, whose turn is later.",
                "Put the other one before it, or into an earlier phase.",
            )

    def options(self) -> Iterator[DesignProblem]:
        """Yield the questions that are still open, and those with more than one answer."""
        questions: dict[str | None, list[str]] = {}
        for option in self.design.options.values():
            questions.setdefault(option.question, []).append(option.id)
        for question, ids in questions.items():
            chosen = [id_ for id_ in ids if id_ in self.design.chosen]
            names = join_words(self.design.options[id_].name for id_ in chosen or ids)
            asked = f"“{question}”" if question else "between its options"
            if not chosen:
                yield DesignProblem(
                    "options",
                    ("options",),
                    f"{self.design.name}: it is not decided {asked}: {names}. "
                    "The changes of these options are not made.",
                    "Choose one of them once it is decided.",
                )
            elif len(chosen) > 1 and len(ids) > 1 and question:
                yield DesignProblem(
                    "options",
                    ("chosen",),
                    f"{self.design.name}: {asked} has more than one answer: {names}.",
                    "Choose one of them.",
                )

    def seatless(self) -> Iterator[DesignProblem]:
        """Yield the people whose seat ends, and of whom nothing more is said."""
        seated = {holder for role in self.end.roles.values() for holder in role.holders}
        for step in self.steps:
            for id_ in step.before.roles.keys() - step.result.roles.keys():
                role = step.before.roles[id_]
                lost = [holder for holder in role.holders if holder not in seated]
                if lost:
                    has = "has" if len(lost) == 1 else "have"
                    yield DesignProblem(
                        "seatless",
                        ("changes", step.at),
                        f"{self.design.name}: {join_words(lost)} {has} no seat once "
                        f"{role.title} ends, and nothing more is said.",
                        "Say which seat is next, or that the person leaves.",
                    )

    def new_gaps(self) -> Iterator[DesignProblem]:
        """Yield the functions that are left unowned or unaligned, and are not so today."""
        today = self.today.functions
        for field, words in (
            ("accountable", "without an accountable role"),
            ("outcome", "without a customer outcome"),
        ):
            left = [
                function.name
                for function in self.end.functions.values()
                if field in function.gaps
                and (function.id not in today or field not in today[function.id].gaps)
            ]
            if left:
                shown = join_words([*left[:_MOST], *_overflow(left)])
                yield DesignProblem(
                    "left",
                    (),
                    f"{self.design.name} leaves {shown} {words}.",
                    "Appoint a role." if field == "accountable" else "Align it with an outcome.",
                )


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
