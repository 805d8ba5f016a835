"""For GitHub Actions: annotations at the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgdesign.cli.remarks import CheckedFile, Remark
    from orgdesign.model import Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}


def lines(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield a workflow command for each remark."""
    for checked in files:
        for remark in checked.remarks:
            yield _command(checked.path.as_posix(), remark)


def _command(path: str, remark: Remark) -> str:
    span = remark.span
    properties = {
        "file": path,
        "line": str(span.line),
        "endLine": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.end),
        "title": remark.rule,
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = _data(f"{remark.message} {remark.mend}".rstrip())
    return f"::{_COMMANDS[remark.severity]} {told}::{message}"


def _data(text: str) -> str:
    """Return a text with what would end or bend a workflow command as codes."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
