"""Rules on designs: whether their changes can be made, and whether they work out."""

from orgdesign.diagnosis.designs.change_not_possible import change_not_possible
from orgdesign.diagnosis.designs.design_problems import (
    design_leaves_gap,
    design_order,
    design_undecided,
    people_unaccounted,
)

RULES = (
    change_not_possible,
    design_undecided,
    people_unaccounted,
    design_order,
    design_leaves_gap,
)
