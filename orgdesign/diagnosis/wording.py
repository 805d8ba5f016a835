"""Names, figures and counts as people say them in a sentence."""

from orgdesign.model import amount_text as amount
from orgdesign.model import count_text as counted
from orgdesign.model import join_names as joined
from orgdesign.model import measure_text as with_unit
from orgdesign.model import quote as quoted
from orgdesign.model import rounded_text as figure

__all__ = ["amount", "counted", "figure", "joined", "quoted", "with_unit"]
