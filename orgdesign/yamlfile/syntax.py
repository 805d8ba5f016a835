"""What the YAML parser stumbles over, in plain words, with the usual cause and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import YAMLError

from orgdesign.model import shorten
from orgdesign.problems import Problem
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import limits
from orgdesign.yamlfile.line_index import LineIndex

_NO_SPACE = re.compile(r"(\s*(?:- +)?)([^\s:#'\"\[\]{}]+):([^\s:/\\].*)")
_KEY_AND_TEXT = re.compile(r"\s*(?:- +)*[^\s:'\"#][^:]*: +\S")
_LONGEST_KEY = 1024
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
GIT_CONFLICT = (
    "git could not bring two versions of this file together and left its marks (<<<<<<<, =======,"
    " >>>>>>>); keep what is right of both sides, and delete the marks"
)
TOO_DEEP = f"this nests more than {limits.MAX_DEPTH} levels deep; take some levels out"

Told = tuple[int, str]


@value_object
class Stumble:
    """Where the parser stopped (``at``) and where what it was reading began (``start``)."""

    text: str
    places: LineIndex
    at: int
    start: int

    @property
    def char(self) -> str:
        """The character that the parser stopped at; nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def opener(self) -> str:
        """The character that what it was reading began with."""
        return self.text[self.start : self.start + 1]

    @property
    def line(self) -> int:
        """The line that the parser stopped in."""
        return self.places.position_of(self.at)[0]

    @property
    def start_line(self) -> int:
        """The line that what it was reading began in."""
        return self.places.position_of(self.start)[0]

    @property
    def before(self) -> str:
        """What stands before the place in its line."""
        return self.text[self.line_start(self.line) : self.at]

    def line_start(self, line: int) -> int:
        """Return where a line starts."""
        return self.places.start_of(line)

    def line_above(self) -> int:
        """Return the nearest line above that says something; 0 when none does."""
        line = self.line - 1
        while line > 0 and not self.places.line(line).partition("#")[0].strip():
            line -= 1
        return line


def plain_words(error: YAMLError, text: str, places: LineIndex) -> Problem:
    """Return the problem that a parser's error tells of, placed where it can be mended."""
    mark: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None) or mark
    what = str(getattr(error, "problem", None) or "it cannot be read")
    if mark is None:
        return Problem(1, 1, f"this is not valid YAML: {what}")
    if conflict := _CONFLICT.search(text):
        line, column = places.position_of(conflict.start())
        return Problem(line, column, GIT_CONFLICT)
    at = min(mark.index, len(text))
    stumble = Stumble(text, places, at, min(context.index, at))
    index, message = _CAUSES.get(what, _unexplained(what))(stumble)
    line, column = places.position_of(index)
    return Problem(line, column, message, shorten(places.line(line)))


def _unexplained(what: str) -> Callable[[Stumble], Told]:
    message = f"this is not valid YAML ({what}); check indentation, quotes and brackets up to here"
    return lambda stumble: (stumble.at, message)


def _no_start(stumble: Stumble) -> Told:
    if stumble.char == "\t":
        return _tab(stumble)
    return stumble.at, _in_quotes(stumble.char)


def _tab(stumble: Stumble) -> Told:
    return stumble.at, "a tab indents this line; indent it with spaces"


def _in_quotes(char: str) -> str:
    return f'a text that starts with "{char}" must stand in quotes; put quotes around it'


def _second_colon(stumble: Stumble) -> Told:
    if len(stumble.before) > _LONGEST_KEY:
        return stumble.at, f"a key has at most {_LONGEST_KEY:,} characters; shorten this one"
    above = stumble.line_above()
    return (
        _without_space(stumble, above)
        or _colon_in_text(stumble)
        or _without_colon(stumble, above)
        or _too_far_in(stumble, above)
    )


def _without_space(stumble: Stumble, line: int) -> Told | None:
    found = _NO_SPACE.match(stumble.places.line(line)) if line else None
    if not found:
        return None
    message = f"put a space after the colon: {shorten(found[2], 30)}: {shorten(found[3], 30)}"
    return stumble.line_start(line) + found.start(3) - 1, message


def _colon_in_text(stumble: Stumble) -> Told | None:
    if not _KEY_AND_TEXT.match(stumble.before):
        return None
    return stumble.at, "this text holds a colon and a space; put the whole text in quotes"


def _without_colon(stumble: Stumble, line: int) -> Told | None:
    above = stumble.places.line(line)
    if not line or ":" in above:
        return None
    start = stumble.line_start(line) + len(above) - len(above.lstrip())
    return start, f"a colon is missing after this; write {shorten(above, 30)}:"


def _too_far_in(stumble: Stumble, line: int) -> Told:
    start = stumble.at - len(stumble.before.lstrip())
    return start, (
        f"this line is indented further than line {line}, which has its value already; indent "
        "both alike, or put a text that runs over several lines in quotes"
    )


def _no_colon(stumble: Stumble) -> Told:
    found = _without_space(stumble, stumble.start_line)
    word = shorten(stumble.places.line(stumble.start_line), 30)
    return found or (stumble.start, f'a colon is missing in "{word}"; write key: value')


