"""What the parts of an organisation are known by: their ids, and what people call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from orgdesign.imports.spreadsheet_sync.bad_cells import Wrong
from orgdesign.imports.spreadsheet_sync.cell_numbers import numbers
from orgdesign.imports.spreadsheet_sync.cell_texts import said_in
from orgdesign.imports.spreadsheet_sync.excel_coercion import is_remade, may_be_remade
from orgdesign.model import PART_KINDS
from orgdesign.yamlfile import Suggester


class KnownIds:
    """Ids as cells may write them: also where a spreadsheet made 7 of 007."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = dict.fromkeys(ids)
        self._by_number: dict[float, list[str]] = defaultdict(list)
        self._others: list[str] = []
        for each in self.ids:
            if may_be_remade(each):
                for number in numbers(each):
                    self._by_number[number].append(each)
                if not each.isdecimal():
                    self._others.append(each)

    def add(self, id_: str) -> None:
        """Take another id in."""
        self.ids[id_] = None

    def ids_like(self, cell: str) -> list[str]:
        """Return the ids that a cell may stand for, the one that it spells alone."""
        said = said_in(cell)
        return [said] if said in self.ids else self.ids_coerced(said)

    def ids_coerced(self, said: str) -> list[str]:
        """Return the other ids that a spreadsheet may have made this of."""
        if not may_be_remade(said):
            return []
        near = [id_ for each in numbers(said) for id_ in self._by_number.get(each, ())]
        near += [each for each in self._others if is_remade(each, said)]
        return [each for each in dict.fromkeys(near) if each != said]


class Parts:
    """The parts of one kind: ids, and names before and after what the sheets say."""

    def __init__(self, kind: str, names: Iterable[tuple[str, str]]) -> None:
        self.kind = kind
        self.name = dict(names)
        self.ids = KnownIds(self.name)
        self._suggester = Suggester()
        self._named: dict[str, list[str]] = defaultdict(list)
        self._was_named: dict[str, list[str]] = defaultdict(list)
        for id_, name in self.name.items():
            self._was_named[_plain(name)].append(id_)

    def rename(self, names: Iterable[tuple[str, str]]) -> None:
        """Take what parts, and those that are new, are called in the sheets."""
        for id_, name in names:
            self.name[id_] = name
            self.ids.add(id_)
        for id_, name in self.name.items():
            self._named[_plain(name)].append(id_)

    def by_id(self, cell: str) -> str:
        """Return the id in a cell.

        Raises:
            Wrong: there is no such part.
        """
        found = self.ids.ids_like(cell)
        if len(found) == 1:
            return found[0]
        raise Wrong(self._unknown(said_in(cell), found))

    def by_name(self, cell: str) -> list[str]:
        """Return the ids of the parts that a cell names; or that of the one whose id it says.

        Raises:
            Wrong: there is no such part.
        """
        name = _plain(said_in(cell))
        found = self._named.get(name) or self._was_named.get(name) or self.ids.ids_like(cell)
        if not found:
            raise Wrong(self._unknown(said_in(cell), []))
        return found

    def namesakes(self, name: str) -> list[str]:
        """Return the ids of the parts that are called so."""
        return self._named.get(_plain(said_in(name)), [])

    def _unknown(self, said: str, several: list[str]) -> str:
        if several:
            return f"“{said}” may be any of {', '.join(several)}; write the one that is meant"
        near = self._suggester.nearest(said, self.ids.ids) or self._near_name(said)
        told = f"no {self.kind} is called “{said}”"
        if near:
            return f"{told}; did you mean “{near}”?"
        more = (
            f", or give it a row in {PART_KINDS[self.kind].heading}" if self.kind != "stage" else ""
        )
        return f"{told}; write the name or the id of one that there is{more}"

    def _near_name(self, said: str) -> str | None:
        near = self._suggester.nearest(_plain(said), self._named)
        return self.name[self._named[near][0]] if near else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
