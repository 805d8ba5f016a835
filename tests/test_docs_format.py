"""The page on the file format says what the format is: no key more, no key less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orgdesign.yamlfile import json_schema, limits, read

Json = dict[str, Any]
Keys = dict[str, bool]
"""Each key, and whether it must be there."""

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "format.md").read_text("utf-8")
SCHEMA = json_schema()
FILES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

CAPTION = re.compile(r"^Keys of (.*):\n\n((?:\|.*\n)+)", re.MULTILINE)
ROW = re.compile(r"^\| `([^`]+)`( \*)? \|", re.MULTILINE)
SUBJECTS = "function|functions|role|measure|outcome|handoff|stage|from|name"
KIND = re.compile(rf"^\| `([a-z-]+)` \| (`(?:{SUBJECTS})`.*|one of .*) \|.*\|$", re.MULTILINE)


def resolved(node: Json) -> Json:
    """Follow references, past the choice of leaving a key empty."""
    if "anyOf" in node:
        return resolved(node["anyOf"][0])
    if "$ref" in node:
        return resolved(SCHEMA["$defs"][node["$ref"].removeprefix("#/$defs/")])
    return node


def kinds() -> dict[str, Json]:
    changes = resolved(SCHEMA["$defs"]["Design"]["properties"]["changes"])["items"]
    return {
        when["if"]["properties"]["change"]["const"]: resolved(when["then"])
        for when in changes["allOf"]
    }


def at(path: str) -> Json:
    """Return what stands at a path of the page, such as ``roles.<id>.rewarded_for[]``."""
    node = SCHEMA
    for step in re.findall(r"[^.\[]+|\[\]", path):
        node = resolved(_step(node, step))
    return node


def _step(node: Json, step: str) -> Any:
    if step == "[]":
        return node["items"]
    if step == "into":
        return kinds()["split"]["properties"]["into"]
    if not step.startswith("<"):
        return node["properties"][step]
    return node["additionalProperties"] or next(iter(node["properties"].values()))


def keys(node: Json) -> Keys:
    return {key: key in node.get("required", ()) for key in node["properties"]}


def tables() -> Iterator[tuple[str, Keys]]:
    """Yield each path that the page has a table of keys for, and the keys."""
    for caption, rows in CAPTION.findall(PAGE):
        found = {key: bool(star) for key, star in ROW.findall(rows)}
        for path in re.findall("`([^`]+)`", caption) or [""]:
            yield path, found


CHANGE = "designs.<id>.changes[]"


@pytest.mark.parametrize(("path", "told"), [t for t in tables() if t[0] != CHANGE])
def test_a_table_lists_exactly_the_keys_that_there_are(path: str, told: Keys) -> None:
    assert told == keys(at(path))


def test_every_part_of_the_format_has_a_table() -> None:
    told = {id(at(path)) for path, _ in tables()}
    changes = {id(kind) for kind in kinds().values()}
    parts = [SCHEMA, *SCHEMA["$defs"].values()]
    inner = [inside for part in parts for inside in part["properties"].values()]
    objects = [*parts, *(inside for inside in inner if "properties" in inside)]
    untold = [o["description"] for o in objects if id(o) not in told | changes]
    assert untold == []


def told_kinds() -> dict[str, Keys]:
    """Return the keys of each kind of change; what stands in brackets explains them."""
    return {
        kind: {
            key: bool(star)
            for key, star in re.findall(r"`(\w+)`( \*)?", re.sub(r"\(.*?\)", "", text))
        }
        for kind, text in KIND.findall(PAGE)
    }


def test_the_page_lists_every_kind_of_change_in_order() -> None:
    assert list(told_kinds()) == list(kinds())


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_change_lists_its_own_keys(kind: str) -> None:
    common = dict(tables())[CHANGE]
    told = common | told_kinds()[kind]
    if kind == "appoint":  # one of three must be there, so none of them must
        told |= {"handoff": False}
    assert told == keys(kinds()[kind])


def test_every_word_that_may_be_chosen_is_on_the_page() -> None:
    for part in SCHEMA["$defs"].values():
        for key, field in part["properties"].items():
            words = [word for word in field.get("enum", ()) if isinstance(word, str)]
            missing = [word for word in words if f"`{word.lower()}`" not in PAGE]
            assert missing == [], key


@pytest.mark.parametrize("text", FILES, ids=range(len(FILES)))
def test_every_file_on_the_page_reads_without_problems(text: str) -> None:
    assert read(text.encode(), "format.yaml").problems == ()


@pytest.mark.parametrize(
    "limit",
    [name for name in vars(limits) if name.startswith("MAX_")],
)
def test_every_limit_is_on_the_page(limit: str) -> None:
    assert f"| {getattr(limits, limit):,}" in PAGE
