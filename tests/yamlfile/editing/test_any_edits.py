"""Any edits on any file: the text says what plain data says, and nothing else changes.

Files are written in any style: block or braces, any quotes, comments, blank lines, ``\\n`` or
``\\r\\n``, with or without a byte-order mark and a last line break.
"""

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import (
    Add,
    CannotEdit,
    Invalid,
    Move,
    Remove,
    Set,
    apply,
    apply_to_data,
    renaming,
    splice,
)
from orgdesign.yamlfile.editing.edits import says_same
from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.line_index import LineIndex
from tests.properties import examples
from tests.yamlfile.editing.any_organisations import IDS, at, files, functions, paths, roles, texts


class Editing(RuleBasedStateMachine):
    """Any sequence of edits on any file, beside the same edits on plain data."""

    @initialize(file=files())
    def start(self, file):
        _, content = file
        self.reading, self.content = read(content, "f"), content
        tree = self.reading.source and self.reading.source.tree
        parsed = (
            parse(self.reading.source.text, LineIndex(self.reading.source.text)) if tree else None
        )
        assert parsed, (content, self.reading.problems)
        self.data = parsed.data  # a text may lose its last line break with that of the file
        assert self.reading.organisation, (content, self.reading.problems)

    def edit(self, *edits):
        model = apply_to_data(self.data, edits)
        text = self.reading.source.text
        try:
            applied = apply(self.reading, edits)
        except Invalid:
            self.check_invalid(edits)
            return
        except CannotEdit as refusal:
            # A block at the end gains a line break where anything comes after it.
            is_open = not text.endswith("\n") and "exactly" in str(refusal)
            if not is_open and "comments" not in str(refusal):
                raise AssertionError(self.content, edits) from refusal
            return
        self.check_outside(text, applied)
        full = read(applied.data, "f")
        assert full.organisation == applied.reading.organisation
        assert full.problems == applied.reading.problems == ()
        assert_same_tree(full.source.tree, applied.reading.source.tree)
        assert full.source.digest == applied.reading.source.digest
        said = parse(full.source.text, LineIndex(full.source.text)).data
        assert says_same(said, model), (self.content, edits)
        self.data, self.reading, self.content = said, applied.reading, applied.data

    def check_invalid(self, edits):
        try:
            text = splice(self.reading.source, edits).text
        except Invalid:
            return
        assert read(text.encode(), "f").problems

    def check_outside(self, text, applied):
        new, at_old, at_new = applied.reading.source.text, 0, 0
        for span in applied.spans:
            assert text[at_old : span.start] == new[at_new : at_new + span.start - at_old]
            at_new += span.start - at_old
            assert new[at_new : at_new + len(span.text)] == span.text
            at_old, at_new = span.end, at_new + len(span.text)
        assert text[at_old:] == new[at_new:]
        breaks = {"\r\n": new.count("\r\n"), "\n": new.count("\n") - new.count("\r\n")}
        old = {"\r\n": text.count("\r\n"), "\n": text.count("\n") - text.count("\r\n")}
        if "\n" in text:
            assert not (breaks["\n"] and not old["\n"]), (text, new)
            assert not (breaks["\r\n"] and not old["\r\n"]), (text, new)
        assert new.endswith("\n") == text.endswith("\n"), (text, new)
        assert applied.data.startswith(b"\xef\xbb\xbf") == self.content.startswith(b"\xef\xbb\xbf")

    def some(self, data, kind=None):
        found = [p for p in paths(self.data) if p and (kind is None or kind(at(self.data, p)))]
        assume(found)
        return data.draw(st.sampled_from(found))

    @rule(data=st.data(), text=texts)
    def set_text(self, data, text):
        self.edit(Set(self.some(data, lambda value: isinstance(value, str)), text))

    @rule(data=st.data(), number=st.integers(0, 500))
    def set_number(self, data, number):
        functions = list(self.data.get("functions") or ())
        assume(functions)
        key = data.draw(st.sampled_from(["headcount", "cost"]))
        self.edit(Set(("functions", data.draw(st.sampled_from(functions)), key), number))

    @rule(data=st.data(), text=texts)
    def set_contribution(self, data, text):
        functions = list(self.data.get("functions") or ())
        assume(functions)
        name = data.draw(st.sampled_from(functions))
        self.edit(Set(("functions", name, "alignment", "contribution"), text))

    @rule(data=st.data(), value=functions)
    def set_function(self, data, value):
        functions = list(self.data.get("functions") or ())
        assume(functions)
        self.edit(Set(("functions", data.draw(st.sampled_from(functions))), value))

    @rule(name=st.sampled_from(IDS), value=functions)
    def add_function(self, name, value):
        assume(name not in (self.data.get("functions") or ()))
        self.edit(Add(("functions",), name, value))

    @rule(name=st.sampled_from(IDS), value=roles)
    def add_role(self, name, value):
        assume(name not in (self.data.get("roles") or ()))
        self.edit(Set(("roles", name), value))

    @rule(data=st.data(), above=st.sampled_from(IDS), role=st.sampled_from(IDS))
    def refer(self, data, above, role):
        functions = list(self.data.get("functions") or ())
        assume(functions)
        path = ("functions", data.draw(st.sampled_from(functions)))
        self.edit(Set((*path, "reports_to"), above))
        self.edit(Set((*path, "accountable"), role))

    @rule(data=st.data(), role=st.sampled_from(IDS), text=texts)
    def close_a_gap(self, data, role, text):
        functions = list(self.data.get("functions") or ())
        assume(functions)
        path = ("functions", data.draw(st.sampled_from(functions)))
        self.edit(
            Set(("roles", role, "title"), "Chief"),
            Set((*path, "alignment"), {"outcome": "desired", "contribution": text}),
            Set((*path, "accountable"), role),
        )

    @rule(
        data=st.data(),
        under=st.sampled_from(["one", "two", "three"]),
        name=st.sampled_from(["one", "four", "desired"]),
    )
    def add_outcome(self, data, under, name):
        outcomes = self.data["outcome"].get("outcomes") or {}
        assume(under in outcomes and name not in (outcomes[under].get("outcomes") or {}))
        self.edit(Add(("outcome", "outcomes", under, "outcomes"), name, {"statement": "So"}))

    @rule(data=st.data(), text=texts)
    def decide(self, data, text):
        roles = list(self.data.get("roles") or ())
        assume(roles)
        name = data.draw(st.sampled_from(roles))
        count = len(self.data["roles"][name].get("decides") or ())
        place = data.draw(st.none() | st.integers(0, count))
        self.edit(Add(("roles", name, "decides"), place, text))

    @rule(data=st.data(), decides=st.lists(texts, max_size=4))
    def set_decides(self, data, decides):
        roles = list(self.data.get("roles") or ())
        assume(roles)
        self.edit(Set(("roles", data.draw(st.sampled_from(roles)), "decides"), decides))

    @rule(data=st.data())
    def remove(self, data):
        self.edit(Remove(self.some(data)))

    @rule(data=st.data(), name=st.sampled_from(IDS))
    def rename(self, data, name):
        section = data.draw(st.sampled_from(["functions", "roles"]))
        held = self.data.get(section) or {}
        assume(held and name not in held)
        self.edit(Move((section, data.draw(st.sampled_from(list(held)))), (section, name)))

    @rule(data=st.data(), name=st.sampled_from(IDS))
    def rename_with_references(self, data, name):
        kind, section = data.draw(st.sampled_from([("function", "functions"), ("role", "roles")]))
        held = self.data.get(section) or {}
        assume(held and name not in held)
        old, before = data.draw(st.sampled_from(list(held))), self.data
        self.edit(*renaming(before, kind, (section, old), name))
        if self.data is not before:
            back = renaming(self.data, kind, (section, name), old)
            assert says_same(apply_to_data(self.data, back), before)

    @rule(data=st.data())
    def reorder(self, data):
        section = data.draw(st.sampled_from(["functions", "roles"]))
        held = list(self.data.get(section) or {})
        assume(len(held) > 1)
        name, before = data.draw(st.permutations(held))[:2]
        self.edit(Move((section, name), (section, name), before))

    @rule(data=st.data())
    def move_item(self, data):
        path = self.some(data, lambda value: isinstance(value, list) and len(value) > 1)
        count = len(at(self.data, path))
        first, second = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
        assume(first != second)
        self.edit(Move((*path, first), (*path, second)))

    @rule(data=st.data())
    def move_outcome(self, data):
        outcomes = list(self.data["outcome"].get("outcomes") or {})
        assume(len(outcomes) > 1)
        name, under = data.draw(st.permutations(outcomes))[:2]
        within = ("outcome", "outcomes")
        self.edit(Move((*within, name), (*within, under, "outcomes", name)))

    @invariant()
    def nothing_is_torn(self):
        if hasattr(self, "reading"):
            assert self.reading.organisation is not None


def assert_same_tree(one, other):
    assert one.text == other.text
    assert one.styles == other.styles
    assert one.starts == other.starts
    assert one.ends == other.ends
    assert one.values == other.values
    assert one.after == other.after


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=examples(15),
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
