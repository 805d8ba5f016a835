"""Lines that people edited in a document, beside what the file says there, stretch by stretch."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from difflib import SequenceMatcher

from orgdesign.imports import ImportChange
from orgdesign.sandbox import plain_line
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import YamlValue

ReadLine = Callable[[str], YamlValue]
_ENDS = ".。"


@value_object
class IssuedList:
    """The lines of a section as they go out, each with the item that the file has for it.

    ``read`` makes an item of a line that somebody wrote.
    """

    lines: Sequence[str]
    items: Sequence[YamlValue]
    read: ReadLine

    def compare_with(
        self, returned: Sequence[str], key: str, sentence: str, refused: Container[str]
    ) -> tuple[list[ImportChange], list[YamlValue]]:
        """Return each stretch of lines that differs, and the items without what is refused."""
        there = [
            (plain_line(text), item) for text, item in zip(self.lines, self.items, strict=True)
        ]
        there = [(text, item) for text, item in there if text]
        now, then = [text for text, _ in there], [*filter(None, map(plain_line, returned))]
        proposals: list[ImportChange] = []
        items: list[YamlValue] = []
        matcher = SequenceMatcher(None, now, then, autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes():
            goes, comes = tuple(now[start:end]), tuple(then[first:last])
            change = ImportChange(f"{key}/{start}", sentence, goes, comes)
            if kind != "equal":
                proposals.append(change)
            is_kept = kind == "equal" or change.key in refused
            items += [each for _, each in there[start:end]] if is_kept else map(self.read, comes)
        return proposals, items


def without_end(items: Sequence[str]) -> ReadLine:
    """Return what takes the full stop from a line where the file's own lines have none."""
    if any(item.rstrip().endswith(tuple(_ENDS)) for item in items):
        return str.strip
    return lambda text: text.strip().rstrip(_ENDS)
