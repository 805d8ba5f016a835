"""Plain data as the text of a file, every word in quotes: the same data, the same bytes."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

STEP = "  "
_UNSEEN = ("C", "Zl", "Zp")


def quoted_text(data: dict[str, Any]) -> str:
    """Return plain data as the text of a file; only the data decides what it looks like."""
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        first, *more = _value(value, indent + STEP)
        yield f"{indent}{_word(key)}:{first}"
        yield from more


def _value(value: Any, indent: str) -> Iterator[str]:
    """Yield what follows a colon or a dash, and the lines under it."""
    if isinstance(value, dict) and value:
        yield ""
        yield from _mapping(value, indent)
    elif isinstance(value, list) and any(isinstance(each, (dict, list)) for each in value):
        yield ""
        for each in value:
            yield from _item(each, indent)
    else:
        yield f" {_flow(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    first, *more = _value(value, indent + STEP)
    yield f"{indent}-{first}" if first else f"{indent}-"
    yield from more


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return "{}" if isinstance(value, dict) else "" if value is None else _word(value)


def _word(word: Any) -> str:
    text = json.dumps(str(word), ensure_ascii=False)
    return text if text.isascii() else "".join(map(_sign, text))


def _sign(sign: str) -> str:
    if not unicodedata.category(sign).startswith(_UNSEEN):
        return sign
    code = ord(sign)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
