"""What an entry of the log says, in a sentence for whoever looks after the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgdesign.redaction import FACT_KINDS
from orgdesign.team.log.chain import LogEntry

NOBODY = "Nobody signed in"
TERMINAL = "From a terminal"
_ACTORS = {"": TERMINAL, "server": TERMINAL, "orgdesign": TERMINAL, "provider": "The provider"}
_ABOUT_OTHERS = ("sign-in refused",)
_SKIPPED = ("before", "after", "grant", "link", "organisation", "created_by")
_WORDS = {
    "is_admin": "as administrator",
    "by": "by",
    "may": "may",
    "branch": "in the branch",
    "facts": "seeing",
    "person": "",
    "group": "group",
    "sites": "in frames of",
    "whom": "whom",
}


def actor_words(entry: LogEntry, names: Mapping[str, str]) -> str:
    """Return who did it, by name."""
    if entry.actor in _ACTORS:
        return NOBODY if entry.action in _ABOUT_OTHERS else _ACTORS[entry.actor]
    kind, _, identity = entry.actor.partition(":")
    if kind == "link":
        return "Somebody with a link"
    if kind == "looks":
        return f"{names.get(identity, identity)}, looking as another"
    return names.get(entry.actor, entry.actor)


def about_words(entry: LogEntry, names: Mapping[str, str], organisations: Mapping[int, str]) -> str:
    """Return what it was done to: the organisation first, then what is told of it."""
    place = organisations.get(entry.chain, "") if entry.chain else ""
    told = (
        _fact_words(key, said, names) for key, said in entry.about.items() if key not in _SKIPPED
    )
    return "; ".join(filter(None, (place, ", ".join(filter(None, told)))))


def _fact_words(key: str, said: Any, names: Mapping[str, str]) -> str:
    if said is None or said is False or said == []:
        return "seeing names alone" if key == "facts" else ""
    if said is True:
        return _WORDS.get(key, key.replace("_", " "))
    if key == "facts" and {*said} == {*FACT_KINDS}:
        return "seeing everything"
    values = said if isinstance(said, list) else [said]
    words = ", ".join(names.get(str(each), str(each)) for each in values)
    return f"{_WORDS.get(key, key.replace('_', ' '))} {words}".strip()
