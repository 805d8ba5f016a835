"""Rules on designs: whether their changes can be made, in their order."""

from orgdesign.diagnosis.designs.change_not_possible import change_not_possible

RULES = (change_not_possible,)
