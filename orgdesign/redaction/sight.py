"""What somebody may see of an organisation: which branches, and which facts there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, get_args

from orgdesign.value_objects import value_object

FactKind = Literal[
    "holders", "headcount", "cost", "measures", "rewards", "attributes", "private", "designs",
    "reasons", "assessment",
]  # fmt: skip
FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)
"""The kinds of facts that can be hidden; whatever is none of them is seen with its part."""

_KEYS: dict[FactKind, tuple[str, ...]] = {
    "holders": ("holder", "acting", "shares", "agreed_by"),
    "headcount": ("headcount", "posts", "people"),
    "cost": ("cost", "one_off"),
    "measures": ("measures", "measured_by", "works_against"),
    "rewards": ("rewarded_for",),
    "reasons": ("reason", "risk", "feedback", "decision", "scores", "criteria"),
    **{kind: (kind,) for kind in ("attributes", "designs", "assessment")},
}
_BY_KEY: dict[str, FactKind] = {key: kind for kind, keys in _KEYS.items() for key in keys}
_NAMES_A_MEASURE = (
    *("Handoff", "AddHandoff", "ChangeHandoff"),
    *("AddMeasure", "ChangeMeasure", "RetireMeasure"),
)
_BY_PLACE: dict[tuple[str, str], FactKind] = {
    **{(shape, "measure"): "measures" for shape in _NAMES_A_MEASURE},
    ("Reward", "measure"): "rewards",
    ("Assessment", "customer_assets"): "measures",
    ("RoleDocument", "owner"): "holders",
}
WHOLE_ONLY = frozenset({("Organisation", "imports")})
"""What only those see who see everything: what people told an import about others by name."""
_NEVER: frozenset[tuple[str, str]] = frozenset({("Ignore", "reason"), ("Imports", "people")})
"""What is called as a fact of a kind, and is none."""

_WORDS: dict[str, FactKind] = {
    word: _BY_KEY[word] for word in ("holder", "people", "headcount", "posts", "cost", "measures")
}
_OWN_WORDS = frozenset(
    (*_WORDS, "contribution", "accountable", "span", "outcome", "gap", "head", "work")
)


@value_object
class Scope:
    """Facts that are seen in a branch, by the function at its top, or everywhere."""

    facts: frozenset[str] = frozenset(FACT_KINDS)
    branch: str | None = None


@value_object
class Sight:
    """What somebody may see: the scopes that they were given, each adding to the others."""

    scopes: tuple[Scope, ...] = ()

    @classmethod
    def union(cls, scopes: Iterable[Scope]) -> Sight:
        """Return scopes in an order of their own, so that the same rights are the same value."""
        unique = {(each.branch or "", tuple(sorted(each.facts))): each for each in scopes}
        return cls(tuple(unique[key] for key in sorted(unique)))

    @property
    def is_whole(self) -> bool:
        """Whether everything is seen."""
        return {*FACT_KINDS} <= self.facts_everywhere and self.is_everywhere

    @property
    def is_everywhere(self) -> bool:
        """Whether all branches are seen, if not all facts."""
        return any(scope.branch is None for scope in self.scopes)

    @property
    def facts_everywhere(self) -> frozenset[str]:
        """Return the facts seen in the whole organisation."""
        return frozenset[str]().union(*(e.facts for e in self.scopes if e.branch is None))

    @property
    def branches(self) -> tuple[str, ...]:
        """Return the branches that are seen."""
        return tuple(dict.fromkeys(e.branch for e in self.scopes if e.branch is not None))

    def facts_in(self, branches: Collection[str]) -> frozenset[str]:
        """Return the facts seen of a part that is in these branches."""
        inside = (e.facts for e in self.scopes if e.branch is None or e.branch in branches)
        return frozenset[str]().union(*inside)


WHOLE_SIGHT = Sight((Scope(),))
"""Everything is seen."""


def fact_kind(shape: str, key: str) -> FactKind | None:
    """Return the kind of facts that a field of the file tells; None where it goes with its part."""
    if (shape, key) in _NEVER:
        return None
    return _BY_PLACE.get((shape, key)) or _BY_KEY.get(key)


def word_kind(word: str) -> FactKind | None:
    """Return the kind of facts that a word for what cards say or colours mean stands for."""
    return _WORDS.get(word) or (None if word in _OWN_WORDS else "attributes")
