"""What the file says of a role, section by section, in sentences of the document's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.wording import line
from orgdesign.model import DESIRED, Function, Handoff, Organisation, OrganisationIndex, Role
from orgdesign.value_objects import value_object

BUILT_IN = (
    "purpose",
    "accountabilities",
    "decides",
    "handoffs_in",
    "handoffs_out",
    "handoffs_between",
    "measured_by",
    "rewarded_for",
    "reporting",
)
"""The sections that come of the file itself, below the outcome, in their usual order."""


@value_object
class RoleFacts:
    """A role where it stands in its organisation, in the words of a language.

    Where it is to be compared, each who reports to it stands ``apart``.
    """

    organisation: Organisation
    role: Role
    words: RoleWords
    apart: bool = False

    @property
    def index(self) -> OrganisationIndex:
        """Return how the parts of the organisation hang together."""
        return self.organisation.index

    def lines(self, section: str) -> tuple[str, ...]:
        """Return what is said in a section that comes of the file; nothing that is not known."""
        return tuple(getattr(self, f"_{section}")())

    def _outcomes_held(self) -> Iterator[str]:
        outcomes, answers = self.index.outcomes, self.index.answers_for
        for place in answers.get(self.role.id, ()):
            if place.kind == "outcome":
                yield outcomes[place.id].id

    def _serving(self) -> Iterator[Function]:
        functions = self.index.functions_of(self.role)
        yield from (each for each in functions if each.alignment.outcome)

    def _outcome(self) -> Iterator[str]:
        words, held, serving = self.words, [*self._outcomes_held()], [*self._serving()]
        if not held and not serving:
            yield words.phrase("no_customer")
            return
        desired = self.organisation.outcome
        if desired.customer:
            yield words.sentence(
                words.label_text(words.phrase("the_customer"), line(desired.customer))
            )
        if DESIRED not in held:
            gets = words.phrase("customer_gets")
            yield words.sentence(words.label_text(gets, words.quote(desired.statement)))
        outcomes = self.index.outcomes
        for id_ in held:
            stated = words.quote(outcomes[id_].statement)
            yield words.phrase("answers_for_outcome", outcome=stated)
        yield from map(self._serves, serving)

    def _serves(self, function: Function) -> str:
        alignment, words = function.alignment, self.words
        how = words.phrase(alignment.link) if alignment.link else ""
        said, name = alignment.outcome or "", line(function.name)
        if said == DESIRED:
            told = words.phrase("serves_it", function=name, how=how)
        else:
            stated = words.quote(self.index.outcomes[said].statement)
            told = words.phrase("serves", function=name, outcome=stated, how=how)
        does = line(alignment.contribution or "")
        return words.sentence(words.label_text(told.strip(), does) if does else told.strip())

    def _purpose(self) -> Iterator[str]:
        if self.role.purpose:
            yield self.words.sentence(self.role.purpose)

    def _accountabilities(self) -> Iterator[str]:
        yield from map(self.words.sentence, self.role.accountabilities)

    def _decides(self) -> Iterator[str]:
        yield from map(self.words.sentence, self.role.decides)

    def _handoffs_in(self) -> Iterator[str]:
        for each in self.index.handed_to(self.role):
            yield self._passed(each, self._handed_phrase("handed_from", function=each.giver))

    def _handoffs_out(self) -> Iterator[str]:
        for each in self.index.handed_by(self.role):
            yield self._passed(each, self._handed_phrase("handed_to", function=each.taker))

    def _handoffs_between(self) -> Iterator[str]:
        for each in self.index.handoffs_overseen(self.role):
            way = self._handed_phrase("handed_between", giver=each.giver, taker=each.taker)
            yield self._passed(each, way)

    def _handed_phrase(self, phrase: str, **functions: str) -> str:
        known = self.organisation.functions
        names = {word: line(known[id_].name) for word, id_ in functions.items()}
        return self.words.phrase(phrase, **names)

    def _passed(self, handoff: Handoff, way: str) -> str:
        organisation, words = self.organisation, self.words
        told = words.label_text(way, line(handoff.passes)) if handoff.passes else way
        more = []
        if handoff.stage:
            stage = words.quote(organisation.journey[handoff.stage].name)
            more.append(words.phrase("in_stage", stage=stage))
        if handoff.measure:
            name = line(organisation.measures[handoff.measure].name)
            more.append(words.phrase("handoff_measured", measure=name))
        if handoff.accountable == self.role.id:
            more.append(words.phrase("answers_for_it"))
        return words.sentence(f"{told} ({'; '.join(more)})" if more else told)

    def _measured_by(self) -> Iterator[str]:
        measures = self.organisation.measures
        yield from (self.words.measure(measures[each]) for each in self.role.measured_by)

    def _rewarded_for(self) -> Iterator[str]:
        for reward in self.role.rewarded_for:
            name = line(self.organisation.measures[reward.measure].name)
            share = "" if reward.weight is None else self.words.share(reward.weight)
            yield self.words.sentence(self.words.label_text(name, share) if share else name)

    def _reporting(self) -> Iterator[str]:
        above, below = self.index.manager_of(self.role), self.index.reports_of(self.role)
        if above:
            yield self.words.phrase("reports_to_role", role=line(above.title))
        elif below:
            yield self.words.phrase("reports_to_none")
        for each in self.role.dotted_to:
            yield self.words.phrase("dotted_line", role=self._called(each.to, each.label))
        if names := [each.name for each in self.index.functions_headed(self.role)]:
            yield self.words.phrase("accountable_for", names=self.words.list_names(names))
        if below and self.apart:
            yield from (self.words.phrase("reports", names=each) for each in _titles(below))
        elif below:
            yield self.words.phrase("reports", names=self.words.list_names(_titles(below)))

    def _called(self, id_: str, label: str | None) -> str:
        organisation = self.organisation
        if role := organisation.roles.get(id_):
            name = line(role.title)
        else:
            function = organisation.functions.get(id_)
            name = line(function.name) if function else id_
        return f"{name} ({line(label)})" if label else name


def _titles(roles: Sequence[Role]) -> list[str]:
    """Return the titles of roles, each once with how many have it."""
    counts: dict[str, int] = {}
    for each in roles:
        counts[line(each.title)] = counts.get(line(each.title), 0) + 1
    return [f"{title} ({count})" if count > 1 else title for title, count in counts.items()]
