"""What an entry of the log says, in a sentence for whoever looks after the server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from orgdesign.redaction import FACT_KINDS
from orgdesign.team.log.chain import LogEntry

NOBODY = "Somebody unknown"
GONE = "somebody who is gone"
TERMINAL = "From a terminal"
_ACTORS = {"": TERMINAL, "server": TERMINAL, "orgdesign": TERMINAL, "provider": "The provider"}
_ABOUT_OTHERS = ("sign-in refused",)
_ACTIONS = {
    "signed in": "Signed in", "signed out": "Signed out",
    "signed out elsewhere": "Signed out elsewhere",
    "sign-in refused": "Could not sign in", "refused": "Was refused a page", "viewed": "Looked",
    "viewed as": "Looked as another", "edited": "Changed the text", "exported": "Took a file out",
    "invitation": "Invited", "new password": "Made a link for a new password",
    "password set": "Set a password", "person added": "Added", "person disabled": "Kept out",
    "person renamed": "Changed a name",
    "person enabled": "Let in again", "administrator set": "Changed who administers",
    "grant added": "Let in", "grant removed": "Took a right back", "link added": "Made a link",
    "link revoked": "Revoked a link", "group added": "Added a group",
    "group joined": "Put into a group", "group left": "Took out of a group",
    "second factor set": "Set a second factor",
    "second factor removed": "Took a second factor away",
    "recovery code used": "Used a recovery code", "thread begun": "Began a thread",
    "comment removed": "Deleted a comment", "log exported": "Exported the log",
}  # fmt: skip
_FACTS = {
    "holders": "who holds a role", "headcount": "headcount", "cost": "cost",
    "measures": "measures", "rewards": "rewards", "attributes": "attributes",
    "private": "what is private", "designs": "designs", "reasons": "reasons",
    "assessment": "the assessment",
}  # fmt: skip
_FIRST = ("person", "group", "whom", "name", "may", "branch")
_NO_ID = re.compile(r"[0-9a-f]{24}")
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


def action_words(entry: LogEntry) -> str:
    """Return what was done, in words."""
    return _ACTIONS.get(entry.action, entry.action.capitalize())


def actor_words(entry: LogEntry, names: Mapping[str, str]) -> str:
    """Return who did it, by name."""
    if entry.actor in _ACTORS:
        return NOBODY if entry.action in _ABOUT_OTHERS else _ACTORS[entry.actor]
    kind, _, identity = entry.actor.partition(":")
    if kind == "link":
        return "Somebody with a link"
    if kind == "looks":
        return f"{names.get(identity, GONE)}, looking as another"
    return names.get(entry.actor, GONE)


def about_words(entry: LogEntry, names: Mapping[str, str], organisations: Mapping[int, str]) -> str:
    """Return what it was done to: the organisation first, then what is told of it."""
    place = organisations.get(entry.chain, "") if entry.chain else ""
    keys = sorted(entry.about, key=lambda key: _FIRST.index(key) if key in _FIRST else len(_FIRST))
    told = (_fact_words(key, entry.about[key], names) for key in keys if key not in _SKIPPED)
    return "; ".join(filter(None, (place, ", ".join(filter(None, told)))))


def _fact_words(key: str, said: Any, names: Mapping[str, str]) -> str:
    if said is None or said is False or said == []:
        return "seeing names alone" if key == "facts" else ""
    if said is True:
        return _WORDS.get(key, key.replace("_", " "))
    if key == "facts" and {*said} == {*FACT_KINDS}:
        return "seeing everything"
    values = said if isinstance(said, list) else [said]
    words = ", ".join(_value_words(key, str(each), names) for each in values)
    return f"{_WORDS.get(key, key.replace('_', ' '))} {words}".strip()


def _value_words(key: str, said: str, names: Mapping[str, str]) -> str:
    """Return a value as people say it: names for ids, words for facts and pages."""
    if key == "facts":
        return _FACTS.get(said, said)
    if said in names:
        return names[said]
    if key == "by" and "." in said:
        return f"the page {said.partition('.')[0].replace('_', ' ')}"
    return GONE if _NO_ID.fullmatch(said) else said
