"""Where each value stands: exact enough to replace a value and nothing else."""

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgdesign.yamlfile import read
from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.tree import TreeNode
from tests.properties import examples
from tests.yamlfile.written import as_bytes

TEXT = """\
organization: Northwind   # a comment
outcome:
  statement: "My claim"
  accountable:
functions:
  claims: &team
    name: 'Claims'
    measures: [days, {a: b}]   # another

  # about what comes next
  fraud: *team
  legal:
    <<: *team
    name: |
      Legal

list:
- one
- &two two
last: >-
  folded
   more

# the end
"""


def tree_of(text):
    return parse(text, LineIndex(text)).tree


@pytest.mark.parametrize(
    ("path", "text", "style"),
    [
        (("organization",), "Northwind", " "),
        (("outcome",), 'statement: "My claim"\n  accountable:', ":"),
        (("outcome", "statement"), '"My claim"', '"'),
        (("outcome", "accountable"), "", " "),
        (("functions", "claims", "name"), "'Claims'", "'"),
        (("functions", "claims"), "name: 'Claims'\n    measures: [days, {a: b}]", ":"),
        (("functions", "claims", "measures"), "[days, {a: b}]", "["),
        (("functions", "claims", "measures", 1), "{a: b}", "{"),
        (("functions", "claims", "measures", 1, "a"), "b", " "),
        (("functions", "fraud"), "*team", "*"),
        (("functions", "legal", "name"), "|\n      Legal", "|"),
        (("list",), "- one\n- &two two", "-"),
        (("list", 1), "two", " "),
        (("last",), ">-\n  folded\n   more", ">"),
    ],
)
def test_a_node_slices_the_text_that_spells_it(path, text, style):
    node = tree_of(TEXT).find(path)
    assert (node.text, node.style) == (text, style)


def test_a_key_slices_its_text_too():
    assert tree_of(TEXT).find(("functions", "claims", "name")).key.text == "name"
    assert tree_of(TEXT).find(("list", 1)).key is None


def test_a_node_knows_whether_it_is_repeated():
    functions = tree_of(TEXT).find(("functions",)).entries()
    assert functions["claims"].anchor == "team"
    assert functions["fraud"].is_alias
    assert functions["fraud"].entries()["name"].text == "'Claims'"
    legal = functions["legal"].entries()
    assert legal["measures"].merged
    assert not legal["name"].merged


def test_what_is_not_there_leads_to_what_is_around_it():
    tree = tree_of(TEXT)
    assert tree.find(("functions", "sales", "name")) is None
    node, found = tree.nearest(("functions", "claims", "cost"))
    assert (node.key.text, found) == ("claims", False)


def test_a_source_locates_values_after_its_byte_order_mark():
    source = read(b"\xef\xbb\xbforganization: N\noutcome:\n  statement: S\n", "f").source
    assert source.bom
    assert source.text.startswith("organization")
    assert source.locate(("outcome", "statement")) == (3, 14)
    assert source.locate(("outcome", "customer")) == (3, 3)


def test_a_source_tells_a_change_of_bytes_from_none():
    one, same, other = (read(as_bytes(text), "f").source for text in ("a: b", "a: b", "a: c"))
    assert one.digest == same.digest != other.digest


# Any data, written in any style: what each node's characters spell is what the node says.

SEEN = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufeff"
)
WORDS = st.text(SEEN, max_size=9)
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=examples(30))
@given(
    st.dictionaries(WORDS, DATA, min_size=1, max_size=4),
    st.sampled_from([True, False, None]),
    st.sampled_from(['"', "'", "|", ">", None]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_node_of_any_text_slices_what_it_says(data, flow, style, line_break):
    text = yaml.dump(
        data,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=style,
        line_break=line_break,
        sort_keys=False,
    )
    assume("? " not in text)  # keys so long that the dumper gives them a mark of their own
    parsed = parse(text, LineIndex(text))
    assert parsed.problems == []
    check(parsed.tree.root, data)


def check(node: TreeNode, data) -> None:
    if isinstance(data, str):
        assert node.value == data
        if node.style not in "|>":
            assert loaded(node.text) == data
    else:
        entries = node.entries()
        keyed = data if isinstance(data, dict) else dict(enumerate(data))
        assert list(entries) == list(keyed)
        for key, inner in entries.items():
            assert node.start <= inner.start <= inner.end <= node.end
            check(inner, keyed[key])


def loaded(text: str):
    return yaml.load(text, Loader=yaml.CBaseLoader) if text else ""
