"""The changes of a design in sentences, as people write them down and read them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from orgdesign.designs.comparison.amount_words import amounts_become
from orgdesign.designs.comparison.function_sentences import FUNCTION_SENTENCES
from orgdesign.designs.comparison.part_names import PartNames, places_of_namesakes
from orgdesign.designs.comparison.part_sentences import OUTCOME_SENTENCES, ROLE_SENTENCES
from orgdesign.designs.comparison.sentence_parts import Tell, Telling, Values, named_handoff
from orgdesign.designs.replay import ReplayStep
from orgdesign.model import (
    Design,
    Function,
    Handoff,
    Measure,
    Organisation,
    Outcome,
    Role,
    Stage,
    join_words,
)

T = TypeVar("T")

SENTENCES: Mapping[str, Tell] = {**FUNCTION_SENTENCES, **ROLE_SENTENCES, **OUTCOME_SENTENCES}
"""How each kind of change is told."""


class ChangeFormatter:
    """Tells the changes of one design, also of what it makes, and of what is gone by then."""

    def __init__(self, today: Organisation, design: Design) -> None:
        self._known = _with_all_made(today, design)
        self._outcomes = _all_outcomes(today, design)
        self._places = places_of_namesakes(self._known)

    def sentence(self, step: ReplayStep) -> str:
        """Return a change as a sentence, with the names that parts have when its turn comes.

        Where it alters people or cost, it says from what to what; where it leaves open what
        becomes of something, it says of what.
        """
        outcomes = {one.id: one for one in step.before.outcome.walk()}
        known = _first_of(outcomes, self._outcomes, lambda id_: Outcome(id_, id_))
        names = PartNames(self._parts_at(step.before), self._places, known)
        telling = Telling(names, step.change.values, step)
        sentence = SENTENCES[step.change.kind](telling)
        more = [amounts_become(step), _left_open(names, step), _not_made(step)]
        return f"{'; '.join(filter(None, (sentence, *more)))}."

    def _parts_at(self, now: Organisation) -> Organisation:
        known = self._known
        return replace(
            now,
            functions=_first_of(now.functions, known.functions, lambda id_: Function(id_, id_)),
            roles=_first_of(now.roles, known.roles, lambda id_: Role(id_, id_)),
            measures=_first_of(now.measures, known.measures, lambda id_: Measure(id_, id_)),
            journey=_first_of(now.journey, known.journey, lambda id_: Stage(id_, id_)),
            handoffs=_first_of(now.handoffs, known.handoffs, lambda id_: Handoff(id_, "", "")),
        )

    def owner(self, step: ReplayStep) -> str:
        """Return the title of the role that makes a change happen; empty where none is named."""
        owner = step.change.owner
        role = (step.before.roles.get(owner) or self._known.roles.get(owner)) if owner else None
        return role.title if role else ""


class _KnownParts(ChainMap[str, T]):
    """Parts by their ids; one that is gone altogether is called by its id."""

    def __init__(self, now: Mapping[str, T], known: Mapping[str, T], gone: Callable[[str], T]):
        super().__init__(now, known)  # type: ignore[arg-type]
        self._gone = gone

    def __missing__(self, key: str) -> T:
        return self._gone(key)


def _first_of(
    now: Mapping[str, T], known: Mapping[str, T], gone: Callable[[str], T]
) -> Mapping[str, T]:
    """Return what there is now, and then what is known of; nothing of it is copied."""
    return _KnownParts(now, known, gone)


def _all_outcomes(today: Organisation, design: Design) -> dict[str, Outcome]:
    """Return the outcomes of today, and those that a design adds."""
    outcomes = {one.id: one for one in today.outcome.walk()}
    for change in design.changes:
        if change.kind == "add-outcome":
            values: Values = change.values
            outcomes.setdefault(values["outcome"], Outcome(values["outcome"], values["statement"]))
    return outcomes


def _with_all_made(today: Organisation, design: Design) -> Organisation:
    functions, roles, measures = dict(today.functions), dict(today.roles), dict(today.measures)
    journey, handoffs = dict(today.journey), dict(today.handoffs)
    for change in design.changes:
        values: Values = change.values
        match change.kind:
            case "add":
                id_ = values["function"]
                functions.setdefault(id_, _new(id_, values["name"], values.get("reports_to")))
            case "merge":
                into = values["into"]
                functions.setdefault(into, _new(into, values.get("name") or into))
            case "split":
                for part in values["into"]:
                    functions.setdefault(part.id, _new(part.id, part.name, part.reports_to))
            case "add-role":
                roles.setdefault(values["role"], Role(values["role"], values["title"]))
            case "add-measure":
                measures.setdefault(values["measure"], Measure(values["measure"], values["name"]))
            case "add-stage":
                journey.setdefault(values["stage"], Stage(values["stage"], values["name"]))
            case "add-handoff":
                id_ = values["handoff"]
                new = Handoff(id_, values["giver"], values["taker"])
                handoffs.setdefault(id_, new)
    return replace(
        today,
        functions=functions,
        roles=roles,
        measures=measures,
        journey=journey,
        handoffs=handoffs,
    )


def _new(id_: str, name: str, reports_to: str | None = None) -> Function:
    return Function(id_, name, reports_to)


def _left_open(names: PartNames, step: ReplayStep) -> str:
    """Return what a split leaves without a place."""
    if not step.open:
        return ""
    words: Mapping[str, Callable[[str], str]] = {
        "role": names.role,
        "function": names.function,
        "measure": lambda id_: names.measures([id_]),
        "handoff": lambda id_: f"the hand-off from {names.handoff(named_handoff(names, id_))}",
    }
    return f"undecided: {join_words(words[each.kind](each.id) for each in step.open)}"


def _not_made(step: ReplayStep) -> str:
    if step.is_made:
        return ""
    is_refused = step.change.decision.status == "refused"
    return "refused, and not made" if is_refused else "an option that is not chosen"
