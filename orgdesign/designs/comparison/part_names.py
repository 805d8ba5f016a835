"""What people call the parts of an organisation, within a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from orgdesign.model import (
    Alignment,
    Function,
    Handoff,
    Organisation,
    Outcome,
    Reward,
    join_words,
    number_text,
    quote,
)

_HOW = {"direct": " directly", "enabling": " by enabling others", None: ""}


def places_of_namesakes(organisation: Organisation) -> Mapping[str, str]:
    """Return, for each function that shares its name with others, where it stands.

    Where they stand in the same function, or in functions that are called alike, it is the id.
    """
    functions = organisation.functions
    counts = Counter(function.name for function in functions.values())
    namesakes = [function for function in functions.values() if counts[function.name] > 1]
    places = {function.id: _place(organisation, function) for function in namesakes}
    often = Counter((function.name, places[function.id]) for function in namesakes)
    return {
        function.id: place if often[function.name, place] == 1 else function.id
        for function in namesakes
        for place in (places[function.id],)
    }


def _place(organisation: Organisation, function: Function) -> str:
    above = organisation.functions.get(function.reports_to or "")
    return f"in {above.name}" if above else "at the top"


class PartNames:
    """The words for the parts of one organisation.

    Functions of the same name are told apart by what they report to; ``places`` says where they
    stand, worked out here where nobody has before.
    """

    def __init__(
        self,
        organisation: Organisation,
        places: Mapping[str, str] | None = None,
        outcomes: Mapping[str, Outcome] | None = None,
    ) -> None:
        self.organisation = organisation
        self._places, self._outcomes = places, outcomes

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Return where each function stands that shares its name with others."""
        return places_of_namesakes(self.organisation) if self._places is None else self._places

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Return every outcome by its id."""
        if self._outcomes is not None:
            return self._outcomes
        return {each.id: each for each in self.organisation.outcome.walk()}

    def role(self, id_: str | None) -> str:
        """Return the title of a role, or that there is none."""
        role = self.organisation.roles.get(id_ or "")
        return role.title if role else id_ or "nobody"

    def function(self, id_: str | None) -> str:
        """Return the name of a function and, where others are called alike, where it stands."""
        if not id_:
            return "no function"
        function = self.organisation.functions.get(id_)
        name = function.name if function else id_
        place = self.places.get(id_)
        return f"{name} ({place})" if place else name

    def outcome(self, id_: str | None) -> str:
        """Return the statement of an outcome, or that there is none."""
        outcome = self.outcomes.get(id_ or "")
        return quote(outcome.statement) if outcome else id_ or "no outcome"

    def stage(self, id_: str | None) -> str:
        """Return the name of a stage of the journey, or that there is none."""
        stage = self.organisation.journey.get(id_ or "")
        return quote(stage.name) if stage else id_ or "no stage"

    def measures(self, ids: Iterable[str]) -> str:
        """Return the names of measures."""
        measures = self.organisation.measures
        return join_words(measures[id_].name if id_ in measures else id_ for id_ in ids)

    def rewards(self, rewards: Iterable[Reward]) -> str:
        """Return the measures that are paid for, each with its share."""
        return join_words(
            f"{self.measures((each.measure,))}"
            + (f" ({number_text(each.weight)}%)" if each.weight is not None else "")
            for each in rewards
        )

    def served_outcomes(self, alignment: Alignment) -> str:
        """Return the outcome that a function serves, how, and the further ones."""
        how = _HOW[alignment.link]
        also = join_words((self.outcome(each) for each in alignment.also), nothing="")
        return f"{self.outcome(alignment.outcome)}{how}{f', and also {also}' if also else ''}"

    def handoff(self, handoff: Handoff) -> str:
        """Return from where to where a hand-off goes."""
        return f"{self.function(handoff.giver)} to {self.function(handoff.taker)}"

    def part_words(self, kind: str, id_: str) -> str:
        """Return the words for a role, a function, a measure or a hand-off."""
        match kind:
            case "role":
                return self.role(id_)
            case "function":
                return self.function(id_)
            case "measure":
                return self.measures([id_])
        handoff = self.organisation.handoffs.get(id_)
        return f"the hand-off from {self.handoff(handoff)}" if handoff else id_
