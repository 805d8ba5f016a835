"""Rules on measures themselves: what they leave out, and where they contradict themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import TextReader, things_in, things_of
from orgdesign.diagnosis.rules.measure_evidence import MeasureUses
from orgdesign.diagnosis.rules.measure_names import same_measures
from orgdesign.diagnosis.rules.promises import unit_of_time
from orgdesign.diagnosis.rules.rule import reading_rule, rule
from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted, with_unit
from orgdesign.model import Change, Measure, Organisation, Reward, SplitPart

FIELDS = {
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "better": "direction",
    "kind": "kind",
}
"""What defines a measure, and what people call it."""
DOUBT = 0.4
"""So far ahead a name reads as the company's, its kind is doubted."""
ALONE, SHORT = 0.8, 12
"""So far ahead a name of so few letters has to be: “Welcome” says too little."""
CERTAIN_DOUBT = 1.6
"""So far ahead it is taken to be the company's."""


_MONEY = pattern("measures", "money")
_LOST = pattern("measures", "lost")
_UNTIL = pattern("measures", "until")
_WHO = pattern("measures", "who")
_US = pattern("measures", "us")
_RECEIVED = pattern("measures", "received")


@rule("metrics", "warning")
def measure_without_target(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that has no target."""
    yield from _incomplete(organisation, "target", "measure-without-target")


@rule("metrics", "hint")
def measure_without_baseline(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that has no baseline."""
    yield from _incomplete(organisation, "baseline", "measure-without-baseline")


@rule("metrics", "hint")
def measure_without_direction(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that does not say which way is better."""
    for measure, users in _lacking(organisation, "better"):
        text = f"measure-without-direction{_likely_direction(measure)}"
        place = Place("measure", measure.id, ("better",))
        yield finding(text, place, *users, measure=quoted(measure.name))


@rule("metrics", "hint")
def measure_without_kind(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure in use that is said to be neither the customer's nor the company's."""
    yield from _incomplete(organisation, "kind", "measure-without-kind")


@reading_rule("metrics", "warning")
def measure_kind_doubtful(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each measure that is called the customer's and whose name reads as the company's."""
    users = Ties(organisation).users
    for measure in organisation.measures.values():
        margin = company_margin(measure, reader)
        if measure.kind == "customer" and margin >= DOUBT:
            yield finding(
                "measure-kind-doubtful",
                Place("measure", measure.id, ("kind",)),
                *users.get(measure.id, ()),
                certain=margin >= CERTAIN_DOUBT and not measure.name.isupper(),
                measure=quoted(measure.name),
            )


@rule("metrics", "warning")
def measure_against_direction(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure whose target is worse than its baseline, by its own direction."""
    for measure in organisation.measures.values():
        baseline, target, better = measure.baseline, measure.target, measure.better
        if baseline is None or target is None or better is None or baseline == target:
            continue
        if (target > baseline) != (better == "higher"):
            yield finding(
                "measure-against-direction",
                Place("measure", measure.id, ("better",)),
                Place("measure", measure.id, ("target",)),
                measure=quoted(measure.name),
                better=better,
                other="lower" if better == "higher" else "higher",
                baseline=with_unit(baseline, measure),
                target=with_unit(target, measure),
            )


@rule("metrics", "hint")
def target_changes_nothing(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure that is to reach what it is today; one of the company may be meant so."""
    users = Ties(organisation).users
    for measure in organisation.measures.values():
        is_reached = measure.baseline is not None and measure.baseline == measure.target
        if is_reached:
            yield finding(
                "target-changes-nothing",
                Place("measure", measure.id, ("target",)),
                *dict.fromkeys(users.get(measure.id, ())),
                certain=measure.kind != "company",
                measure=quoted(measure.name),
                baseline=with_unit(measure.baseline or 0.0, measure),
                target=with_unit(measure.target or 0.0, measure),
            )


@reading_rule("metrics", "warning")
def measure_defined_twice(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each measure that an earlier one is too: by its name, an abbreviation or a synonym."""
    measures = [*organisation.measures.values()]
    users = Ties(organisation).users
    for same in same_measures(measures, reader, MeasureUses.within(organisation)):
        used = [place for each in (same.earlier, same.later) for place in users.get(each.id, ())]
        yield finding(
            "measure-defined-twice" if same.by_name else "measure-defined-twice.synonym",
            Place("measure", same.later.id, ("name",)),
            Place("measure", same.earlier.id),
            *used,
            certain=same.certain,
            measure=quoted(same.later.name),
            other=quoted(same.earlier.name),
            differing=_differing(same.earlier, same.later),
        )


@rule("metrics", "hint")
def measure_unused(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure that no outcome, function, role or hand-off uses, today or in a design."""
    designs = organisation.designs.values()
    planned = {used for design in designs for change in design.changes for used in _used_by(change)}
    used = Ties(organisation).users.keys() | planned
    for measure in organisation.measures.values():
        if measure.id not in used:
            place = Place("measure", measure.id)
            yield finding("measure-unused", place, measure=quoted(measure.name))


def company_margin(measure: Measure, reader: TextReader) -> float:
    """Return how far ahead a measure's name reads as the company's; 0 where it does not.

    A thing that is known to be the customers' is never; one of the company, and money of which
    more is better, is at least in doubt.
    """
    things = things_in(measure.name).keys() if reader.reads else frozenset()
    is_customer = things & things_of("customer")
    is_company = things_in(_clause(measure.name)).keys() & things_of("company") & things
    if is_customer and not is_company:
        return 0.0
    takes = _is_taken_in(measure) and reader.reads
    known = DOUBT if takes or (is_company and not is_customer) else 0.0
    judgement = reader.read("measures", measure.name)
    least = ALONE if len(measure.name) <= SHORT and measure.name.isascii() else 0.0
    is_until = unit_of_time(measure.unit or "") and _UNTIL.search(measure.name)
    if is_until or (measure.name.isupper() and len(measure.name) <= SHORT):
        least = CERTAIN_DOUBT
    return max(known, judgement.margin if judgement.reads_as("company", least) else 0.0)


def _clause(name: str) -> str:
    """Return what a name tells of somebody, as “who had to come back”, or else all of it.

    So it does where that tells of us: “the share of their spend that comes to us”.
    """
    clause = _WHO.split(name, maxsplit=1)[-1]
    return name if _US.search(clause) else clause


def _is_taken_in(measure: Measure) -> bool:
    """Whether it is money of which more is better, or that is lost, and customers do not get it."""
    if not _MONEY.search(measure.unit or "") or _RECEIVED.search(measure.name):
        return False
    return measure.better == "higher" or _LOST.search(measure.name) is not None


def tells_of_the_company(measure: Measure, reader: TextReader) -> bool:
    """Whether a measure's name says what the company does or gets, whatever its kind is called."""
    return company_margin(measure, reader) >= DOUBT


def reads_as_company(measure: Measure, reader: TextReader) -> bool:
    """Whether a measure that is called the customer's is doubted to be."""
    return measure.kind == "customer" and tells_of_the_company(measure, reader)


def _incomplete(
    organisation: Organisation, field: Literal["baseline", "target", "kind"], text: str
) -> Iterator[Finding]:
    for measure, users in _lacking(organisation, field):
        place = Place("measure", measure.id, (field,))
        yield finding(text, place, *users, measure=quoted(measure.name))


def _lacking(
    organisation: Organisation, field: Literal["baseline", "target", "better", "kind"]
) -> Iterator[tuple[Measure, tuple[Place, ...]]]:
    """Yield each measure that somebody uses and that says nothing in a field, with its users.

    One that nobody uses should be deleted, not completed.
    """
    unfinished = [each for each in organisation.measures.values() if getattr(each, field) is None]
    users = Ties(organisation).users if unfinished else {}
    for measure in unfinished:
        if measure.id in users:
            yield measure, tuple(dict.fromkeys(users[measure.id]))


def _likely_direction(measure: Measure) -> str:
    """Guess from the figures, where they move."""
    if measure.baseline is None or measure.target is None or measure.baseline == measure.target:
        return ""
    return ".lower" if measure.target < measure.baseline else ".higher"


def _differing(one: Measure, other: Measure) -> str:
    pairs = ((getattr(one, key), getattr(other, key), called) for key, called in FIELDS.items())
    apart = [
        called for mine, theirs, called in pairs if None not in (mine, theirs) and mine != theirs
    ]
    return f", with another {joined(apart)}" if apart else ""


def _used_by(change: Change) -> Iterator[str]:
    values = (change.values.get(key) for key in ("measures", "measured_by", "rewarded_for", "into"))
    for used in chain.from_iterable(value for value in values if isinstance(value, tuple)):
        if isinstance(used, SplitPart):
            yield from used.measures
        else:
            yield used.measure if isinstance(used, Reward) else used
