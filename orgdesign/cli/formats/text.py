"""For people: a line for each remark, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from orgdesign.cli.terminal import described
from orgdesign.model import count_text

if TYPE_CHECKING:
    from orgdesign.cli.remarks import Checked
    from orgdesign.model import Severity

_TOLD: tuple[Severity, ...] = ("error", "warning", "hint")


def lines(files: Sequence[Checked]) -> Iterator[str]:
    """Yield a line for each remark, those on problems with the line of the file, and a summary."""
    for checked in files:
        yield from described(checked.path, checked.reading)
        for each in checked.findings:
            place = f"{checked.path}:{each.span.line}:{each.span.column}"
            yield f"{place}: {each.severity}: {each.message} {each.mend} [{each.rule}]"
    yield f"{_problems(files)}{_findings(files)}."


def _problems(files: Sequence[Checked]) -> str:
    """Return how many files were checked, and how many problems there are in how many of them."""
    checked = f"{count_text(len(files), 'file')} checked"
    counts = [len(each.reading.problems) for each in files]
    if not any(counts):
        return f"{checked}, no problems"
    troubled = sum(1 for count in counts if count)
    where = f" in {troubled:,} of them" if len(counts) > 1 else ""
    return f"{checked}: {count_text(sum(counts), 'problem')}{where}"


def _findings(files: Sequence[Checked]) -> str:
    counts = {severity: sum(each.count(severity) for each in files) for severity in _TOLD}
    told = [count_text(count, severity) for severity, count in counts.items() if count]
    return f"; {count_text(sum(counts.values()), 'finding')}: {', '.join(told)}" if told else ""
