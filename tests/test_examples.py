"""Each example reads without problems and teaches what it promises."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from orgdesign.model import DESIRED, Function, Organisation, Outcome, Role
from orgdesign.yamlfile import read_file

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"


def example(name: str) -> Organisation:
    organisation = read_file(EXAMPLES / f"{name}.yaml").organisation
    assert organisation is not None
    return organisation


@pytest.fixture(scope="module")
def northwind() -> Organisation:
    return example("northwind")


@pytest.fixture(scope="module")
def hospital() -> Organisation:
    return example("hospital")


@pytest.fixture(scope="module")
def software() -> Organisation:
    return example("software")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_reads_without_problems(path: Path) -> None:
    assert read_file(path).problems == ()


def test_the_starter_file_reads_without_problems() -> None:
    path = ROOT / "orgdesign" / "starter.yaml"
    assert read_file(path).problems == ()
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema={schema}\n")


def outcomes(organisation: Organisation) -> dict[str, Outcome]:
    return {outcome.id: outcome for outcome in organisation.outcome.walk()}


def servants(organisation: Organisation, outcome: str) -> list[Function]:
    functions = organisation.functions.values()
    return [function for function in functions if function.alignment.outcome == outcome]


def measured_at_all(organisation: Organisation) -> set[str]:
    """Return the measures that any function, outcome, role or hand-off uses."""
    users = [
        *(function.measures for function in organisation.functions.values()),
        *(outcome.measures for outcome in outcomes(organisation).values()),
    ]
    used = {measure for measures in users for measure in measures}
    used |= {handoff.measure for handoff in organisation.handoffs.values() if handoff.measure}
    for role in organisation.roles.values():
        used |= {*role.measured_by, *(reward.measure for reward in role.rewarded_for)}
    return used


# Northwind: one of every weakness


def test_northwind_has_functions_that_serve_no_outcome(northwind: Organisation) -> None:
    unaligned = [f for f in northwind.functions.values() if f.alignment.outcome is None]
    assert [function.id for function in unaligned] == ["procurement", "legal"]
    assert sum(function.headcount or 0 for function in unaligned) == 61


def test_northwind_lacks_contributions_and_copies_others(northwind: Organisation) -> None:
    functions = northwind.functions
    assert functions["repairers"].alignment.contribution is None
    assert functions["brokers"].alignment.contribution == functions["brokers"].name
    complaints, service = functions["complaints"], functions["service"]
    assert complaints.alignment.contribution == service.alignment.contribution


def test_northwind_lacks_accountable_roles(northwind: Organisation) -> None:
    def without(parts: object) -> list[str]:
        assert isinstance(parts, dict)
        return [key for key, part in parts.items() if part.accountable is None]

    assert without(dict(northwind.functions)) == ["fraud", "legal"]
    assert without(outcomes(northwind)) == ["fair-renewal"]
    assert without(dict(northwind.handoffs)) == [
        "claims-to-fraud",
        "fraud-to-claims",
        "claims-to-repairers",
        "sales-to-service",
    ]


def test_northwind_has_a_vacant_role_that_answers_for_a_function(northwind: Organisation) -> None:
    vacant = [role.id for role in northwind.roles.values() if role.vacant]
    assert vacant == ["complaints-manager"]
    assert northwind.functions["complaints"].accountable == "complaints-manager"


def test_northwind_has_outcomes_with_enabling_functions_only_or_none(
    northwind: Organisation,
) -> None:
    assert [f.alignment.link for f in servants(northwind, "online")] == ["enabling"]
    assert servants(northwind, "fair-renewal") == []


def test_northwind_has_unfinished_and_unused_measures(northwind: Organisation) -> None:
    measures = northwind.measures.values()
    assert [m.id for m in measures if m.baseline is None] == ["wording-understood"]
    assert [m.id for m in measures if m.target is None] == [
        "complaints-upheld",
        "wording-understood",
    ]
    assert [m.id for m in measures if m.better is None] == ["cost-per-call"]
    assert set(northwind.measures) - measured_at_all(northwind) == {"brand-awareness"}


def test_northwind_counts_the_same_days_twice(northwind: Organisation) -> None:
    ours, theirs = northwind.measures["payment-days"], northwind.measures["days-to-payment"]
    assert ours.name == theirs.name
    assert ours.baseline != theirs.baseline


def test_northwind_pays_phone_representatives_to_work_against_rapport(
    northwind: Organisation,
) -> None:
    representative = northwind.roles["phone-representative"]
    assert representative.measured_by == ("rapport",)
    paid_for = [northwind.measures[reward.measure] for reward in representative.rewarded_for]
    assert [measure.id for measure in paid_for] == ["offers-taken", "call-length"]
    assert {measure.kind for measure in paid_for} == {"company"}
    assert all("rapport" in measure.works_against for measure in paid_for)


def test_nobody_at_northwind_is_paid_for_the_rapport_that_service_expects(
    northwind: Organisation,
) -> None:
    rewards = [reward.measure for role in northwind.roles.values() for reward in role.rewarded_for]
    assert "rapport" not in rewards
    assert "rapport" in northwind.roles["service-director"].measured_by
    assert northwind.roles["chief-marketing-officer"].rewarded_for[0].measure == "offers-taken"


def test_northwind_has_a_stage_that_nobody_serves_and_hand_offs_without_a_measure(
    northwind: Organisation,
) -> None:
    assert [s.id for s in northwind.journey.values() if not s.functions] == ["renews"]
    unmeasured = [handoff.id for handoff in northwind.handoffs.values() if handoff.measure is None]
    assert unmeasured == [
        "marketing-to-sales",
        "claims-to-fraud",
        "fraud-to-claims",
        "sales-to-service",
    ]


def test_northwind_has_two_roots_and_a_single_report(northwind: Organisation) -> None:
    lines = northwind.reporting_lines()
    assert [root.id for root in lines[None]] == ["executive", "legal"]
    assert [function.id for function in lines["sales"]] == ["brokers"]


def test_northwind_tries_a_structure_in_two_phases(northwind: Organisation) -> None:
    design = northwind.designs["outcome-led"]
    assert [phase.name for phase in design.phases.values()] == ["First 90 days", "Year one"]
    assert {change.phase for change in design.changes} == set(design.phases)
    assert {change.kind for change in design.changes} == {
        "add",
        "add-role",
        "align",
        "appoint",
        "change-measure",
        "change-role",
        "merge",
        "move",
        "move-role",
        "rename",
        "retire",
        "retire-role",
        "reward",
        "split",
    }


# The hospital: no gaps


def test_every_function_of_the_hospital_is_aligned(hospital: Organisation) -> None:
    assert 35 <= len(hospital.functions) <= 40
    for function in hospital.functions.values():
        assert function.alignment.outcome
        assert function.alignment.contribution
        assert function.alignment.link
    contributions = [f.alignment.contribution for f in hospital.functions.values()]
    assert len(set(contributions)) == len(contributions)


def test_every_outcome_of_the_hospital_is_served_directly_and_measured(
    hospital: Organisation,
) -> None:
    for outcome in outcomes(hospital).values():
        assert outcome.accountable
        assert outcome.measures
    for served in outcomes(hospital).keys() - {DESIRED}:
        assert any(f.alignment.link == "direct" for f in servants(hospital, served)), served


def test_the_hospitals_outcomes_are_nested_two_deep(hospital: Organisation) -> None:
    nested = [inner for o in hospital.outcome.outcomes.values() for inner in o.outcomes]
    assert len(nested) == 6


def test_every_measure_of_the_hospital_is_the_patients_complete_and_used(
    hospital: Organisation,
) -> None:
    assert set(hospital.measures) == measured_at_all(hospital)
    for measure in hospital.measures.values():
        assert measure.kind == "customer"
        assert None not in (measure.baseline, measure.target, measure.better)
        improves = (measure.target or 0) < (measure.baseline or 0)
        assert improves == (measure.better == "lower"), measure.id


def test_every_function_of_the_hospital_has_a_role_of_its_own(hospital: Organisation) -> None:
    assert all(function.measures for function in hospital.functions.values())
    owners = {function.id: function.accountable for function in hospital.functions.values()}
    assert {role.function: role.id for role in hospital.roles.values()} == owners
    assert not any(role.vacant for role in hospital.roles.values())


def is_rewarded_for_what_it_is_measured_by(role: Role) -> bool:
    weights = [reward.weight or 0 for reward in role.rewarded_for]
    return sum(weights) == 100 and role.measured_by == tuple(r.measure for r in role.rewarded_for)


def test_every_role_of_the_hospital_is_rewarded_for_what_it_is_measured_by(
    hospital: Organisation,
) -> None:
    assert all(map(is_rewarded_for_what_it_is_measured_by, hospital.roles.values()))


def test_the_hospital_hands_every_patient_over(hospital: Organisation) -> None:
    stages = list(hospital.journey.values())
    assert all(before.functions[-1] == after.functions[0] for before, after in pairwise(stages))
    needed = {(*pair, stage.id) for stage in stages for pair in pairwise(stage.functions)}
    assert {(h.giver, h.taker, h.stage) for h in hospital.handoffs.values()} == needed
    assert all(h.accountable and h.measure and h.passes for h in hospital.handoffs.values())


def test_the_hospitals_leaders_lead_as_many_as_their_kind_of_work_allows(
    hospital: Organisation,
) -> None:
    span = {"player-coach": range(3, 6), "coach": range(6, 8)}
    lines = hospital.reporting_lines()
    assert len(lines.pop(None)) == 1
    for leader, reports in lines.items():
        work = hospital.functions[leader or ""].work
        assert work in span
        assert len(reports) in span[work], leader


# The software company: size and scripts


def test_the_software_company_has_some_sixty_functions_in_five_layers(
    software: Organisation,
) -> None:
    lines = software.reporting_lines()
    level, levels = lines[None], 0
    while level:
        level, levels = [report for f in level for report in lines.get(f.id, ())], levels + 1
    assert 58 <= len(software.functions) <= 62
    assert levels == 5


def test_the_software_company_writes_names_in_several_scripts(software: Organisation) -> None:
    names = "".join(function.name for function in software.functions.values())
    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}
    assert {"LATIN", "CJK", "KATAKANA", "ARABIC"} <= scripts


def test_the_software_company_serves_further_outcomes_and_has_some_gaps(
    software: Organisation,
) -> None:
    functions = software.functions.values()
    assert sum(1 for function in functions if function.alignment.also) == 18
    assert sum(1 for function in functions if function.alignment.outcome is None) == 9
    assert sum(1 for function in functions if function.accountable is None) == 4
