"""The commands by name, each of which is loaded when it is asked for and not before."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

_MODULES = {"import": "importing", "export": "exporting"}
"""Of commands whose module has another name than they have."""
_NAMES = (
    "new",
    "import",
    "check",
    "render",
    "plates",
    "export",
    "diff",
    "propose",
    "settle",
    "serve",
    "schema",
    "mcp",
    "team",
)


class LazyCommands(MutableMapping[str, click.Command]):
    """What a group of click takes as its commands; no module of theirs is loaded by it."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            if name not in _NAMES:
                raise KeyError(name)
            module = import_module(f"orgdesign.cli.{_MODULES.get(name, name)}")
            self._loaded[name] = getattr(module, "import_" if name == "import" else name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*_NAMES, *self._loaded)))

    def __len__(self) -> int:
        return len({*_NAMES, *self._loaded})
