"""What the sentence of a change is made of: names, what it sets, and the words for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.replay import ReplayStep
from orgdesign.model import Handoff, number_text, quote

Values = Mapping[str, Any]


class Telling(NamedTuple):
    """What a sentence is made of: the names by then, what the change says, and its step."""

    names: PartNames
    values: Values
    step: ReplayStep

    def function(self, key: str = "function") -> str:
        """Return what the function is called that the change names under a key."""
        return self.names.function(self.values[key])

    def role(self, key: str = "role") -> str:
        """Return the title of the role that the change names under a key."""
        return self.names.role(self.values[key])


Tell = Callable[[Telling], str]

WORDS = {
    "title": "title",
    "holders": "holder",
    "status": "how the seat is filled",
    "until": "end",
    "function": "function",
    "purpose": "purpose",
    "accountabilities": "accountabilities",
    "decides": "decisions",
    "measured_by": "measures",
    "measures": "measures",
    "rewarded_for": "rewards",
    "name": "name",
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "better": "better way",
    "kind": "kind",
    "works_against": "measures it works against",
    "headcount": "people",
    "posts": "posts",
    "cost": "cost a year",
    "work": "way of working",
    "dotted_to": "dotted lines",
    "reports_to": "the role it reports to",
    "statement": "statement",
    "customer": "customer",
    "accountable": "accountable role",
    "passes": "what passes",
    "giver": "giver",
    "taker": "taker",
    "stage": "stage",
    "measure": "measure",
    "outcome": "outcome",
    "functions": "functions",
    "after": "stages it follows",
}
_QUOTED = ("title", "purpose", "name", "unit", "statement", "customer", "passes")
_QUOTED = ("title", "purpose", "name", "unit", "statement", "customer", "passes")


def field_words(values: Values, subject: str, names: PartNames) -> Iterator[str]:
    """Yield what a change sets of its subject, in words."""
    for name, value in values.items():
        if name not in (subject, "attributes", "sections", "document"):
            yield _field(name, value, names)


def _field(name: str, value: Any, names: PartNames) -> str:
    words = WORDS.get(name, name.replace("_", " "))
    if isinstance(value, float):
        return f"{words} {number_text(value)}"
    if name in ("giver", "taker"):
        return f"{words} {names.function(value)}"
    if name == "accountable" and isinstance(value, str):
        return f"{words} {names.role(value)}"
    is_told = isinstance(value, str) and name in _QUOTED
    return f"{words} {quote(value)}" if is_told else words


def named_handoff(names: PartNames, id_: str) -> Handoff:
    """Return a hand-off, also one that is gone by then."""
    return names.organisation.handoffs[id_]
