"""What a team server is told by its environment, looked at once, with every problem at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object

T = TypeVar("T")
LEAST_SECRET = 32
"""How many characters a secret has at least."""
MOST_PROCESSES = 64


class WrongEnvironment(OrgdesignError):  # noqa: N818 - what a user calls it
    """The environment does not say all that a team server needs; each line is one problem."""


@value_object
class Variable:
    """A variable of the environment: what it says, as a value, and what holds without it.

    ``parse`` raises ``ValueError`` with what is to be done; the value itself is never repeated.
    """

    name: str
    about: str
    parse: Callable[[str], Any]
    default: str | None = None
    is_secret: bool = False


def _database(said: str) -> str:
    if not said.startswith(("postgresql://", "postgres://")):
        raise ValueError("write it as postgresql://user:password@host/database")
    return said.partition("://")[2]


def _secret(said: str) -> bytes:
    if len(said) < LEAST_SECRET:
        raise ValueError(f"take at least {LEAST_SECRET} characters: openssl rand -base64 48")
    return sha256(said.encode()).digest()


def _address(said: str) -> str:
    parts = urlsplit(said)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/"):
        raise ValueError("write it as https://org.example.com, without a path")
    return f"{parts.scheme}://{parts.netloc}"


def _listen(said: str) -> tuple[str, int]:
    host, _, port = said.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise ValueError("write it as host:port, such as 0.0.0.0:8080")
    return host.strip("[]"), int(port)


def _processes(said: str) -> int:
    if not said.isdigit() or not 1 <= int(said) <= MOST_PROCESSES:
        raise ValueError(f"write a number from 1 to {MOST_PROCESSES}")
    return int(said)


def _folder(said: str) -> Path | None:
    if said and not Path(said).is_absolute():
        raise ValueError("write the whole path of a folder")
    return Path(said) if said else None


def one_of(*words: str) -> Callable[[str], str]:
    """Return what takes one of some words."""

    def parse(said: str) -> str:
        if said not in words:
            raise ValueError(f"write {', '.join(words[:-1])} or {words[-1]}")
        return said

    return parse


def text_or_nothing(said: str) -> str:
    """Take any text as it is."""
    return said


DATABASE_URL = Variable("ORGDESIGN_DATABASE_URL", "where PostgreSQL is", _database, is_secret=True)
SECRET = Variable(
    "ORGDESIGN_SECRET", "what cookies and addresses are signed with", _secret, is_secret=True
)
URL = Variable("ORGDESIGN_URL", "the address under which people open it", _address)
LISTEN = Variable("ORGDESIGN_LISTEN", "where it answers", _listen, "127.0.0.1:8080")
PROCESSES = Variable(
    "ORGDESIGN_PROCESSES", "how many processes answer", _processes, str(os.cpu_count() or 2)
)
MIRROR = Variable("ORGDESIGN_MIRROR", "a folder that keeps every version in git", _folder, "")
VARIABLES = [DATABASE_URL, SECRET, URL, LISTEN, PROCESSES, MIRROR]
"""Every variable; other parts of the team server add theirs (`TeamSettings.value` reads them)."""


@value_object
class TeamSettings:
    """What the environment says, each variable read and good."""

    values: Mapping[str, Any]

    def value(self, variable: Variable) -> Any:
        """Return what a variable says, as a value."""
        return self.values[variable.name]

    @property
    def database_url(self) -> str:
        """Return where PostgreSQL is, as SQLAlchemy writes it."""
        return f"postgresql+psycopg://{self.value(DATABASE_URL)}"

    @property
    def secret(self) -> bytes:
        """Return what every secret of this server is made from: 32 bytes."""
        return bytes(self.value(SECRET))

    @property
    def url(self) -> str:
        """Return the address under which people open it, without a path."""
        return str(self.value(URL))

    @property
    def listen(self) -> tuple[str, int]:
        """Return the host and port where it answers."""
        host, port = self.value(LISTEN)
        return host, port

    @property
    def processes(self) -> int:
        """Return how many processes answer."""
        return int(self.value(PROCESSES))

    @property
    def mirror(self) -> Path | None:
        """Return the folder that keeps every version in git, if there is to be one."""
        folder: Path | None = self.value(MIRROR)
        return folder


def read_settings(
    environment: Mapping[str, str], only: tuple[Variable, ...] | None = None
) -> TeamSettings:
    """Return what the environment says, all of it or ``only`` what a command needs.

    What NAME says may also stand in a file that NAME_FILE names, as containers hand secrets over.
    Raises ``WrongEnvironment`` with every problem, a line each.
    """
    values: dict[str, Any] = {}
    problems = []
    for variable in only or VARIABLES:
        try:
            values[variable.name] = variable.parse(_stated(variable, environment))
        except ValueError as problem:
            problems.append(f"{variable.name} ({variable.about}): {problem}.")
    if problems:
        raise WrongEnvironment("\n".join(problems))
    return TeamSettings(values)


def _stated(variable: Variable, environment: Mapping[str, str]) -> str:
    file = environment.get(f"{variable.name}_FILE")
    if file:
        try:
            return Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise ValueError(f"the file that {variable.name}_FILE names cannot be read") from None
    said = environment.get(variable.name, variable.default)
    if said is None:
        raise ValueError("it is not set")
    return said
