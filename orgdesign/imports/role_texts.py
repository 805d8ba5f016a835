"""What an export says of a post in words: purpose, duties, decisions, measures, rewards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.text_lists import list_items, names_listed, weights_listed
from orgdesign.model import Content, Measure, Reward, RoleDocument
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import id_of

NO_DOCUMENT = RoleDocument()


@dataclass(slots=True)
class MeasureNames:
    """Measures by what they are called: those that a list names are made where there are none."""

    measures: dict[str, Measure] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def id_of(self, name: str) -> str:
        """Return the id of the measure of a name."""
        key = fold_text(name)
        if key not in self._known:
            id_ = first = id_of(name)
            count = 1
            while id_ in self.measures:
                count += 1
                id_ = f"{first}-{count}"
            self._known[key] = id_
            self.measures[id_] = Measure(id=id_, name=name)
        return self._known[key]


@value_object
class RoleTexts:
    """What is said of a role, item by item."""

    purpose: str | None = None
    accountabilities: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    measured_by: tuple[str, ...] = ()
    rewarded_for: tuple[Reward, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, Content] = field(default_factory=dict)
    document: RoleDocument = NO_DOCUMENT


def texts_of(row: Mapping[str, str], measures: MeasureNames) -> RoleTexts:
    """Return what a row says of its post, every cell that lists things item by item."""
    rewards: dict[str, Reward] = {}
    for name, weight in weights_listed(row.get("rewarded_for", "")):
        if name and (weight is None or 0 < weight <= 100):
            rewards.setdefault(measures.id_of(name), Reward(measures.id_of(name), weight))
    return RoleTexts(
        " ".join(row["purpose"].split("\n")) if "purpose" in row else None,
        tuple(list_items(row.get("accountabilities", ""))),
        tuple(list_items(row.get("decides", ""))),
        tuple(dict.fromkeys(measures.id_of(n) for n in names_listed(row.get("measured_by", "")))),
        tuple(rewards.values()),
        {
            key.removeprefix("attribute:"): text
            for key, text in row.items()
            if key.startswith("attribute:")
        },
        {
            key.removeprefix("section:"): _content(text)
            for key, text in row.items()
            if key.startswith("section:")
        },
        RoleDocument(
            version=row.get("version"), agreed_by=tuple(list_items(row.get("agreed_by", "")))
        ),
    )


def _content(text: str) -> Content:
    """Return what a section says: a list where the cell lists things."""
    items = list_items(text)
    return tuple(items) if len(items) > 1 else " ".join(items)
