"""What the package carries of its examples and its encoder, so that the first check is no slower.

It is made where the package is built or set up; whatever is missing or does not fit is learnt where
it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.language.encoder import LazyEncoder
from orgdesign.diagnosis.language.examples import SUBJECTS
from orgdesign.diagnosis.language.kept_arrays import ArraySource
from orgdesign.diagnosis.language.kept_classifier import classifier_source
from orgdesign.diagnosis.language.mapped_encoder import pieces_source
from orgdesign.diagnosis.language.measured_things import things_source


def carried_sources() -> Iterator[ArraySource]:
    """Yield all that a package carries; the encoder is loaded where something is to be learnt."""
    yield pieces_source()
    for subject in SUBJECTS:
        yield classifier_source(subject, LazyEncoder())
    yield things_source(LazyEncoder())
