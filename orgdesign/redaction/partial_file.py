"""A file as somebody may see it: a file of its own that has never held what is hidden."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from orgdesign.model import KIND_OF_SECTION
from orgdesign.redaction.sight import WHOLE_ONLY, Scope, Sight, fact_kind, word_kind
from orgdesign.redaction.unseen_rules import unseen_rules
from orgdesign.yamlfile import (
    FieldPlace,
    FileSelection,
    PartKey,
    Path,
    Reading,
    mapping,
    quoted_text,
    read,
    to_plain_data,
)
from orgdesign.yamlfile.incremental import reread_text

_TRUE = ("yes", "true")
_OPEN_TO_ALL = "for"

_OF_THE_WHOLE = {"assessment", "reasons"}
"""What is said of the whole, and so shown to nobody who sees branches alone."""
NOTHING_SHOWN = b'organization: "-"\noutcome: {statement: "-"}\n'
"""What somebody sees of a file of which nothing can be shown."""


def plain_data_of(reading: Reading) -> dict[str, Any]:
    """Return what a file says as plain data; an empty mapping where it cannot be read."""
    tree = reading.source.tree if reading.source else None
    data = to_plain_data(tree.root) if tree is not None and len(tree) else None
    return data if isinstance(data, dict) else {}


def partial_file(reading: Reading, sight: Sight) -> bytes:
    """Return the text of a file as somebody may see it; only what they may see decides it."""
    seen = partial_reading(reading, sight).source
    assert seen is not None  # noqa: S101 - what is shown can be read
    return seen.text.encode()


def partial_reading(reading: Reading, sight: Sight, before: Reading | None = None) -> Reading:
    """Return what a file says as somebody may see it, read from a text that says no more.

    ``before`` is what they saw last, of which most stays. Where a part of it could not be read by
    itself, designs go first, and then everything.
    """
    data = partial_data(plain_data_of(reading), sight)
    for shown in (data, {key: value for key, value in data.items() if key not in ("designs",)}):
        text = quoted_text(shown).encode()
        seen = reread_text(before, text) if before else read(text, reading.name)
        if shown and seen.organisation is not None:
            return seen
    return read(NOTHING_SHOWN, reading.name)


def partial_data(data: dict[str, Any], sight: Sight) -> dict[str, Any]:
    """Return what a file says, as plain data, as far as somebody may see it."""
    if not sight.scopes:
        return {}
    branches = _Branches(data, sight)

    beside = branches.roles_beside()

    def hides(place: FieldPlace) -> bool:
        if place.key != "title" and not beside.isdisjoint(place.subjects):
            return True
        kind = fact_kind(place.shape, place.key)
        return (place.shape, place.key) in WHOLE_ONLY or (
            kind is not None and kind not in branches.facts(place.subjects)
        )

    def hides_word(word: str) -> bool:
        kind = word_kind(word)
        return kind is not None and kind not in branches.facts(())

    hidden = {*branches.hidden_parts(), *_private(data, sight), *_pictures(data, sight)}
    partial = not sight.is_everywhere
    shown = FileSelection(hides, hides_word, hidden, is_partial=partial).select(data)
    quiet = dict.fromkeys(sorted(unseen_rules(sight)), "off")
    return {**shown, "rules": {**mapping(shown, "rules"), **quiet}} if quiet else shown


def shown_places(data: dict[str, Any], sight: Sight) -> Callable[[Path], bool]:
    """Return what tells whether something written at a place of a file would be seen."""
    branches = _Branches(data, sight)
    anywhere = frozenset[str]().union(*(scope.facts for scope in sight.scopes))

    def shows(place: Path) -> bool:
        section, *keys = place
        kind = KIND_OF_SECTION.get(str(section))
        part = [(kind.noun, str(keys[0]))] if kind and keys else []
        fields = keys if section == "outcome" else keys[1:]
        shape = kind.name.title() if kind else ""
        told = {fact_kind("", str(section)), *(fact_kind(shape, str(key)) for key in fields)}
        return told - {None} <= (anywhere if section == "designs" else branches.facts(part))

    return shows


def branch_members(data: Mapping[str, Any], branches: Iterable[str]) -> set[PartKey]:
    """Return the functions, roles, hand-offs and decisions that are in branches."""
    scopes = tuple(Scope(branch=branch) for branch in branches)
    return set(_Branches(dict(data), Sight(scopes)).own_parts())


class _Branches:
    """The parts of a file by the branches that somebody may see."""

    def __init__(self, data: dict[str, Any], sight: Sight) -> None:
        self._data, self._sight = data, sight
        self._functions, self._roles = mapping(data, "functions"), mapping(data, "roles")
        tops = {branch: _below(self._functions, branch) for branch in sight.branches}
        self._branches: dict[str, list[str]] = {}
        for branch, ids in tops.items():
            for id_ in ids:
                self._branches.setdefault(id_, []).append(branch)
        self._answers = _answers_for(data)

    def facts(self, subjects: Collection[PartKey]) -> frozenset[str]:
        """Return the facts seen of all these parts; without any that is known, of the whole."""
        seen = [each for each in map(self._facts_of, subjects) if each is not None]
        if seen:
            return frozenset[str].intersection(*seen)
        if self._sight.is_everywhere:
            return self._sight.facts_everywhere
        inside = frozenset[str].intersection(*(scope.facts for scope in self._sight.scopes))
        return inside - _OF_THE_WHOLE

    def _facts_of(self, part: PartKey) -> frozenset[str] | None:
        kind, id_ = part
        if kind == "role" and id_ in self._roles:
            return self._sight.facts_in(self._branches_of_role(id_))
        if kind == "function" and id_ in self._functions:
            return self._sight.facts_in(self._branches.get(id_, ()))
        return None

    def _branches_of_role(self, id_: str) -> Collection[str]:
        function = mapping(self._roles, id_).get("function")
        homes = [function] if function else self._answers.get(id_, [])
        return {branch for home in homes for branch in self._branches.get(str(home), ())}

    def hidden_parts(self) -> Iterator[PartKey]:
        """Yield the parts of today that are in none of the branches."""
        if self._sight.is_everywhere:
            return
        yield from (("function", id_) for id_ in self._functions if id_ not in self._branches)
        beside = self.roles_beside()
        for id_ in self._roles:
            if not self._branches_of_role(id_) and ("role", id_) not in beside:
                yield "role", id_
        for id_, raw in mapping(self._data, "decisions").items():
            if not self._is_ours(raw):
                yield "decision", id_
        yield from (("criterion", id_) for id_ in mapping(self._data, "criteria"))

    def roles_beside(self) -> frozenset[PartKey]:
        """Return the roles of elsewhere that answer for something in the branches: titles alone."""
        if self._sight.is_everywhere:
            return frozenset()
        handoffs = mapping(self._data, "handoffs").values()
        own = [raw for raw in handoffs if isinstance(raw, dict) and self._joins_ours(raw)]
        own += [mapping(self._functions, id_) for id_ in self._branches]
        named = {str(raw.get("accountable")) for raw in own} & {*self._roles}
        return frozenset(("role", id_) for id_ in named if not self._branches_of_role(id_))

    def _joins_ours(self, handoff: dict[str, Any]) -> bool:
        return {handoff.get("from"), handoff.get("to")} <= {*self._branches}

    def own_parts(self) -> Iterator[PartKey]:
        """Yield the parts of today that are in the branches."""
        yield from (("function", id_) for id_ in self._branches)
        yield from (("role", id_) for id_ in self._roles if self._branches_of_role(id_))
        for id_, raw in mapping(self._data, "handoffs").items():
            if isinstance(raw, dict) and self._joins_ours(raw):
                yield "hand-off", id_
        decisions = mapping(self._data, "decisions").items()
        yield from (("decision", id_) for id_, raw in decisions if self._is_ours(raw))

    def _is_ours(self, decision: Any) -> bool:
        """Tell whether a decision is about a function that is seen, or taken by a role there."""
        if not isinstance(decision, dict):
            return False
        if function := decision.get("function"):
            return str(function) in self._branches
        return bool(self._branches_of_role(str(decision.get("decides", ""))))


def _below(functions: Mapping[str, Any], top: str) -> set[str]:
    """Return the ids of a function and of all that report to it, however deep."""
    under: dict[str, list[str]] = {}
    for id_ in functions:
        under.setdefault(str(mapping(functions, id_).get("reports_to")), []).append(id_)
    waiting, found = [top] if top in functions else [], set[str]()
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += under.get(id_, [])
    return found


def _answers_for(data: dict[str, Any]) -> dict[str, list[str]]:
    """Return the functions that each role answers for."""
    functions = mapping(data, "functions")
    answers: dict[str, list[str]] = {}
    for id_ in functions:
        role = mapping(functions, id_).get("accountable")
        if isinstance(role, str):
            answers.setdefault(role, []).append(id_)
    return answers


def _private(data: dict[str, Any], sight: Sight) -> Iterator[PartKey]:
    """Yield the attributes and the sections of role descriptions that are not for everybody."""
    if "private" in _facts_of_all(sight):
        return
    for kind in ("attribute", "section"):
        definitions = mapping(data, f"{kind}s")
        yield from ((kind, name) for name in definitions if _is_private(definitions[name]))


def _pictures(data: dict[str, Any], sight: Sight) -> Iterator[PartKey]:
    """Yield the attributes that show who holds a role."""
    if "holders" in _facts_of_all(sight):
        return
    definitions = mapping(data, "attributes")
    yield "attribute", "photo"
    for name in definitions:
        if mapping(definitions, name).get("type") == "picture":
            yield "attribute", name


def _facts_of_all(sight: Sight) -> frozenset[str]:
    """Return the facts that are seen wherever anything is."""
    return frozenset[str].intersection(*(scope.facts for scope in sight.scopes))


def _is_private(definition: Any) -> bool:
    if not isinstance(definition, dict):
        return False
    readers = definition.get(_OPEN_TO_ALL) or ()
    is_private = str(definition.get("private", "")).strip().lower() in _TRUE
    return is_private or (bool(readers) and {*readers} <= {"internal"})
