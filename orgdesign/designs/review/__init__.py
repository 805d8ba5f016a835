"""What does not work out in a design, and what it means for each person."""

from orgdesign.designs.review.design_problem import DesignProblem, ProblemKind
from orgdesign.designs.review.people import FATES, OpenSeat, PersonSheet, open_seats, person_sheets
from orgdesign.designs.review.problems import design_problems
from orgdesign.designs.review.seat_facts import SeatFacts

__all__ = [
    "FATES",
    "DesignProblem",
    "OpenSeat",
    "PersonSheet",
    "ProblemKind",
    "SeatFacts",
    "design_problems",
    "open_seats",
    "person_sheets",
]
