"""Values as YAML text, in the manner of the text around them; PyYAML decides what needs quotes.

A text that any YAML reader, of version 1.1 or 1.2, would take for something else is quoted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from orgdesign.value_objects import value_object
from orgdesign.yamlfile.tree import TreeNode

YamlValue = str | int | float | bool | Sequence["YamlValue"] | Mapping[str, "YamlValue"]
"""What can be written: texts, numbers, yes or no, and lists and mappings of those."""

_WIDE = 1 << 30
_SHORT = 40
_BLOCKS = ("|", ">")
_QUOTES = ("'", '"')
_TEXT = "tag:yaml.org,2002:str"


@value_object
class TextManner:
    """How new text is written where nothing like it says so.

    ``step`` is how far each level is indented, ``dashes_in`` whether the dashes of a list are
    too, ``quote`` what goes around texts, ``key_quote`` around keys, ``keeps_blocks`` whether
    a text of one line stays a block (``|`` or ``>``) where the one it is like is one, and
    ``can_end`` whether a block may end with a line break: not where the file does not.
    """

    step: int = 2
    dashes_in: bool = True
    quote: str = ""
    keeps_blocks: bool = False
    can_end: bool = True
    key_quote: str = ""


def spelt(value: str | int | float | bool) -> str:
    """Return the text that stands for a text, a number, or yes or no."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(value)
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def key_text(key: str, quote: str = "") -> str:
    """Return a key as it stands before its colon."""
    return _dumped([yaml.ScalarNode(_TEXT, key, style=quote or None)], TextManner(), flow=True)[
        1:-1
    ]


def flow_text(value: YamlValue, like: TreeNode | None, manner: TextManner) -> str:
    """Return a value as it stands between brackets or braces, on one line."""
    return _dumped([_node(value, like, manner, block=False)], manner, flow=True)[1:-1]


def block_text(value: YamlValue, like: TreeNode | None, manner: TextManner) -> str:
    """Return what follows the colon of a key: a space and a text, or the lines under it."""
    node = yaml.ScalarNode(_TEXT, "k"), _node(value, like, manner, block=True)
    return _dumped([node], manner, flow=False).removeprefix("k:")


def item_text(value: YamlValue, like: TreeNode | None, manner: TextManner) -> str:
    """Return what follows the dash of a list item; its lines are indented under the dash."""
    return _dumped([_node(value, like, manner, block=True)], manner, flow=False).removeprefix("-")


def _dumped(nodes: list[Any], manner: TextManner, *, flow: bool) -> str:
    of_pairs = isinstance(nodes[0], tuple)
    kind = yaml.MappingNode if of_pairs else yaml.SequenceNode
    tag = f"tag:yaml.org,2002:{'map' if of_pairs else 'seq'}"
    dumper = _dumper(manner.dashes_in)
    root = kind(tag, nodes, flow_style=flow)
    text = yaml.serialize(
        root, Dumper=dumper, indent=manner.step, width=_WIDE, allow_unicode=True, line_break="\n"
    )
    return str(text).removesuffix("\n")


def _node(value: YamlValue, like: TreeNode | None, manner: TextManner, *, block: bool) -> yaml.Node:
    if isinstance(value, Mapping):
        return _mapping(value, like, manner, block)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _list(value, like, manner, block)
    text = spelt(value)
    if isinstance(value, str):
        return yaml.ScalarNode(_TEXT, text, style=_text_style(text, like, manner, block))
    if like is not None and like.style in _QUOTES:
        return yaml.ScalarNode(_TEXT, text, style=like.style)
    return yaml.ScalarNode(_read_as(text), text)


def _mapping(
    value: Mapping[str, YamlValue], like: TreeNode | None, manner: TextManner, block: bool
) -> yaml.Node:
    known = like.entries() if like is not None and like.is_mapping else {}
    flow = not block or (bool(known) and like is not None and like.target.style == "{")
    pairs = [
        (_key(key, manner), _node(inner, known.get(key), manner, block=not flow))
        for key, inner in value.items()
    ]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)


def _key(key: str, manner: TextManner) -> yaml.Node:
    return yaml.ScalarNode(_TEXT, key, style=manner.key_quote or None)


def _list(
    value: Sequence[YamlValue], like: TreeNode | None, manner: TextManner, block: bool
) -> yaml.Node:
    known = like.entries() if like is not None and like.is_list else {}
    if known and like is not None:
        flow = not block or like.target.style == "["
    else:
        flow = not block or all(_is_short(each) for each in value)
    first = known.get(0)
    items = [_node(each, first, manner, block=not flow) for each in value]
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)


def _is_short(value: YamlValue) -> bool:
    return isinstance(value, str | int | float) and len(spelt(value)) <= _SHORT


def _text_style(text: str, like: TreeNode | None, manner: TextManner, block: bool) -> str | None:
    style = like.style if like is not None and like.is_scalar else manner.quote
    is_longer = manner.keeps_blocks or "\n" in text
    if style in _BLOCKS and block and is_longer and _fits_block(text, manner.can_end):
        return style
    if "\n" in text:
        return '"'
    return style if style in _QUOTES else None


def _fits_block(text: str, can_end: bool) -> bool:
    # Blank lines at the end would run into those that follow in the file.
    return bool(text.strip()) and not text.endswith("\n\n" if can_end else "\n")


class _Resolver(yaml.resolver.Resolver):
    """What plain text may be taken for: by readers of YAML 1.1, and also by those of 1.2."""


class _Dumper(yaml.emitter.Emitter, yaml.serializer.Serializer, _Resolver):
    """PyYAML's own writing, of nodes."""

    dashes_in = True

    def __init__(self, stream: Any, **more: Any) -> None:
        emitting = {key: more[key] for key in ("indent", "width", "allow_unicode", "line_break")}
        yaml.emitter.Emitter.__init__(self, stream, **emitting)
        yaml.serializer.Serializer.__init__(self)
        _Resolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Go a level in; for a list under its key, as this text does it."""
        super().increase_indent(flow, indentless and not self.dashes_in)


class _FlushDumper(_Dumper):
    dashes_in = False


def _dumper(dashes_in: bool) -> type[Any]:
    return _Dumper if dashes_in else _FlushDumper


@cache
def _resolver() -> Any:
    return _Resolver()


def _read_as(text: str) -> str:
    """Return what a reader takes a plain text for."""
    return str(_resolver().resolve(yaml.ScalarNode, text, (True, False)))


_INT = r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
for _tag, _pattern, _firsts in (
    ("bool", r"[yYnN]", "yYnN"),
    ("int", _INT, "-+0123456789"),
    ("float", _FLOAT, "-+.0123456789"),
):
    _Resolver.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})\\Z"), list(_firsts)
    )
