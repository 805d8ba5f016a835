"""Names, figures and counts as people say them in a sentence."""

from orgdesign.model.text import amount_text as amount
from orgdesign.model.text import count_text as counted
from orgdesign.model.text import join_names as joined
from orgdesign.model.text import measure_text as with_unit
from orgdesign.model.text import quote as quoted
from orgdesign.model.text import rounded_text as figure

__all__ = ["amount", "counted", "figure", "joined", "quoted", "with_unit"]
