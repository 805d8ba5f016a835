"""What the YAML parser stumbles over, in plain words, with the usual cause and what to do."""

from __future__ import annotations

from typing import Any

from yaml import YAMLError

from orgdesign.problems import Problem
from orgdesign.reading.places import Places


def plain_words(error: YAMLError, text: str, places: Places) -> Problem:
    """Return the problem that a parser's error tells of, placed where it can be mended."""
    mark: Any = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(line, column, f"this is not valid YAML: {what}", places.line(line).strip()[:60])
