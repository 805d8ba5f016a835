"""Every rule of the diagnosis, by name, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.diagnosis import (
    accountability,
    alignment,
    designs,
    mechanics,
    metrics,
    motivation,
    structure,
)
from orgdesign.diagnosis.rule import Rule

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for group in (alignment, accountability, metrics, motivation, mechanics, structure, designs)
    for rule in group.RULES
}
