"""What an import tells people, and what it asks them before anything is written."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object

Subject = Literal["status", "manager", "head", "unit"]


MOST_LISTED = 60
"""How many names a sentence lists."""


def count_text(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count_text(1, "row"), count_text(1200, "person", "people")
    ('1 row', '1,200 people')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@value_object
class OpenPoint:
    """What an export leaves open: of which kind, about what, what was taken, what else could be.

    ``about`` is what the export calls it; ``options`` are what an answer can be.
    """

    kind: Subject
    about: str
    words: str
    options: tuple[str, ...]
    taken: str = ""


@dataclass(slots=True)
class Notes:
    """The sentences and questions, in the order in which things were met."""

    sentences: list[str] = field(default_factory=list)
    questions: list[OpenPoint] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Add a sentence."""
        self.sentences.append(sentence)

    def count(self, number: int, one: str, many: str) -> None:
        """Add one of two sentences that say how many; ``{n}`` in it is the number.

        Nothing is said of none.
        """
        if number:
            self.say((one if number == 1 else many).format(n=f"{number:,}"))

    def ask(self, question: OpenPoint) -> None:
        """Add a question; that which is asked of one thing twice is one."""
        if question not in self.questions:
            self.questions.append(question)


def some(names: Sequence[str], most: int = 3) -> str:
    """Return a few names as a list in words.

    >>> some(["Sales", "Legal"]), some(["a", "b", "c", "d", "e"])
    ('Sales and Legal', 'a, b, c and 2 more')
    """
    shown, left = [*names[:most]], len(names) - most
    if left > 0:
        return f"{', '.join(shown)} and {left:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def name_list(names: Sequence[str]) -> str:
    """Return names as a list in words, as many as anybody reads."""
    return some(names, MOST_LISTED)


def were(number: int) -> str:
    """Return the verb of so many."""
    return "was" if number == 1 else "were"


def rows_named(lines: Iterable[int]) -> str:
    """Return which rows of a file, as spreadsheets count them.

    >>> rows_named([4]), rows_named([4, 9, 9])
    ('row 4', 'rows 4 and 9')
    """
    numbers = [f"{line:,}" for line in sorted({*lines})]
    return f"{'row' if len(numbers) == 1 else 'rows'} {some(numbers, 5)}"


@value_object
class ImportChange:
    """One change: what is said of it, what goes and what comes.

    ``key`` stands for it as long as nothing else is brought in: whoever refuses it says that.
    """

    key: str
    sentence: str
    goes: tuple[str, ...] = ()
    comes: tuple[str, ...] = ()


NOTHING_REFUSED: Container[str] = frozenset()


class Unreadable(OrgdesignError):  # noqa: N818 - what it is, in our words
    """An export that cannot be read, or that no organisation can be made of."""
