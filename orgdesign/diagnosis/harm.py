"""The order of harm: who stands behind a finding, how near the customer it is, how certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from orgdesign.diagnosis.finding import Place, RuleHit
from orgdesign.diagnosis.quicksand import DIMENSIONS, Quicksand
from orgdesign.diagnosis.rules import RULES
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object

FIRST = 3
"""How many things are to be mended first."""

_GRAVITY: Mapping[str, float] = {
    "dueling-silos": 1.0,
    "reward-in-words": 1.0,
    "role-against-outcome": 0.9,
    "contribution-against-outcome": 0.9,
    "unrewarded-expectation": 0.9,
    "reward-without-customer-measure": 0.9,
    "token-customer-reward": 0.85,
    "statement-about-the-company": 0.9,
    "stage-not-served": 0.9,
    "outcome-not-served": 0.85,
    "change-not-possible": 0.8,
    "accountable-role-vacant": 0.8,
    "accountability-split": 0.8,
    "measure-against-direction": 0.8,
    "function-without-outcome": 0.75,
    "handoff-loop": 0.75,
    "step-without-handoff": 0.7,
}
_OTHERWISE = 0.6
_HINT, _STRUCTURE = 0.35, 0.5
_PAID = 1.3
"""What one person is paid for comes before what two functions are judged by."""


@value_object
class FirstThing:
    """One of the things to mend first: what, why it hurts, what to do, what it would change."""

    hit: RuleHit
    why: str
    gains: tuple[tuple[str, int, int], ...]
    follows: int

    @property
    def gain_sentence(self) -> str:
        """Return what the scores would be, as a sentence; empty where none would change."""
        said = [f"{name} would rise from {was}% to {then}%" for name, was, then in self.gains]
        return f"{', '.join(said)}." if said else ""


class HarmOrder:
    """Weighs the findings of one organisation; what stands behind each is worked out once."""

    def __init__(self, organisation: Organisation, hits: Sequence[RuleHit]) -> None:
        self._organisation = organisation
        self._hits = hits
        self._ties = Ties(organisation)

    @cached_property
    def by_harm(self) -> list[RuleHit]:
        """Return the causes, the most harmful first; equals by rule and place, however given."""
        causes = [hit for hit in self._hits if hit.cause is None]
        rules = {name: number for number, name in enumerate(RULES)}

        def order(hit: RuleHit) -> tuple[float, int, str, str]:
            rule = rules.get(hit.rule, len(rules))
            return -self.weight(hit), rule, hit.finding.at.id, hit.finding.message

        return sorted(causes, key=order)

    def first_things(self) -> list[FirstThing]:
        """Return what to mend first: of each rule and of each part no more than one."""
        chosen: list[RuleHit] = []
        for hit in self.by_harm:
            if len(chosen) == FIRST or hit.rule not in RULES:
                continue
            parts = {(one.finding.at.kind, one.finding.at.id) for one in chosen}
            is_fresh = hit.rule not in {one.rule for one in chosen}
            if is_fresh and (hit.finding.at.kind, hit.finding.at.id) not in parts:
                chosen.append(hit)
        return [self._first_thing(hit) for hit in chosen]

    def followers(self, hit: RuleHit) -> list[RuleHit]:
        """Return the findings that follow from one."""
        return [each for each in self._hits if each.cause is hit]

    def weight(self, hit: RuleHit) -> float:
        """Return how much harm stands behind a finding, rounded."""
        functions = {*self.functions_behind(hit)}
        reach = 0.2 + self._share(functions, "headcount") + self._share(functions, "cost")
        reach += 1.5 * self._steps(functions)
        severity = {"error": 3.0, "warning": 2.0}.get(hit.severity, _HINT)
        gravity = _GRAVITY.get(hit.rule, _OTHERWISE)
        if hit.rule in RULES and RULES[hit.rule].group == "structure":
            gravity = _STRUCTURE
        if hit.finding.at.field[:1] == ("rewarded_for",):
            gravity *= _PAID
        followed = 1 + 0.1 * min(len(self.followers(hit)), 10)
        return round(severity * gravity * reach * self._nearness(hit) * followed, 6)

    def functions_behind(self, hit: RuleHit) -> Iterator[str]:
        """Yield the functions that a finding is about, also by their roles and outcomes."""
        yield from self.functions_at(hit)
        yield from self._behind(hit.finding.at)

    def functions_at(self, hit: RuleHit) -> Iterator[str]:
        """Yield the functions that a finding names, also by a hand-off of theirs."""
        handoffs = self._organisation.handoffs
        for place in (hit.finding.at, *hit.finding.others[:4]):
            if place.kind == "function":
                yield place.id
            elif place.kind == "handoff" and place.id in handoffs:
                yield from (handoffs[place.id].giver, handoffs[place.id].taker)

    def _behind(self, at: Place) -> Iterator[str]:
        organisation = self._organisation
        if at.kind == "role":
            yield from (each.id for each in self._ties.functions_of(organisation.roles[at.id]))
        elif at.kind == "stage":
            yield from organisation.journey[at.id].functions
        elif at.kind == "outcome":
            below = {each.id for each in self._ties.outcomes[at.id].walk()}
            functions = organisation.functions.values()
            yield from (each.id for each in functions if each.alignment.outcome in below)
        elif at.kind == "measure":
            users = self._ties.users.get(at.id, ())
            yield from (place.id for place in users if place.kind == "function")

    def _share(self, functions: set[str], field: str) -> float:
        values = {
            each.id: getattr(each, field) or 0.0 for each in self._organisation.functions.values()
        }
        total = sum(values.values())
        return sum(values.get(each, 0.0) for each in functions) / total if total else 0.0

    def _steps(self, functions: set[str]) -> float:
        """Return the share of the journey's stages in which the customer meets the functions."""
        stages = [each for each in self._organisation.journey.values() if each.functions]
        met = sum(not functions.isdisjoint(each.functions) for each in stages)
        return met / len(stages) if stages else 0.0

    def _nearness(self, hit: RuleHit) -> float:
        """Return 1 for what touches the promise itself or those who keep it, less for others."""
        at, organisation = hit.finding.at, self._organisation
        if at.kind == "outcome":
            return 1.3 if at.id == organisation.outcome.id else 1.1
        links = [
            organisation.functions[each].alignment.link
            for each in self.functions_behind(hit)
            if each in organisation.functions
        ]
        return 1.1 if "direct" in links else 0.9

    def _first_thing(self, hit: RuleHit) -> FirstThing:
        followers = self.followers(hit)
        return FirstThing(hit, RULES[hit.rule].why, self._gains([hit, *followers]), len(followers))

    def _gains(self, hits: Sequence[RuleHit]) -> tuple[tuple[str, int, int], ...]:
        """Return the scores that rise once these are mended: name, per cent now and then."""
        places = {(one.finding.at.kind, one.finding.at.id) for one in hits}
        gains = []
        for dimension in DIMENSIONS:
            score = self._quicksand.whole[dimension]
            mended = sum(
                not item.covered and (item.place.kind, item.place.id) in places
                for item in score.items
            )
            if score.percent is not None and mended:
                then = round(100 * (score.covered_count + mended) / score.needed_count)
                if then > score.percent:
                    gains.append((dimension.capitalize(), score.percent, then))
        return tuple(gains)

    @cached_property
    def _quicksand(self) -> Quicksand:
        return Quicksand(self._organisation)
