"""Files that the schema lets through, made from the schema itself: empty, extreme and odd."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from orgdesign.yamlfile import read
from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.references import reference_faults
from orgdesign.yamlfile.schema import fields, free, links, nested_shapes, organisation_of, theme
from orgdesign.yamlfile.schema.agreements import ChoiceList, RuleField
from orgdesign.yamlfile.schema.dotted_lines import DottedLines
from orgdesign.yamlfile.schema.file import OrganisationShape
from orgdesign.yamlfile.schema.shapes import Shape, shape
from orgdesign.yamlfile.source import Source

IDS = {
    "function": ["f", "é部", "x-y"],
    "role": ["r", "f", "_"],
    "measure": ["m", "-"],
    "stage": ["a", "1e5"],
    "hand-off": ["k", "null"],
    "outcome": ["desired", "o", "no"],
    "phase": ["one", "two"],
    "change": ["c", "d"],
    "option": ["left", "right"],
    "criterion": ["speed", "1"],
}
NEW = ["new", "newer", "f", "g", "r", "o", "m"]
TEXTS = st.sampled_from(
    [
        "",
        " ",
        "A",
        "no",
        "0",
        "a" * 300,
        "two\nlines\n",
        "<b>&amp;</b>",
        "EMEA\\North\\N\\",
        "{{ 7 * 7 }} {% raw %}",
        "%s {0} {name}",
        'say "so", it\'s: # fine',
        "שלום (עולם)!",
        "株式会社・営業",
        "👩‍👩‍👧 e\N{COMBINING ACUTE ACCENT}",
        "../../etc/passwd",
        "=1+1",
        "2026-02-30",
    ]
)
NAMES = TEXTS.filter(str.strip)
NUMBERS = st.sampled_from([0, -1, 1, 0.1, 7, 1e15, 12345678.9, 1e300, -1e300, 1e-300, 99.99])
CONTENT = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=6,
)
Make = Callable[[Any], st.SearchStrategy[Any]]


def own_texts(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(NAMES, values, max_size=2)


def number(field: fields.Number) -> st.SearchStrategy[Any]:
    least, most = field.least, field.most
    return NUMBERS.filter(
        lambda one: (least is None or one >= least) and (most is None or one <= most)
    )


def by_id(field: nested_shapes.ById) -> st.SearchStrategy[Any]:
    value = mapping(field.kind)
    if field.ids:
        return st.dictionaries(st.sampled_from(field.ids), value, max_size=3)
    if field.keyed:
        return st.dictionaries(st.sampled_from(IDS[field.keyed]), value, max_size=2)
    if field.free:
        return own_texts(value)
    kind = KINDS.get(field.key)
    least = 2 if field.key in ALWAYS[:4] else 1 if field.key in ALWAYS else 0
    ids = st.sampled_from(IDS[kind] if kind else NEW)
    return st.dictionaries(ids, value, min_size=least, max_size=4)


KINDS = {
    "functions": "function",
    "roles": "role",
    "measures": "measure",
    "journey": "stage",
    "handoffs": "hand-off",
    "outcomes": "outcome",
    "phases": "phase",
    "options": "option",
}


def any_change(field: nested_shapes.ListOfKinds) -> st.SearchStrategy[Any]:
    kinds = [mapping(kind, **{field.told_by: st.just(name)}) for name, kind in field.kinds.items()]
    return st.lists(st.one_of(kinds), min_size=1, max_size=5)


MAKERS: dict[type, Make] = {
    theme.Colour: lambda field: st.sampled_from(["#0c2f33", "FFFFFF"]),
    theme.Font: lambda field: st.just("Inter"),
    free.Language: lambda field: st.sampled_from(["en", "ar", "de-CH", "ja"]),
    free.FilePath: lambda field: st.sampled_from(["logo.png", "no such/file"]),
    fields.Text: lambda field: NAMES if field.required else TEXTS,
    fields.Number: number,
    fields.Flag: lambda field: st.booleans() | st.sampled_from(["yes", "NO"]),
    fields.ChoiceField: lambda field: st.sampled_from(field.options),
    RuleField: lambda field: st.sampled_from(["off", "error", {}, {"severity": "hint"}]),
    ChoiceList: lambda field: st.lists(st.sampled_from(field.options), max_size=2),
    free.OneOrMore: lambda field: TEXTS | st.lists(TEXTS, max_size=3),
    links.Refs: lambda field: st.lists(st.sampled_from(IDS[field.kind]), max_size=3, unique=True),
    fields.Texts: lambda field: st.lists(TEXTS, max_size=3),
    links.Ref: lambda field: st.sampled_from(IDS[field.kind]),
    links.NewId: lambda field: st.sampled_from([*NEW, *IDS["change"]]),
    free.NamedTexts: lambda field: own_texts(TEXTS),
    free.AttributesField: lambda field: own_texts(st.none() | TEXTS | st.lists(TEXTS, max_size=2)),
    free.ContentByName: lambda field: own_texts(CONTENT),
    DottedLines: lambda field: st.lists(
        st.sampled_from(IDS[field.kind]) | mapping(field.line), max_size=2
    ),
    nested_shapes.NestedShape: lambda field: mapping(field.kind),
    nested_shapes.Words: lambda field: st.dictionaries(
        st.sampled_from(field.ids or ["single-report-chain", "no-such-rule"]),
        value_of(field.field),
        max_size=2,
    ),
    nested_shapes.Scores: lambda field: st.dictionaries(
        st.sampled_from(IDS["criterion"]), value_of(field.field), max_size=2
    ),
    nested_shapes.ListOfKinds: any_change,
    nested_shapes.ListOf: lambda field: st.lists(mapping(field.kind), max_size=2),
    nested_shapes.PartsById: by_id,
    nested_shapes.ById: by_id,
}
"""How the values of each kind of field are made; a field of a new kind is missed by a test."""


def value_of(field: fields.Plain) -> st.SearchStrategy[Any]:
    make = next(MAKERS[kind] for kind in type(field).__mro__ if kind in MAKERS)
    return make(field)


def mapping(kind: type[Shape], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return mappings of a shape: with what must be there, and any of the rest, or empty keys."""

    def build() -> st.SearchStrategy[Any]:
        parts = {field.key: field for field in shape(kind).parts if field.key not in fixed}
        needed = {
            key: value_of(field)
            for key, field in parts.items()
            if field.required or key == "changes"
        }
        rest = {
            key: st.none() | value_of(field) for key, field in parts.items() if key not in needed
        }
        chosen = st.lists(st.sampled_from(sorted(rest) or ["x-nothing"]), max_size=7, unique=True)
        return chosen.flatmap(
            lambda keys: st.fixed_dictionaries(
                {**fixed, **needed, **{key: rest.get(key, st.none()) for key in keys}}
            )
        )

    return st.deferred(build)


