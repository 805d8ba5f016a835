"""A rule of the diagnosis: one question, asked of a whole organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from orgdesign.diagnosis.finding import Finding
from orgdesign.diagnosis.language import TextReader, shared_reader
from orgdesign.diagnosis.texts import rule_texts
from orgdesign.model import Organisation, Severity
from orgdesign.value_objects import value_object

Group = Literal[
    "alignment", "accountability", "metrics", "motivation", "mechanics", "structure", "designs"
]
Find = Callable[[Organisation], Iterator[Finding]]
ReadAndFind = Callable[[Organisation, TextReader], Iterator[Finding]]


@value_object
class Rule:
    """A rule: its stable name, what it is called for people, and why it matters to customers.

    ``severity`` holds unless the file or the command line says otherwise. One that ``reads`` looks
    at what people wrote.
    """

    name: str
    group: Group
    severity: Severity
    title: str
    why: str
    ask: ReadAndFind
    reads: bool = False

    def find(
        self, organisation: Organisation, reader: TextReader | None = None
    ) -> Iterator[Finding]:
        """Yield what the rule finds, in the order of the file."""
        return self.ask(organisation, reader or shared_reader())


def rule(group: Group, severity: Severity) -> Callable[[Find], Rule]:
    """Make a rule of a function, whose name becomes the name of the rule."""

    def of_function(find: Find) -> Rule:
        return _rule(find.__name__, group, severity, lambda organisation, _: find(organisation))

    return of_function


def reading_rule(group: Group, severity: Severity) -> Callable[[ReadAndFind], Rule]:
    """Make a rule of a function that also reads what people wrote."""

    def of_function(find: ReadAndFind) -> Rule:
        return _rule(find.__name__, group, severity, find, reads=True)

    return of_function


def _rule(
    function: str, group: Group, severity: Severity, ask: ReadAndFind, *, reads: bool = False
) -> Rule:
    name = function.replace("_", "-")
    said = rule_texts(name)
    return Rule(name, group, severity, said["title"], said["why"], ask, reads)
