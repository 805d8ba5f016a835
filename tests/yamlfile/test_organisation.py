"""From a file to the organisation it describes."""

from pathlib import Path

import pytest

from orgdesign.model import (
    Alignment,
    Change,
    Commitment,
    CustomerAsset,
    Design,
    Function,
    Handoff,
    Measure,
    Outcome,
    Phase,
    Reply,
    Reward,
    Role,
    Sharing,
    SplitPart,
    Stage,
    StageMaturity,
)
from orgdesign.yamlfile import read_file
from tests.yamlfile.written import organisation_after_start, organisation_of

EXAMPLES = sorted(Path("examples").glob("*.yaml"))


def test_the_root_outcome_is_called_desired_and_holds_the_others():
    organisation = organisation_of("""
organization: Northwind
outcome:
  statement: Every claim is settled
  customer: Households
  outcomes:
    settled: {statement: My claim is settled fast}
""")
    assert organisation.name == "Northwind"
    assert organisation.outcome == Outcome(
        "desired",
        "Every claim is settled",
        "Households",
        outcomes={"settled": Outcome("settled", "My claim is settled fast")},
    )


def test_a_function_with_all_it_can_say():
    organisation = organisation_after_start("""
        functions:
          board: {name: Board}
          claims:
            name: Claims
            reports_to: board
            accountable: director
            alignment: {outcome: desired, contribution: Pays, link: direct}
            measures: [days]
            headcount: 120
            cost: 9800000
            work: coach
        roles: {director: {title: Director}}
        measures: {days: {name: Days}}
        """)
    assert list(organisation.functions) == ["board", "claims"]
    assert organisation.functions["claims"] == Function(
        "claims",
        "Claims",
        "board",
        "director",
        Alignment("desired", "Pays", "direct"),
        ("days",),
        120,
        9800000,
        "coach",
    )


def test_a_role_and_what_it_is_paid_for():
    organisation = organisation_after_start("""
        functions: {claims: {name: Claims}}
        roles:
          director:
            title: Claims Director
            holder: A. Souza
            vacant: no
            function: claims
            purpose: One owner for every claim
            accountabilities: [Every claim has an owner, Nobody waits]
            decides: ["Payments up to 50,000"]
            measured_by: [days]
            rewarded_for: [{measure: days, weight: 40}]
        measures: {days: {name: Days}}
        """)
    assert organisation.roles["director"] == Role(
        "director",
        "Claims Director",
        ("A. Souza",),
        False,
        "claims",
        "One owner for every claim",
        ("Every claim has an owner", "Nobody waits"),
        ("Payments up to 50,000",),
        ("days",),
        (Reward("days", 40),),
    )


def test_measures_journey_and_hand_offs():
    organisation = organisation_after_start("""
        functions: {claims: {name: Claims}, service: {name: Service}}
        measures:
          days: {name: Days, unit: days, baseline: 21, target: 5, better: lower, kind: customer}
          sales: {name: Sales, works_against: [days]}
        journey:
          claim: {name: Makes a claim, outcome: desired, functions: [service, claims]}
        handoffs:
          told-once: {from: service, to: claims, stage: claim, passes: The story, measure: days}
        """)
    assert organisation.measures["days"] == Measure(
        "days", "Days", "days", 21, 5, "lower", "customer"
    )
    assert organisation.measures["sales"].works_against == ("days",)
    assert organisation.journey["claim"] == Stage(
        "claim", "Makes a claim", "desired", ("service", "claims")
    )
    assert organisation.handoffs["told-once"] == Handoff(
        "told-once", "service", "claims", "claim", "The story", measure="days"
    )


def test_a_design_keeps_what_each_change_sets():
    organisation = organisation_after_start("""
        functions: {claims: {name: Claims}, fraud: {name: Fraud}}
        roles: {director: {title: Director}}
        designs:
          led:
            name: Led
            phases: {first: {name: First, starts: 2026-01-12}}
            changes:
              - {change: move, function: fraud, reports_to: claims, phase: first, owner: director}
              - {change: split, function: claims, into: {motor: {name: Motor, headcount: 3}}}
        """)
    assert organisation.designs["led"] == Design(
        "led",
        "Led",
        {"first": Phase("first", "First", "2026-01-12")},
        (
            Change("move", "first", "director", {"function": "fraud", "reports_to": "claims"}),
            Change(
                "split",
                values={"function": "claims", "into": (SplitPart("motor", "Motor", headcount=3),)},
            ),
        ),
    )


