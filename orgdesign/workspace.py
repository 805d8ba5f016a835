"""The open files: each notices when it changed, and keeps the last good organisation."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from threading import Lock
from zlib import compress, decompress

from orgdesign.charts import Chart, View, after, before, fitting_depth, fold
from orgdesign.organisation import Organisation
from orgdesign.problems import Problem
from orgdesign.reading import read_file
from orgdesign.render import Engine, chart_svg

ENDINGS = (".yaml", ".yml")
DEEPEST = 3
"""How many folders down organisation files are looked for."""
MOST_FILES = 200
"""How many files of a folder are listed: more is a wrong folder, not a workspace."""
KEPT_BYTES = 16_000_000
"""How much of the charts drawn lately is kept, packed, over all open files."""

Link = Callable[[str, bool], str]
"""From a box's id, and whether its tab is meant, to where a click on it leads."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a file said when it was last looked at.

    ``organisation`` is the last one that could be read whole, from the bytes with ``digest``;
    ``problems`` are those of the text as it is now. ``version`` changes with either.
    """

    version: str
    problems: tuple[Problem, ...] = ()
    organisation: Organisation | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a chart is shown: the ``whole``, or what fits and what ``opened`` boxes hide."""

    whole: bool = False
    opened: frozenset[str] = frozenset()


class DrawnCharts:
    """The charts drawn lately, the oldest forgotten first; safe to share between threads."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most, self._size, self._lock = most, 0, Lock()
        self._packed: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable) -> str | None:
        """Return a chart drawn before, or None."""
        with self._lock:
            packed = self._packed.get(key)
            if packed is None:
                return None
            self._packed.move_to_end(key)
        return decompress(packed).decode()

    def keep(self, key: Hashable, svg: str) -> None:
        """Remember a chart, forgetting the oldest ones where it gets too much."""
        packed = compress(svg.encode(), 1)
        with self._lock:
            self._size += len(packed) - len(self._packed.pop(key, b""))
            self._packed[key] = packed
            while self._size > self._most and len(self._packed) > 1:
                self._size -= len(self._packed.popitem(last=False)[1])


class OpenFile:
    """One organisation file, read again when it changed."""

    def __init__(self, path: Path, name: str, engine: Engine, drawn: DrawnCharts) -> None:
        self.path, self.name = path, name
        self._engine, self._drawn = engine, drawn
        self._reading, self._charting, self._drawing = Lock(), Lock(), Lock()
        self._signature: object = None
        self._edition = Edition("")
        self._charted: tuple[str, Mapping[View, Chart]] = ("", {})

    def now(self) -> Edition:
        """Return what the file says now; it is read only when it changed on disk."""
        with self._reading:
            signature = _signature(self.path)
            if signature != self._signature:
                self._edition = self._read_again()
                self._signature = signature
            return self._edition

    @property
    def was_good(self) -> bool:
        """Whether there is an organisation to show, today's or the last good one."""
        return self._edition.organisation is not None

    def _read_again(self) -> Edition:
        reading = read_file(self.path, follow=False)
        version = reading.source.digest if reading.source else _fingerprint(reading.problems)
        if reading.organisation is not None:
            return Edition(version, (), reading.organisation, version)
        return replace(self._edition, version=version, problems=reading.problems)

    def charts(self, edition: Edition) -> Mapping[View, Chart]:
        """Return both charts of the last good organisation, with nothing folded."""
        organisation = edition.organisation
        if organisation is None:
            return {}
        with self._charting:
            if self._charted[0] != edition.digest:
                charts: dict[View, Chart] = {
                    "before": before(organisation),
                    "after": after(organisation),
                }
                self._charted = (edition.digest, charts)
            return self._charted[1]

    def chart_svg(
        self, edition: Edition, view: View, link: Link, extent: Extent, seen: Extent | None = None
    ) -> str:
        """Return a chart of the last good organisation as SVG, drawn at most once.

        Where the page has the chart already, ``seen`` to some other extent, branches that stay
        as they are come without content. Raises ``EngineError`` when it cannot be drawn.
        """
        key = (self.path, edition.digest, view, extent, seen)
        with self._drawing:
            svg = self._drawn.get(key)
            if svg is None:
                chart = self.charts(edition)[view]
                was = _to(seen, chart) if seen else None
                svg = chart_svg(
                    _to(extent, chart), self._engine, prefix=f"{view}-", link=link, seen=was
                )
                self._drawn.keep(key, svg)
            return svg


class Workspace:
    """The organisation files of a path: that file, or those of that folder."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path.resolve()
        self._open = partial(OpenFile, engine=engine, drawn=DrawnCharts())
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
                    self._files[path] = self._open(path, self._name(path))
            kept = filter(self._is_kept, self._files.values())
            return sorted(kept, key=lambda file: file.name.casefold())

    def _is_kept(self, file: OpenFile) -> bool:
        """Keep a file that is gone only while there is something of it to show."""
        return not self.is_folder or file.path.exists() or file.was_good

    def _paths(self) -> list[Path]:
        return (
            list(islice(_organisation_files(self.path), MOST_FILES))
            if self.is_folder
            else [self.path]
        )

    def _name(self, path: Path) -> str:
        return path.relative_to(self.path).as_posix() if path != self.path else path.name


def _to(extent: Extent, chart: Chart) -> Chart:
    return fold(chart, None if extent.whole else fitting_depth(chart), extent.opened)


def _fingerprint(problems: tuple[Problem, ...]) -> str:
    return sha256(repr(problems).encode()).hexdigest()


def _signature(path: Path) -> object:
    """Return what changes when the file does, without reading it."""
    try:
        found = path.stat()
    except OSError as failure:
        return failure.errno
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _organisation_files(folder: Path) -> Iterator[Path]:
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
