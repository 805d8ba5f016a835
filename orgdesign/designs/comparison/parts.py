"""What differs in the outcomes, roles, measures, stages and hand-offs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from orgdesign.designs.comparison.difference import Difference, Kind, Of
from orgdesign.designs.comparison.functions import attribute_words
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.model import Organisation, SeatStatus, capitalise, join_words, number_text, quote

Words = Callable[[PartNames, Any], str]
Parts = Callable[[PartNames], Mapping[str, Any]]


class Field(NamedTuple):
    """One thing that a part says: what kind of difference it makes, and the words for it.

    ``sentence`` is formatted with the ``part``, what it says ``now``, and said until ``then``.
    """

    name: str
    kind: Kind
    sentence: str
    words: Words


class PartSection(NamedTuple):
    """One kind of parts: how they are found and called, and what they say."""

    of: Of
    parts: Parts
    called: Words
    fields: tuple[Field, ...]


def _text(names: PartNames, value: Any) -> str:
    return quote(value) if value else "nothing"


def _texts(names: PartNames, values: Any) -> str:
    return join_words(map(quote, values))


def _plain(names: PartNames, value: Any) -> str:
    return (
        "not given" if value is None else number_text(value) if isinstance(value, float) else value
    )


def _holders(names: PartNames, holders: Any) -> str:
    return join_words(holders, nothing="nobody named")


def _status(names: PartNames, status: Any) -> str:
    return SEAT_WORDS[status or "filled"]


SEAT_WORDS: Mapping[SeatStatus, str] = {
    "filled": "is filled",
    "acting": "is held for a time",
    "vacant": "is vacant",
    "held": "is held open",
    "open": "is open to applications",
    "ring-fenced": "is ring-fenced",
    "slotted": "is filled by slotting in",
}
"""How a seat is filled, in words."""


def _attributes(names: PartNames, attributes: Any) -> str:
    said = (f"{name} {attribute_words(value)}" for name, value in attributes.items())
    return join_words(said)


def _set(name: str, sentence: str, words: Words = _text) -> Field:
    return Field(name, "changed", sentence, words)


_ACCOUNTABLE = Field(
    "accountable",
    "accountable",
    "{now} becomes accountable for {part}, until now {then}.",
    PartNames.role,
)
_MEASURED = "{part} is measured by {now}, until now by {then}."

OUTCOMES = PartSection(
    "outcome",
    lambda names: names.outcomes,
    lambda names, one: quote(one.statement),
    (
        Field("statement", "renamed", "The outcome {then} now says {now}.", _text),
        _set("customer", "{part} is for {now}, until now for {then}."),
        _ACCOUNTABLE,
        _set("measures", _MEASURED, PartNames.measures),
    ),
)
ROLES = PartSection(
    "role",
    lambda names: names.organisation.roles,
    lambda names, one: one.title,
    (
        Field("title", "renamed", "The role {then} is called {now}.", _text),
        Field(
            "function", "moved", "{part} belongs to {now}, until now to {then}.", PartNames.function
        ),
        _set("purpose", "The purpose of {part} is {now}, until now {then}."),
        _set("accountabilities", "{part} answers for {now}, until now for {then}.", _texts),
        _set("decides", "{part} decides {now}, until now {then}.", _texts),
        _set("measured_by", _MEASURED, PartNames.measures),
        _set(
            "rewarded_for", "{part} is rewarded for {now}, until now for {then}.", PartNames.rewards
        ),
        _set("holders", "{part} is held by {now}, until now by {then}.", _holders),
        _set("filling", "{part} {now}, until now it {then}.", _status),
        _set("until", "{part} is held so until {now}, until now until {then}.", _plain),
        _set("reports_to", "{part} reports to {now}, until now to {then}.", PartNames.role),
        _set(
            "dotted_to",
            "{part} has dotted lines to {now}, until now to {then}.",
            lambda names, lines: join_words(names.role(line.to) for line in lines),
        ),
        _set("attributes", "Of {part} is known {now}, until now {then}.", _attributes),
    ),
)
MEASURES = PartSection(
    "measure",
    lambda names: names.organisation.measures,
    lambda names, one: one.name,
    (
        Field("name", "renamed", "The measure {then} is called {now}.", _text),
        *(
            _set(name, f"The {name} of {{part}} is {{now}}, until now {{then}}.", _plain)
            for name in ("unit", "baseline", "target")
        ),
        _set("better", "Better for {part} is {now}, until now {then}.", _plain),
        _set("kind", "{part} is a measure of the {now}, until now {then}.", _plain),
        _set("works_against", "{part} works against {now}, until now {then}.", PartNames.measures),
    ),
)
STAGES = PartSection(
    "stage",
    lambda names: names.organisation.journey,
    lambda names, one: quote(one.name),
    (
        Field("name", "renamed", "The stage {then} is called {now}.", _text),
        Field(
            "outcome",
            "alignment",
            "In {part} the customer wants {now}, until now {then}.",
            PartNames.outcome,
        ),
        _set(
            "functions",
            "In {part} the customer meets {now}, until now {then}.",
            lambda names, ids: join_words(names.function(each) for each in ids),
        ),
    ),
)
HANDOFFS = PartSection(
    "handoff",
    lambda names: names.organisation.handoffs,
    lambda names, one: f"the hand-off from {names.handoff(one)}",
    (
        Field("giver", "moved", "{now} gives {part}, until now {then}.", PartNames.function),
        Field("taker", "moved", "{now} takes {part}, until now {then}.", PartNames.function),
        _set("stage", "{part} happens in {now}, until now in {then}.", PartNames.stage),
        _set("passes", "What passes in {part} is {now}, until now {then}."),
        _ACCOUNTABLE,
        _set(
            "measure",
            "{part} is measured by {now}, until now by {then}.",
            lambda names, id_: names.measures([id_] if id_ else []),
        ),
    ),
)


def part_differences(
    section: PartSection, before: Organisation, expected: Organisation, after: Organisation
) -> Iterator[Difference]:
    """Yield what differs in one kind of parts, told apart by their ids.

    ``expected`` is the organisation before, with the functions that its parts refer to as they
    are afterwards: what follows from a merge or a split is not told once more for each of them.
    """
    was, now = PartNames(before), PartNames(after)
    old, new, hoped = section.parts(was), section.parts(now), section.parts(PartNames(expected))
    for id_, part in new.items():
        if id_ not in old:
            sentence = capitalise(f"{section.called(now, part)} is new.")
            yield Difference("added", section.of, (id_,), (), sentence)
        else:
            for field in section.fields:
                if getattr(hoped[id_], field.name) != getattr(part, field.name):
                    yield _field_difference(section, field, id_, was, now)
    for id_, part in old.items():
        if id_ not in new:
            sentence = capitalise(f"{section.called(was, part)} ends.")
            yield Difference("removed", section.of, (), (id_,), sentence)


def _field_difference(
    section: PartSection, field: Field, id_: str, was: PartNames, now: PartNames
) -> Difference:
    old, new = section.parts(was)[id_], section.parts(now)[id_]
    then, value = (
        field.words(names, getattr(part, field.name)) for names, part in ((was, old), (now, new))
    )
    sentence = field.sentence.format(part=section.called(now, new), now=value, then=then)
    return Difference(field.kind, section.of, (id_,), (id_,), capitalise(sentence))
