"""The organisation files of a path, coming and going."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from threading import Lock

from orgdesign.render import Engine
from orgdesign.storage import Journal
from orgdesign.workspace.chart_cache import ChartCache, SvgCache
from orgdesign.workspace.file_store import FileStore
from orgdesign.workspace.open_file import OpenFile

ENDINGS = (".yaml", ".yml")
DEEPEST = 3
"""How many folders down organisation files are looked for."""
MOST_FILES = 200
"""How many files of a folder are listed: more is a wrong folder, not a workspace."""


class Workspace:
    """The organisation files of a path: that file, or those of that folder.

    ``view`` tells what is in it for whoever asks from what is in it for others; here all see all.
    """

    view = ""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path.resolve()
        self._engine = engine
        self._svg_cache, self._chart_cache, self._journal = SvgCache(), ChartCache(), Journal()
        self._files: dict[Path, OpenFile] = {}
        self._lock = Lock()

    @property
    def is_folder(self) -> bool:
        """Whether there can be several files, coming and going."""
        return self.path.is_dir()

    def open_files(self) -> list[OpenFile]:
        """Return the files found so far, without looking for others."""
        return list(self._files.values())

    def files(self) -> list[OpenFile]:
        """Return the open files by name, with those that came since."""
        with self._lock:
            for path in self._paths():
                if path not in self._files:
                    self._files[path] = self._open(path)
            kept = filter(self._is_kept, self._files.values())
            return sorted(kept, key=lambda file: file.name.casefold())

    def create(self, name: str, data: bytes, sentence: str) -> OpenFile:
        """Write a new file into the folder, the first version of its history, and open it.

        Raises ``Conflict`` where there is a file of that name already, or ``NotSaved``; nothing is
        written then.
        """
        path = self.path / name
        file = self._open(path)
        file.history.save(data, None, sentence)
        with self._lock:
            return self._files.setdefault(path, file)

    def draw_picture(self, draw: Callable[[Engine], str]) -> str:
        """Return a picture of what is in no file yet.

        Raises ``EngineError`` when it cannot be drawn.
        """
        return draw(self._engine)

    def taken_names(self) -> list[str]:
        """Return the names that a new file cannot have."""
        return [each.name for each in self.path.iterdir()] if self.path.is_dir() else []

    def _open(self, path: Path) -> OpenFile:
        store = FileStore(path, self._journal)
        return OpenFile(store, self._name(path), self._engine, self._svg_cache, self._chart_cache)

    def _is_kept(self, file: OpenFile) -> bool:
        """Keep a file that is gone only while there is something of it to show."""
        return not self.is_folder or file.history.exists() or file.was_good

    def _paths(self) -> list[Path]:
        return (
            list(islice(organisation_files(self.path), MOST_FILES))
            if self.is_folder
            else [self.path]
        )

    def _name(self, path: Path) -> str:
        return path.relative_to(self.path).as_posix() if path != self.path else path.name


def organisation_files(folder: Path) -> Iterator[Path]:
    """Yield the organisation files of a folder; links are left alone: they may lead out of it."""
    for directory, below, names in os.walk(folder):
        here = Path(directory)
        is_deepest = len(here.relative_to(folder).parts) >= DEEPEST
        below[:] = [] if is_deepest else sorted(n for n in below if not n.startswith("."))
        paths = (here / name for name in sorted(names))
        yield from (path for path in paths if _is_organisation_file(path))


def _is_organisation_file(path: Path) -> bool:
    is_named_so = path.suffix.lower() in ENDINGS and not path.name.startswith(".")
    return is_named_so and path.is_file() and not path.is_symlink()
