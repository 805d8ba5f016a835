"""The sentences of changes of outcomes, measures, hand-offs, stages and the name."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.designs.comparison.sentence_parts import Tell, Telling, field_words, named_handoff
from orgdesign.model import join_words, quote


def _add_outcome(telling: Telling) -> str:
    return f"{quote(telling.values['statement'])} is a new outcome"


def _change_outcome(telling: Telling) -> str:
    said = join_words(field_words(telling.values, "outcome", telling.names))
    return f"The outcome {telling.names.outcome(telling.values['outcome'])} changes: {said}"


def _retire_outcome(telling: Telling) -> str:
    heir = telling.values.get("replaced_by")
    then = f"; what serves it then serves {telling.names.outcome(heir)}" if heir else ""
    return f"The outcome {telling.names.outcome(telling.values['outcome'])} ends{then}"


def _add_measure(telling: Telling) -> str:
    return f"{telling.values['name']} is a new measure"


def _change_measure(telling: Telling) -> str:
    measure = telling.names.measures([telling.values["measure"]])
    return f"{measure} changes: {join_words(field_words(telling.values, 'measure', telling.names))}"


def _retire_measure(telling: Telling) -> str:
    heir = telling.values.get("replaced_by")
    then = f"; {telling.names.measures([heir])} takes its place" if heir else ""
    return f"The measure {telling.names.measures([telling.values['measure']])} ends{then}"


def _add_handoff(telling: Telling) -> str:
    passes = telling.values.get("passes")
    what = f": {passes}".rstrip(".") if passes else ""
    ends = f"{telling.function('giver')} to {telling.function('taker')}"
    return f"There is a new hand-off from {ends}{what}"


def _change_handoff(telling: Telling) -> str:
    handoff = telling.names.handoff(named_handoff(telling.names, telling.values["handoff"]))
    said = join_words(field_words(telling.values, "handoff", telling.names))
    return f"The hand-off from {handoff} changes: {said}"


def _retire_handoff(telling: Telling) -> str:
    handoff = telling.names.handoff(named_handoff(telling.names, telling.values["handoff"]))
    return f"The hand-off from {handoff} ends"


def _add_stage(telling: Telling) -> str:
    return f"{quote(telling.values['name'])} is a new stage of the journey"


def _change_stage(telling: Telling) -> str:
    said = join_words(field_words(telling.values, "stage", telling.names))
    return f"The stage {telling.names.stage(telling.values['stage'])} changes: {said}"


def _retire_stage(telling: Telling) -> str:
    return f"The stage {telling.names.stage(telling.values['stage'])} ends"


def _rename_organisation(telling: Telling) -> str:
    return f"{telling.names.organisation.name} is now called {telling.values['name']}"


OUTCOME_SENTENCES: Mapping[str, Tell] = {
    "add-outcome": _add_outcome,
    "change-outcome": _change_outcome,
    "retire-outcome": _retire_outcome,
    "add-measure": _add_measure,
    "change-measure": _change_measure,
    "retire-measure": _retire_measure,
    "add-handoff": _add_handoff,
    "change-handoff": _change_handoff,
    "retire-handoff": _retire_handoff,
    "add-stage": _add_stage,
    "change-stage": _change_stage,
    "retire-stage": _retire_stage,
    "rename-organization": _rename_organisation,
}
