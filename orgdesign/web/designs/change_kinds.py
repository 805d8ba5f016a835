"""The kinds of changes as people choose them, and the words over the fields of their forms."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.resources import toml_beside
from orgdesign.value_objects import value_object


@value_object
class Kind:
    """A kind of change as people choose it: what it does, and what their choices are about."""

    name: str
    does: str
    about: str
    subject: str = ""


_WORDS = toml_beside(__file__, "change_kinds.toml")

GROUPS: Mapping[str, tuple[str, ...]] = {
    group: (*_WORDS["kinds"][group],) for group in _WORDS["kinds"]
}
KINDS: Mapping[str, Kind] = {
    name: Kind(name, *words) for kinds in _WORDS["kinds"].values() for name, words in kinds.items()
}


def _by_field(part: str) -> Mapping[tuple[str, str], str]:
    words = _WORDS[part]
    return {(kind, field): words[kind][field] for kind in words for field in words[kind]}


LABELS, NOTHING = _by_field("labels"), _by_field("nothing")
SHARED: Mapping[str, str] = _WORDS["shared"]
REQUIRED = {("merge", "name")}
