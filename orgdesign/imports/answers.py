"""What people answered to what an export leaves open: statuses, managers, heads, units."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Unreadable
from orgdesign.imports.statuses import is_vacancy
from orgdesign.model import ImportAnswers, Organisation, PersonAnswer, UnitAnswer
from orgdesign.value_objects import value_object

KINDS = {
    "status": "what a status means: here, gone, later or vacant",
    "manager": "who is meant by a manager's name or number; nobody where none is",
    "line": "whom somebody reports to; nobody where they are at the top",
    "head": "who leads a unit, by title, name or number; nobody where none does",
    "unit": "the unit that a unit is under; top where it is under none",
}
"""What can be answered, in words."""

STATES = ("here", "gone", "later", "vacant")
NOBODY = "nobody"
TOP = "top"


@value_object
class Answers:
    """Answers by kind and by what the export calls the thing, folded."""

    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    spelt: Mapping[str, str] = field(default_factory=dict)
    """What the export calls each thing, by its folded spelling."""

    def answer(self, kind: str, about: str) -> str | None:
        """Return what was answered about something; None where nothing was."""
        known = self.given.get(kind)
        return known.get(fold_text(about)) if known else None

    def all_of(self, kind: str) -> Mapping[str, str]:
        """Return every answer of one kind."""
        return self.given.get(kind, {})

    def with_later(self, later: Answers) -> Answers:
        """Return these answers with later ones, which come first."""
        kinds = dict.fromkeys((*self.given, *later.given))
        given = {kind: {**self.all_of(kind), **later.all_of(kind)} for kind in kinds}
        return Answers(given, {**self.spelt, **later.spelt})


NO_ANSWERS = Answers()


def answers_of(said: Iterable[tuple[str, str, str]]) -> Answers:
    """Return answers given as kind, what about, and answer.

    Raises:
        Unreadable: there is no such kind, or a status means no such thing.
    """
    given: dict[str, dict[str, str]] = {}
    spelt: dict[str, str] = {}
    for kind, about, answer in said:
        if kind not in KINDS:
            raise Unreadable(f'nothing is asked as "{kind}"; there are: {", ".join(KINDS)}')
        if kind == "status" and answer not in STATES:
            raise Unreadable(f"a status means none of these: {', '.join(STATES)}")
        given.setdefault(kind, {})[fold_text(about)] = answer
        spelt[fold_text(about)] = about
    return Answers(given, spelt)


def kept_answers(answers: Answers, people: Collection[str], *, names: bool) -> ImportAnswers:
    """Return answers as a file keeps them; people's names only where they may be written.

    ``people`` are the names of those who are here.
    """

    def may_stand(text: str) -> bool:
        return names or is_vacancy(text) or not any(map(str.isalpha, text))

    spelt = answers.spelt
    persons: dict[str, PersonAnswer] = {}
    for about, answer in (*answers.all_of("manager").items(), *answers.all_of("line").items()):
        if may_stand(about) and (names or answer not in people):
            persons[spelt.get(about, about)] = PersonAnswer(manager=answer)
    units: dict[str, UnitAnswer] = {}
    for name in dict.fromkeys((*answers.all_of("head"), *answers.all_of("unit"))):
        head, under = answers.answer("head", name), answers.answer("unit", name)
        kept = head if names or head not in people else None
        if kept or under:
            units[spelt.get(name, name)] = UnitAnswer(head=kept, under=under)
    statuses = {spelt.get(word, word): state for word, state in answers.all_of("status").items()}
    return ImportAnswers(statuses=statuses, people=persons, units=units)


def answers_kept_in(organisation: Organisation) -> Answers:
    """Return what imports into a file were told before."""
    kept = organisation.imports
    said = [
        *(("status", word, state) for word, state in kept.statuses.items() if state in STATES),
        *(("head", name, unit.head) for name, unit in kept.units.items() if unit.head),
        *(("unit", name, unit.under) for name, unit in kept.units.items() if unit.under),
    ]
    for who, person in kept.people.items():
        if person.manager:
            said += [("manager", who, person.manager), ("line", who, person.manager)]
    return answers_of(said)
