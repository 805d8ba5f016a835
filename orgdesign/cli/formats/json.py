"""For programs: all files with their problems and findings, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from orgdesign.cli.remarks import PROBLEM

if TYPE_CHECKING:
    from orgdesign.cli.remarks import CheckedFile, LineSpan, Remark
    from orgdesign.diagnosis import Place, RuleHit
    from orgdesign.diagnosis.effects.outlook import DesignOutlook
    from orgdesign.model import Ignore

VERSION = 1
"""Goes up when what a key means changes; new keys may come without it."""


def lines(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield one JSON object over several lines."""
    yield from ascii_json_lines({"version": VERSION, "files": [_file(each) for each in files]})


def ascii_json_lines(said: object) -> Iterator[str]:
    """Yield JSON as lines of plain ASCII, which no terminal has to be kept from."""
    yield from json.dumps(said, indent=2).replace("\x7f", "\\u007f").splitlines()


def _file(checked: CheckedFile) -> dict[str, Any]:
    problems = [each for each in checked.remarks if each.rule == PROBLEM]
    return {
        "file": str(checked.path),
        "problems": [{"message": each.message, **_span(each.span)} for each in problems],
        "findings": [_finding(each) for each in checked.findings],
        "ignored": [_ignored(hit, ignore) for hit, ignore in checked.ignored],
        "designs": [_outlook(each) for each in checked.outlooks],
    }


def _ignored(hit: RuleHit, ignore: Ignore) -> dict[str, Any]:
    at = hit.finding.at
    said = {"rule": hit.rule, "message": hit.finding.message, "reason": ignore.reason}
    return {**said, "kind": at.kind, "id": at.id}


def _outlook(outlook: DesignOutlook) -> dict[str, Any]:
    """Return what a design makes better and worse by the end of a phase."""
    sides = {"better": outlook.better, "worse": outlook.worse}
    told = {
        side: [{"rule": hit.rule, "message": hit.finding.message} for hit in hits]
        for side, hits in sides.items()
    }
    return {"design": outlook.design.id, "phase": outlook.phase, **told}


def _finding(remark: Remark) -> dict[str, Any]:
    assert remark.at is not None  # noqa: S101 - a finding stands somewhere
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "message": remark.message,
        "mend": remark.mend,
        **_place(remark.at, remark.span),
        "others": [_place(place, span) for place, span in remark.others],
        "cause": _cause(remark),
    }


def _cause(remark: Remark) -> dict[str, str] | None:
    """Return the rule and the place of the finding that this one follows from."""
    cause = remark.hit.cause if remark.hit else None
    if cause is None:
        return None
    return {"rule": cause.rule, "kind": cause.finding.at.kind, "id": cause.finding.at.id}


def _place(place: Place, span: LineSpan) -> dict[str, Any]:
    return {"kind": place.kind, "id": place.id, "field": list(place.field), **_span(span)}


def _span(span: LineSpan) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "endColumn": span.end}
