"""What somebody may not see is nowhere in the file that they see: a canary in every field."""

from __future__ import annotations

import random

import pytest

from benchmarks.canary_maker import FACTS, Canary
from benchmarks.canary_organisation import canary_file, may_see
from orgdesign.redaction.partial_file import NOTHING_SHOWN, partial_file
from orgdesign.redaction.sight import FACT_KINDS, WHOLE_SIGHT, Scope, Sight
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.quoted_text import quoted_text

CANARIES = canary_file()
EVERYTHING = frozenset(FACT_KINDS)


@pytest.fixture(scope="module")
def reading() -> Reading:
    reading = read(quoted_text(CANARIES.data).encode(), "canaries.yaml")
    assert reading.problems == ()
    return reading


def leaks(shown: str, sight: Sight) -> list[Canary]:
    return [each for each in CANARIES.canaries if each.text in shown and not may_see(each, sight)]


def sights() -> list[Sight]:
    facts = [EVERYTHING - {each} for each in FACT_KINDS]
    facts += [frozenset({each}) for each in FACT_KINDS] + [frozenset[str](), EVERYTHING]
    return [Sight.union([Scope(each, on)]) for each in facts for on in (None, "north-function")]


def test_there_is_a_canary_for_each_kind_of_fact() -> None:
    assert {*FACTS} == {*FACT_KINDS}
    told = {fact for canary in CANARIES.canaries for fact in canary.facts}
    assert told == {*FACT_KINDS}


def test_no_canary_of_what_is_hidden_is_in_what_is_shown(reading: Reading) -> None:
    found = {
        (sight, leak)
        for sight in sights()
        for leak in leaks(partial_file(reading, sight).decode(), sight)
    }
    assert found == set()


def test_whoever_sees_everything_sees_every_canary_but_what_imports_were_told(
    reading: Reading,
) -> None:
    shown = partial_file(reading, WHOLE_SIGHT).decode()
    missing = [each for each in CANARIES.canaries if each.text not in shown]
    assert {each.branch for each in missing} == {"whole"}


def test_what_may_be_seen_is_seen(reading: Reading) -> None:
    for branch, share in ((None, 0.98), ("north-function", 0.7)):
        sight = Sight.union([Scope(EVERYTHING, branch)])
        shown = partial_file(reading, sight).decode()
        assert shown.encode() != NOTHING_SHOWN
        may = [each for each in CANARIES.canaries if may_see(each, sight)]
        seen = [each for each in may if each.text in shown]
        assert len(seen) > share * len(may)


def test_several_scopes_add_to_each_other(reading: Reading) -> None:
    chance = random.Random(20)
    for _ in range(8):
        scopes = [
            Scope(
                frozenset(each for each in FACT_KINDS if chance.random() < 0.6),
                chance.choice([None, "north-function", "south-function"]),
            )
            for _ in range(2)
        ]
        sight = Sight.union(scopes)
        assert leaks(partial_file(reading, sight).decode(), sight) == []


def test_whoever_may_see_nothing_sees_nothing(reading: Reading) -> None:
    assert partial_file(reading, Sight()) == NOTHING_SHOWN


def test_a_branch_that_is_gone_shows_nothing_of_the_others(reading: Reading) -> None:
    shown = partial_file(reading, Sight.union([Scope(EVERYTHING, "no-such-function")])).decode()
    assert "north-" not in shown.replace("north-outcome", "").replace("north-stage", "")


def test_what_is_hidden_can_change_without_a_sign(reading: Reading) -> None:
    sight = Sight.union([Scope(EVERYTHING - {"cost"}, "north-function")])
    source = reading.source
    assert source is not None
    other = source.text
    for canary in CANARIES.canaries:
        if not may_see(canary, sight) and not canary.text[0].isdigit():
            other = other.replace(canary.text, "something else, and longer")
    changed = read(f"# a note\n{other}".encode(), "canaries.yaml")
    assert partial_file(changed, sight) == partial_file(reading, sight)
