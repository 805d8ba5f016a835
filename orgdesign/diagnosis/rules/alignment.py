"""Rules on alignment: whether every part of the organisation serves a customer outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import Judgement, TextReader
from orgdesign.diagnosis.rules.contributions import (
    is_placeholder,
    names_company_figure,
    reworded_pairs,
    shared_contributions,
)
from orgdesign.diagnosis.rules.restated_names import restated_name
from orgdesign.diagnosis.rules.rule import reading_rule, rule
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line, words
from orgdesign.model import Function, Link, Organisation, Outcome

WIDE_MARGIN = 0.9
"""So far ahead of every other reading, a reading of a contribution is taken to be certain."""
SURELY_COMPANY = 1.5
"""So far ahead a contribution is certain to be the company's wish."""
LIKELY_MARGIN = 0.2
"""So far ahead it is told as the likeliest reading."""
SURE_WITH_FIGURE = 0.6
"""So far ahead is enough where it names a figure of the company's own books."""
FOR_CUSTOMERS = 1.4
"""So far ahead a contribution is one for customers, whatever figures it names."""
AGAINST_LEAD = 0.2
"""So far does one that is against its outcome lead one that is fine."""
PLAINLY_AGAINST = 1.0
"""So far if it reads as for customers, by more than it is ahead as for them."""

Links = Mapping[str, set[Link | None]]