def test_a_design_may_name_what_it_makes():
    organisation = organisation_after_start("""
        functions: {claims: {name: Claims}, fraud: {name: Fraud}}
        designs:
          led:
            name: Led
            changes:
              - {change: move, function: claims, reports_to: care}
              - {change: add, function: care, name: Care, accountable: carer}
              - {change: add-role, role: carer, title: Carer, function: payments}
              - {change: merge, functions: [claims, fraud], into: payments, name: Payments}
              - {change: move, function: motor}
              - {change: split, function: care, into: {care: {name: Care}, motor: {name: Motor}}}
        """)
    assert len(organisation.designs["led"].changes) == 6


@pytest.mark.parametrize(
    "change",
    [
        "{change: move, function: claims, reports_to: fraud}",
        "{change: move, function: claims}",
        "{change: add, function: care, name: Care, measures: [days], headcount: 2, cost: 3}",
        "{change: rename, function: claims, name: Care}",
        "{change: merge, functions: [claims, fraud], into: claims, name: Care}",
        "{change: split, function: claims, into: {a: {name: A}, b: {name: B}}}",
        "{change: retire, function: claims, reports_to: fraud}",
        "{change: align, function: claims, alignment: {outcome: desired}}",
        "{change: appoint, function: claims, accountable: director}",
        "{change: appoint, outcome: desired, accountable: director}",
        "{change: appoint, handoff: over, accountable: director}",
        "{change: add-role, role: carer, title: Carer, vacant: yes}",
        "{change: change-role, role: director, holder: B}",
        "{change: move-role, role: director, function: fraud}",
        "{change: retire-role, role: director}",
        "{change: change-measure, measure: days, target: 3}",
        "{change: reward, role: director, rewarded_for: [{measure: days, weight: 100}]}",
    ],
)
def test_every_kind_of_change(change):
    organisation = organisation_after_start(f"""
        functions: {{claims: {{name: Claims}}, fraud: {{name: Fraud}}}}
        roles: {{director: {{title: Director}}}}
        measures: {{days: {{name: Days}}}}
        handoffs: {{over: {{from: claims, to: fraud}}}}
        designs: {{led: {{name: Led, changes: [{change}]}}}}
        """)
    (only,) = organisation.designs["led"].changes
    assert only.kind == change.split(",")[0].removeprefix("{change: ")


def test_the_assessment():
    organisation = organisation_after_start("""
        functions: {claims: {name: Claims}}
        roles: {director: {title: Director}}
        journey: {claim: {name: Makes a claim}}
        assessment:
          chief_customer_officer:
            clarity: {answer: no, who: director, note: Not yet, date: 2025-11-03}
          power_core: {success: product}
          customer_assets: {renewals: {definition: Kept, owner: director, value: 9.5}}
          sharing:
            sponsor: director
            levels_from_chief: 1
            commitments: {claims: {time: 5, volunteered: yes, credit: Named}}
          maturity: {claim: {today: reliable, aim: desired}}
        """)
    assessment = organisation.assessment
    reply = Reply(False, "director", "Not yet", "2025-11-03")
    assert assessment.chief_customer_officer == {"clarity": reply}
    assert assessment.power_core == {"success": "product"}
    assert assessment.customer_assets == {"renewals": CustomerAsset("Kept", "director", value=9.5)}
    assert assessment.sharing == Sharing("director", 1, {"claims": Commitment(5, True, "Named")})
    assert assessment.maturity == {"claim": StageMaturity("reliable", "desired")}


def test_an_empty_value_means_that_the_field_is_absent():
    organisation = organisation_after_start("""
        functions:
          claims: {name: Claims, accountable: , measures: , headcount: , alignment: }
        roles:
        assessment:
        """)
    assert organisation.functions == {"claims": Function("claims", "Claims")}


def test_anchors_aliases_and_merge_keys_repeat_what_is_written():
    organisation = organisation_after_start("""
        functions:
          claims: &team
            name: Claims
            alignment: &serves {outcome: desired}
            headcount: 3
          fraud: {<<: *team, name: Fraud}
          legal: {name: Legal, alignment: *serves}
        """)
    fraud = Function("fraud", "Fraud", alignment=Alignment("desired"), headcount=3)
    assert organisation.functions["fraud"] == fraud
    assert organisation.functions["legal"].alignment == Alignment("desired")


def test_ids_of_any_script():
    organisation = organisation_after_start("""
        functions:
          القسم: {name: قسم}
          部門-1: {name: 部, reports_to: القسم}
          विभाग: {name: वि, reports_to: 部門-1}
          2024: {name: Year, reports_to: विभाग}
        """)
    assert organisation.functions["2024"].reports_to == "विभाग"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_have_no_problems(path):
    assert read_file(path).problems == ()
