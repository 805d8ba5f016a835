"""The vectors of our own examples, kept from one run to the next: they never change.

They take two seconds to work out, and one fiftieth of that to read.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from orgdesign.diagnosis.language.encoder import PACKAGE, SentenceEncoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def example_vectors(texts: Sequence[str], encoder: SentenceEncoder) -> NDArray[np.float64]:
    """Return a row for each example, from the user's cache where they have been worked out."""
    import numpy as np

    path = _cache_folder() / f"examples-{_digest(texts)}.npy"
    with suppress(OSError, ValueError):
        kept: NDArray[np.float64] = np.load(path, allow_pickle=False).astype(np.float64)
        if len(kept) == len(texts):
            return kept
    vectors = encoder.encode(texts)
    with suppress(OSError):  # without a cache they are worked out each time
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.npy")
        np.save(part, vectors.astype(np.float32))
        part.replace(path)
    return vectors


def _cache_folder() -> Path:
    return user_cache_path("orgdesign", appauthor=False) / "language"


def _digest(texts: Sequence[str]) -> str:
    said = "\0".join((version(PACKAGE), *texts))
    return sha256(said.encode()).hexdigest()[:32]
