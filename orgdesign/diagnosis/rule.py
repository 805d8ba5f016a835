"""A rule of the diagnosis: one question, asked of a whole organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from orgdesign.diagnosis.finding import Finding
from orgdesign.model import Organisation, Severity

Group = Literal[
    "alignment", "accountability", "metrics", "motivation", "mechanics", "structure", "designs"
]
Find = Callable[[Organisation], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable name, what it is called for people, and why it matters to customers.

    ``severity`` holds unless the file or the command line says otherwise.
    """

    name: str
    group: Group
    severity: Severity
    title: str
    why: str
    find: Find


def rule(group: Group, severity: Severity, title: str, why: str) -> Callable[[Find], Rule]:
    """Make a rule of a function, whose name becomes the name of the rule."""

    def made(find: Find) -> Rule:
        return Rule(find.__name__.replace("_", "-"), group, severity, title, why, find)

    return made
