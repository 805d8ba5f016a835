"""One thing that differs between two organisations, with its sign, its word and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from orgdesign.model import PartKindName
from orgdesign.value_objects import value_object

Kind = Literal[
    "added",
    "removed",
    "moved",
    "renamed",
    "merged",
    "split",
    "regrouped",
    "resized",
    "accountable",
    "unowned",
    "alignment",
    "dotted",
    "changed",
]
Of = Literal["organisation", PartKindName]


class Mark(NamedTuple):
    """How a kind of difference is shown, without colour: a sign and a word."""

    sign: str
    word: str


KINDS: Mapping[Kind, Mark] = {
    "added": Mark("+", "new"),
    "removed": Mark("−", "ends"),  # noqa: RUF001 - a minus sign, not a hyphen
    "moved": Mark("→", "moved"),
    "renamed": Mark("≈", "renamed"),
    "merged": Mark("⊃", "merged"),
    "split": Mark("⊂", "split"),
    "regrouped": Mark("↕", "regrouped"),
    "resized": Mark("Δ", "people and cost"),
    "accountable": Mark("●", "new accountable role"),
    "unowned": Mark("○", "no accountable role now"),
    "alignment": Mark("◆", "new alignment"),
    "dotted": Mark("↗", "dotted line"),
    "changed": Mark("±", "changed"),
}


@value_object
class Difference:
    """One thing that differs: what kind it is, of which part, and the sentence that says it.

    ``ids`` are the parts that it is about afterwards, ``origins`` those that it was about before.
    """

    kind: Kind
    of: Of
    ids: tuple[str, ...]
    origins: tuple[str, ...]
    sentence: str
