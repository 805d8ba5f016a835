"""Rules on motivation: whether people are rewarded for what customers need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import Subject, TextReader, refuses_pay
from orgdesign.diagnosis.rules.duels import dueling_silos
from orgdesign.diagnosis.rules.judged_measures import paid_for
from orgdesign.diagnosis.rules.measures import reads_as_company
from orgdesign.diagnosis.rules.other_outcomes import is_of_other_outcomes
from orgdesign.diagnosis.rules.role_texts import promise_of, texts_of
from orgdesign.diagnosis.rules.rule import reading_rule, rule
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import figure, joined, quoted
from orgdesign.diagnosis.words import line
from orgdesign.model import Function, Measure, Organisation, Role

__all__ = [
    "dueling_silos",
    "reward_in_words",
    "reward_out_of_reach",
    "reward_weights",
    "reward_without_customer_measure",
    "token_customer_reward",
    "unrewarded_expectation",
]

TOKEN = 10
"""So few per cent for customers are a token, beside measures of the company."""
FAINT = 20
"""So few are likely to be one."""
WHOLE = 100
CERTAIN_PAY = 0.7
"""So far ahead of every other reading, a text is taken to be about pay."""
LIKELY_PAY = 0.05
LEAST_PAY = -0.3
"""What is further from pay than this speaks of none, whatever it is further from still."""
LIKELY_PROMISE = 0.5
"""So far ahead, what a role promises is taken to be for customers."""

Expected = dict[str, list[Place]]


@reading_rule("motivation", "warning")
def reward_without_customer_measure(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each role with rewards, all of which are for measures of the company.

    Of a measure that does not say whose success it tells nothing is concluded. One that is
    called the customer's and reads as the company's counts as the company's, with doubt.
    """
    for role in organisation.roles.values():
        paid = [organisation.measures[each] for each in paid_for(role)]
        if paid and all(_is_company(each, reader) for each in paid):
            yield finding(
                "reward-without-customer-measure",
                Place("role", role.id, ("rewarded_for",)),
                *(Place("measure", each.id, ("kind",)) for each in paid),
                certain=all(each.kind == "company" for each in paid),
                role=role.title,
                measures=joined(quoted(each.name) for each in paid),
                whose="a measure" if len(paid) == 1 else "measures",
            )


