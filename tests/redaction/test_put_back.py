"""What somebody writes into the part that they see, put back into the whole."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest

from orgdesign.redaction.partial_file import partial_data, plain_data_of
from orgdesign.redaction.put_back import edits_between, put_back
from orgdesign.redaction.sight import FACT_KINDS, Scope, Sight
from orgdesign.redaction.unseen_rules import unseen_rules
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import apply

NORTHWIND = Path("examples/northwind.yaml").read_bytes()


def test_what_is_hidden_stays_beside_what_changed() -> None:
    whole = {"functions": {"a": {"name": "A", "cost": "1"}, "b": {"name": "B"}, "c": {"name": "C"}}}
    seen = {"functions": {"a": {"name": "A"}, "c": {"name": "C"}}}
    new = {"functions": {"a": {"name": "Aa"}, "d": {"name": "D"}, "c": {"name": "C"}}}

    assert put_back(whole, seen, new) == {
        "functions": {
            "a": {"name": "Aa", "cost": "1"},
            "b": {"name": "B"},
            "d": {"name": "D"},
            "c": {"name": "C"},
        }
    }


def test_items_that_change_places_take_what_is_hidden_of_them_along() -> None:
    whole = {"changes": [{"f": "a", "cost": "1"}, {"hidden": "x"}, {"f": "b", "cost": "2"}]}
    seen = {"changes": [{"f": "a"}, {"f": "b"}]}
    new = {"changes": [{"f": "b"}, {"f": "a"}]}

    assert put_back(whole, seen, new) == {
        "changes": [{"f": "b", "cost": "2"}, {"f": "a", "cost": "1"}, {"hidden": "x"}]
    }


def test_a_part_under_another_name_keeps_what_is_hidden_of_it() -> None:
    whole = {"roles": {"a": {"title": "A", "holder": "Ana"}}}

    assert put_back(whole, {"roles": {"a": {"title": "A"}}}, {"roles": {"b": {"title": "A"}}}) == {
        "roles": {"b": {"title": "A", "holder": "Ana"}}
    }


def test_what_was_only_said_to_whoever_looked_is_not_written():
    whole = {"name": "A"}
    seen = {"name": "A", "rules": {"unseen": "off"}}
    new = {"name": "B", "rules": {"unseen": "off", "mine": "off"}}

    assert put_back(whole, seen, {**seen, "name": "B"}) == {"name": "B"}
    assert put_back(whole, seen, new) == {"name": "B", "rules": {"mine": "off"}}


def sights(functions: list[str], chance: random.Random) -> Sight:
    scopes = [
        Scope(
            frozenset(each for each in FACT_KINDS if chance.random() < 0.5),
            chance.choice([None, *functions]),
        )
        for _ in range(chance.choice([1, 1, 2]))
    ]
    return Sight.union(scopes)


def changed(data: Any, chance: random.Random) -> Any:
    """Return data with something of it taken out, said otherwise, or added."""
    data = copy.deepcopy(data)
    here = data
    while True:
        inner = [
            k
            for k in (here if isinstance(here, dict) else range(len(here)))
            if isinstance(here[k], (dict, list)) and here[k]
        ]
        if not inner or (chance.random() < 0.25 and here is not data):
            break
        here = here[chance.choice(inner)]
    keys = list(here) if isinstance(here, dict) else list(range(len(here)))
    key = chance.choice(keys)
    kind = chance.choice(["set", "remove", "add", "shuffle"])
    if kind == "remove" and here is not data:
        del here[key]
    elif kind == "add":
        here.insert(key, "new") if isinstance(here, list) else here.update({"new-one": "new"})
    elif kind == "shuffle" and isinstance(here, list):
        chance.shuffle(here)
    elif not isinstance(here[key], (dict, list)):
        here[key] = f"{here[key]} and more"
    return data


@pytest.mark.parametrize("seed", range(40))
def test_nothing_that_is_hidden_changes_and_all_that_was_meant_does(seed: int) -> None:
    chance = random.Random(seed)
    reading = read(NORTHWIND, "northwind.yaml")
    whole = plain_data_of(reading)
    sight = sights(list(whole["functions"]), chance)
    seen = partial_data(whole, sight)
    new = changed(seen, chance)

    merged = put_back(whole, seen, new)

    assert put_back(whole, seen, seen) == whole
    hidden = set(leaves(whole)) - set(leaves(seen))
    gone = set(leaves(seen)) - set(leaves(new))
    if not gone:
        assert hidden <= set(leaves(merged))
    quiet = {f"rules:{rule}:off" for rule in unseen_rules(sight)}
    assert set(leaves(new)) - quiet <= set(leaves(merged))


def leaves(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [f"{key}:{leaf}" for key, value in data.items() for leaf in leaves(value)]
    if isinstance(data, list):
        return [leaf for value in data for leaf in leaves(value)]
    return [str(data)]


def test_the_difference_is_made_as_edits_of_the_text() -> None:
    reading = read(NORTHWIND, "northwind.yaml")
    whole = plain_data_of(reading)
    new = copy.deepcopy(whole)
    functions = new["functions"]
    functions["claims"]["name"] = "Claims and care"
    del functions["claims"]["headcount"]
    functions["data"] = {"name": "Data", "reports_to": "claims"}
    new["designs"]["outcome-led"]["changes"].pop(0)

    applied = apply(reading, edits_between(whole, new))

    assert plain_data_of(applied.reading) == new
    assert b"# " in applied.data  # what people noted beside it stays
