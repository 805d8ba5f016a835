"""Which part of the company sets the agenda: its power core, by six questions.

The idea of a power core is that of Bliss, *Chief Customer Officer*; the words are our own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from orgdesign.model import Organisation
from orgdesign.resources import toml_beside
from orgdesign.value_objects import value_object


@value_object
class Core:
    """One of the six power cores: its name, and how to work with it rather than against it."""

    name: str
    works_with: str


_WORDS = toml_beside(__file__, "readiness.toml")["power_core"]
CORES: Mapping[str, Core] = {id_: Core(**words) for id_, words in _WORDS["cores"].items()}
QUESTIONS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    id_: (words["asks"], words["answers"]) for id_, words in _WORDS["questions"].items()
}


@value_object
class PowerCore:
    """How many of the six questions point to each core, most first, and those nobody answered."""

    counts: tuple[tuple[str, int], ...]
    open: tuple[str, ...]

    @property
    def leading(self) -> tuple[str, ...]:
        """Return the core that most answers point to; several where they are level."""
        most = self.counts[0][1] if self.counts else 0
        return tuple(core for core, count in self.counts if count == most)

    @property
    def sentence(self) -> str:
        """Return in words where the answers point."""
        if not self.counts:
            return "Nobody has answered yet."
        most, total = self.counts[0][1], sum(count for _, count in self.counts)
        *others, last = (CORES[core].name for core in self.leading)
        if others:
            answers = "1 answer" if most == 1 else f"{most} answers"
            names = f"{', '.join(others)} and {last}"
            return (
                f"{names} are level, with {answers} each: they share the agenda, or contend for it."
            )
        if self.open:
            return f"So far {last} leads, with {most} of {total} answers."
        return f"{last} sets the agenda: {most} of {total} answers point to it."


def power_core(organisation: Organisation) -> PowerCore:
    """Return where the answers of people point."""
    answers = organisation.assessment.power_core
    counted = Counter(answers[question] for question in QUESTIONS if question in answers)
    level = sorted(counted.items(), key=lambda each: (-each[1], list(CORES).index(each[0])))
    return PowerCore(tuple(level), tuple(each for each in QUESTIONS if each not in answers))