@rule("motivation", "warning")
def unrewarded_expectation(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that is paid, and for nothing of what is expected of it.

    What is expected are the measures that it is measured by, and those of the outcomes,
    functions and hand-offs that it is accountable for. Where customer measures are among them,
    being paid for a measure of the company does not count.
    """
    measures_of = _measures_of(organisation)
    held = Ties(organisation).answers_for
    paid = {each for role in organisation.roles.values() for each in paid_for(role)}
    for role in organisation.roles.values():
        rewards = {*paid_for(role)}
        expected = _expected(role, held.get(role.id, []), measures_of)
        missed = _of_customers(organisation, expected) or expected
        if rewards and missed and rewards.isdisjoint(missed):
            yield _unrewarded(organisation, role, missed, paid)


@rule("motivation", "warning")
def token_customer_reward(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that is paid a few per cent for customers and the rest for the company."""
    for role in organisation.roles.values():
        weights = [(organisation.measures[each.measure], each.weight) for each in role.rewarded_for]
        good = [(one, weight) for one, weight in weights if one.kind == "customer" and weight]
        bad = [(one, weight) for one, weight in weights if one.kind == "company" and weight]
        share, rest = sum(weight or 0 for _, weight in good), sum(weight or 0 for _, weight in bad)
        if good and 0 < share <= FAINT and rest >= WHOLE - FAINT:
            yield finding(
                "token-customer-reward",
                Place("role", role.id, ("rewarded_for",)),
                *(Place("measure", one.id) for one, _ in good),
                certain=share <= TOKEN,
                role=role.title,
                customers=figure(share),
                good=joined(quoted(one.name) for one, _ in good),
                company=figure(rest),
                bad=joined(quoted(one.name) for one, _ in bad),
            )


@rule("motivation", "warning")
def reward_weights(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role the weights of whose rewards, where all say one, do not add up to 100."""
    for role in organisation.roles.values():
        weights = [each.weight for each in role.rewarded_for]
        given = [weight for weight in weights if weight is not None]
        total = sum(given)
        if (given and total > WHOLE) or (weights and weights == given and total != WHOLE):
            names = (organisation.measures[each.measure].name for each in role.rewarded_for)
            rewards = (
                f"{quoted(name)}{'' if weight is None else f' {figure(weight)}%'}"
                for name, weight in zip(names, weights, strict=True)
            )
            yield finding(
                "reward-weights",
                Place("role", role.id, ("rewarded_for",)),
                certain=total > WHOLE,
                role=role.title,
                sum=figure(total),
                rewards=joined(rewards, 8),
            )


@reading_rule("motivation", "warning")
def reward_in_words(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each text of a role that reads as what it is paid for."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        promise = _customer_promise(ties, role, reader)
        for field, text in texts_of(role):
            judgement = reader.read("roles", line(text))
            if field[0] == "decides" or not judgement.reads_as("reward", LIKELY_PAY):
                continue
            if judgement.score < LEAST_PAY or refuses_pay(line(text)):
                continue
            yield finding(
                "reward-in-words.against" if promise else "reward-in-words",
                Place("role", role.id, field),
                *([promise[1]] if promise else []),
                *(Place("function", each.id) for each in ties.functions_of(role)),
                certain=judgement.margin >= CERTAIN_PAY,
                role=role.title,
                words=quoted(line(text)),
                promise=quoted(promise[0]) if promise else "",
            )


def _customer_promise(ties: Ties, role: Role, reader: TextReader) -> tuple[str, Place] | None:
    """Return what a role promises customers; None where what it says is the company's wish."""
    promise = promise_of(ties, role)
    if promise is None or not reader.reads:
        return promise
    words, place = promise
    subject: Subject = "statements" if place.kind == "outcome" else "contributions"
    return promise if reader.read(subject, words).reads_as("customer", LIKELY_PROMISE) else None


@rule("motivation", "hint")
def reward_out_of_reach(organisation: Organisation) -> Iterator[Finding]:
    """Yield each reward for a measure that other functions have, and the role's own have not.

    What a role is measured by, what it answers for, what the outcomes above it are measured by
    and what functions that it leads or that lead it go by is within its reach. Of what those
    beside it go by, a measure of customers' outcomes that it does not serve is a hint.
    """
    ties = Ties(organisation)
    owners: dict[str, list[str]] = {}
    for function in organisation.functions.values():
        for measure in function.measures:
            owners.setdefault(measure, []).append(function.id)
    for role in organisation.roles.values():
        reach = _reach(ties, role)
        for index, reward in enumerate(role.rewarded_for):
            others = owners.get(reward.measure, [])
            if others and reward.weight != 0 and reach:
                is_out = reward.measure not in reach
                if is_out or is_of_other_outcomes(ties, role, reward.measure, others):
                    yield _out_of_reach(ties, role, index, others, certain=is_out)


def _out_of_reach(
    ties: Ties, role: Role, index: int, owners: list[str], *, certain: bool
) -> Finding:
    organisation = ties.organisation
    measure = role.rewarded_for[index].measure
    return finding(
        "reward-out-of-reach",
        Place("role", role.id, ("rewarded_for", index)),
        *(Place("function", each, ("measures",)) for each in owners),
        certain=certain,
        role=role.title,
        measure=quoted(organisation.measures[measure].name),
        owners=joined(organisation.functions[each].name for each in owners),
        home=joined(each.name for each in ties.functions_of(role)),
    )


def _reach(ties: Ties, role: Role) -> set[str]:
    """Return the measures that a role can move; none where nothing says where it works."""
    organisation = ties.organisation
    functions = ties.functions_of(role)
    reach = {*role.measured_by} if functions else set()
    for function in functions:
        near = {each.id for each in (function, *_leaders(organisation, function))}
        lines = organisation.reporting_lines()
        near |= {each.id for above in near for each in lines.get(above, ())}
        for id_ in near:
            reach |= {*organisation.functions[id_].measures}
    leads = any(each.reports_to is None for each in functions)
    for outcome in (*ties.outcomes_of(role), *([organisation.outcome.id] if leads else [])):
        reach |= {*ties.outcomes[outcome].measures}
    for part in (("role", role.id), *(("function", each.id) for each in functions)):
        reach |= ties.crossing_measures.get(part, set())
    return reach


def _leaders(organisation: Organisation, function: Function) -> Iterator[Function]:
    """Yield the functions above one."""
    while above := organisation.functions.get(function.reports_to or ""):
        yield above
        function = above


def _is_company(measure: Measure, reader: TextReader) -> bool:
    return measure.kind == "company" or reads_as_company(measure, reader)


def _measures_of(organisation: Organisation) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the measures of whatever a role can be accountable for, by its kind and id."""
    measures = {("function", each.id): each.measures for each in organisation.functions.values()}
    measures |= {("outcome", each.id): each.measures for each in organisation.outcome.walk()}
    for each in organisation.handoffs.values():
        measures["handoff", each.id] = (each.measure,) if each.measure else ()
    return measures


def _expected(
    role: Role, held: list[Place], measures_of: Mapping[tuple[str, str], tuple[str, ...]]
) -> Expected:
    """Return what is expected of a role: each measure with the places that say so."""
    expected: Expected = {}
    for measure in role.measured_by:
        expected[measure] = [Place("role", role.id, ("measured_by",))]
    for place in held:
        field = "measure" if place.kind == "handoff" else "measures"
        for measure in measures_of[place.kind, place.id]:
            expected.setdefault(measure, []).append(Place(place.kind, place.id, (field,)))
    return expected


def _of_customers(organisation: Organisation, expected: Expected) -> Expected:
    kinds = {each: organisation.measures[each].kind for each in expected}
    return {each: places for each, places in expected.items() if kinds[each] == "customer"}


def _unrewarded(
    organisation: Organisation, role: Role, missed: Expected, paid_at_all: set[str]
) -> Finding:
    unpaid = [each for each in missed if each not in paid_at_all]
    nobody = f" Nobody at all is paid for {_named(organisation, unpaid)}." if unpaid else ""
    return finding(
        "unrewarded-expectation",
        Place("role", role.id, ("rewarded_for",)),
        *(place for places in missed.values() for place in places),
        role=role.title,
        expected=_named(organisation, missed),
        paid=_named(organisation, paid_for(role)),
        nobody=nobody,
        it="it" if len(missed) == 1 else "them",
    )


def _named(organisation: Organisation, measures: Iterable[str]) -> str:
    return joined(quoted(organisation.measures[each].name) for each in measures)
