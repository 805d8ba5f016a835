"""A part taken out of the file: what refers to it, and what becomes of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.utils import cached_property

from orgdesign.model import PART_KINDS, Organisation
from orgdesign.web.kit import Section, counted, parent_outcome, part_path
from orgdesign.workspace import value_at
from orgdesign.yamlfile import Path, Source
from orgdesign.yamlfile.editing import CascadeDelete, Edit, Move, Remove, Set
from orgdesign.yamlfile.schema import Use, uses_of

SAID: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "functions": {
        "reports_to": ("reports to it", "report to it"),
        "outcome": ("serves it", "serve it"),
        "also": ("serves it as a further outcome", "serve it as a further outcome"),
        "measures": ("is measured by it", "are measured by it"),
    },
    "handoffs": {
        "from": ("starts there", "start there"),
        "to": ("ends there", "end there"),
        "stage": ("happens there", "happen there"),
        "measure": ("is measured by it", "are measured by it"),
    },
    "roles": {
        "function": ("belongs to it", "belong to it"),
        "measured_by": ("is judged by it", "are judged by it"),
        "measure": ("is paid by it", "are paid by it"),
    },
    "outcome": {"measures": ("is measured by it", "are measured by it")},
    "journey": {"functions": ("is served by it", "are served by it")},
    "measures": {"works_against": ("works against it", "work against it")},
}
"""What parts that refer to another do, by their section and the field: one, and several."""
_ACCOUNTABLE = ("has it as accountable role", "have it as accountable role")
_REWARDS = ("reward", "rewards")
NOUNS = {
    **{kind.section: (kind.noun, kind.plural) for kind in PART_KINDS.values()},
    "designs": ("change of a design", "changes of designs"),
    "assessment": ("answer of the assessment", "answers of the assessment"),
    "rules": ("rule", "rules"),
    "views": ("view", "views"),
    "decisions": ("decision", "decisions"),
    "imports": ("answer to an import", "answers to imports"),
}


@dataclass(frozen=True)
class PartRemoval:
    """A part that is to go: what refers to it, and the edits once it is decided how.

    References to it are cleared, or lead to the part ``instead``. What cannot be without the
    reference goes too. Functions that report to it report to the function above.
    """

    organisation: Organisation
    source: Source
    section: Section
    part: str

    @cached_property
    def _data(self) -> dict[str, Any]:
        return {key: value for key, value in value_at(self.source, ()).items() if value is not None}

    def uses(self) -> Iterator[Use]:
        """Yield each place that refers to the part."""
        for use in uses_of(self._data):
            if (use.kind, use.id) == (self.section.noun, self.part):
                yield use

    def dependents(self) -> Iterator[str]:
        """Yield what depends on the part, in words: ``2 hand-offs start there``."""
        counts = Counter(_told_as(use.path) for use in self.uses())
        for (section, key), count in counts.items():
            does, do = SAID.get(section, {}).get(key) or (
                _ACCOUNTABLE if key == "accountable" else ("names it", "name it")
            )
            nouns = _REWARDS if (section, key) == ("roles", "measure") else NOUNS[section]
            yield f"{counted(count, *nouns)} {does if count == 1 else do}"
        if inner := len(self._inner()):
            yield f"{counted(inner, 'outcome')} {'is' if inner == 1 else 'are'} part of it"

    def goes_too(self) -> Iterator[str]:
        """Yield what cannot be without the part, in words: ``2 hand-offs``."""
        data, counts = self._data, Counter[str]()
        for path, new in self._emptied("").items():
            section = str(path[0])
            if section == "designs":
                old = _value_at(data, path).get("changes") or ()
                counts[section] += len(old) - len(new.get("changes") or ())
            else:
                counts[section] += new is None
        for name, count in counts.items():
            if count:
                yield counted(count, *NOUNS[name])

    def edits(self, instead: str) -> list[Edit]:
        """Return the edits that take the part out."""
        data, emptied = self._data, self._emptied(instead)
        changed = [
            edit
            for path, new in emptied.items()
            for edit in _changed(path, _value_at(data, path), new)
        ]
        path = part_path(self.organisation, self.section, self.part)
        moved = [Move((*path, "outcomes", one), (*path[:-1], one)) for one in self._inner()]
        return [*changed, *moved, Remove(path)]

    def _inner(self) -> Mapping[str, object]:
        walked = self.organisation.outcome.walk() if self.section.name == "outcomes" else ()
        return next((one.outcomes for one in walked if one.id == self.part), {})

    @property
    def above(self) -> str:
        """Return the part above this one, where there is one: a function's or an outcome's."""
        if self.section.name == "outcomes":
            return parent_outcome(self.organisation, self.part)
        if self.section.name == "functions":
            return self.organisation.functions[self.part].reports_to or ""
        return ""

    def _emptied(self, instead: str) -> dict[Path, Any]:
        """Return the parts that change, as they are then; None for those that go too."""
        gone = CascadeDelete({(self.section.noun, self.part): instead}, self.above)
        emptied = gone.from_file(self._data)
        emptied.pop((*self.section.top, self.part), None)
        return emptied


def _value_at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _changed(path: Path, old: Any, new: Any) -> Iterator[Edit]:
    """Yield the edits that make one value of the file another, each as small as can be."""
    if new is None or new in ([], {}):
        yield Remove(path)
    elif isinstance(old, dict) and isinstance(new, dict) and old.keys() >= new.keys():
        for key, value in old.items():
            if new.get(key) != value:
                yield from _changed((*path, key), value, new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                yield from _changed((*path, at), one, other)
    elif old != new:
        yield Set(path, _filled(new))


def _filled(value: Any) -> Any:
    """Return a value without what is empty, which cannot be written."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if each is not None}
    return [_filled(each) for each in value] if isinstance(value, list) else value


def _told_as(path: Path) -> tuple[str, str]:
    section = str(path[0])
    if section in ("designs", "assessment"):
        return section, ""
    texts = [str(each) for each in path if isinstance(each, str)]
    return section, texts[-1]
