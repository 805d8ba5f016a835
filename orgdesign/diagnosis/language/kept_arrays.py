"""Arrays that take seconds to work out and follow from what is installed: carried, or kept.

The package carries what was learnt when it was built; what it does not carry, or what does not fit
another release of the encoder, is kept in the user's cache. They are of our own examples and of the
encoder: nothing of anybody's organisation is in them. They are mapped, not read: what is not looked
at takes no memory, and what is, several processes share.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import time
from typing import IO, TYPE_CHECKING, Any

from platformdirs import user_cache_path

from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]

CARRIED = Path(__file__).parent / "learnt"
"""Where the package carries arrays, each in a folder of its name and digest."""
_UNUSED = 30 * 24 * 3600
"""After how many seconds without use a folder of arrays is taken away."""
_MOST = 12
"""How many folders of one name are kept: of each release, and each installation, its own."""
_ARRAYS = "arrays"
"""Holds all arrays, one after another: to map a file for each of fifty takes ten milliseconds."""
_APART = 64
"""Where an array starts, as a processor reads many numbers at once."""
_WHOLE = "whole.json"
"""Lists the arrays, and where each is; its time says when they were last used."""
_UNREADABLE = (OSError, ValueError)


@value_object
class ArraySource:
    """Arrays by their name, the digest of all that they follow from, and how they come of it."""

    name: str
    digest: str
    work_out: Callable[[], Arrays]

    @property
    def folder(self) -> str:
        """Return what the folder of these very arrays is called, wherever it lies."""
        return f"{self.name}-{self.digest}"


def kept_arrays(source: ArraySource) -> Arrays:
    """Return arrays by name, worked out only where they are neither carried nor in the cache."""
    folder = _cache_folder() / source.folder
    with suppress(*_UNREADABLE):
        return _mapped(CARRIED / source.folder)
    with suppress(*_UNREADABLE):
        return _cached(folder)
    arrays = source.work_out()
    with suppress(*_UNREADABLE):  # somebody else was sooner
        return _cached(folder)
    with suppress(OSError):  # without a cache they are worked out each time
        _keep(folder, arrays)
        _forget_unused(folder.parent)
    with suppress(*_UNREADABLE):
        return _cached(folder)
    return arrays


def carry(sources: Iterable[ArraySource]) -> None:
    """Let the package carry these arrays and no others; what it carries already stays."""
    wanted = {source.folder: source for source in sources}
    for name, source in wanted.items():
        try:
            _mapped(CARRIED / name)
        except _UNREADABLE:
            _keep(CARRIED / name, source.work_out())
    for path in CARRIED.iterdir():
        if path.name not in wanted:
            rmtree(path)


def digest_of(files: Iterable[Path], more: str) -> str:
    """Return a digest of what files say, and of what else there is to say."""
    said = sha256(more.encode())
    for path in files:
        said.update(path.name.encode() + path.read_bytes())
    return said.hexdigest()[:32]


def _cached(folder: Path) -> dict[str, NDArray[Any]]:
    arrays = _mapped(folder)
    with suppress(OSError):  # whose cache may only be read
        os.utime(folder / _WHOLE)
    return arrays


def _mapped(folder: Path) -> dict[str, NDArray[Any]]:
    import numpy as np

    places = json.loads((folder / _WHOLE).read_bytes())
    mapped = np.memmap(folder / _ARRAYS, np.uint8, "r").view(np.ndarray)
    return {
        name: mapped[start:end].view(kind).reshape(shape)
        for name, kind, shape, start, end in places
    }


def _keep(folder: Path, arrays: Arrays) -> None:
    import numpy as np

    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    places = []
    try:
        with (part / _ARRAYS).open("wb") as file:
            for name, array in arrays.items():
                file.write(bytes(-file.tell() % _APART))
                start = file.tell()
                file.write(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)
                places.append((name, array.dtype.str, array.shape, start, file.tell()))
            _reach_the_disk(file)
        with (part / _WHOLE).open("wb") as file:
            file.write(json.dumps(places).encode())
            _reach_the_disk(file)
        rmtree(folder, ignore_errors=True)  # what could not be read
        part.replace(folder)
    finally:
        rmtree(part, ignore_errors=True)


def _reach_the_disk(file: IO[bytes]) -> None:
    """Wait until the disk has a file, so that no crash leaves the name of one without it."""
    file.flush()
    os.fsync(file.fileno())


def _forget_unused(parent: Path) -> None:
    """Take away what nobody has used for long, such as the arrays of earlier releases."""
    last_used: dict[Path, float] = {}
    for folder in parent.iterdir():
        last = folder / _WHOLE if (folder / _WHOLE).exists() else folder
        with suppress(OSError):
            last_used[folder] = last.stat().st_mtime
    by_name: Counter[str] = Counter()
    for folder in sorted(last_used, key=lambda each: -last_used[each]):
        name = folder.name.partition("-")[0]
        by_name[name] += 1
        if by_name[name] > _MOST or last_used[folder] < time() - _UNUSED:
            with suppress(OSError):
                rmtree(folder) if folder.is_dir() else folder.unlink()


def _cache_folder() -> Path:
    return user_cache_path("orgdesign", appauthor=False) / "language"
