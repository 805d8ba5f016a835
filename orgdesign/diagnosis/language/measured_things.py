"""How much the names of two measures speak of one thing: by the known things that each is near.

A name is compared with all the ways to say a thing that are known; two names are alike where the
same things are near to both. It finds synonyms that are far from each other in what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgdesign.diagnosis.language.classifier import STEPS, in_steps
from orgdesign.diagnosis.language.encoder import SentenceEncoder
from orgdesign.diagnosis.language.kept_arrays import ArraySource, digest_of, kept_arrays
from orgdesign.diagnosis.language.measure_thesaurus import THESAURUS, phrases, things_in
from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    Steps = NDArray[np.int16]

WORDINGS = Path(__file__).parent / "examples" / "measure_wordings.tsv"
"""Names that our own examples give to one measure, by language and sector."""
DIMENSIONS = 128
"""In so many of the encoder's 512 directions names are compared."""
SHARPNESS = 0.03
"""How much nearer than others a thing has to be to count alone."""
_SHORTEST = 4
_WAYS_OF_LEARNING = (
    *("classifier.py", "kept_arrays.py", "measure_thesaurus.py", "measured_things.py"),
)


@value_object
class MeasuredThings:
    """The known ways to say things, as rows that are sorted by thing, and where each thing starts.

    ``axes`` turn the encoder's vectors into rows.
    """

    rows: Steps
    starts: NDArray[np.int64]
    axes: Rows

    def likeness(self, vectors: Rows) -> NDArray[np.float64]:
        """Return how much each two of some names speak of one thing, 0 to 1."""
        import numpy as np

        with one_thread():
            products = (vectors @ self.axes / STEPS) @ self.rows.T.astype(np.float32)
            near = np.maximum.reduceat(products, self.starts, axis=1)
            shares = np.exp((near - near.max(1, keepdims=True)) / SHARPNESS)
            shares = np.sqrt(shares / shares.sum(1, keepdims=True))
            alike: NDArray[np.float64] = (shares @ shares.T).astype(float)
        return alike.round(2)


def kept_things(encoder: SentenceEncoder) -> MeasuredThings:
    """Return the known things; what they are compared by is worked out once."""
    arrays = kept_arrays(things_source(encoder))
    return MeasuredThings(arrays["rows"], arrays["starts"], arrays["axes"])


def things_source(encoder: SentenceEncoder) -> ArraySource:
    """Return what the known things come of."""
    from orgdesign.diagnosis.language.mapped_encoder import encoder_digest

    ways = (Path(__file__).with_name(name) for name in _WAYS_OF_LEARNING)
    digest = digest_of((THESAURUS, WORDINGS, *ways), encoder_digest())
    return ArraySource("things", digest, lambda: _arrays(encoder))


def wordings() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the language, the sector and the names of each measure of our own examples."""
    for line in WORDINGS.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            language, sector, names = line.split("\t")
            yield language, sector, tuple(names.split(" | "))


def _arrays(encoder: SentenceEncoder) -> dict[str, NDArray[Any]]:
    import numpy as np

    said = sorted({*_ways_to_say()})
    vectors = encoder.encode([text for _, text in said])
    things = np.array([thing for thing, _ in said])
    with one_thread():
        _, _, directions = np.linalg.svd(vectors, full_matrices=False)
        axes = directions[:DIMENSIONS].T
        rows = vectors @ axes
    starts = np.unique(things, return_index=True)[1]
    return {"rows": in_steps(rows, STEPS), "starts": starts, "axes": axes.astype(np.float32)}


def _ways_to_say() -> Iterator[tuple[str, str]]:
    """Yield each thing with the ways to say it: phrases, and names of measures that have one."""
    for thing, phrase in phrases():
        text = " ".join(phrase.replace("*", "").replace("…", " ").split())
        if len(text) >= _SHORTEST or not text.isascii():
            yield thing, text
    for number, (_, _, names) in enumerate(wordings()):
        things = {thing for name in names for thing in things_in(name)} or {f"own {number}"}
        yield from ((thing, name) for thing in things for name in names)
