"""Design organisations from the desired customer outcome."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.interface import OrganisationFile

__all__ = ["OrgdesignError", "__version__", "read"]

__version__ = "0.1.0"


def read(path: str | os.PathLike[str]) -> OrganisationFile:
    """Read an organisation file; whatever is wrong with it is in its ``problems``.

    What comes back can be diagnosed, compared, drawn and edited: see docs/python.md.
    """
    from orgdesign.interface import read as read_organisation_file

    return read_organisation_file(path)
