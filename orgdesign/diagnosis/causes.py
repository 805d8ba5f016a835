"""Causes before symptoms: a finding that goes once another is mended is told under that one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from orgdesign.diagnosis.finding import Place, RuleHit
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation

Part = tuple[str, str]

_OF_A_FUNCTION = (
    "function-without-measure",
    "only-company-measures",
    "function-without-accountable-role",
    "role-without-outcome",
    "contribution-about-the-company",
    "contribution-says-nothing",
)
_OF_AN_OUTCOME = (
    "only-company-measures",
    "outcome-only-enabled",
    "outcome-not-served",
    "outcome-without-accountable-role",
    "outcome-without-measure",
    "measure-of-something-else",
    "measure-kind-doubtful",
    "contribution-about-the-company",
    "statement-wording",
    "reward-without-customer-measure",
    "unrewarded-expectation",
    "handoff-measured-by-one-side",
)
_SYMPTOMS: Mapping[str, tuple[str, ...]] = {
    "function-without-outcome": _OF_A_FUNCTION,
    "statement-about-the-company": _OF_AN_OUTCOME,
    "statement-is-output": _OF_AN_OUTCOME,
    "statement-not-measurable": (
        "statement-wording",
        "measure-of-something-else",
        "outcome-not-served",
        "outcome-only-enabled",
    ),
    "contribution-says-nothing": ("contribution-repeats",),
    "contribution-about-the-company": (
        "only-company-measures",
        "contribution-against-outcome",
    ),
    "only-company-measures": ("measure-of-something-else",),
    "dueling-silos": (
        "unrewarded-expectation",
        "reward-without-customer-measure",
        "role-against-outcome",
        "token-customer-reward",
    ),
    "unrewarded-expectation": ("reward-without-customer-measure", "reward-out-of-reach"),
    "reward-without-customer-measure": ("reward-out-of-reach",),
    "token-customer-reward": ("dueling-silos",),
    "reward-in-words": ("role-against-outcome",),
    "measure-kind-doubtful": (
        "measure-of-something-else",
        "reward-without-customer-measure",
        "handoff-measured-by-one-side",
    ),
    "accountability-split": ("role-against-outcome",),
    "measure-against-direction": ("measure-of-something-else",),
    "target-changes-nothing": ("measure-of-something-else",),
    "stage-not-served": ("step-without-handoff",),
}
"""Which rules tell what follows from which, where they are about the same part."""
_ONLY_COMPANY = "only-company-measures"
_RANKS: Mapping[str, int] = {rule: at for at, rule in enumerate(_SYMPTOMS)}


def with_causes(organisation: Organisation, hits: Sequence[RuleHit]) -> Iterator[RuleHit]:
    """Yield the findings, each that follows from another with its cause and only as a hint."""
    index = _Causes(organisation, hits)
    for hit in hits:
        cause = index.cause_of(hit)
        yield replace(hit, severity="hint", cause=cause) if cause else hit


class _Causes:
    def __init__(self, organisation: Organisation, hits: Sequence[RuleHit]) -> None:
        self._ties = Ties(organisation)
        self._by_part: dict[tuple[str, Part], RuleHit] = {}
        for hit in hits:
            if hit.rule in _SYMPTOMS and hit.severity != "off":
                for part in self._caused_parts(hit):
                    self._by_part.setdefault((hit.rule, part), hit)
        self._rules = [rule for rule in _SYMPTOMS if any(key[0] == rule for key in self._by_part)]

    def cause_of(self, hit: RuleHit) -> RuleHit | None:
        """Return the first finding that this one follows from and that follows from no other.

        Of findings that follow from one another in a ring, that of the rule named first is it.
        """
        chain = [hit]
        while (cause := self._nearest_cause(chain[-1])) and cause not in chain:
            chain.append(cause)
        ring = chain[chain.index(cause) :] if cause else chain[-1:]
        first = min(ring, key=lambda each: _RANKS.get(each.rule, len(_RANKS)))
        return None if first == hit else first

    def _nearest_cause(self, hit: RuleHit) -> RuleHit | None:
        part = (hit.finding.at.kind, hit.finding.at.id)
        for rule in self._rules:
            if hit.rule in _SYMPTOMS[rule]:
                cause = self._by_part.get((rule, part))
                if cause and cause is not hit and cause.finding is not hit.finding:
                    return cause
        return self._of_its_outcome(hit) if hit.rule == _ONLY_COMPANY else None

    def _of_its_outcome(self, hit: RuleHit) -> RuleHit | None:
        """Return what is told of an outcome that a function shares all its measures with."""
        function = self._ties.organisation.functions.get(hit.finding.at.id)
        if hit.finding.at.kind != "function" or not function or not function.alignment.outcome:
            return None
        outcome = self._ties.outcomes[function.alignment.outcome]
        is_told_there = {*function.measures} <= {*outcome.measures}
        return (
            self._by_part.get((_ONLY_COMPANY, ("outcome", outcome.id))) if is_told_there else None
        )

    def _caused_parts(self, hit: RuleHit) -> Iterator[Part]:
        """Yield the parts about which other findings follow from this one."""
        at = hit.finding.at
        yield at.kind, at.id
        if at.kind == "function":
            yield from self._roles_of([at.id])
        elif at.kind == "outcome":
            yield from self._below(at)
        elif at.kind == "measure":
            yield from ((place.kind, place.id) for place in hit.finding.others)

    def _below(self, outcome: Place) -> Iterator[Part]:
        """Yield what hangs on an outcome: its functions, their roles, its measures."""
        organisation = self._ties.organisation
        functions = [
            each.id
            for each in organisation.functions.values()
            if each.alignment.outcome == outcome.id
        ]
        yield from (("function", each) for each in functions)
        yield from self._roles_of(functions)
        stated = self._ties.outcomes[outcome.id]
        for measure in stated.measures:
            yield "measure", measure
        for handoff in organisation.handoffs.values():
            if handoff.measure in stated.measures:
                yield "handoff", handoff.id

    def _roles_of(self, functions: Sequence[str]) -> Iterator[Part]:
        near = dict.fromkeys(role for each in functions for role in self._roles_at.get(each, ()))
        yield from (("role", role) for role in near if self._homes[role] <= {*functions})

    @cached_property
    def _homes(self) -> Mapping[str, frozenset[str]]:
        """Return the functions of each role."""
        roles = self._ties.organisation.roles.values()
        return {
            role.id: frozenset(each.id for each in self._ties.functions_of(role)) for role in roles
        }

    @cached_property
    def _roles_at(self) -> Mapping[str, list[str]]:
        """Return the roles of each function."""
        roles: dict[str, list[str]] = {}
        for role, homes in self._homes.items():
            for home in homes:
                roles.setdefault(home, []).append(role)
        return roles
