"""What the commands of a team server share: they need more packages, and the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from importlib.util import find_spec
from typing import TYPE_CHECKING, ParamSpec

from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.team.settings import TeamSettings, Variable

P = ParamSpec("P")


def needs_team(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command say what to install where the packages of a team server are missing."""

    @wraps(command)
    def run(*given: P.args, **named: P.kwargs) -> None:
        if find_spec("sqlalchemy") is None:
            message = "This needs more packages: pip install 'orgdesign[team]', and try again."
            raise OrgdesignError(message)
        command(*given, **named)

    return run


def team_settings(*only: Variable) -> TeamSettings:
    """Return what the environment says of these variables. Raises ``WrongEnvironment``."""
    from orgdesign.team.settings import read_settings

    return read_settings(os.environ, only)
