"""Two organisations, such as today's and that after a phase → what differs, in sentences."""

from orgdesign.designs.comparison.comparing import compare
from orgdesign.designs.comparison.difference import KINDS, Difference, Kind

__all__ = ["KINDS", "Difference", "Kind", "compare"]
