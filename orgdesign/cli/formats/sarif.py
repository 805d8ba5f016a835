"""For code scanning: SARIF 2.1.0, the exchange format of static analysis (OASIS)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from orgdesign import __version__
from orgdesign.cli.formats.json import ascii_json_lines
from orgdesign.cli.remarks import PROBLEM
from orgdesign.diagnosis.diagnosis import UNKNOWN_RULE
from orgdesign.diagnosis.rules import RULES

if TYPE_CHECKING:
    from orgdesign.cli.remarks import CheckedFile, LineSpan, Remark
    from orgdesign.diagnosis.rules import Rule
    from orgdesign.model import Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "hint": "note",
    "off": "none",
}


def lines(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield one SARIF log over several lines."""
    rules = _rules()
    order = {rule["id"]: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "orgdesign", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [
            {**_result(remark, checked.path), "ruleIndex": order[remark.rule]}
            for checked in files
            for remark in checked.remarks
        ],
    }
    yield from ascii_json_lines({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules() -> list[dict[str, Any]]:
    own = [
        _described(PROBLEM, "error", "Problem of the file", "The file cannot be read as it is."),
        _described(UNKNOWN_RULE, "warning", "Unknown rule", "The severity that it sets is lost."),
    ]
    return [*own, *map(_rule, RULES.values())]


def _rule(rule: Rule) -> dict[str, Any]:
    described = _described(rule.name, rule.severity, rule.title, rule.why)
    return {**described, "properties": {"tags": [rule.group]}}


def _described(name: str, severity: Severity, title: str, why: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": f"**{title}.** {why}"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(remark: Remark, path: Path) -> dict[str, Any]:
    result = {
        "ruleId": remark.rule,
        "level": _LEVELS[remark.severity],
        "message": {"text": f"{remark.message} {remark.mend}".rstrip()},
        "locations": [_location(path, remark.span)],
    }
    if remark.others:
        result["relatedLocations"] = [_location(path, span) for _, span in remark.others]
    return result


def _location(path: Path, span: LineSpan) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.line,
        "endColumn": span.end,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: Path) -> str:
    """Return a path as an address: relative to the working folder where it is written so."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
