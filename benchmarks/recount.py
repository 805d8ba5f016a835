"""Count again, from the plain YAML alone, what orgdesign says of an organisation file.

    python benchmarks/recount.py hmrc.yaml

Prints, as JSON, what serves each outcome and the customer quicksand scores, as docs/quicksand.md
defines them, and the people, posts and cost of each design phase by phase, as docs/format.md
does. Nothing of orgdesign is imported, so that a fault there does not repeat here.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

Part = dict[str, Any]
Counts = dict[str, list[int]]
"""Covered and needed, by dimension."""
Row = tuple[str, bool, set[str], set[str]]
"""Of one counted thing its dimension, whether it is covered, its functions, its outcomes."""


def below(id_: str, outcome: Part) -> Iterator[tuple[str, Part, set[str]]]:
    """Yield an outcome and all under it, each with the ids of those below it and its own."""
    under = [row for key, one in outcome.get("outcomes", {}).items() for row in below(key, one)]
    yield id_, outcome, {id_, *(key for key, _, _ in under)}
    yield from under


def serving(file: Part) -> dict[str, Any]:
    """Return functions, headcount and cost by the outcome and the link that they are for."""
    totals: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for function in file.get("functions", {}).values():
        aligned = function.get("alignment", {})
        place = f"{aligned['outcome']}/{aligned.get('link')}" if "outcome" in aligned else "none"
        totals["functions"][place] += 1
        totals["headcount"][place] += function.get("headcount", 0)
        totals["cost"][place] += function.get("cost", 0)
    return {unit: dict(places) for unit, places in totals.items()}


def is_good(measure: Part) -> bool:
    """Whether it is a customer measure with all that it needs."""
    return measure.get("kind") == "customer" and {"baseline", "target", "better"} <= measure.keys()


def motivation(file: Part) -> Iterator[Row]:
    """Yield a row for each role, and for each function without one."""
    measures, functions = file.get("measures", {}), file.get("functions", {})
    with_role: set[str] = set()
    for id_, role in file.get("roles", {}).items():
        own = {key for key, one in functions.items() if one.get("accountable") == id_}
        own |= {role["function"]} if "function" in role else set()
        with_role |= own
        paid = [measures[one["measure"]] for one in role.get("rewarded_for", [])]
        hurt = [measures[each] for one in paid for each in one.get("works_against", [])]
        good = any(one.get("kind") == "customer" for one in paid)
        bad = any(one.get("kind") == "customer" for one in hurt)
        held = {
            key
            for key, one, _ in below("desired", file["outcome"])
            if one.get("accountable") == id_
        }
        yield "motivation", good and not bad, own, held
    yield from (("motivation", False, {id_}, set()) for id_ in functions.keys() - with_role)


def metrics(file: Part) -> Iterator[Row]:
    """Yield a row for each outcome, function and hand-off."""
    measures = file.get("measures", {})

    def measured(part: Part) -> bool:
        return any(is_good(measures[each]) for each in part.get("measures", []))

    for id_, outcome, _ in below("desired", file["outcome"]):
        yield "metrics", measured(outcome), set(), {id_}
    for id_, function in file.get("functions", {}).items():
        yield "metrics", measured(function), {id_}, set()
    for handoff in file.get("handoffs", {}).values():
        yield "metrics", "measure" in handoff, {handoff["from"], handoff["to"]}, set()


def mechanics(file: Part) -> Iterator[Row]:
    """Yield a row for each stage, each pair of functions next to each other, each hand-off."""
    journey, handoffs = file.get("journey", {}), file.get("handoffs", {}).values()
    if not journey:
        yield "mechanics", False, set(), set()
    for stage in journey.values():
        served = stage.get("functions", [])
        outcome = {stage["outcome"]} if "outcome" in stage else set()
        yield "mechanics", bool(served), set(served), outcome
    pairs = {frozenset(pair) for pair in steps(journey) if pair[0] != pair[1]}
    met = {frozenset((one["from"], one["to"])) for one in handoffs}
    yield from (("mechanics", pair in met, set(pair), set()) for pair in pairs)
    for handoff in handoffs:
        role = file.get("roles", {}).get(handoff.get("accountable"))
        held = role is not None and not role.get("vacant")
        yield "mechanics", held, {handoff["from"], handoff["to"]}, set()


def steps(journey: Part) -> Iterator[tuple[str, str]]:
    """Yield each two functions that a customer meets one after the other.

    Stages follow each other where one says so; where none does, those next to each other that
    serve the same outcome do.
    """
    says_so = any(stage.get("after") for stage in journey.values())
    last: list[str] = []
    outcome = None
    for stage in journey.values():
        served = stage.get("functions", [])
        if stage.get("outcome") is None or stage.get("outcome") != outcome:
            last, outcome = [], stage.get("outcome")
        earlier = [journey[id_].get("functions", []) for id_ in stage.get("after", [])]
        for before in earlier if says_so else [last]:
            if before and served:
                yield before[-1], served[0]
        yield from pairwise(served)
        last = served or last


def quicksand(file: Part) -> dict[str, Any]:
    """Return covered and needed for the whole, for each function and for each outcome."""
    rows = [*motivation(file), *metrics(file), *mechanics(file)]
    functions = file.get("functions", {})
    serves = {id_: one.get("alignment", {}).get("outcome") for id_, one in functions.items()}
    return {
        "whole": counts(rows),
        "functions": {id_: counts([row for row in rows if id_ in row[2]]) for id_ in functions},
        "outcomes": {
            id_: counts([r for r in rows if (r[3] | {serves[each] for each in r[2]}) & ids])
            for id_, _, ids in below("desired", file["outcome"])
        },
    }


def counts(rows: list[Row]) -> Counts:
    """Return covered and needed of some rows."""
    told: Counts = {"motivation": [0, 0], "metrics": [0, 0], "mechanics": [0, 0]}
    for dimension, covered, _, _ in rows:
        told[dimension][0] += covered
        told[dimension][1] += 1
    return told


def ledger(file: Part) -> dict[str, Any]:
    """Return, by design, people, posts, cost and cost once, today and after each phase."""
    return {id_: _of_design(file, design) for id_, design in file.get("designs", {}).items()}


def _of_design(file: Part, design: Part) -> list[dict[str, float]]:
    amounts = {id_: _amounts(one) for id_, one in file.get("functions", {}).items()}
    phases = [None, *design.get("phases", {})]
    changes = [one for one in design.get("changes", []) if _is_made(design, one)]
    rows, once = [_row(amounts, 0)], design.get("one_off", 0)
    for phase in phases:
        here = [one for one in changes if one.get("phase") == phase]
        for change in here:
            _make(amounts, change)
        once += sum(one.get("one_off", 0) for one in here)
        once += design.get("phases", {}).get(phase, {}).get("one_off", 0) if phase else 0
        if phase or not design.get("phases"):
            rows.append(_row(amounts, once))
    return rows


def _is_made(design: Part, change: Part) -> bool:
    options = change.get("options", [])
    is_chosen = not options or any(one in design.get("chosen", []) for one in options)
    return is_chosen and change.get("decision", {}).get("status") != "refused"


def _amounts(one: Part) -> dict[str, float]:
    people = one.get("headcount", 0)
    return {"people": people, "posts": one.get("posts", people), "cost": one.get("cost", 0)}


def _row(amounts: dict[str, dict[str, float]], once: float) -> dict[str, float]:
    units = ("people", "posts", "cost")
    return {unit: sum(one[unit] for one in amounts.values()) for unit in units} | {"once": once}


def _make(amounts: dict[str, dict[str, float]], change: Part) -> None:
    """Make a change of people, posts and cost, as docs/format.md says."""
    match change["change"]:
        case "add":
            amounts[change["function"]] = _amounts(change)
        case "retire":
            del amounts[change["function"]]
        case "merge":
            old = [amounts.pop(one) for one in change["functions"]]
            amounts[change["into"]] = {unit: sum(one[unit] for one in old) for unit in old[0]}
        case "split":
            whole = amounts.pop(change["function"])
            parts = change["into"]
            for id_, part in parts.items():
                amounts[id_] = (whole if len(parts) == 1 else {}) | _amounts(part)
        case "change-function":
            one = amounts[change["function"]]
            extra = one["posts"] - one["people"]
            one["people"] = change.get("headcount", one["people"])
            one["posts"] = change.get("posts", one["people"] + (extra if extra else 0))
            one["cost"] = change.get("cost", one["cost"])
        case "transfer":
            people, way = change.get("people", 0), change.get("way")
            posts = change.get("posts", 0 if way == "leaver" else people)
            people = 0 if way == "vacancy" else people
            for end, sign in (("from", -1), ("to", 1)):
                if end in change:
                    one = amounts[change[end]]
                    one["people"] += sign * people
                    one["posts"] += sign * posts
                    one["cost"] += sign * change.get("cost", 0)


def main() -> None:
    """Count the file that the command line names."""
    file = yaml.safe_load(Path(sys.argv[1]).read_text("utf-8"))
    told = {"serving": serving(file), "quicksand": quicksand(file), "ledger": ledger(file)}
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
