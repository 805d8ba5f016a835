"""Why an export is not read."""

from __future__ import annotations

from orgdesign.problems import OrgdesignError


class Unreadable(OrgdesignError):  # noqa: N818 - what it is, in our words
    """An export that cannot be read, or that no organisation can be made of."""
