"""Rules that would find gaps where there is only something that somebody does not see."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import UNSEEN
from orgdesign.redaction.sight import FactKind, Sight

_OF_FACTS: dict[FactKind, tuple[str, ...]] = {
    "measures": (
        "accountable-without-authority", "dueling-silos", "function-without-measure",
        "handoff-measured-by-one-side", "handoff-without-measure", "measure-against-direction",
        "measure-of-something-else", "measure-unused", "only-company-measures",
        "outcome-without-measure", "reward-out-of-reach", "reward-without-customer-measure",
        "statement-not-measurable", "unrewarded-expectation", "reward-weights",
        "token-customer-reward", "reward-in-words",
    ),
    "rewards": (
        "dueling-silos", "measure-unused", "reward-out-of-reach", "reward-weights",
        "reward-in-words",
        "reward-without-customer-measure", "token-customer-reward", "unrewarded-expectation",
    ),
    "headcount": ("people-unaccounted", "single-report-chain", "span-of-control"),
    "reasons": ("design-undecided",),
}  # fmt: skip
_OF_BRANCHES = (
    "design-leaves-gap", "design-order", "handoff-loop", "handoff-measured-by-one-side",
    "handoff-outside-stage", "measure-unused",
    "outcome-not-served", "outcome-only-enabled", "outcome-without-accountable-role",
    "outcome-without-measure", "people-unaccounted", "role-without-outcome", "several-roots",
    "single-report-chain", "stage-not-served", "statement-not-measurable",
    "step-without-handoff", "accountable-without-authority", "unrewarded-expectation",
)  # fmt: skip


def unseen_rules(sight: Sight) -> Iterator[str]:
    """Yield the rules that say nothing true of what somebody sees; first that there are any."""
    rules = [*_untrue_rules(sight)]
    yield from (UNSEEN, *rules) if rules else ()


def _untrue_rules(sight: Sight) -> Iterator[str]:
    seen = frozenset[str].intersection(*(scope.facts for scope in sight.scopes))
    for kind, rules in _OF_FACTS.items():
        if kind not in seen:
            yield from rules
    if not sight.is_everywhere:
        yield from _OF_BRANCHES
