"""The insurer that the tests of exports are about, with words that are found nowhere else."""

from dataclasses import replace

from orgdesign.designs.replay import Structure, structure_after
from orgdesign.model import (
    Alignment,
    Assessment,
    Change,
    Commitment,
    Design,
    Function,
    Handoff,
    Measure,
    Organisation,
    Outcome,
    Phase,
    Reply,
    Reward,
    Role,
    Sharing,
    Stage,
)

HOLDER, HEADCOUNT, COST = "Zebedee Quill", 73219.0, 8675309.0
MEASURE, BRANCH = "Quixotic index", "Skunkworks"

FUNCTIONS = (
    Function("executive", "Chief Executive's Office", accountable="chief"),
    Function(
        "claims",
        "Claims",
        reports_to="executive",
        accountable="claims-director",
        alignment=Alignment("settled", "Decides and pays on the first call", "direct"),
        measures=("quixotic",),
        headcount=HEADCOUNT,
        cost=COST,
    ),
    Function("skunkworks", BRANCH, reports_to="executive", accountable="skunkworks-head"),
    Function("skunkworks-lab", f"{BRANCH} laboratory", reports_to="skunkworks"),
)
ROLES = (
    Role("chief", "Chief Executive", function="executive"),
    Role(
        "claims-director",
        "Claims Director",
        holders=(HOLDER,),
        function="claims",
        purpose="One owner for every claim",
        accountabilities=("Every open claim has a named owner",),
        decides=("Payments up to 50,000",),
        measured_by=("quixotic",),
        rewarded_for=(Reward("quixotic", 40),),
    ),
    Role("skunkworks-head", f"Head of {BRANCH}", function="skunkworks"),
)
CHANGES = (
    Change("change-role", "spring", "chief", {"role": "claims-director", "holders": (HOLDER,)}),
    Change("move", "spring", "skunkworks-head", {"function": "claims"}),
    Change(
        "add",
        "spring",
        None,
        {
            "function": "renewals",
            "name": "Renewals",
            "reports_to": "claims",
            "measures": ("quixotic",),
            "headcount": HEADCOUNT,
            "cost": COST,
        },
    ),
    Change("reward", "autumn", None, {"role": "chief", "rewarded_for": (Reward("quixotic"),)}),
    Change("rename", "autumn", None, {"function": "skunkworks", "name": f"Open {BRANCH}"}),
    Change("change-measure", "autumn", None, {"measure": "quixotic", "target": 7.0}),
)
INSURER = Organisation(
    "Northwind",
    Outcome(
        "desired",
        "Every claim is settled fairly",
        customer="Households",
        accountable="chief",
        measures=("quixotic",),
        outcomes={"settled": Outcome("settled", "My claim is settled fast")},
    ),
    {one.id: one for one in FUNCTIONS},
    {one.id: one for one in ROLES},
    {"quixotic": Measure("quixotic", MEASURE, baseline=1, target=2, kind="company")},
    {"claim": Stage("claim", "Makes a claim", functions=("claims", "skunkworks"))},
    {
        "to-lab": Handoff("to-lab", "claims", "skunkworks-lab", passes="Odd claims"),
        "from-office": Handoff(
            "from-office", "executive", "claims", "claim", "The promise", "chief", "quixotic"
        ),
    },
    {
        "new": Design(
            "new",
            "New structure",
            {"spring": Phase("spring", "Spring"), "autumn": Phase("autumn", "Autumn")},
            CHANGES,
        )
    },
    Assessment(
        {"clarity": Reply(True, "skunkworks-head")},
        sharing=Sharing(commitments={"skunkworks": Commitment(30)}),
    ),
)


def redesigned(organisation: Organisation = INSURER, phase: str | None = None) -> Structure:
    """Return what the design makes of the insurer."""
    return structure_after(organisation, organisation.designs["new"], phase)


def with_role(**said: object) -> Organisation:
    """Return the insurer whose claims director is as said."""
    role = replace(INSURER.roles["claims-director"], **said)  # type: ignore[arg-type]
    return replace(INSURER, roles={**INSURER.roles, role.id: role})
