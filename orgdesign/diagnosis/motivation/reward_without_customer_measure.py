"""A role that is paid for the company's measures alone."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.motivation.judging import paid_for
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Organisation, Role


@rule(
    "motivation",
    "warning",
    title="Rewards without a customer measure",
    why="Whatever the charts say, people do what they are paid for; here no customer gains by it.",
)
def reward_without_customer_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role with rewards, all of which are for measures of the company.

    Of a measure that does not say whose success it tells nothing is concluded.
    """
    for role in organisation.roles.values():
        kinds = {organisation.measures[each].kind for each in paid_for(role)}
        if kinds == {"company"}:
            yield _finding(organisation, role)


def _finding(organisation: Organisation, role: Role) -> Finding:
    paid = [organisation.measures[each] for each in paid_for(role)]
    names = joined(quoted(each.name) for each in paid)
    whose = "a measure" if len(paid) == 1 else "measures"
    return Finding(
        f"{role.title} is paid only for {names}, {whose} of the company: no customer measure is "
        "behind the rewards.",
        Place("role", role.id, ("rewarded_for",)),
        f"Pay {role.title} for a measure that says what customers get.",
        tuple(Place("measure", each.id, ("kind",)) for each in paid),
    )
