"""The JSON Schema says what reading says, so that editors complete and check while typing."""

import json
import re
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from orgdesign.yamlfile import json_schema, read
from tests.yamlfile.written import START

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


class EditorLoader(yaml.SafeLoader):
    """Loads YAML 1.2's few plain types, as editors do: no dates, and only true and false."""

    yaml_implicit_resolvers: ClassVar = {}


PLAIN = {
    "null": (r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    "bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    "int": (r"^[-+]?[0-9]+$", list("-+0123456789")),
    "float": (r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)$", list("-+.0123456789")),
}
for kind, (pattern, first) in PLAIN.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), first)


def errors(text: str) -> list[str]:
    data = yaml.load(text, Loader=EditorLoader)
    return [error.message for error in VALIDATOR.iter_errors(data)]


def test_it_is_a_json_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize(
    "path", sorted(Path("examples").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_examples_are_valid(path):
    assert errors(path.read_text()) == []


AGREED = [
    "functions: {a: {name: A, headcount: 3, cost: 9.5}}",
    'functions: {a: {name: 012, headcount: "3", measures: }}',
    "functions:",
    "functions: {2024: {name: yes}}",
    "roles: {a: {title: A, vacant: yes}}",
    "roles: {a: {title: A, vacant: FALSE}}",
    "functions: {部門: {name: A}}",
    "functions: {a: {name: A}}\ndesigns: {d: {name: D, changes: [{change: move, function: a}]}}",
    "assessment: {chief_customer_officer: {clarity: {answer: no, date: 2025-11-03}}}",
    "assessment: {power_core: {success: product, stars: }}",
]
REFUSED = [
    "function: {a: {name: A}}",
    "functions: {a: {}}",
    "functions: {a: }",
    "functions: {a: {nam: A}}",
    "functions: {a: {name: ''}}",
    "functions: {a b: {name: A}}",
    "functions: {a: {name: A, headcount: -1}}",
    "functions: {a: {name: A, headcount: many}}",
    "functions: {a: {name: A, work: coaches}}",
    "functions: {a: {name: A, measures: m}}",
    "functions: {a: {name: A, measures: [m, m]}}",
    "functions: {a: {name: A, alignment: desired}}",
    "roles: {a: {title: A, vacant: maybe}}",
    "roles: {a: {title: A, rewarded_for: [{measure: m, weight: 101}]}}",
    "designs: {d: {name: D, changes: [{change: mov}]}}",
    "designs: {d: {name: D, changes: [{function: a}]}}",
    "designs: {d: {name: D, changes: [{change: move}]}}",
    "designs: {d: {name: D, changes: [{change: move, function: a, to: b}]}}",
    "designs: {d: {name: D, changes: [{change: appoint, accountable: r}]}}",
    "designs: {d: {name: D, changes: [{change: merge, functions: [a], into: b}]}}",
    "assessment: {chief_customer_officer: {clearness: {answer: no}}}",
    "assessment: {power_core: {success: profit}}",
]


@pytest.mark.parametrize("text", AGREED)
def test_what_reading_accepts_the_schema_accepts(text):
    assert read((START + text).encode(), "f").problems == ()
    assert errors(START + text) == []


@pytest.mark.parametrize("text", REFUSED)
def test_what_reading_refuses_the_schema_refuses(text):
    assert read((START + text).encode(), "f").problems
    assert errors(START + text)


def test_every_field_is_described_in_a_sentence():
    shapes = [SCHEMA, *SCHEMA["$defs"].values()]
    described = [each for shape in shapes for each in shape["properties"].values()]
    assert len(described) > 100
    assert all(each["description"].endswith((".", "?")) for each in described)
    assert all(each["title"] for each in described)
