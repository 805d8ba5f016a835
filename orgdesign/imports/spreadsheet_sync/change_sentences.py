"""Edits as people read them: one plain sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from orgdesign.imports.spreadsheet_sync.field_values import FieldEdit, Shown
from orgdesign.imports.spreadsheet_sync.row_matching import Record
from orgdesign.model import join_words, number_text, one_line, shorten, with_article

_LONGEST = 160
_WORDS = {
    "Reports to": "Reporting line",
    "Also serves (ids)": "Further outcomes",
    "Work": "Way of working",
    "Decides": "Decision rights",
    "Measured by": "Measures",
    "Rewarded for": "Rewards",
    "Under (id)": "Outcome above",
    "Works against": "Opposed measures",
    "From": "Giving function",
    "To": "Taking function",
    "Passes": "What passes at",
}
"""What a column is called within a sentence, where its header is no noun."""

_LEADING = (" at", " above")


class Teller:
    """Tells of parts by their names as they were; of several of one name, with their ids."""

    def __init__(self, names: Mapping[str, Mapping[str, str]]) -> None:
        self._names = names
        self._often = {kind: Counter(each.values()) for kind, each in names.items()}

    def sentence(self, meant: FieldEdit) -> str:
        """Return the sentence on one edit."""
        whose = self._called(meant.record)
        what = _WORDS.get(meant.column.name, meant.column.name)
        of = whose if what.endswith(_LEADING) else f"of {whose}"
        if meant.column.form == "flag":
            return f"{whose} {'becomes vacant' if meant.now is True else 'is no longer vacant'}."
        if isinstance(meant.was, tuple) and isinstance(meant.now, tuple):
            return f"{what} {of}: {_list(meant.was, meant.now)}."
        was, now = _cell_text(meant.was), _cell_text(meant.now)
        if meant.value is None:
            return f"{what} {of}: {was} goes."
        return f"{what} {of}: {was} becomes {now}." if was else f"{what} {of}: {now}."

    def new_part_sentence(self, record: Record) -> str:
        """Return the sentence on a part that is new."""
        kind = record.sheet.kind
        name = _short(record.name)
        if kind in ("outcome", "hand-off"):
            name = f"“{name}”" if name else "What passes"
        return f"{name} is new: {with_article(kind)} ({record.id})."

    def _called(self, record: Record) -> str:
        kind, part = record.sheet.kind, record.part
        if kind == "hand-off":
            ends = (self._names["function"][each] for each in (part.giver, part.taker))
            return f"the hand-off from {' to '.join(map(_short, ends))}"
        name = self._names[kind][record.id]
        shown = f"“{_short(name)}”" if kind == "outcome" else _short(name)
        return f"{shown} ({record.id})" if self._often[kind][name] > 1 else shown


def _list(was: tuple[str, ...], now: tuple[str, ...]) -> str:
    come = [_cell_text(each) for each in now if each not in was]
    gone = [_cell_text(each) for each in was if each not in now]
    said = (_count_phrase(come, "comes in", "come in"), _count_phrase(gone, "goes", "go"))
    return "; ".join(filter(None, said)) or "in another order"


def _count_phrase(words: Sequence[str], one: str, many: str) -> str:
    return f"{', '.join(words)} {one if len(words) == 1 else many}" if words else ""


def _cell_text(said: Shown) -> str:
    if said is None or said == "":
        return ""
    if isinstance(said, bool):
        return "yes" if said else "no"
    if isinstance(said, tuple):
        return join_words(map(_cell_text, said))
    if isinstance(said, str):
        return f"“{_short(said)}”"
    return number_text(said)


def _short(text: str) -> str:
    return shorten(one_line(text), _LONGEST)
