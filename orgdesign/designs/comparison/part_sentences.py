"""The sentences of changes of roles, outcomes, measures, hand-offs, stages and the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from orgdesign.designs.comparison.functions import attribute_changes
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.comparison.parts import SEAT_WORDS
from orgdesign.designs.comparison.sentence_parts import Tell, Telling, field_words, named_handoff
from orgdesign.model import join_words, quote


def _add_role(telling: Telling) -> str:
    function = telling.values.get("function")
    where = f" in {telling.names.function(function)}" if function else ""
    return f"{telling.values['title']} is a new role{where}"


def _change_role(telling: Telling) -> str:
    said = [*field_words(telling.values, "role", telling.names)]
    role = telling.names.organisation.roles[telling.values["role"]]
    said += [*attribute_changes(role.attributes, telling.values.get("attributes", {}))]
    return f"{telling.role()} changes: {join_words(said)}"


def _move_role(telling: Telling) -> str:
    return f"{telling.role()} moves to {telling.function()}"


def _retire_role(telling: Telling) -> str:
    return f"{telling.role()} ends"


def _reward(telling: Telling) -> str:
    rewards = telling.names.rewards(telling.values["rewarded_for"])
    return f"{telling.role()} is rewarded for {rewards}"


def _person(telling: Telling, key: str) -> str:
    """Return who holds a seat: by name where the file names one alone, else by the seat."""
    seat = telling.names.organisation.roles[telling.values[key]]
    named = telling.values.get("holder") or (seat.holders[0] if len(seat.holders) == 1 else None)
    return named or f"Whoever is {seat.title}"


def _move_holder(telling: Telling) -> str:
    values = telling.values
    old, new = telling.role("giver"), telling.role("taker")
    person = _person(telling, "giver")
    until = f" until {values['until']}" if values.get("until") else ""
    if values.get("acting"):
        keeps = f", and stays {old}" if values.get("keeps_seat") else f", from {old}"
        return f"{person} acts as {new}{until}{keeps}"
    if values.get("keeps_seat"):
        return f"{person} also becomes {new}{until}, and stays {old}"
    shares = ", and shares the seat" if values.get("shares") else ""
    return f"{person} goes from {old} to {new}{until}{shares}"


def _add_holder(telling: Telling) -> str:
    values = telling.values
    person = values.get("holder") or "Somebody"
    until = f" until {values['until']}" if values.get("until") else ""
    how = "acts as" if values.get("acting") else "becomes"
    shares = ", and shares the seat" if values.get("shares") else ""
    return f"{person} {how} {telling.role()}{until}{shares}"


def _end_holder(telling: Telling) -> str:
    person = _person(telling, "role")
    held = {"held": ", which is held open", "open": ", which is open to applications"}
    return f"{person} leaves {telling.role()}{held.get(telling.values.get('status') or '', '')}"


def _fill_seat(telling: Telling) -> str:
    values = telling.values
    seats = [f"the {telling.names.role(each)}" for each in values.get("among", ())]
    among = join_words(seats, nothing="")
    whom = f"{_FOR.get(values['status'], ' for')} {among}" if among else ""
    until = f" until {values['until']}" if values.get("until") else ""
    return f"{telling.role()} {SEAT_WORDS[values['status']]}{whom}{until}"


_FOR = {"open": " from", "slotted": ":"}


ROLE_SENTENCES: Mapping[str, Tell] = {
    "add-role": _add_role,
    "change-role": _change_role,
    "move-role": _move_role,
    "retire-role": _retire_role,
    "reward": _reward,
    "move-holder": _move_holder,
    "add-holder": _add_holder,
    "end-holder": _end_holder,
    "fill-seat": _fill_seat,
}


def _named_outcome(telling: Telling) -> str:
    return f"The outcome {telling.names.outcome(telling.values['outcome'])}"


def _named_measure(telling: Telling) -> str:
    return telling.names.measures([telling.values["measure"]])


def _handoff_between(telling: Telling) -> str:
    handoff = named_handoff(telling.names, telling.values["handoff"])
    return f"The hand-off from {telling.names.handoff(handoff)}"


def _named_stage(telling: Telling) -> str:
    return f"The stage {telling.names.stage(telling.values['stage'])}"


def _changes(kind: str, subject: Tell) -> Tell:
    """Return what tells that a part of a kind says something else."""

    def tell(telling: Telling) -> str:
        said = join_words(field_words(telling.values, kind, telling.names))
        return f"{subject(telling)} changes: {said}"

    return tell


def _ends(subject: Tell, heir: Callable[[PartNames, str], str] | None = None) -> Tell:
    """Return what tells that a part ends, and what is said of the one that takes its place."""

    def tell(telling: Telling) -> str:
        new = telling.values.get("replaced_by") if heir else None
        return f"{subject(telling)} ends{f'; {heir(telling.names, new)}' if heir and new else ''}"

    return tell


def _is_new(key: str, what: str, say: Callable[[str], str] = quote) -> Tell:
    """Return what tells that there is a new part, by what it says under a key."""
    return lambda telling: f"{say(telling.values[key])} is {what}"


def _add_handoff(telling: Telling) -> str:
    passes = telling.values.get("passes")
    what = f": {passes}".rstrip(".") if passes else ""
    ends = f"{telling.function('giver')} to {telling.function('taker')}"
    return f"There is a new hand-off from {ends}{what}"


OUTCOME_SENTENCES: Mapping[str, Tell] = {
    "add-outcome": _is_new("statement", "a new outcome"),
    "change-outcome": _changes("outcome", _named_outcome),
    "retire-outcome": _ends(
        _named_outcome, lambda names, id_: f"what serves it then serves {names.outcome(id_)}"
    ),
    "add-measure": _is_new("name", "a new measure", str),
    "change-measure": _changes("measure", _named_measure),
    "retire-measure": _ends(
        lambda telling: f"The measure {_named_measure(telling)}",
        lambda names, id_: f"{names.measures([id_])} takes its place",
    ),
    "add-handoff": _add_handoff,
    "change-handoff": _changes("handoff", _handoff_between),
    "retire-handoff": _ends(_handoff_between),
    "add-stage": _is_new("name", "a new stage of the journey"),
    "change-stage": _changes("stage", _named_stage),
    "retire-stage": _ends(_named_stage),
    "rename-organization": lambda telling: (
        f"{telling.names.organisation.name} is now called {telling.values['name']}"
    ),
}
