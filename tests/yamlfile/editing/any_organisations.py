"""Any organisation as plain data, and any path in it: what edits are tried on."""

import json
from typing import Any

from hypothesis import strategies as st

IDS = ["claims", "fraud", "legal", "no", "012", "büro"]

TEXTS = [
    "Claims", "no", "012", "", " x", "y ", "a: b", "a #b", "# c", "- d", "it's", 'say "hi"', "[e]",
    "{f}", "g, h", "two\nlines", "two\n\nlines\n", "\n lead", "ends\n\n", "12", "1e3", "~", "null",
    "=", "<<", "k:", "?", "? q", "&a", "*b", "!t", "%d", "@at", "`q", "|", ">", "tab\there",
    "é ü 😀", "x" * 90, "\u00a0", "2024-01-31", "12:30:45", "---", "...", "'", '"', "\\", "a\\nb",
    ":", "-", ",",
]  # fmt: skip

texts = st.sampled_from(TEXTS) | st.text("ab :#-'\"\n,[]{}é\\|>", max_size=8)

SECTIONS = ["functions", "roles", "measures", "journey", "handoffs"]


class Writer:
    """Writes plain data in a style that is drawn anew for each part of it."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.newline = draw(st.sampled_from(["\n", "\r\n"]))
        self.step = draw(st.sampled_from([2, 4]))
        self.dashes = draw(st.booleans())

    def file(self, data: dict[str, Any]) -> str:
        if self.draw(st.integers(0, 9)) == 0:
            return self.flow(data) + self.newline
        text = self.comment(0) + self.block(data, 0)
        text += self.draw(st.sampled_from(["", "", "\n", "# the end\n", "\n# the end"]))
        if self.draw(st.booleans()):
            text = text.rstrip("\n")
        return text.replace("\n", self.newline)

    def block(self, data: Any, column: int) -> str:
        lines = ""
        for key, value in data.items():
            lines += self.comment(column) + " " * column + self.scalar(key, is_key=True) + ":"
            lines += self.value(value, column)
        return lines

    def value(self, value: Any, column: int) -> str:
        end = self.draw(st.sampled_from(["", "", "", "  # why", " "]))
        if value is None:
            return f"{end}\n"
        if not isinstance(value, str) and (not value or self.draw(st.integers(0, 2)) == 0):
            return f" {self.flow(value)}{end}\n"
        if isinstance(value, dict):
            return f"{end}\n" + self.block(value, column + self.step)
        if isinstance(value, list) and self.draw(st.booleans()):
            return " " + self.open_list(value, column + self.step) + f"{end}\n"
        if isinstance(value, list):
            return f"{end}\n" + self.items(value, column + (self.step if self.dashes else 0))
        return self.text(value, column, end)

    def text(self, value: str, column: int, end: str) -> str:
        is_block = value.strip() and not value.endswith(("\n\n", " ")) and value[0] not in " \n"
        if is_block and ("\n" in value or self.draw(st.integers(0, 5)) == 0):
            lines = value.removesuffix("\n").split("\n")
            if all(line == line.rstrip() for line in lines):
                head = "|" if value.endswith("\n") else "|-"
                indent = " " * (column + self.step)
                body = "\n".join(indent + line if line else "" for line in lines)
                return f" {head}{end}\n{body}\n"
        return f" {self.scalar(value)}{end}\n"

    def items(self, data: list[Any], column: int) -> str:
        lines = ""
        for value in data:
            lines += self.comment(column) + " " * column + "-"
            if isinstance(value, dict) and value and self.draw(st.booleans()):
                lines += " " + self.block(value, column + 2).lstrip(" \n")
            else:
                lines += self.value(value, column)
        return lines

    def open_list(self, value: list[Any], column: int) -> str:
        """Write a list between brackets, with a line for each item."""
        text = "["
        for at, item in enumerate(value):
            comma = "," if at < len(value) - 1 else self.draw(st.sampled_from(["", ","]))
            above = self.draw(st.sampled_from(["", "", " " * column + "# of it\n"]))
            note = self.draw(st.sampled_from(["", "", "  # item"]))
            text += ("\n" if not at else "") + above + " " * column + self.flow(item)
            text += f"{comma}{note}\n"
        return text + " " * column + "]"

    def flow(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return self.scalar(value, in_flow=True)
        gap = self.draw(st.sampled_from(["", "", " "]))
        if isinstance(value, dict):
            inner = [
                f"{self.scalar(k, is_key=True, in_flow=True)}: {self.flow(v)}"
                for k, v in value.items()
            ]
            brackets = "{}"
        else:
            inner, brackets = [self.flow(v) for v in value], "[]"
        return brackets[0] + gap + ", ".join(inner) + gap + brackets[1]

    def scalar(self, text: str, *, is_key: bool = False, in_flow: bool = False) -> str:
        plain_letters = text.replace("-", "").replace(" ", "")
        is_plain = plain_letters.isalnum() and text[0].isalnum() and text.strip() == text
        if is_plain and "\n" not in text and self.draw(st.integers(0, 3)):
            return text
        if "\n" not in text and "\t" not in text and self.draw(st.booleans()):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def comment(self, column: int) -> str:
        return self.draw(
            st.sampled_from(["", "", "", "", "\n", " " * column + "# above\n", "# left: out\n"])
        )


alignments = st.fixed_dictionaries(
    {}, optional={"contribution": texts, "link": st.sampled_from(["direct", "enabling"])}
)

functions = st.fixed_dictionaries(
    {"name": st.sampled_from(["Claims", "no", "a: b", "x #y"])},
    optional={
        "alignment": alignments,
        "headcount": st.sampled_from(["1", "120", "9.5"]),
        "reports_to": st.sampled_from(IDS),
        "accountable": st.sampled_from(IDS),
        "cost": st.just("5"),
    },
)

roles = st.fixed_dictionaries(
    {"title": st.sampled_from(["Chief", "A: B"])},
    optional={
        "purpose": texts,
        "decides": st.lists(texts, max_size=3),
        "rewarded_for": st.just([]),
    },
)

statements = st.sampled_from(["Settled", "it's: done"])

outcomes = st.fixed_dictionaries(
    {"statement": statements},
    optional={
        "customer": texts,
        "outcomes": st.dictionaries(
            st.sampled_from(["one", "two", "three"]),
            st.fixed_dictionaries({"statement": statements}),
            max_size=3,
        ),
    },
)


def mended(data):
    """Leave out the references that lead nowhere, and the design where it cannot stand."""
    functions = data.get("functions") or {}
    earlier: set[str] = set()
    for name, function in functions.items():
        if function.get("reports_to") not in earlier:
            function.pop("reports_to", None)
        if function.get("accountable") not in data.get("roles", {}):
            function.pop("accountable", None)
        earlier.add(name)
    if "legal" in functions:
        data.pop("designs", None)
    return data


organisations = st.fixed_dictionaries(
    {"organization": st.just("Northwind"), "outcome": outcomes},
    optional={
        "functions": st.dictionaries(st.sampled_from(IDS), functions, max_size=4),
        "roles": st.dictionaries(st.sampled_from(IDS), roles, max_size=3),
        "designs": st.just(
            {
                "bold": {
                    "name": "Bold",
                    "changes": [{"change": "add", "function": "legal", "name": "Legal"}],
                }
            }
        ),
    },
).map(mended)


@st.composite
def files(draw: Any) -> tuple[dict[str, Any], bytes]:
    data = draw(organisations)
    text = Writer(draw).file(data)
    bom = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return data, bom + text.encode()


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    if isinstance(data, dict):
        for key, value in data.items():
            found += paths(value, (*path, key))
    if isinstance(data, list):
        for at, value in enumerate(data):
            found += paths(value, (*path, at))
    return found


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data
