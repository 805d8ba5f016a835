"""What a role is paid for, as lines of a cell: a measure and, after a colon, its share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from orgdesign.imports.spreadsheet_sync.cell_numbers import cell_number
from orgdesign.imports.spreadsheet_sync.directory import Directory
from orgdesign.imports.spreadsheet_sync.row_matching import Record
from orgdesign.tables import on_a_line, reward_line
from orgdesign.yamlfile import YamlValue

_LINE = re.compile(r"(.+?)\s*:\s*([-+.,\d]+)\s*%")


def rewards(
    record: Record, said: str, items: Sequence[Any], directory: Directory
) -> list[Mapping[str, YamlValue]]:
    """Return what pays: what paid already exactly as the file has it, ``items``.

    Raises:
        Wrong: a line names no measure.
    """
    old = record.part.rewarded_for if record.part else ()
    ids = [each.measure for each in old]
    before = (reward_line(each, directory.before["measure"]) for each in old)
    known = dict(zip(before, items, strict=False))
    lines = [on_a_line(each) for each in said.split("\n") if each.strip()]
    new = [known.get(each) or _reward(each, ids, record, directory) for each in lines]
    named = [str(each["measure"]) for each in new]
    whole = directory.with_left_out("measure", ids, named)
    by_id = {**dict(zip(ids, items, strict=False)), **dict(zip(named, new, strict=True))}
    return new if whole == named else [by_id[each] for each in whole]


def _reward(
    line: str, old: Sequence[str], record: Record, directory: Directory
) -> Mapping[str, YamlValue]:
    found = _LINE.fullmatch(line)
    measure = directory.lines("measure", [found[1] if found else line], old)[0]
    if not found:
        return {"measure": measure}
    weight = cell_number(found[2], record.known.given.decimal)
    return {"measure": measure, "weight": found[2] if weight is None else weight}
