"""Our own examples of what people write, by subject, label, language and sector."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from orgdesign.value_objects import value_object

Subject = Literal["statements", "contributions", "roles", "measures"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)

_FOLDER = Path(__file__).parent / "examples"


@value_object
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
    """Return the examples of a subject, in the order of their file.

    What a function does for customers is fine for a role to do too.
    """
    own, *others = map(_examples_in, examples_files(subject))
    served = (each for other in others for each in other if each.label == "customer")
    return own + tuple(replace(each, label="fine") for each in served)


def examples_files(subject: Subject) -> tuple[Path, ...]:
    """Return the files that hold the examples of a subject, its own before what it borrows."""
    names = ("roles", "contributions") if subject == "roles" else (subject,)
    return tuple(_FOLDER / f"{name}.tsv" for name in names)


def _examples_in(path: Path) -> tuple[Example, ...]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(Example(*line.split("\t")) for line in lines if line and line[0] != "#")