@st.composite
def valid_files(draw: st.DrawFn) -> str:
    """Draw the text of a file without problems: what is wrong with one is taken out of it."""
    data = draw(mapping(OrganisationShape, **{key: by_field(key) for key in ALWAYS}))
    for _ in range(40):
        text = json.dumps(data, ensure_ascii=False, indent=1)
        wrong = faults(text)
        if not wrong:
            break
        for path in wrong:
            remove(data, path)
    assume(not read(text.encode(), "f").problems)
    return text


ALWAYS = ("functions", "roles", "measures", "journey", "handoffs", "designs", "outcome")


def by_field(key: str) -> st.SearchStrategy[Any]:
    field = next(field for field in shape(OrganisationShape).parts if field.key == key)
    return st.deferred(lambda: value_of(field))


def faults(text: str) -> list[tuple[Any, ...]]:
    parsed = parse(text, LineIndex(text))
    assert parsed.data is not None, parsed.problems
    source = Source(text, "", False, LineIndex(text), parsed.tree)
    _, shapes = organisation_of(parsed.data)
    wrong = [fault.path for fault in (*shapes, *reference_faults(parsed.data, source))]
    return sorted(set(wrong), key=lambda path: [str(step) for step in path], reverse=True)


def remove(data: Any, path: tuple[Any, ...]) -> None:
    """Take out what stands at a path or, where nothing does, what it is missed in."""
    around = data
    for step in path[:-1]:
        is_there = step in around if isinstance(around, dict) else step < len(around)
        if not is_there or not isinstance(around[step], dict | list):
            return
        around = around[step]
    if path and (path[-1] in around if isinstance(around, dict) else path[-1] < len(around)):
        del around[path[-1]]
    elif path:
        remove(data, path[:-1])
