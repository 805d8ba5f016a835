"""What a newer export changes of roles: seats, lines, and what is said of each, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgdesign.imports.merge_joining import PartMerge
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import ImportChange, count_text, name_list
from orgdesign.model import WORD_BREAKS, Content, Reward, Role
from orgdesign.yamlfile import Path, YamlValue
from orgdesign.yamlfile.editing import Add, Edit, Set

_LISTS = (
    ("accountabilities", "accountability", "accountabilities"),
    ("decides", "decision", "decisions"),
)


class RoleMerge(PartMerge):
    """The edits of roles, and what is told of each."""

    def edits(self) -> Iterator[Edit]:
        """Yield the edits, of measures that roles name first."""
        match, edits = self.matching, [*self._role_edits()]
        named = {text for edit in edits for text in _texts_in(edit.value)}
        for id_, measure in match.new.measures.items():
            there = match.measure_ids[id_]
            if id_ not in match.measures and (there in named or not self._is_refused_any()):
                yield Add(("measures",), there, {"name": measure.name})
        yield from edits

    def _is_refused_any(self) -> bool:
        is_refused = any(each.key in self.refused for each in self.proposals)
        return is_refused or not self.joining.is_whole

    def _role_edits(self) -> Iterator[Add | Set]:
        match, joining = self.matching, {*self.joining.roles}
        for id_, role in match.new.roles.items():
            if id_ in match.roles:
                yield from self._changes(match.old.roles[match.roles[id_]], role)
            elif id_ in joining:
                yield Add(("roles",), match.role_ids[id_], self._values(role))

    def _changes(self, old: Role, new: Role) -> Iterator[Set]:
        said: list[str] = []
        for field, value, told in (*self._seat(old, new), *self._line(old, new),
                                   *self._texts(old, new)):  # fmt: skip
            path = ("roles", old.id, *field)
            change = self._proposal(path, value, f"{old.title}: {told}.")
            self.proposals.append(change)
            if change.key not in self.refused:
                said.append(told)
                yield Set(path, value)
        if said:
            self.told.append(f"{old.title}: {_in_one_sentence(said)}.")

    def _proposal(self, path: Path, value: YamlValue, sentence: str) -> ImportChange:
        before = _value_at(self.matching.old.roles[str(path[1])], path[2:])
        now, then = [*_lines(before)], [*_lines(value)]
        if path[2] in ("measured_by", "rewarded_for"):
            now, then = ([*map(self._measure_line, lines)] for lines in (now, then))
        goes = tuple(text for text in now if text not in then)
        comes = tuple(text for text in then if text not in now)
        return ImportChange("/".join(map(str, path)), sentence, goes, comes)

    def _measure_line(self, text: str) -> str:
        id_, _, weight = text.partition(" ")
        return f"{self._measure_name(id_)} {weight}".strip()

    def _measure_name(self, text: str) -> str:
        match = self.matching
        if text in match.old.measures:
            return match.old.measures[text].name
        new = next((i for i, there in match.measure_ids.items() if there == text), "")
        return match.new.measures[new].name if new else text

    def _seat(self, old: Role, new: Role) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
        if fold_text(new.title) != fold_text(old.title):
            yield ("title",), new.title, f"is called {new.title} now"
        if not self.matching.imported.is_of_posts and new.vacant != old.is_vacant:
            yield ("vacant",), new.vacant, "is vacant now" if new.vacant else "is vacant no more"
        if new.holders and new.holders != old.holders:
            value: YamlValue = [*new.holders] if len(new.holders) > 1 else new.holders[0]
            yield ("holder",), value, f"is held by {' and '.join(new.holders)} now"
        if new.assistant and not old.assistant:
            yield ("assistant",), True, "is an assistant"

    def _line(self, old: Role, new: Role) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
        match = self.matching
        said, now = match.manager_said(new), match.manager_now(old)
        is_left_out = self.joining.is_left_out(said)
        if said and not is_left_out and said not in (now, old.id) and not self._follows(new, said):
            yield ("reports_to",), said, f"reports to {self._title(said)} now"
        dotted = self._dotted_to(new)
        known = [line.to for line in old.dotted_to]
        further = [to for to in dotted if to not in (*known, old.id)]
        if further:
            value: Sequence[YamlValue] = [
                *(_dotted(line.to, line.label) for line in old.dotted_to),
                *further,
            ]
            told = f"has a dotted line to {' and '.join(map(self._title, further))}"
            yield ("dotted_to",), value, told

    def _dotted_to(self, new: Role) -> list[str]:
        ends = (self.joining.role_id(line.to) for line in new.dotted_to)
        return [to for to in ends if to]

    def _follows(self, new: Role, said: str) -> bool:
        """Return whether a line comes of where its function is put, and need not be said."""
        home = self.matching.new.functions.get(new.function or "")
        return home is not None and home.accountable == new.id and new.reports_to is None

    def _title(self, id_: str) -> str:
        if id_ in self.matching.old.roles:
            return self.matching.old.roles[id_].title
        new = next(i for i, there in self.matching.role_ids.items() if there == id_)
        return self.matching.new.roles[new].title

    def _texts(self, old: Role, new: Role) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
        if new.purpose and _bare(new.purpose) != _bare(old.purpose or ""):
            told = "has another purpose" if old.purpose else "gets its purpose"
            yield ("purpose",), new.purpose, told
        for field, one, many in _LISTS:
            yield from _added(field, getattr(old, field), getattr(new, field), one, many)
        measures = [self.matching.measure_ids[id_] for id_ in new.measured_by]
        if further := [id_ for id_ in measures if id_ not in old.measured_by]:
            told = f"is measured by {count_text(len(further), 'measure')} more"
            yield ("measured_by",), [*old.measured_by, *further], told
        yield from self._rewards(old, new)
        yield from _named("attributes", old.attributes, new.attributes)
        yield from _named("sections", old.sections, new.sections)
        yield from _document(old, new)

    def _rewards(self, old: Role, new: Role) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
        weights = {reward.measure: reward.weight for reward in old.rewarded_for}
        said = {self.matching.measure_ids[r.measure]: r.weight for r in new.rewarded_for}
        both = {**weights, **{m: w for m, w in said.items() if w is not None or m not in weights}}
        if both != weights:
            value = [_reward(Reward(measure, weight)) for measure, weight in both.items()]
            yield ("rewarded_for",), value, "is rewarded for other measures or weights"

    def _values(self, role: Role) -> Mapping[str, YamlValue]:
        match, values = self.matching, dict[str, YamlValue](title=role.title)
        if role.holders:
            values["holder"] = [*role.holders] if len(role.holders) > 1 else role.holders[0]
        if role.vacant:
            values["vacant"] = True
        if role.function:
            values["function"] = match.function_ids[role.function]
        if above := self.joining.role_id(role.reports_to):
            values["reports_to"] = above
        if dotted := self._dotted_to(role):
            values["dotted_to"] = [*dotted]
        if role.assistant:
            values["assistant"] = True
        bare = Role(id="", title=role.title, vacant=role.vacant, holders=role.holders)
        for field, value, _ in self._texts(bare, role):
            _put_value(values, field, value)
        return values


def _lines(value: object) -> Iterator[str]:
    """Yield what a value says, a line for each thing."""
    if isinstance(value, Mapping) and "measure" in value:
        weight = f" {value['weight']:g}%" if "weight" in value else ""
        yield f"{value['measure']}{weight}"
    elif isinstance(value, Mapping):
        yield from (f"{name}: {'; '.join(_lines(said))}" for name, said in value.items())
    elif isinstance(value, str):
        yield from filter(None, value.splitlines())
    elif isinstance(value, Sequence):
        yield from (text for each in value for text in _lines(each))
    elif value is not None:
        yield str(value)


def _value_at(role: Role, field: Path) -> object:
    """Return what a role says in a field, as it stands in the file."""
    value: object = getattr(role, {"holder": "holders"}.get(str(field[0]), str(field[0])))
    if field[0] == "rewarded_for":
        return [_reward(each) for each in role.rewarded_for]
    if len(field) > 1:
        inner = field[1]
        return value.get(inner) if isinstance(value, Mapping) else getattr(value, str(inner))
    return value


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in _texts_in(each))
    elif isinstance(value, Sequence):
        yield from (text for each in value for text in _texts_in(each))


def _bare(text: str) -> str:
    """Return a text without the full stop that documents give it."""
    return text.strip().rstrip(".。")


def _in_one_sentence(told: Sequence[str]) -> str:
    """Return all that changes of a role; what it gets stands together."""
    gets = [words.removeprefix("gets ") for words in told if words.startswith("gets ")]
    others = [words for words in told if not words.startswith("gets ")]
    return "; ".join([*others, *([f"gets {name_list(gets)}"] if gets else [])])


def _put_value(values: dict[str, YamlValue], field: tuple[str, ...], value: YamlValue) -> None:
    at: Any = values
    for key in field[:-1]:
        at = at.setdefault(key, {})
    at[field[-1]] = value


def _added(
    field: str, old: Sequence[str], new: Sequence[str], one: str, many: str
) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
    """Yield a list with what an export adds to it; a text that holds all of it as one is parted."""
    if len(old) == 1 and len(new) > 1 and _letters(old[0]) == "".join(map(_letters, new)):
        yield (field,), [*new], f"has its {many} one by one"
        return
    known = {*map(_letters, old)}
    if further := [text for text in new if _letters(text) not in known]:
        kept = [text for text in old if _letters(text) not in {*map(_letters, new)}]
        staying = f", and keeps {len(kept)} that the list does not name" if kept else ""
        told = f"gets {count_text(len(further), one, many)} more{staying}"
        yield (field,), [*old, *further], told


def _letters(text: str) -> str:
    return WORD_BREAKS.sub("", fold_text(text))


def _named(
    field: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
    there = {fold_text(name): name for name in old}
    for name, content in new.items():
        key = there.get(fold_text(name), name)
        if key not in old:
            yield (field, key), to_value(content), f"gets {name}"
        elif old[key] != content:
            yield (field, key), to_value(content), f"has another {name}"


def _document(old: Role, new: Role) -> Iterator[tuple[tuple[str, ...], YamlValue, str]]:
    was, now = old.document, new.document
    if now.version and now.version != was.version:
        yield ("document", "version"), now.version, f"is at version {now.version}"
    if now.agreed_by and now.agreed_by != was.agreed_by:
        yield ("document", "agreed_by"), [*now.agreed_by], "says who agreed it"


def _reward(reward: Reward) -> Mapping[str, YamlValue]:
    weight: Mapping[str, YamlValue] = {} if reward.weight is None else {"weight": reward.weight}
    return {"measure": reward.measure, **weight}


def _dotted(to: str, label: str | None) -> YamlValue:
    return {"to": to, "label": label} if label else to


def to_value(content: Content) -> YamlValue:
    """Return what stands in a section as what can be written."""
    if isinstance(content, str):
        return content
    if isinstance(content, Mapping):
        return {name: to_value(part) for name, part in content.items()}
    return [to_value(part) for part in content]
