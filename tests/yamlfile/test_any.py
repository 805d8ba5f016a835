"""Any input at all: read never raises, and reads back whatever can be written."""

import string
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.yamlfile import Reading, read
from tests.properties import examples
from tests.yamlfile.written import START, organisation_of

quick = settings(max_examples=examples(30))
NORTHWIND = Path("examples/northwind.yaml").read_bytes()


def check(data: bytes) -> None:
    reading = read(data, "f")
    assert isinstance(reading, Reading)
    assert (reading.organisation is None) == bool(reading.problems)
    assert list(reading.problems) == sorted(reading.problems)
    assert all(problem.message and problem.line >= 1 for problem in reading.problems)


@quick
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    check(data)


@quick
@given(st.text(st.sampled_from("ab:,-?[]{}&*!|>'\"%@`#\\ \n\t<0é"), max_size=60))
def test_any_punctuation_is_read_or_refused(text):
    check((START + text).encode())


@quick
@given(st.integers(0, len(NORTHWIND)), st.integers(0, 40), st.binary(max_size=6))
def test_any_edit_of_a_file_is_read_or_refused(at, cut, new):
    check(NORTHWIND[:at] + new + NORTHWIND[at + cut :])


SECTIONS = ["organization", "outcome", "functions", "roles", "measures", "journey", "handoffs",
            "designs", "assessment", "name", "change", "statement", "reports_to"]  # fmt: skip
SHAPES = st.recursive(
    st.none() | st.sampled_from(["a", "move", "split", "-1", "desired", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*SECTIONS, "a", "into", "also"]), inner, max_size=4)
    ),
    max_leaves=15,
)


@quick
@given(st.dictionaries(st.sampled_from(SECTIONS), SHAPES))
def test_any_shape_is_read_or_refused(data):
    check(yaml.safe_dump(data).encode())


# Organisations of all sizes, written as YAML and read back.

IDS = st.text(string.ascii_letters + string.digits + "-_éß部", min_size=1, max_size=6)
TEXTS = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufeff"
    )
)
NAMES = TEXTS.filter(str.strip)
NUMBERS = st.floats(0, 1e12) | st.integers(0, 10**9).map(float)


def optional(values):
    return st.sampled_from(values) if values else st.nothing()


def some(values):
    return st.lists(st.sampled_from(values), unique=True) if values else st.just([])


@st.composite
def organisations(draw):
    functions = draw(st.lists(IDS, unique=True, max_size=5))
    roles = draw(st.lists(IDS, unique=True, max_size=3))
    measures = draw(st.lists(IDS, unique=True, max_size=3))
    outcomes = draw(st.lists(IDS.filter("desired".__ne__), unique=True, max_size=3))

    def function(at):
        alignment = st.fixed_dictionaries(
            {},
            optional={
                "outcome": st.just("desired"),
                "contribution": TEXTS,
                "link": st.sampled_from(["direct", "enabling"]),
                "also": some(outcomes),
            },
        )
        fields = {"accountable": optional(roles), "measures": some(measures),
                  "headcount": NUMBERS, "cost": NUMBERS, "alignment": alignment,
                  "reports_to": optional(functions[:at])}  # fmt: skip
        given_fields = {key: value for key, value in fields.items() if not value.is_empty}
        return st.fixed_dictionaries({"name": NAMES}, optional=given_fields)

    role = st.fixed_dictionaries(
        {"title": NAMES},
        optional={"holder": TEXTS, "vacant": st.booleans(), "decides": st.lists(TEXTS, max_size=3)},
    )
    return {
        "organization": draw(NAMES),
        "outcome": {
            "statement": draw(NAMES),
            "outcomes": {each: {"statement": draw(NAMES)} for each in outcomes},
        },
        "functions": {each: draw(function(at)) for at, each in enumerate(functions)},
        "roles": {each: draw(role) for each in roles},
        "measures": {each: {"name": draw(NAMES)} for each in measures},
    }


@quick
@given(organisations(), st.sampled_from([True, False, None]))
def test_an_organisation_reads_back_as_it_was_written(written, flow):
    text = yaml.dump(written, Dumper=yaml.SafeDumper, allow_unicode=True,
                     default_flow_style=flow, sort_keys=False)  # fmt: skip
    organisation = organisation_of(text)
    assert organisation.name == written["organization"]
    assert organisation.outcome.statement == written["outcome"]["statement"]
    assert list(organisation.functions) == list(written["functions"])
    for key, fields in written["functions"].items():
        function = organisation.functions[key]
        assert function.name == fields["name"]
        assert function.reports_to == fields.get("reports_to")
        assert function.accountable == fields.get("accountable")
        assert function.measures == tuple(fields.get("measures", ()))
        assert function.headcount == fields.get("headcount")
        assert function.cost == fields.get("cost")
        alignment = fields.get("alignment", {})
        assert function.alignment.contribution == alignment.get("contribution")
        assert function.alignment.also == tuple(alignment.get("also", ()))
    for key, fields in written["roles"].items():
        role = organisation.roles[key]
        assert (role.title, role.holder) == (fields["title"], fields.get("holder"))
        assert role.vacant == fields.get("vacant", False)
        assert role.decides == tuple(fields.get("decides", ()))
