"""What was met in an export, and what was done about it, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "row"), counted(1200, "person", "people")
    ('1 row', '1,200 people')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@dataclass(slots=True)
class Notes:
    """The sentences, in the order in which things were met."""

    sentences: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Add a sentence."""
        self.sentences.append(sentence)

    def count(self, number: int, one: str, many: str) -> None:
        """Add one of two sentences that say how many; ``{n}`` in it is the number.

        Nothing is said of none.
        """
        if number:
            self.say((one if number == 1 else many).format(n=f"{number:,}"))


def some(names: Sequence[str], most: int = 3) -> str:
    """Return a few names as a list in words.

    >>> some(["Sales", "Legal"]), some(["a", "b", "c", "d", "e"])
    ('Sales and Legal', 'a, b, c and 2 more')
    """
    shown, left = [*names[:most]], len(names) - most
    if left > 0:
        return f"{', '.join(shown)} and {left:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
