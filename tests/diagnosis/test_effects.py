"""What a redesign does, in figures and findings."""

from dataclasses import replace

from orgdesign.diagnosis.effects import effects, outcome_effects, turnover
from orgdesign.diagnosis.effects.structure_figures import Distance, distances
from orgdesign.model import Alignment, Function, Handoff, Organisation, Stage
from tests.organisations import CLAIMS, EXECUTIVE, FRAUD, LEGAL, OUTCOME, organisation

SERVED = replace(LEGAL, alignment=Alignment("settled", "Writes what people can read", "enabling"))


def figure(before: Organisation, after: Organisation, name: str) -> tuple[object, ...]:
    (found,) = (each for each in effects(before, after) if each.name == name)
    return found.before, found.after, found.difference, found.word


def with_journey(*functions: Function, handoffs: tuple[Handoff, ...] = ()) -> Organisation:
    return replace(
        organisation(functions),
        journey={"claim": Stage("claim", "Claims", functions=("claims",))},
        handoffs={each.id: each for each in handoffs},
    )


def test_a_figure_says_whether_customers_gain():
    name = "Functions that serve a customer outcome"
    found = figure(organisation([CLAIMS, LEGAL]), organisation([CLAIMS, SERVED]), name)
    assert found == (50, 100, 50, "better")


def test_of_a_figure_that_people_must_judge_nothing_is_said():
    flat = organisation([EXECUTIVE, CLAIMS, replace(FRAUD, reports_to="executive")])
    found = figure(organisation([EXECUTIVE, CLAIMS, FRAUD]), flat, "Layers")
    assert found == (3, 2, -1, "")


def test_spans_are_counted_over_those_that_lead():
    name = "Functions that report to one, on average"
    found = figure(organisation([EXECUTIVE]), organisation([EXECUTIVE, CLAIMS, LEGAL]), name)
    assert found == (None, 2, None, "")


def test_people_and_cost_are_counted_by_the_outcome_that_they_serve():
    rows = outcome_effects(organisation([CLAIMS, LEGAL]), organisation([CLAIMS, SERVED]))
    told = {row.statement: (row.people, row.cost) for row in rows}
    assert told["My claim is settled fast"] == ((120, 130), (900, 950))
    assert told["No customer outcome"] == ((10, 0), (50, 0))


def test_an_outcome_that_is_not_there_has_no_figures():
    without = replace(organisation([LEGAL]), outcome=replace(OUTCOME, outcomes={}))
    rows = outcome_effects(without, organisation([LEGAL]))
    assert next(row.people for row in rows if row.outcome == "settled") == (None, 0)


def test_a_function_that_the_customer_meets_is_no_step_away():
    found = distances(with_journey(EXECUTIVE, CLAIMS))
    assert found["claims"] == Distance(0, 0)


def test_distance_counts_levels_up_and_down():
    found = distances(with_journey(EXECUTIVE, CLAIMS, LEGAL))
    assert found["legal"] == Distance(2, 2)


def test_distance_counts_the_handoffs_that_a_function_gives():
    handoff = Handoff("legal-to-claims", "legal", "claims")
    found = distances(with_journey(EXECUTIVE, CLAIMS, LEGAL, handoffs=(handoff,)))
    assert (found["legal"], Distance(1, 0).handoffs) == (Distance(1, 0), 1)


def test_a_handoff_that_a_function_takes_does_not_bring_it_nearer():
    handoff = Handoff("claims-to-legal", "claims", "legal")
    found = distances(with_journey(EXECUTIVE, CLAIMS, LEGAL, handoffs=(handoff,)))
    assert found["legal"] == Distance(2, 2)


def test_distance_cannot_be_told_without_a_journey():
    assert distances(organisation([EXECUTIVE, CLAIMS])) == {"executive": None, "claims": None}


def test_distance_cannot_be_told_of_a_function_that_nothing_joins_to_the_customer():
    alone = replace(LEGAL, reports_to=None)
    assert distances(with_journey(EXECUTIVE, CLAIMS, alone))["legal"] is None


def messages(before: Organisation, after: Organisation, lineage: dict[str, tuple[str, ...]]):
    found = turnover(before, after, lineage)
    return [
        {each.finding.message for each in side if each.rule == "function-without-outcome"}
        for side in (found.gone, found.new)
    ]


def test_a_finding_that_a_design_mends_goes_away():
    same = {"claims": ("claims",), "legal": ("legal",)}
    found = messages(organisation([CLAIMS, LEGAL]), organisation([CLAIMS, SERVED]), same)
    assert found == [{"Legal serves no customer outcome."}, set()]


def test_a_finding_about_a_function_that_is_new_is_new():
    same = {"executive": ("executive",), "claims": ("claims",)}
    after = organisation([EXECUTIVE, CLAIMS, Function("lab", "Lab", reports_to="claims")])
    found = messages(organisation([EXECUTIVE, CLAIMS]), after, {**same, "lab": ()})
    assert found == [set(), {"Lab serves no customer outcome."}]


def test_a_finding_of_merged_functions_stays_once_and_goes_away_once():
    one, two = Function("one", "One"), Function("two", "Two")
    both = organisation([Function("both", "Both")])
    found = turnover(organisation([one, two]), both, {"both": ("one", "two")})
    gone = [each for each in found.gone if each.rule == "function-without-outcome"]
    assert (len(gone), found.after - len(found.new)) == (1, found.stays)


def test_a_renamed_function_keeps_its_finding():
    renamed = replace(LEGAL, name="Law")
    found = messages(organisation([LEGAL]), organisation([renamed]), {"legal": ("legal",)})
    assert found == [set(), set()]
