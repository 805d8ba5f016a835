"""Why an edit is not made."""

from __future__ import annotations

from orgdesign.problems import OrgdesignError, Problem


class CannotEdit(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """An edit that cannot be made without touching what it must not, and the line of it."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason, self.line = reason, line
        where = f": line {line}" if line else ""
        super().__init__(f"{reason}; edit the source instead{where}")


class Invalid(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """An edit after which the file would have problems that it does not have now."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        told = "; ".join(problem.message for problem in problems[:3])
        super().__init__(f"this change cannot stand: {told}")