@rule("alignment", "warning")
def function_without_outcome(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that serves no customer outcome, directly or enabling."""
    for function in organisation.functions.values():
        if function.alignment.outcome is None:
            place = Place("function", function.id, ("alignment", "outcome"))
            yield finding("function-without-outcome", place, function=function.name)


@rule("alignment", "warning")
def function_without_contribution(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that serves an outcome and has no words on what it does for it."""
    for function in organisation.functions.values():
        alignment = function.alignment
        if alignment.outcome and not words(alignment.contribution or ""):
            yield finding(
                "function-without-contribution",
                _contribution(function),
                Place("function", function.id, ("alignment", "outcome")),
                function=function.name,
            )


@reading_rule("alignment", "hint")
def contribution_repeats(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each contribution that is only its function's name, or that several functions share.

    A shared one is told of once, where it stands for the second time. In other words it counts
    as shared only where the two functions report to different ones: branches of a chain of
    shops say the same of their own shop.
    """
    functions = [*organisation.functions.values()]
    shared = shared_contributions(functions)
    for function in functions:
        sharing = shared.get(function.id, ())
        if restated_name(function) == "only":
            yield finding("contribution-repeats", _contribution(function), function=function.name)
        elif sharing[1:2] == (function,):
            yield finding(
                "contribution-repeats.shared",
                _contribution(function),
                *(_contribution(each) for each in sharing if each is not function),
                functions=joined(each.name for each in sharing),
                words=quoted(line(function.alignment.contribution or "")),
            )
    for one, other in reworded_pairs(functions, reader):
        yield finding(
            "contribution-repeats.reworded",
            _contribution(other),
            _contribution(one),
            certain=False,
            function=one.name,
            other=other.name,
            words=quoted(line(one.alignment.contribution or "")),
            theirs=quoted(line(other.alignment.contribution or "")),
        )


@reading_rule("alignment", "warning")
def contribution_says_nothing(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each contribution that any function could give, or that is still to be written."""
    for function in _contributing(organisation):
        text = function.alignment.contribution or ""
        said = {"function": function.name, "words": quoted(line(text))}
        place = _contribution(function)
        if is_placeholder(text):
            yield finding("contribution-says-nothing.placeholder", place, **said)
        elif restated := restated_name(function):
            certain = restated == "only"
            yield finding("contribution-says-nothing.name", place, certain=certain, **said)
        else:
            judgement = reader.read("contributions", text)
            if judgement.reads_as("empty"):
                certain = judgement.margin >= WIDE_MARGIN
                yield finding("contribution-says-nothing", place, certain=certain, **said)


@reading_rule("alignment", "warning")
def contribution_about_the_company(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each contribution that says what the company gets from a function."""
    for function in _contributing(organisation):
        text = function.alignment.contribution or ""
        judgement = reader.read("contributions", text)
        says_nothing = is_placeholder(text) or restated_name(function)
        if _is_for_the_company(text, judgement) and not says_nothing:
            yield finding(
                "contribution-about-the-company",
                _contribution(function),
                Place("function", function.id, ("measures",)),
                certain=_is_surely_for_the_company(text, judgement),
                function=function.name,
                words=quoted(line(text)),
            )


@reading_rule("alignment", "warning")
def contribution_against_outcome(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each contribution that pulls against the outcome that its function serves."""
    statements = {one.id: line(one.statement) for one in organisation.outcome.walk()}
    for function in _contributing(organisation):
        text = function.alignment.contribution or ""
        if not restated_name(function) and _is_against(text, reader):
            yield finding(
                "contribution-against-outcome",
                _contribution(function),
                Place("outcome", function.alignment.outcome or "", ("statement",)),
                certain=False,
                function=function.name,
                outcome=quoted(statements[function.alignment.outcome or ""]),
                words=quoted(line(text)),
            )


@rule("alignment", "warning")
def outcome_not_served(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that no function serves, neither itself nor through one under it."""
    served = _links(organisation)
    for outcome in _topmost(organisation.outcome, lambda one: not served[one.id]):
        below = [*outcome.walk()][1:]
        yield finding(
            "outcome-not-served.nor-below" if below else "outcome-not-served",
            Place("outcome", outcome.id, ("statement",)),
            *(Place("outcome", each.id, ("statement",)) for each in below),
            outcome=quoted(line(outcome.statement)),
        )


@rule("alignment", "warning")
def outcome_only_enabled(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that no function serves directly, and some function enables."""
    served = _links(organisation)
    for outcome in _topmost(organisation.outcome, lambda one: served[one.id] == {"enabling"}):
        enabling = _serving(organisation, {one.id for one in outcome.walk()})
        yield finding(
            "outcome-only-enabled",
            Place("outcome", outcome.id, ("statement",)),
            *(Place("function", each, ("alignment", "link")) for each in enabling),
            outcome=quoted(line(outcome.statement)),
        )


def _contributing(organisation: Organisation) -> Iterator[Function]:
    """Yield the functions that serve an outcome and say how."""
    for function in organisation.functions.values():
        if function.alignment.outcome and words(function.alignment.contribution or ""):
            yield function


def _is_for_the_company(text: str, judgement: Judgement) -> bool:
    if judgement.reads_as("company", LIKELY_MARGIN):
        return True
    return names_company_figure(text) and not judgement.reads_as("customer", FOR_CUSTOMERS)


def _is_surely_for_the_company(text: str, judgement: Judgement) -> bool:
    least = SURE_WITH_FIGURE if names_company_figure(text) else SURELY_COMPANY
    return judgement.reads_as("company", least)


def _is_against(text: str, reader: TextReader) -> bool:
    """Whether a text reads as against its outcome, and rather as for the company.

    Of those that read as for customers hardly one is against them, unless it says so plainly.
    """
    serves, against = reader.read("contributions", text), reader.read("roles", text)
    if serves.reads_as("empty"):
        return False
    for_company, lead = serves.lead("company", "customer"), against.lead("against", "fine")
    return lead >= AGAINST_LEAD and (for_company >= 0 or lead + for_company >= PLAINLY_AGAINST)


def _contribution(function: Function) -> Place:
    return Place("function", function.id, ("alignment", "contribution"))


def _serving(organisation: Organisation, outcomes: set[str]) -> Iterator[str]:
    for function in organisation.functions.values():
        if not outcomes.isdisjoint((function.alignment.outcome, *function.alignment.also)):
            yield function.id


def _links(organisation: Organisation) -> Links:
    """Return how each outcome is served, by itself or through one under it.

    None stands for a function that does not say whether it serves directly. An outcome that
    nobody serves has an empty set.
    """
    outcomes = [*organisation.outcome.walk()]
    served: dict[str, set[Link | None]] = {outcome.id: set() for outcome in outcomes}
    for function in organisation.functions.values():
        alignment = function.alignment
        for id_ in (alignment.outcome, *alignment.also):
            if id_ is not None:
                served[id_].add(alignment.link)
    for outcome in reversed(outcomes):
        served[outcome.id].update(*(served[below] for below in outcome.outcomes))
    return served


def _topmost(outcome: Outcome, wanted: Callable[[Outcome], bool]) -> Iterator[Outcome]:
    """Yield the outcomes wanted, and none under one of them, in the order of the file."""
    waiting = [outcome]
    while waiting:
        one = waiting.pop()
        if wanted(one):
            yield one
        else:
            waiting.extend([*one.outcomes.values()][::-1])
