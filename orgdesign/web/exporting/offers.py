"""What the page offers to export: each kind is one entry here, and nothing else of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from orgdesign.documents.kinds import ENDINGS, ExportKind
from orgdesign.resources import toml_beside
from orgdesign.value_objects import value_object

Fact = Literal["holders", "headcount", "cost", "measures", "designs", "reasons"]
_WORDS = toml_beside(__file__, "offers.toml")
FACTS: Mapping[Fact, tuple[str, str]] = {fact: (*words,) for fact, words in _WORDS["facts"].items()}
"""What people decide about: in words, and what it is. Only measures go out unless asked for."""
USUAL: frozenset[Fact] = frozenset({"measures"})

FORMATS: Mapping[str, str] = _WORDS["formats"]
"""What people call the formats, by the end of a file's name."""


@value_object
class Wish:
    """Something else to choose; ``name`` is that of the field of ``ExportOptions`` that it becomes.

    It is a role, a function or a view of the organisation, one of some ``choices``, or a file of
    the person's own. It counts for some formats only where ``endings`` says so.
    """

    name: str
    label: str
    look: Literal["role", "function", "view", "choice", "file"]
    about: str = ""
    choices: Sequence[tuple[str, str]] = ()
    accept: str = ""
    endings: Sequence[str] = ()


@value_object
class Offer:
    """A kind of export: its name, for whom it is, what it may tell, and which wishes count.

    ``formats`` says more about a format where its name is not enough. ``of_roles`` where it is
    about roles alone, ``before_too`` where it tells of today beside a design.
    """

    kind: ExportKind
    name: str
    whom: str
    tells: Sequence[Fact]
    wishes: Sequence[Wish] = ()
    formats: Mapping[str, str] | None = None
    of_roles: bool = False
    before_too: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """Return its formats, the usual one first."""
        return ENDINGS[self.kind]

    def format(self, ending: str) -> str:
        """Return what people call one of its formats."""
        return (self.formats or {}).get(ending) or FORMATS[ending]

    @property
    def files(self) -> list[Wish]:
        """Return the wishes that are files of the person's own."""
        return [wish for wish in self.wishes if wish.look == "file"]


_WISHES = {name: Wish(**{"name": name, **words}) for name, words in _WORDS["wishes"].items()}
OFFERS: Mapping[str, Offer] = {
    kind: Offer(kind, **{**words, "wishes": [_WISHES[name] for name in words.get("wishes", ())]})
    for kind, words in _WORDS["offers"].items()
}
"""Every kind of export, in the order in which the page shows them."""
