"""Motivation: whether each role is rewarded for what customers get, and for nothing against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.quicksand.score import QuicksandItem
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Measure, Role


def motivation(ties: Ties) -> Iterator[QuicksandItem]:
    """Yield an item for each role, and one for each function that has no role at all."""
    peopled: set[str] = set()
    for role in ties.organisation.roles.values():
        functions = tuple(function.id for function in ties.functions_of(role))
        peopled.update(functions)
        covered, sentence = _rewarded(role, ties)
        place, outcomes = Place("role", role.id, ("rewarded_for",)), tuple(ties.outcomes_of(role))
        yield QuicksandItem("motivation", place, covered, sentence, functions, outcomes)
    for function in ties.organisation.functions.values():
        if function.id not in peopled:
            sentence = f"{function.name} has no role that could be rewarded for what customers get."
            place = Place("function", function.id, ("accountable",))
            yield QuicksandItem("motivation", place, False, sentence, (function.id,))


def _rewarded(role: Role, ties: Ties) -> tuple[bool, str]:
    """Return whether a role is rewarded for customers, and the sentence that says why."""
    rewards = ties.measures(tuple(reward.measure for reward in role.rewarded_for))
    if not rewards:
        return False, f"{role.title} is rewarded for nothing that the file names."
    for reward in rewards:
        if harmed := _customers(ties.measures(reward.works_against)):
            against = f"which works against {_named(harmed)}"
            return False, f"{role.title} is rewarded for {quoted(reward.name)}, {against}."
    if good := _customers(rewards):
        return True, f"{role.title} is rewarded for {_named(good)}."
    return False, f"{role.title} is rewarded for no customer measure, only for {_named(rewards)}."


def _customers(measures: Iterable[Measure]) -> list[Measure]:
    return [measure for measure in measures if measure.kind == "customer"]


def _named(measures: Iterable[Measure]) -> str:
    return joined(quoted(measure.name) for measure in measures)
