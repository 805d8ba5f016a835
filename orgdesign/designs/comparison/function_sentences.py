"""The sentences of changes of functions, their lines, their people."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.designs.comparison.functions import attribute_changes
from orgdesign.designs.comparison.sentence_parts import Tell, Telling, field_words
from orgdesign.designs.replay import moved_amounts
from orgdesign.model import SplitPart, join_words, number_text, quote


def _move(telling: Telling) -> str:
    names, values = telling.names, telling.values
    moved, above = telling.function(), values.get("reports_to")
    function = names.organisation.functions[values["function"]]
    until, was_dotted = function.reports_to, any(each.to == above for each in function.dotted_to)
    whence = f" from {names.function(until)}" if until else ""
    to = f"to {names.function(above)}" if above else "to the top"
    solid = ", to which it had a dotted line" if was_dotted else ""
    left = f"; its line to {names.function(until)} stays as a dotted one" if _stays(telling) else ""
    return f"{moved} moves{whence} {to}{solid}{left}"


def _stays(telling: Telling) -> bool:
    function = telling.names.organisation.functions[telling.values["function"]]
    until = function.reports_to
    return bool(
        telling.values.get("keeps_line") and until and until != telling.values.get("reports_to")
    )


def _dot(telling: Telling) -> str:
    label = telling.values.get("label")
    called = f", {quote(label)}" if label else ""
    return f"{telling.function()} has a dotted line to {telling.function('to')}{called}"


def _add(telling: Telling) -> str:
    names, values = telling.names, telling.values
    above, alignment = values.get("reports_to"), values.get("alignment")
    where = f" under {names.function(above)}" if above else " at the top"
    serves = (
        f", to serve {names.served_outcomes(alignment)}" if alignment and alignment.outcome else ""
    )
    return f"{values['name']} is added{where}{serves}"


def _merge(telling: Telling) -> str:
    names, values = telling.names, telling.values
    merged = [names.function(each) for each in values["functions"]]
    into = values.get("name") or names.organisation.functions[values["into"]].name
    return f"{join_words(merged)} become one: {into}"


def _tell_split(telling: Telling) -> str:
    parts: tuple[SplitPart, ...] = telling.values["into"]
    return f"{telling.function()} becomes {join_words(one.name for one in parts)}"


def _retire(telling: Telling) -> str:
    heir = telling.values.get("reports_to")
    after = f"; its functions report to {telling.names.function(heir)}" if heir else ""
    return f"{telling.function()} ends{after}"


def _align(telling: Telling) -> str:
    alignment = telling.values["alignment"]
    says = f": {alignment.contribution}" if alignment.contribution else ""
    served = f"serves {telling.names.served_outcomes(alignment)}{says}".rstrip(".")
    return f"{telling.function()} {served}"


def _change_function(telling: Telling) -> str:
    values = {key: each for key, each in telling.values.items() if key not in _AMOUNTS}
    attributes = values.pop("attributes", {})
    function = telling.names.organisation.functions[telling.values["function"]]
    said = [*field_words(values, "function", telling.names)]
    said += [*attribute_changes(function.attributes, attributes)]
    return f"{telling.function()} changes{f': {join_words(said)}' if said else ''}"


def _transfer(telling: Telling) -> str:
    values = telling.values
    people, posts = moved_amounts(values)
    cost, way = values.get("cost"), values.get("way")
    giver, taker = values.get("giver"), values.get("taker")
    subject = _moving(people, posts, cost)
    is_one = (people or posts) == 1 and cost is None
    if giver and taker:
        said = f"{subject} {'goes' if is_one else 'go'} from {{giver}} to {{taker}}"
    elif giver:
        said = f"{subject} {_LEAVES[way][is_one]} {{giver}}{_LEAVES[way][2]}"
    else:
        said = f"{subject} {'comes' if is_one else 'come'} to {{taker}}{_COMES.get(way, '')}"
    employer = values.get("employer")
    if employer:
        said = said.replace("another employer", "{employer}")
    ends = {key: telling.function(key) if values.get(key) else "" for key in ("giver", "taker")}
    ends["employer"] = employer or ""
    return said.format(**ends)


def _moving(people: float, posts: float, cost: float | None) -> str:
    said = []
    if people:
        said.append(f"{number_text(people)} {'person' if people == 1 else 'people'}")
    vacant = posts - people
    if not people and posts:
        said.append(f"{number_text(posts)} {'post' if posts == 1 else 'posts'}")
    elif vacant > 0:
        said.append(f"{number_text(vacant)} open {'post' if vacant == 1 else 'posts'}")
    if cost:
        said.append(f"a cost of {number_text(cost)} a year")
    return join_words(said, nothing="Nobody")


def _appoint(telling: Telling) -> str:
    role, values = telling.role("accountable"), telling.values
    if "function" in values:
        return f"{role} answers for {telling.function()}"
    if "outcome" in values:
        return f"{role} answers for the outcome {telling.names.outcome(values['outcome'])}"
    handoff = telling.names.organisation.handoffs[values["handoff"]]
    return f"{role} answers for the hand-off from {telling.names.handoff(handoff)}"


_AMOUNTS = ("headcount", "posts", "cost")


_LEAVES: Mapping[str | None, tuple[str, str, str]] = {
    "redundancy": ("leave", "leaves", " by redundancy"),
    "retirement": ("leave", "leaves", " by retirement"),
    "leaver": ("leave", "leaves", ", and the posts stay open"),
    "vacancy": ("are given up in", "is given up in", ""),
    "employer": ("go from", "goes from", " to another employer"),
    "new-posts": ("leave", "leaves", ""),
    None: ("leave", "leaves", ", and where they go is not said"),
}
_COMES = {
    "employer": " from another employer",
    "new-posts": " as new posts",
    None: ", and where from is not said",
}


FUNCTION_SENTENCES: Mapping[str, Tell] = {
    "move": _move,
    "add": _add,
    "rename": lambda telling: f"{telling.function()} is now called {telling.values['name']}",
    "merge": _merge,
    "split": _tell_split,
    "retire": _retire,
    "align": _align,
    "change-function": _change_function,
    "dot": _dot,
    "undot": lambda telling: (
        f"The dotted line from {telling.function()} to {telling.function('to')} ends"
    ),
    "transfer": _transfer,
    "appoint": _appoint,
}
