"""Parts of the library that are picked, as the edits that add them to an organisation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from orgdesign.library.existing_parts import ExistingParts, match_existing
from orgdesign.model import Function, Measure, Organisation, Outcome, Role
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import YamlValue, new_id
from orgdesign.yamlfile.editing import Add, Edit, Set

Taken = Callable[[str], Collection[str]]
"""The ids that are taken: of outcomes, functions, roles or measures, as ``function``."""
Ids = Mapping[str, str]
Part = TypeVar("Part")


@value_object
class Picks:
    """What is picked, by its ids in the library.

    ``serves`` is the outcome of the file that the functions are to serve: empty for none yet,
    None for the one that each serves in the library, which is added where it is missing. With
    ``desired``, the root takes the words of the library's.
    """

    outcomes: Collection[str] = ()
    functions: Collection[str] = ()
    measures: Collection[str] = ()
    serves: str | None = None
    with_measures: bool = True
    desired: bool = False


@value_object
class PickedEdits:
    """The edits that add what was picked, and what that is in words: ``2 functions``."""

    edits: tuple[Edit, ...]
    told: str


def pick(
    organisation: Organisation, library: Organisation, picks: Picks, taken: Taken
) -> PickedEdits:
    """Return what adds the picks and what they refer to; what is there already is left alone.

    A function brings its accountable role and, unless others were chosen, the outcome that it
    serves; measures come along where they are wanted. References to what is neither there nor
    picked are left out.
    """
    has = match_existing(organisation, library)
    chosen = _ChosenParts(library, picks, has)
    given = _GivenIds(
        _ids(has.outcomes, chosen.outcomes, taken("outcome")),
        _ids(has.functions, chosen.functions, taken("function")),
        _ids(has.roles, chosen.roles, taken("role")),
        _ids(has.measures, chosen.measures, taken("measure")),
    )
    written = _WrittenParts(organisation, library, picks, given)
    edits = (
        *(written.root() if chosen.desired else ()),
        *(Add(("outcome", "outcomes"), *written.outcome(one)) for one in chosen.outcomes.values()),
        *(Add(("functions",), *written.function(one)) for one in chosen.functions.values()),
        *(Add(("roles",), *written.role(one)) for one in chosen.roles.values()),
        *(Add(("measures",), *written.measure(one)) for one in chosen.measures.values()),
    )
    return PickedEdits(edits, chosen.summary())


class _ChosenParts:
    """The parts of the library that are to be added, in its order."""

    def __init__(self, library: Organisation, picks: Picks, has: ExistingParts) -> None:
        self.desired = picks.desired and not has.desired
        self.root = library.outcome
        self.functions = _new(library.functions, picks.functions, has.functions)
        served = [one.alignment.outcome for one in self.functions.values()]
        outcomes = [*picks.outcomes, *(served if picks.serves is None else ())]
        self.outcomes = _new(library.outcome.outcomes, outcomes, has.outcomes)
        accountable = [one.accountable for one in self.functions.values()]
        self.roles = _new(library.roles, accountable, has.roles)
        used = [*picks.measures, *(self._used() if picks.with_measures else ())]
        self.measures = _new(library.measures, used, has.measures)

    def _used(self) -> Iterator[str]:
        for outcome in (*([self.root] if self.desired else ()), *self.outcomes.values()):
            yield from outcome.measures
        for function in self.functions.values():
            yield from function.measures
        for role in self.roles.values():
            yield from role.measured_by

    def summary(self) -> str:
        counts = {
            "desired customer outcome": int(self.desired),
            "outcome": len(self.outcomes),
            "function": len(self.functions),
            "role": len(self.roles),
            "measure": len(self.measures),
        }
        said = [f"{many} {one}{'s' if many > 1 else ''}" for one, many in counts.items() if many]
        return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


@value_object
class _GivenIds:
    """The ids in the file of all that is there or picked, by the ids in the library."""

    outcomes: Ids
    functions: Ids
    roles: Ids
    measures: Ids


@value_object
class _WrittenParts:
    """Parts of the library as they are to stand in the file: the id, and plain data."""

    organisation: Organisation
    library: Organisation
    picks: Picks
    given: _GivenIds

    def root(self) -> Iterator[Edit]:
        now, new = self.organisation.outcome, self.library.outcome
        yield Set(("outcome", "statement"), new.statement)
        if not now.customer and new.customer:
            yield Set(("outcome", "customer"), new.customer)
        measures = [*now.measures, *_known_ids(new.measures, self.given.measures)]
        yield Set(("outcome", "measures"), list(dict.fromkeys(measures)))

    def outcome(self, one: Outcome) -> tuple[str, YamlValue]:
        return self.given.outcomes[one.id], _filled_fields(
            statement=one.statement,
            customer=one.customer,
            accountable=self.given.roles.get(one.accountable or ""),
            measures=_known_ids(one.measures, self.given.measures),
        )

    def function(self, one: Function) -> tuple[str, YamlValue]:
        return self.given.functions[one.id], _filled_fields(
            name=one.name,
            reports_to=self._above(one),
            accountable=self.given.roles.get(one.accountable or ""),
            alignment=self._alignment(one),
            measures=_known_ids(one.measures, self.given.measures),
        )

    def role(self, one: Role) -> tuple[str, YamlValue]:
        return self.given.roles[one.id], _filled_fields(
            title=one.title,
            function=self.given.functions.get(one.function or ""),
            purpose=one.purpose,
            accountabilities=[*one.accountabilities],
            decides=[*one.decides],
            measured_by=_known_ids(one.measured_by, self.given.measures),
        )

    def measure(self, one: Measure) -> tuple[str, YamlValue]:
        said = _filled_fields(name=one.name, unit=one.unit, better=one.better, kind=one.kind)
        return self.given.measures[one.id], said

    def _alignment(self, one: Function) -> YamlValue:
        said = one.alignment
        asked = self.picks.serves
        outcome = self.given.outcomes.get(said.outcome or "") if asked is None else asked
        also = _known_ids(said.also, self.given.outcomes) if outcome else []
        return _filled_fields(
            outcome=outcome,
            contribution=said.contribution,
            link=said.link,
            also=[each for each in also if each != outcome],
        )

    def _above(self, one: Function) -> str | None:
        """Return the nearest function above one that is there or picked, else the file's top.

        Of several tops, it is the one with the most functions under it.
        """
        above = one.reports_to
        while above and above not in self.given.functions:
            above = self.library.functions[above].reports_to
        if above:
            return self.given.functions[above]
        lines = self.organisation.reporting_lines()
        tops = [each.id for each in lines.get(None, [])]
        return max(tops, key=lambda top: _under(top, lines), default=None)


def _under(function: str, lines: Mapping[str | None, list[Function]]) -> int:
    """Return how many functions stand under one, at any depth."""
    under = [function]
    for each in under:
        under += [report.id for report in lines.get(each, ())]
    return len(under) - 1


def _new(parts: Mapping[str, Part], wanted: Iterable[str | None], has: Ids) -> dict[str, Part]:
    asked = {*wanted}
    return {id_: one for id_, one in parts.items() if id_ in asked and id_ not in has}


def _ids(has: Ids, chosen: Iterable[str], taken: Collection[str]) -> Ids:
    """Return the id of each part in the file: its own where it is there, else a fresh one."""
    ids, used = {**has}, {*taken}
    for id_ in chosen:
        ids[id_] = new_id(id_, used)
        used.add(ids[id_])
    return ids


def _known_ids(ids: Iterable[str], given: Ids) -> list[str]:
    return list(dict.fromkeys(given[each] for each in ids if each in given))


def _filled_fields(**fields: YamlValue | None) -> dict[str, YamlValue]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
