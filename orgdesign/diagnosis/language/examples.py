"""Our own examples of what people write, by subject, label, language and sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Subject = Literal["statements", "contributions", "roles", "measures"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)

_FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as somebody might write it; language and sector say from whose organisation."""

    label: str
    language: str
    sector: str
    text: str

    @property
    def organisation(self) -> str:
        """Return what tells the organisation that it is from."""
        return f"{self.language} {self.sector}"


@cache
def examples_of(subject: Subject) -> tuple[Example, ...]:
    """Return the examples of a subject, in the order of their file."""
    lines = examples_file(subject).read_text(encoding="utf-8").splitlines()
    return tuple(Example(*line.split("\t")) for line in lines if line and line[0] != "#")


def examples_file(subject: Subject) -> Path:
    """Return the file that holds the examples of a subject."""
    return _FOLDER / f"{subject}.tsv"
