"""The changes of a design in sentences, as people write them down and read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.comparison.difference import listed, quoted
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.replay import ReplayStep
from orgdesign.model import Design, Function, Organisation, Part, Role

Values = Mapping[str, Any]
Tell = Callable[[PartNames, Values], str]

_FIELDS = {
    "title": "title",
    "holders": "holder",
    "vacant": "vacancy",
    "status": "how the seat is filled",
    "until": "how long",
    "reports_to": "whom it reports to",
    "dotted_to": "dotted lines",
    "document": "version of its description",
    "function": "function",
    "purpose": "purpose",
    "accountabilities": "accountabilities",
    "decides": "decisions",
    "measured_by": "measures",
    "rewarded_for": "rewards",
    "name": "name",
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "better": "better way",
    "kind": "kind",
    "works_against": "measures it works against",
}


class ChangeFormatter:
    """Tells the changes of one design, also of what it makes, and of what is gone by then."""

    def __init__(self, today: Organisation, design: Design) -> None:
        self._known = _with_all_made(today, design)

    def sentence(self, step: ReplayStep) -> str:
        """Return a change as a sentence, with the names that parts have when its turn comes."""
        return SENTENCES[step.change.kind](PartNames(self._at(step.before)), step.change.values)

    def _at(self, now: Organisation) -> Organisation:
        known = self._known
        return replace(
            now,
            functions={**known.functions, **now.functions},
            roles={**known.roles, **now.roles},
            handoffs={**known.handoffs, **now.handoffs},
        )


def _with_all_made(today: Organisation, design: Design) -> Organisation:
    functions, roles = dict(today.functions), dict(today.roles)
    for change in design.changes:
        values: Values = change.values
        match change.kind:
            case "add":
                functions.setdefault(values["function"], _new(values["function"], values["name"]))
            case "merge":
                into = values["into"]
                functions.setdefault(into, _new(into, values.get("name") or into))
            case "split":
                for part in values["into"]:
                    functions.setdefault(part.id, _new(part.id, part.name))
            case "add-role":
                roles.setdefault(values["role"], Role(values["role"], values["title"]))
    return replace(today, functions=functions, roles=roles)


def _new(id_: str, name: str) -> Function:
    return Function(id_, name)


def _move(names: PartNames, values: Values) -> str:
    moved, above = names.function(values["function"]), values.get("reports_to")
    until = names.organisation.functions[values["function"]].reports_to
    whence = f" from {names.function(until)}" if until else ""
    if above is None:
        return f"{moved} moves{whence} to the top."
    return f"{moved} moves{whence} to {names.function(above)}."


def _add(names: PartNames, values: Values) -> str:
    above, alignment = values.get("reports_to"), values.get("alignment")
    where = f" under {names.function(above)}" if above else " at the top"
    serves = f", to serve {names.served(alignment)}" if alignment and alignment.outcome else ""
    return f"{values['name']} is added{where}{serves}."


def _rename(names: PartNames, values: Values) -> str:
    return f"{names.function(values['function'])} is now called {values['name']}."


def _merge(names: PartNames, values: Values) -> str:
    merged = [names.function(each) for each in values["functions"]]
    into = values.get("name") or names.function(values["into"])
    return f"{listed(merged)} become one: {into}."


def _split(names: PartNames, values: Values) -> str:
    parts: Iterable[Part] = values["into"]
    return f"{names.function(values['function'])} becomes {listed(one.name for one in parts)}."


def _retire(names: PartNames, values: Values) -> str:
    heir = values.get("reports_to")
    after = f"; its functions report to {names.function(heir)}" if heir else ""
    return f"{names.function(values['function'])} ends{after}."


def _align(names: PartNames, values: Values) -> str:
    alignment = values["alignment"]
    says = f": {alignment.contribution}" if alignment.contribution else ""
    served = f"serves {names.served(alignment)}{says}".rstrip(".")
    return f"{names.function(values['function'])} {served}."


def _appoint(names: PartNames, values: Values) -> str:
    role = names.role(values["accountable"])
    if "function" in values:
        return f"{role} answers for {names.function(values['function'])}."
    if "outcome" in values:
        return f"{role} answers for the outcome {names.outcome(values['outcome'])}."
    handoff = names.organisation.handoffs[values["handoff"]]
    return f"{role} answers for the hand-off from {names.handoff(handoff)}."


def _add_role(names: PartNames, values: Values) -> str:
    function = values.get("function")
    where = f" in {names.function(function)}" if function else ""
    return f"{values['title']} is a new role{where}."


def _change_role(names: PartNames, values: Values) -> str:
    return f"{names.role(values['role'])} changes: {_changed(values, 'role')}."


def _move_role(names: PartNames, values: Values) -> str:
    return f"{names.role(values['role'])} moves to {names.function(values['function'])}."


def _retire_role(names: PartNames, values: Values) -> str:
    return f"{names.role(values['role'])} ends."


def _change_measure(names: PartNames, values: Values) -> str:
    measure = names.organisation.measures[values["measure"]].name
    return f"{measure} changes: {_changed(values, 'measure')}."


def _reward(names: PartNames, values: Values) -> str:
    return f"{names.role(values['role'])} is rewarded for {names.rewards(values['rewarded_for'])}."


def _changed(values: Values, subject: str) -> str:
    return listed(_field(name, value) for name, value in values.items() if name != subject)


def _field(name: str, value: Any) -> str:
    words = _FIELDS.get(name, name)
    if isinstance(value, float):
        return f"{words} {value:,.10g}"
    is_told = isinstance(value, str) and name in ("title", "purpose", "name", "unit")
    return f"{words} {quoted(value)}" if is_told else words


SENTENCES: Mapping[str, Tell] = {
    "move": _move,
    "add": _add,
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "retire": _retire,
    "align": _align,
    "appoint": _appoint,
    "add-role": _add_role,
    "change-role": _change_role,
    "move-role": _move_role,
    "retire-role": _retire_role,
    "change-measure": _change_measure,
    "reward": _reward,
}
"""How each kind of change is told."""
