"""The pair of CSV files in which UK public bodies publish their posts, senior and junior."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from orgdesign.documents.archive import archive
from orgdesign.model import Function, Organisation, OrganisationIndex, Role
from orgdesign.redaction import Disclosure

SENIOR = (
    *("Post Unique Reference", "Name", "Grade (or equivalent)", "Job Title", "Job/Team Function"),
    *("Parent Department", "Organisation", "Unit", "Contact Phone", "Contact E-mail"),
    *("Reports to Senior Post", "Salary Cost of Reports (£)", "FTE", "Actual Pay Floor (£)"),
    *("Actual Pay Ceiling (£)", "Total Pay (£)", "Professional/Occupational Group", "Notes"),
    "Valid?",
)
JUNIOR = (
    *("Parent Department", "Organisation", "Unit", "Reporting Senior Post", "Grade"),
    *("Payscale Minimum (£)", "Payscale Maximum (£)", "Generic Job Title"),
    *("Number of Posts in FTE", "Professional/Occupational Group"),
)
_NOT_DISCLOSED = "N/D"
_AT_THE_TOP = "XX"

Row = Mapping[str, str]


def organogram(disclosure: Disclosure) -> bytes:
    """Return the senior and the junior posts as CSV files in an archive; pay is in neither."""
    shown = disclosure.organisation
    index = OrganisationIndex(shown)
    senior = [role for role in shown.roles.values() if _is_senior(role, index)]
    return archive(
        {
            "senior.csv": _file(SENIOR, (_senior(role, shown, index) for role in senior)),
            "junior.csv": _file(JUNIOR, _junior(shown, index, {role.id for role in senior})),
        }
    )


def _is_senior(role: Role, index: OrganisationIndex) -> bool:
    """Return whether a role heads a function, or others report to it."""
    return bool(index.functions_headed(role) or index.reports_of(role))


def _file(headers: Sequence[str], rows: Iterator[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, headers, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _senior(role: Role, shown: Organisation, index: OrganisationIndex) -> Row:
    manager, home = index.manager_of(role), index.home_function(role)
    names = ", ".join(role.holders) or ("Vacant" if role.is_vacant else _NOT_DISCLOSED)
    return {
        "Post Unique Reference": role.id,
        "Name": names,
        "Grade (or equivalent)": _attribute(role, "Grade") or _NOT_DISCLOSED,
        "Job Title": role.title,
        "Job/Team Function": "; ".join(role.accountabilities) or role.purpose or _NOT_DISCLOSED,
        "Parent Department": shown.name,
        "Organisation": shown.name,
        "Unit": home.name if home else shown.name,
        "Reports to Senior Post": manager.id if manager else _AT_THE_TOP,
        "FTE": "0" if role.is_vacant else "1",
        "Valid?": "1",
    }


def _junior(shown: Organisation, index: OrganisationIndex, senior: set[str]) -> Iterator[Row]:
    """Yield a row of each title in each function, whose posts share what its heads leave over."""
    for function in shown.functions.values():
        roles = index.roles_in.get(function.id, [])
        filled = sum(1 for role in roles if role.id in senior and not role.is_vacant)
        left = max(0.0, (function.headcount or 0) - filled)
        titles = Counter(role.title for role in roles if role.id not in senior) or Counter(
            ["Staff"]
        )
        if left:
            yield from _rows(function, shown, titles, left, _post_over(function, index))


def _rows(
    function: Function, shown: Organisation, titles: Counter[str], left: float, post: str
) -> Iterator[Row]:
    posts = sum(titles.values())
    given = 0.0
    for at, (title, count) in enumerate(titles.items(), 1):
        part = round(left - given if at == len(titles) else left * count / posts, 2)
        given += part
        yield {
            "Parent Department": shown.name,
            "Organisation": shown.name,
            "Unit": function.name,
            "Reporting Senior Post": post,
            "Grade": _NOT_DISCLOSED,
            "Generic Job Title": title,
            "Number of Posts in FTE": f"{part:g}",
        }


def _post_over(function: Function, index: OrganisationIndex) -> str:
    if function.accountable:
        return function.accountable
    heads = (above.accountable for above in index.functions_above(function))
    return next((head for head in heads if head), _AT_THE_TOP)


def _attribute(role: Role, name: str) -> str:
    value = role.attributes.get(name, "")
    return value if isinstance(value, str) else ", ".join(value)
