"""Whatever an organisation says, its tables come back as they went out, and change nothing."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgdesign.imports import is_returned, sync_sheets
from orgdesign.problems import OrgdesignError
from orgdesign.yamlfile import read
from tests.imports.returned_sheets import reading_of, xlsx, zipped
from tests.properties import examples

IDS = ["claims", "007", "7", "1-2", "true", "büro", "2026-01", "1e3", "mar1", "Claims", "x_1"]
TEXTS = [
    "Claims", "Claims ", " lead", "two\nlines", "two \n\nlines\n", "=1+1", "'=1+1", "+1", "-5 %",
    "@me", "007", "1.50", "1,5", "40%", "1-2", "2026-01-02", "TRUE", "true", "no", "#N/A", "é ü 😀",
    "a, b", "a; b", 'say "hi"', "'quoted'", "\tx", "_x0041_", "x" * 300, "Days: 40%", "e\u0301",
    "\uff11", "\u00a0", "A → B", "-", "null",
]  # fmt: skip
texts = st.sampled_from(TEXTS) | st.text("ab :=-+'\"\n,;_é→1.%/", max_size=8)
named = texts.filter(lambda text: bool(text.strip()))
numbers = st.sampled_from(
    ["0", "-1.5", "120", "1234567.25", "0.1", "1e21", "3.14159265358979", "85"]
)
amounts = st.sampled_from(["0", "0.5", "120", "1234.567", "9800000"])
ids = st.lists(st.sampled_from(IDS), unique=True, max_size=4)


def some(draw, known, most=3):
    return draw(st.lists(st.sampled_from(known), unique=True, max_size=most)) if known else []


def put(draw, part, **fields):
    """Say each field of a part, or leave it out."""
    for key, values in fields.items():
        if draw(st.booleans()):
            part[key] = draw(values)
    return part


def one_of(known):
    return st.sampled_from(known) if known else st.nothing()


@st.composite
def files(draw):
    """Return an organisation file; a reference is only there where there is what it leads to."""
    roles, measures, functions = draw(ids), draw(ids), draw(ids)
    stages, below = draw(ids), draw(ids)
    outcomes = ["desired", *below]
    refs = {
        **({"accountable": one_of(roles)} if roles else {}),
        **({"measures": lists(measures)} if measures else {}),
    }
    outcome = put(draw, {"statement": draw(named)}, customer=texts, **refs)
    inner = outcome
    for each in below:
        inner.setdefault("outcomes", {})[each] = put(draw, {"statement": draw(named)}, **refs)
        inner = draw(st.sampled_from([inner, inner["outcomes"][each]]))
    return {
        "organization": "Any",
        "outcome": outcome,
        "measures": {each: measure(draw, measures, each) for each in measures},
        "roles": {each: role(draw, functions, measures) for each in roles},
        "functions": {
            each: function(draw, functions[:at], outcomes, refs)
            for at, each in enumerate(functions)
        },
        "journey": {each: {"name": draw(named)} for each in stages},
        "handoffs": handoffs(draw, functions, stages, roles, measures),
    }


def lists(known):
    return st.lists(st.sampled_from(known), unique=True, max_size=3)


def measure(draw, measures, id_):
    others = [each for each in measures if each != id_]
    part = {"name": draw(named)}
    put(draw, part, unit=texts, baseline=numbers, target=numbers)
    put(draw, part, better=st.sampled_from(["lower", "higher"]))
    return put(draw, part, works_against=lists(others)) if others else part


def role(draw, functions, measures):
    part = put(draw, {"title": draw(named)}, holder=texts, vacant=st.sampled_from(["yes", "no"]))
    put(draw, part, purpose=texts, accountabilities=st.lists(texts, max_size=3))
    put(draw, part, decides=st.lists(texts, max_size=3))
    if functions:
        put(draw, part, function=one_of(functions))
    if measures:
        paid = st.fixed_dictionaries(
            {"measure": one_of(measures)}, optional={"weight": st.sampled_from(["40", "33.333333"])}
        )
        put(draw, part, measured_by=lists(measures), rewarded_for=st.lists(paid, max_size=3))
    return part


def function(draw, above, outcomes, refs):
    aligned = put(draw, {}, contribution=texts, link=st.sampled_from(["direct", "enabling"]))
    served = some(draw, outcomes)
    if served:
        aligned["outcome"], *aligned["also"] = served
    part = put(draw, {"name": draw(named), "alignment": aligned}, headcount=amounts, cost=amounts)
    put(draw, part, **refs)
    return put(draw, part, reports_to=one_of(above)) if above else part


def handoffs(draw, functions, stages, roles, measures):
    if not functions:
        return {}
    made = {}
    for each in draw(ids):
        made[each] = {"from": draw(one_of(functions)), "to": draw(one_of(functions))}
        put(draw, made[each], passes=texts)
        for key, known in (("stage", stages), ("accountable", roles), ("measure", measures)):
            if known:
                put(draw, made[each], **{key: one_of(known)})
    return made


def reading(data):
    return reading_of(json.dumps(data, ensure_ascii=False, indent=1))


@settings(deadline=None, max_examples=examples(8), suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_what_went_out_comes_back_and_changes_nothing(data):
    file = reading(data)
    for name, made in (("any.xlsx", xlsx(file)), ("any.zip", zipped(file))):
        assert is_returned(made, name)
        back = sync_sheets(file, [(name, made)])
        assert (back.is_changed, back.sentences) == (False, ()), name


@settings(deadline=None, max_examples=examples(15), suppress_health_check=[HealthCheck.too_slow])
@given(files(), files())
def test_any_tables_come_into_any_file_and_the_second_time_change_nothing(old, new):
    file, tables = reading(old), [("new.zip", zipped(reading(new)))]
    try:
        once = sync_sheets(file, tables)
    except OrgdesignError as refusal:
        assert "not say exactly" not in str(refusal)  # noqa: PT017 - either of two ends is well
        return
    if once.is_changed:
        again = read(once.data, "x")
        assert again.problems == ()
        assert not sync_sheets(again, tables).is_changed, sync_sheets(again, tables).sentences
