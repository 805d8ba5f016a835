"""What a newer export changes of functions: those that join, lines, headcounts, who answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.imports.merge_joining import PartMerge
from orgdesign.imports.notes import ImportChange
from orgdesign.model import Function, number_text
from orgdesign.yamlfile import YamlValue
from orgdesign.yamlfile.editing import Add, Edit, Set


class FunctionMerge(PartMerge):
    """The edits of functions, and what is told of each."""

    def edits(self) -> Iterator[Edit]:
        """Yield the edits, of those that join first."""
        match = self.matching
        for id_ in self.joining.functions:
            yield Add(
                ("functions",), match.function_ids[id_], self._values(match.new.functions[id_])
            )
        for id_, there in match.functions.items():
            yield from self._changes(match.old.functions[there], match.new.functions[id_])

    def _values(self, function: Function) -> Mapping[str, YamlValue]:
        match, values = self.matching, dict[str, YamlValue](name=function.name)
        if function.reports_to:
            values["reports_to"] = match.function_ids[function.reports_to]
        if role := self.joining.role_id(function.accountable):
            values["accountable"] = role
        if function.headcount is not None:
            values["headcount"] = function.headcount
        return values

    def _changes(self, old: Function, new: Function) -> Iterator[Edit]:
        for edit, sentence in self._edits_with_sentences(old, new):
            change = ImportChange("/".join(map(str, edit.path)), sentence)
            self.proposals.append(change)
            if change.key not in self.refused:
                self.told.append(sentence)
                yield edit

    def _edits_with_sentences(self, old: Function, new: Function) -> Iterator[tuple[Set, str]]:
        path = ("functions", old.id)
        above = self._moves_to(old, new)
        if above is not None:
            told = f"{old.name} moves {self._route(old.reports_to, above)}."
            yield Set((*path, "reports_to"), above), told
        if self.matching.imported.is_of_posts:
            return
        if new.headcount is not None and new.headcount != old.headcount:
            before = "nothing" if old.headcount is None else number_text(old.headcount)
            told = f"Headcount of {old.name}: {before} becomes {number_text(new.headcount)}."
            yield Set((*path, "headcount"), new.headcount), told
        head = self.joining.role_id(new.accountable)
        if new.accountable and head and not old.accountable:
            role = self.matching.new.roles[new.accountable]
            told = f"{role.title} becomes accountable for {old.name}, which had nobody."
            yield Set((*path, "accountable"), head), told

    def _moves_to(self, old: Function, new: Function) -> str | None:
        """Return the function that an export puts another under; None where it says nothing new.

        A function that hangs at the top of the export stays: nothing says that it was taken
        from where it is. Whose head reports further up than to the function above it stays, too.
        """
        match = self.matching
        if new.reports_to is None:
            self._tell_of_top(old, new)
            return None
        if match.imported.is_of_posts and new.id not in match.imported.said_above:
            return None
        above = self.joining.function_id(new.reports_to)
        if above in (None, old.reports_to):
            return None
        is_said = new.id in match.imported.said_above
        if not is_said and match.is_above(above, old.id) and not self._is_led(old.reports_to):
            return None
        return above

    def _is_led(self, function: str | None) -> bool:
        """Return whether the export knows who leads a function of the file."""
        new = next((i for i, there in self.matching.functions.items() if there == function), None)
        return new is not None and self.matching.new.functions[new].accountable is not None

    def _tell_of_top(self, old: Function, new: Function) -> None:
        imported = self.matching.imported
        if old.reports_to and imported.has_lines and not imported.is_of_posts:
            above = self.matching.old.functions[old.reports_to].name
            self.told.append(
                f"Nothing in the export is above {new.name}, which stays under {above}."
            )

    def _route(self, before: str | None, after: str) -> str:
        functions = self.matching.old.functions
        joining = {self.matching.function_ids[i]: f for i, f in self.matching.new.functions.items()}
        to = (functions.get(after) or joining[after]).name
        return f"from {functions[before].name} to {to}" if before else f"under {to}"
