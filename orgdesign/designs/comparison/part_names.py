"""What people call the parts of an organisation, within a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from orgdesign.designs.comparison.difference import listed, quoted
from orgdesign.model import Alignment, Handoff, Organisation, Outcome, Reward

_HOW = {"direct": " directly", "enabling": " by enabling others", None: ""}


class PartNames:
    """The words for the parts of one organisation."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """Return every outcome by its id."""
        return {each.id: each for each in self.organisation.outcome.walk()}

    def role(self, id_: str | None) -> str:
        """Return the title of a role, or that there is none."""
        return self.organisation.roles[id_].title if id_ else "nobody"

    def function(self, id_: str | None) -> str:
        """Return the name of a function, or that there is none."""
        return self.organisation.functions[id_].name if id_ else "no function"

    def outcome(self, id_: str | None) -> str:
        """Return the statement of an outcome, or that there is none."""
        return quoted(self.outcomes[id_].statement) if id_ else "no outcome"

    def measures(self, ids: Iterable[str]) -> str:
        """Return the names of measures."""
        return listed(self.organisation.measures[each].name for each in ids)

    def rewards(self, rewards: Iterable[Reward]) -> str:
        """Return the measures that are paid for, each with its share."""
        return listed(
            f"{self.measures((each.measure,))}"
            + (f" ({each.weight:g}%)" if each.weight is not None else "")
            for each in rewards
        )

    def served(self, alignment: Alignment) -> str:
        """Return the outcome that a function serves, how, and the further ones."""
        how = _HOW[alignment.link]
        also = listed((self.outcome(each) for each in alignment.also), "")
        return f"{self.outcome(alignment.outcome)}{how}{f', and also {also}' if also else ''}"

    def handoff(self, handoff: Handoff) -> str:
        """Return from where to where a hand-off goes."""
        return f"{self.function(handoff.giver)} to {self.function(handoff.taker)}"
