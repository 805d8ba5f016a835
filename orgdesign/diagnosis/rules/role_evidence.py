"""How much of what a text of a role says speaks for its working against those whom it serves.

Beside how the text reads, ways to do so are counted that people name in any trade: to cut short,
to make wait, to turn away, to favour those who pay. The weights are those of a logistic regression
over examples that nobody had looked at who wrote the ways down; ``benchmarks/role_evidence.py``
tells what they find in organisations that the reading was not taught by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from orgdesign.diagnosis.language import Judgement
from orgdesign.resources import toml_beside

WEIGHTS = (1.25, 1.1, 0.4, 0.85, -0.9)
"""How much each trait of a text counts, in the order of ``role_traits``."""
OUTWEIGHED = 0.2
"""How much has to speak against a text, so that it is told."""
ENOUGH_WAYS = 2
"""In so many ways has a text to work against people that reads as something else."""
MOST_AGAINST, MOST_WITH = 3, 2
"""More ways than these say no more."""
_MOST_BY_WAYS = WEIGHTS[2] + MOST_AGAINST * WEIGHTS[3]
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def works_against(reading: Judgement, text: str) -> bool:
    """Whether so much speaks for a text's working against those whom its role serves."""
    by_reading = _weighed(*reading_traits(reading))
    if not reading.scores or by_reading + _MOST_BY_WAYS < OUTWEIGHED:
        return False
    traits = role_traits(reading, text)
    return says_enough(traits) and _weighed(*traits) >= OUTWEIGHED


def says_enough(traits: Sequence[float]) -> bool:
    """Whether a text with these traits reads as against, or is so in more ways than one."""
    ahead, _, _, ways, _ = traits
    return ahead > 0 or ways >= ENOUGH_WAYS


def role_traits(reading: Judgement, text: str) -> tuple[float, ...]:
    """Return what tells whether a text works against those whom its role serves."""
    against, with_people = ways_in("against", text), ways_in("with_people", text)
    return (
        *reading_traits(reading),
        float(against > 0),
        float(min(MOST_AGAINST, against)),
        float(min(MOST_WITH, with_people)),
    )


def reading_traits(reading: Judgement) -> tuple[float, float]:
    """Return how far a text reads as against rather than as all else, and rather than as fine."""
    is_against = reading.label == "against"
    ahead = reading.margin if is_against else reading.lead("against", reading.label)
    return ahead, reading.lead("against", "fine")


def ways_in(side: str, text: str) -> int:
    """Return in how many ways a text is against people, or is with them."""
    said = text.lower().replace("\u2019", "'")
    return sum(way.search(said) is not None for way in _ways(side, bool(_JAPANESE.search(said))))


def _weighed(*traits: float) -> float:
    return sum(weight * trait for weight, trait in zip(WEIGHTS, traits, strict=False))


@cache
def _ways(side: str, in_japanese: bool) -> tuple[re.Pattern[str], ...]:
    """Return an expression for each way, of the languages in one kind of writing alone."""
    ways: dict[str, list[str]] = toml_beside(__file__, "role_ways.toml")[side]
    kept = (
        [each for each in spoken if bool(_JAPANESE.search(each)) == in_japanese]
        for spoken in ways.values()
    )
    return tuple(re.compile("|".join(each)) for each in kept if each)
