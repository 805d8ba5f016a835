"""What people answered to what an export leaves open: statuses, managers, heads, units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from orgdesign.imports.failures import Unreadable
from orgdesign.imports.folding import folded

KINDS = {
    "status": "what a status means: here, gone, later or vacant",
    "manager": "who is meant by a manager's name or number; nobody where none is",
    "head": "who leads a unit, by title, name or number; nobody where none does",
    "unit": "the unit that a unit is under; top where it is under none",
}
"""What can be answered, in words."""

STATES = ("here", "gone", "later", "vacant")
NOBODY = "nobody"
TOP = "top"


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by kind and by what the export calls the thing, folded."""

    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def answer(self, kind: str, about: str) -> str | None:
        """Return what was answered about something; None where nothing was."""
        return self.given.get(kind, {}).get(folded(about))

    def all_of(self, kind: str) -> Mapping[str, str]:
        """Return every answer of one kind."""
        return self.given.get(kind, {})

    def joined(self, later: Answers) -> Answers:
        """Return these answers with later ones, which come first."""
        kinds = dict.fromkeys((*self.given, *later.given))
        return Answers({kind: {**self.all_of(kind), **later.all_of(kind)} for kind in kinds})


NO_ANSWERS = Answers()


def answers_of(said: Iterable[tuple[str, str, str]]) -> Answers:
    """Return answers given as kind, what about, and answer.

    Raises:
        Unreadable: there is no such kind, or a status means no such thing.
    """
    given: dict[str, dict[str, str]] = {}
    for kind, about, answer in said:
        if kind not in KINDS:
            raise Unreadable(f'nothing is asked as "{kind}"; there are: {", ".join(KINDS)}')
        if kind == "status" and answer not in STATES:
            raise Unreadable(f"a status means none of these: {', '.join(STATES)}")
        given.setdefault(kind, {})[folded(about)] = answer
    return Answers(given)
