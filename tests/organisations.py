"""Small organisations that the tests are about."""

from collections.abc import Iterable

from orgdesign.model import Alignment, Function, Measure, Organisation, Outcome, Role

CLAIMS = Function(
    "claims",
    "Claims",
    reports_to="executive",
    accountable="claims-director",
    alignment=Alignment("settled", "Decides and pays on the first call", "direct", ("informed",)),
    headcount=120,
    cost=900,
)
EXECUTIVE = Function(
    "executive",
    "Chief Executive's Office",
    accountable="chief",
    alignment=Alignment("desired", "Keeps the promise in one piece", "enabling"),
    headcount=4,
    cost=50,
)
FRAUD = Function(
    "fraud",
    "Fraud",
    reports_to="claims",
    alignment=Alignment("settled", "Clears honest customers the same day"),
    headcount=16,
)
LEGAL = Function("legal", "Legal", reports_to="executive", headcount=10, cost=50)

OUTCOME = Outcome(
    "desired",
    "Every claim is settled fairly within five days",
    customer="Households with a home policy",
    accountable="chief",
    measures=("days",),
    outcomes={
        "settled": Outcome("settled", "My claim is settled fast", accountable="claims-director"),
        "informed": Outcome("informed", "I always know where I stand"),
    },
)
MEASURES = {"days": Measure("days", "Days to payment", baseline=21, target=5)}
ROLES = {
    "chief": Role("chief", "Chief Executive"),
    "claims-director": Role("claims-director", "Claims Director", vacant=True),
}


def organisation(
    functions: Iterable[Function] = (EXECUTIVE, CLAIMS, FRAUD, LEGAL), name: str = "Northwind"
) -> Organisation:
    """Return a small insurer with the functions given."""
    return Organisation(name, OUTCOME, {one.id: one for one in functions}, ROLES, MEASURES)
