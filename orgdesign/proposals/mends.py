"""The edit that mends a finding, where what mends it is one edit and no matter of taste."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from orgdesign.diagnosis import Place, Places, RuleHit
from orgdesign.diagnosis.crossings import WorkTransition
from orgdesign.diagnosis.diagnosis import UNKNOWN_RULE
from orgdesign.model import Organisation, Outcome, number_text, quote
from orgdesign.proposals.owners import OwnerSearch
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set


@value_object
class ProposedMend:
    """An edit of the file that mends a finding, as a sentence that says what it would do."""

    sentence: str
    edits: tuple[Edit, ...]


class MendSearch:
    """Finds what would mend the findings of one organisation."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation

    def mend(self, hit: RuleHit) -> ProposedMend | None:
        """Return the edit that mends a finding; None where people have to say how."""
        find = _MENDS.get(hit.rule)
        return find(self, hit) if find else None

    @cached_property
    def _places(self) -> Places:
        return Places(self._organisation)

    @cached_property
    def _owners(self) -> OwnerSearch:
        return OwnerSearch(self._organisation)

    def _path(self, place: Place, *keys: str | int) -> Path:
        return (*self._places.path(Place(place.kind, place.id)), *keys)

    def _title(self, role: str) -> str:
        return self._organisation.roles[role].title

    def _name(self, function: str) -> str:
        return self._organisation.functions[function].name

    def _measure_name(self, measure: str) -> str:
        return quote(self._organisation.measures[measure].name)

    def without_rule(self, hit: RuleHit) -> ProposedMend:
        """Delete a setting of a rule that does not exist."""
        return ProposedMend("Delete this setting.", (Remove(hit.finding.at.field),))

    def company_kind(self, hit: RuleHit) -> ProposedMend:
        """Make a measure one of the company."""
        at = hit.finding.at
        said = f"Call {self._measure_name(at.id)} a measure of the company."
        return ProposedMend(said, (Set(self._path(at, "kind"), "company"),))

    def direction(self, hit: RuleHit) -> ProposedMend | None:
        """Let a measure be better the way that its target lies."""
        at = hit.finding.at
        measure = self._organisation.measures[at.id]
        if measure.baseline is None or measure.target in (None, measure.baseline):
            return None
        assert measure.target is not None  # noqa: S101 - it was just asked
        better = "higher" if measure.target > measure.baseline else "lower"
        said = f"Say that {self._measure_name(at.id)} is better {better}."
        return ProposedMend(said, (Set(self._path(at, "better"), better),))

    def handoff_owner(self, hit: RuleHit) -> ProposedMend | None:
        """Have whoever leads both sides, or takes the work, answer for a hand-off."""
        at = hit.finding.at
        handoff = self._organisation.handoffs[at.id]
        passed = WorkTransition(handoff.giver, handoff.taker, handoff.stage, handoff.id, False)
        role = self._owners.owner(passed)
        if not role or role == handoff.accountable:
            return None
        said = f"Let {self._title(role)} answer for it."
        return ProposedMend(said, (Set(self._path(at, "accountable"), role),))

    def function_owner(self, hit: RuleHit) -> ProposedMend | None:
        """Have the only role of a function answer for it."""
        at = hit.finding.at
        roles = list(self._organisation.index.roles_in.get(at.id, ()))
        if len(roles) != 1 or roles[0].is_vacant:
            return None
        said = f"Let {roles[0].title}, the only role in it, answer for {self._name(at.id)}."
        return ProposedMend(said, (Set(self._path(at, "accountable"), roles[0].id),))

    def outcome_owner(self, hit: RuleHit) -> ProposedMend | None:
        """Have whoever leads the only function that serves an outcome directly answer for it."""
        at = hit.finding.at
        serving = [
            one
            for one in self._organisation.functions.values()
            if one.alignment.outcome == at.id and one.alignment.link == "direct"
        ]
        role = serving[0].accountable if len(serving) == 1 else None
        if not role or not self._organisation.index.is_filled(role):
            return None
        said = f"Let {self._title(role)}, who leads {serving[0].name}, answer for it."
        return ProposedMend(said, (Set(self._path(at, "accountable"), role),))

    def joined_step(self, hit: RuleHit) -> ProposedMend | None:
        """Add the hand-off that is missing between two functions."""
        giver, taker = (place.id for place in hit.finding.others[:2])
        passed = WorkTransition(giver, taker, hit.finding.at.id, None, False)
        role = self._owners.owner(passed)
        id_ = f"{giver}-to-{taker}"
        if id_ in self._organisation.handoffs:
            return None
        value = {"from": giver, "to": taker, "stage": hit.finding.at.id}
        owner = f", for which {self._title(role)} answers" if role else ""
        said = f"Add a hand-off from {self._name(giver)} to {self._name(taker)}{owner}."
        edit = Add(("handoffs",), id_, {**value, **({"accountable": role} if role else {})})
        return ProposedMend(said, (edit,))

    def handoff_measure(self, hit: RuleHit) -> ProposedMend | None:
        """Measure a hand-off by what the customer is there for."""
        at = hit.finding.at
        handoff = self._organisation.handoffs[at.id]
        stage = self._organisation.journey.get(handoff.stage or "")
        taker = self._organisation.functions[handoff.taker]
        outcome = (stage.outcome if stage else None) or taker.alignment.outcome
        measure = self._customer_measure(outcome, (handoff.measure or "",))
        if not measure:
            return None
        said = f"Measure the hand-off by {self._measure_name(measure)}, which customers notice."
        return ProposedMend(said, (Set(self._path(at, "measure"), measure),))

    def shared_measure(self, hit: RuleHit) -> ProposedMend | None:
        """Give a function a customer measure of the outcome that it serves."""
        at = hit.finding.at
        if at.kind != "function":
            return None
        function = self._organisation.functions[at.id]
        measure = self._customer_measure(function.alignment.outcome, function.measures)
        if not measure:
            return None
        said = f"Measure {function.name} also by {self._measure_name(measure)}."
        edit = Set(self._path(at, "measures"), [*function.measures, measure])
        return ProposedMend(said, (edit,))

    def reward(self, hit: RuleHit) -> ProposedMend | None:
        """Pay a role also for what customers get from it."""
        at = hit.finding.at
        role = self._organisation.roles[at.id]
        paid = tuple(one.measure for one in role.rewarded_for)
        expected = (*role.measured_by, *self._outcome_measures(at.id))
        measure = next((one for one in expected if self._is_customer(one) and one not in paid), "")
        if not measure:
            return None
        said = f"Pay {role.title} also for {self._measure_name(measure)}; say how much it weighs."
        return ProposedMend(
            said, (Add(self._path(at, "rewarded_for"), None, {"measure": measure}),)
        )

    def whole_weights(self, hit: RuleHit) -> ProposedMend | None:
        """Share out a hundred per cent as the weights are to each other now."""
        at = hit.finding.at
        rewards = self._organisation.roles[at.id].rewarded_for
        total = sum(one.weight or 0 for one in rewards)
        if not total or any(one.weight is None for one in rewards):
            return None
        shares = [round(100 * (one.weight or 0) / total) for one in rewards]
        shares[0] += 100 - sum(shares)
        edits = (
            Set(self._path(at, "rewarded_for", number, "weight"), share)
            for number, share in enumerate(shares)
        )
        told = ", ".join(f"{number_text(share)}%" for share in shares)
        return ProposedMend(f"Let the weights be {told}.", tuple(edits))

    def own_loop(self, hit: RuleHit) -> ProposedMend | None:
        """Remove a hand-off of a function to itself."""
        handoff = self._organisation.handoffs[hit.finding.at.id]
        if handoff.giver != handoff.taker or self._is_named(handoff.id):
            return None
        return ProposedMend("Remove this hand-off.", (Remove(self._path(hit.finding.at)),))

    def _is_named(self, handoff: str) -> bool:
        changes = (one for each in self._organisation.designs.values() for one in each.changes)
        return any(handoff in repr(one.values) for one in changes)

    def _customer_measure(self, outcome: str | None, had: tuple[str, ...]) -> str:
        measures = self._outcome(outcome).measures if outcome else ()
        return next((one for one in measures if self._is_customer(one) and one not in had), "")

    def _outcome(self, outcome: str) -> Outcome:
        return self._organisation.index.outcomes[outcome]

    def _outcome_measures(self, role: str) -> Iterator[str]:
        for outcome in self._organisation.index.outcomes_of(self._organisation.roles[role]):
            yield from self._outcome(outcome).measures

    def _is_customer(self, measure: str) -> bool:
        return self._organisation.measures[measure].kind == "customer"


_MENDS: Mapping[str, Callable[[MendSearch, RuleHit], ProposedMend | None]] = {
    UNKNOWN_RULE: MendSearch.without_rule,
    "measure-kind-doubtful": MendSearch.company_kind,
    "measure-against-direction": MendSearch.direction,
    "measure-without-direction": MendSearch.direction,
    "handoff-without-accountable-role": MendSearch.handoff_owner,
    "function-without-accountable-role": MendSearch.function_owner,
    "outcome-without-accountable-role": MendSearch.outcome_owner,
    "step-without-handoff": MendSearch.joined_step,
    "handoff-without-measure": MendSearch.handoff_measure,
    "handoff-measured-by-one-side": MendSearch.handoff_measure,
    "function-without-measure": MendSearch.shared_measure,
    "only-company-measures": MendSearch.shared_measure,
    "unrewarded-expectation": MendSearch.reward,
    "reward-without-customer-measure": MendSearch.reward,
    "reward-weights": MendSearch.whole_weights,
    "handoff-loop": MendSearch.own_loop,
}
