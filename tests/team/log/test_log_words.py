"""The log tells in words what was done by whom."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from orgdesign.team.log.chain import LogEntry
from orgdesign.team.log.log_words import about_words, actor_words

NAMES = {"a1": "Ana", "g1": "Board"}
ORGANISATIONS = {2: "northwind.yaml"}


def entry(actor: str, action: str, chain: int = 0, **about: object) -> LogEntry:
    return LogEntry(chain, 1, datetime.now(UTC), actor, action, about)


@pytest.mark.parametrize(
    ("said", "actor", "about"),
    [
        (entry("", "person added", person="a1", is_admin=True), "From a terminal",
         "Ana, as administrator"),
        (entry("a1", "grant added", 2, may="edit", branch="claims", facts=["cost"], group="g1"),
         "Ana", "northwind.yaml; group Board, may edit, in the branch claims, seeing cost"),
        (entry("", "sign-in refused", by="provider"), "Somebody unknown", "by provider"),
        (entry("link:x", "viewed", 2, facts=[]), "Somebody with a link",
         "northwind.yaml; seeing names alone"),
        (entry("a1", "edited", 2, before="d1", after="d2"), "Ana", "northwind.yaml"),
        (entry("looks:a1", "viewed", 3), "Ana, looking as another", ""),
    ],
)  # fmt: skip
def test_an_entry_is_told_in_words(said: LogEntry, actor: str, about: str):
    assert actor_words(said, NAMES) == actor
    assert about_words(said, NAMES, ORGANISATIONS) == about
