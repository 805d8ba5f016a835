"""What a sector of the library offers, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.library import ExistingParts
from orgdesign.model import Function, Measure, Organisation, Outcome
from orgdesign.value_objects import value_object

BETTER = {"lower": "lower is better", "higher": "higher is better"}
KIND = {"customer": "customer measure", "company": "company measure"}


@value_object
class LibraryItem:
    """One part that can be picked: its words, and whether the file has it already."""

    id: str
    title: str
    said: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    is_there: bool = False

    @property
    def words(self) -> str:
        """Return all that is said of it, to be searched."""
        facts = " ".join(fact for _, fact in self.facts)
        return f"{self.title} {self.said} {facts}".casefold()


@value_object
class ItemGroup:
    """The parts of one kind."""

    name: str
    title: str
    about: str
    items: tuple[LibraryItem, ...]


def groups(library: Organisation, has: ExistingParts, text: str = "") -> list[ItemGroup]:
    """Return what a sector offers, of each kind; only what has all the words of a text."""
    return [
        ItemGroup(
            "outcomes",
            "Outcomes",
            "What must be true for the customer. They come under your desired customer outcome.",
            _matching_items(_outcomes(library, has), text),
        ),
        ItemGroup(
            "functions",
            "Functions",
            "Each with its contribution, and with the role that answers for it.",
            _matching_items(_functions(library, has), text),
        ),
        ItemGroup(
            "measures",
            "Measures",
            "How success is told. The figures, of today and to aim at, are yours to add.",
            _matching_items(_measures(library, has), text),
        ),
    ]


def _matching_items(items: Iterator[LibraryItem], text: str) -> tuple[LibraryItem, ...]:
    wanted = text.casefold().split()
    return tuple(item for item in items if all(word in item.words for word in wanted))


def _outcomes(library: Organisation, has: ExistingParts) -> Iterator[LibraryItem]:
    for one in library.outcome.outcomes.values():
        facts = (("Measured by", _measured(library, one)),)
        yield LibraryItem(one.id, one.statement, "", facts, one.id in has.outcomes)


def _functions(library: Organisation, has: ExistingParts) -> Iterator[LibraryItem]:
    outcomes = {one.id: one.statement for one in library.outcome.walk()}
    for one in library.functions.values():
        facts = (
            ("Serves", outcomes[one.alignment.outcome or library.outcome.id]),
            ("Accountable", library.roles[one.accountable].title if one.accountable else ""),
            ("Measured by", _measured(library, one)),
        )
        contribution = one.alignment.contribution or ""
        yield LibraryItem(one.id, one.name, contribution, facts, one.id in has.functions)


def _measures(library: Organisation, has: ExistingParts) -> Iterator[LibraryItem]:
    for one in library.measures.values():
        said = (one.unit or "", BETTER.get(one.better or "", ""), KIND.get(one.kind or "", ""))
        yield LibraryItem(
            one.id, one.name, " · ".join(filter(None, said)), is_there=one.id in has.measures
        )


def _measured(library: Organisation, one: Outcome | Function) -> str:
    measures: list[Measure] = [library.measures[each] for each in one.measures]
    return " · ".join(measure.name for measure in measures)