def _open_quote(stumble: Stumble) -> Told:
    quote = stumble.opener
    return stumble.start, f"the quote that opens here is never closed; add {quote} at its end"


def _no_key(stumble: Stumble) -> Told:
    if stumble.char == ":":
        return stumble.at, 'there is no key before this ":"; write one, as in name: Claims'
    if stumble.char and stumble.char in "]}":
        return stumble.at, f'this "{stumble.char}" closes nothing; delete it, or open it before'
    if stumble.before.rstrip().endswith(("'", '"')):
        return stumble.at, (
            "the quotes end before this; put the whole text in them, "
            "and write a quote inside of it twice ('') or as \\\""
        )
    if stumble.text.startswith("- ", stumble.at):
        return stumble.at, "a list item cannot stand here; indent it under the key of its list"
    return _out_of_line(stumble)


def _out_of_line(stumble: Stumble) -> Told:
    spaces = len(stumble.before)
    return stumble.at, (
        f"this line is indented by {spaces} spaces, which fits no line above it; "
        "indent it like the lines that it belongs with"
    )


def _open_bracket(stumble: Stumble) -> Told:
    opener = stumble.opener
    closer = {"[": "]", "{": "}"}.get(opener, opener)
    if stumble.line == stumble.start_line and stumble.char not in ("", "\n", "\r"):
        return stumble.at, f'a comma or "{closer}" is missing before this; add it'
    return stumble.start, f'the "{opener}" that opens here is not closed; add "{closer}"'


def _bad_name(stumble: Stumble) -> Told:
    indentation = stumble.text[stumble.line_start(stumble.start_line) : stumble.start]
    if stumble.opener == "*" and not indentation.strip():
        return stumble.start, "start a list item with a dash: - instead of *"
    return stumble.start, _in_quotes(stumble.opener)


def _opener_in_quotes(stumble: Stumble) -> Told:
    return stumble.start, _in_quotes(stumble.opener)


def _char_in_quotes(stumble: Stumble) -> Told:
    return stumble.at, _in_quotes(stumble.char)


def _backslash(stumble: Stumble) -> Told:
    at = stumble.text.rfind("\\", stumble.start, stumble.at + 1)
    return max(at, stumble.start), (
        "a backslash means something in \"double\" quotes; use 'single' ones, or write it twice"
    )


def _list_on_line(stumble: Stumble) -> Told:
    return stumble.at, "start the first item of a list on a line of its own, under its key"


def _no_dash(stumble: Stumble) -> Told:
    return (
        stumble.at,
        'a list item is expected here; start it with "- ", or correct the indentation',
    )


def _after_the_end(stumble: Stumble) -> Told:
    above = stumble.line_above()
    if above and stumble.places.line(above).startswith("..."):
        return stumble.at, "the line ... ended the file before this; delete that line"
    return stumble.at, (
        "this line starts further left than the first one; start all of the top keys "
        "at the left edge"
    )


def _directive(stumble: Stumble) -> Told:
    return stumble.start, "lines that start with % are not used here; delete this one"


def _no_content(stumble: Stumble) -> Told:
    if stumble.char == ":":
        return _no_key(stumble)
    shown = f'"{stumble.char}"' if stumble.char.strip() else "this"
    return stumble.at, f"a value is missing before {shown}; write it, or put the text in quotes"


def _tag(stumble: Stumble) -> Told:
    return stumble.start, _in_quotes("!")


_CAUSES: dict[str, Callable[[Stumble], Told]] = {
    "exceeded maximum nesting depth": lambda stumble: (stumble.at, TOO_DEEP),
    "found character that cannot start any token": _no_start,
    "found a tab character that violates indentation": _tab,
    "found a tab character where an indentation space is expected": _tab,
    "mapping values are not allowed in this context": _second_colon,
    "could not find expected ':'": _no_colon,
    "found unexpected end of stream": _open_quote,
    "found unexpected document indicator": _open_quote,
    "did not find expected key": _no_key,
    "did not find expected ',' or ']'": _open_bracket,
    "did not find expected ',' or '}'": _open_bracket,
    "did not find expected alphabetic or numeric character": _bad_name,
    "did not find expected comment or line break": _opener_in_quotes,
    "found unknown escape character": _backslash,
    "did not find expected hexdecimal number": _backslash,
    "found invalid Unicode character escape code": _backslash,
    "mapping keys are not allowed in this context": _char_in_quotes,
    "block sequence entries are not allowed in this context": _list_on_line,
    "did not find expected '-' indicator": _no_dash,
    "did not find expected <document start>": _after_the_end,
    "found unknown directive name": _directive,
    "found incompatible YAML document": _directive,
    "found duplicate %YAML directive": _directive,
    "could not find expected directive name": _directive,
    "did not find expected node content": _no_content,
    "did not find the expected '>'": _tag,
    "did not find expected '!'": _tag,
    "did not find expected tag URI": _tag,
    "found undefined tag handle": _tag,
    "did not find expected whitespace or line break": _tag,
}
