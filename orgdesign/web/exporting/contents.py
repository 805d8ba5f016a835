"""What a file will tell, and what it will not, said before it is made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from orgdesign.model import Design, Function, Organisation, Rationale, Role, join_words
from orgdesign.redaction import Disclosure
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.offers import Fact, Offer
from orgdesign.web.kit import counted

OMITTED: Mapping[Fact, str] = {
    "holders": "who holds {}",
    "headcount": "the headcount of {}",
    "cost": "the cost of {}",
    "measures": "{}",
    "designs": "{}",
    "reasons": "the reasons of {}",
}
"""What is said of a fact that does not go out, though the organisation has it."""
NEVER = ("headcount", "cost")
"""What is said not to go out where a kind never tells it, as people may look for it there."""


@value_object
class ExportContents:
    """What goes out in a file of a kind: of all roles, or of the ``roles`` that were chosen."""

    disclosure: Disclosure
    offer: Offer
    roles: Collection[str] | None = None

    @property
    def sides(self) -> list[Organisation]:
        """Return the organisations that the file tells of."""
        both = self.disclosure.then is not None and self.offer.before_too
        return (
            [self.disclosure.today, self.disclosure.organisation]
            if both
            else [self.disclosure.organisation]
        )

    def counts(self) -> dict[Fact, str]:
        """Return what the file tells of each fact that its kind can tell, as a count."""
        return {fact: told for fact in self.offer.tells if (told := self._count(fact))}

    def _count(self, fact: Fact) -> str:
        match fact:
            case "holders":
                return _some({each.id for each in self._roles() if _is_named(each)}, "role")
            case "headcount":
                some = {each.id for each in self._functions() if each.headcount is not None}
                return _some(some, "function")
            case "cost":
                return _some(
                    {each.id for each in self._functions() if each.cost is not None}, "function"
                )
            case "measures":
                return _some(self._measures(), "measure")
            case "designs":
                shown = () if self.disclosure.then else self.disclosure.today.designs
                return _some(shown, "design")
            case "reasons":
                return _some({each.id for each in self._designs() if _says_why(each)}, "design")

    def _designs(self) -> Iterator[Design]:
        yield from self.disclosure.today.designs.values()

    def _functions(self) -> Iterator[Function]:
        yield from (each for side in self.sides for each in side.functions.values())

    def _roles(self) -> Iterator[Role]:
        for side in self.sides:
            for role in side.roles.values():
                if self.roles is None or role.id in self.roles:
                    yield role

    def _measures(self) -> set[str]:
        if not self.offer.of_roles:
            return {id_ for side in self.sides for id_ in side.measures}
        if self.offer.kind == "advertisement":
            return {
                each for role in self._roles() for each in role.measured_by if self._is_told(each)
            }
        judged = {each for role in self._roles() for each in role.measured_by}
        return judged | {each.measure for role in self._roles() for each in role.rewarded_for}

    def _is_told(self, measure: str) -> bool:
        """Whether outsiders may read of a measure: those of the company are not theirs."""
        return self.disclosure.organisation.measures[measure].kind == "customer"

    def sizes(self) -> str:
        """Return how much it tells of: roles and, where it is not about roles, functions."""
        roles = len({each.id for each in self._roles()})
        if self.offer.of_roles:
            return counted(roles, "role")
        functions = len({each.id for each in self._functions()})
        return f"{counted(functions, 'function')} and {counted(roles, 'role')}"


def _says_why(design: Design) -> bool:
    """Whether a design, or anything in it, says why it is planned."""
    planned: list[Rationale] = [design, *design.phases.values(), *design.changes]
    return any(each.reason or each.risk or each.feedback or each.decision.by for each in planned)


def _is_named(role: Role) -> bool:
    return role.holder is not None and not role.is_vacant


def _some(ids: Collection[str], noun: str) -> str:
    return counted(len(ids), noun) if ids else ""


def in_it(told: ExportContents) -> str:
    """Return what a file will tell, in a sentence or two."""
    first, counts = f"This file tells of {told.sizes()}.", told.counts()
    named = counts.pop("holders", "")
    designs = counts.pop("designs", "")
    shown = [OMITTED[fact].format(count) for fact, count in counts.items()]
    does = [f"says who holds {named}"] if named else []
    does += [f"shows {join_words(shown)}"] if shown else []
    does += [f"tells of {designs} with all changes"] if designs else []
    nobody = "" if named or "holders" not in told.offer.tells else " It names no holder."
    return f"{first}{f' It {join_words(does)}.' if does else ''}{nobody}"


def not_in_it(told: ExportContents, whole: ExportContents, branches: Sequence[str]) -> list[str]:
    """Return what a file will not tell, though the organisation has it, in parts of a sentence."""
    has, could = told.counts(), whole.counts()
    left = [OMITTED[fact].format(count) for fact, count in could.items() if fact not in has]
    never = [word for word in NEVER if word not in told.offer.tells]
    return [*left, *branches, *never]
