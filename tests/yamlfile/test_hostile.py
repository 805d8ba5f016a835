"""Files that are broken, or meant to break: a clear refusal, in under a second."""

import os
import socket
from time import process_time

import pytest

from orgdesign.yamlfile import read, read_file
from tests.yamlfile.written import START

OK = START.encode()
EMPTY = "this file is empty; start one with: orgdesign new FILE"
DEEP = "this nests more than 100 levels deep"
BOMB = "the aliases up to here repeat too much"
BROAD = "this file holds too many values"
LONG = "this text is too long"
LINES = "this file has more than 2,000,000 lines"


def doubling(levels: int) -> bytes:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]\n"]
    for level in range(1, levels):
        repeats = b", ".join([b"*a%d" % (level - 1)] * 9)
        lines.append(b"a%d: &a%d [%s]\n" % (level, level, repeats))
    return b"".join(lines)


def each(count: int, entry: bytes) -> bytes:
    return b", ".join(entry.replace(b"N", b"%d" % number) for number in range(count))


HOSTILE = {
    "nothing": (b"", EMPTY),
    "blank": (b"  \n\n", EMPTY),
    "only a comment": (b"# x\n", EMPTY),
    "only a byte-order mark": (b"\xef\xbb\xbf", EMPTY),
    "only a dash line": (b"---\n", EMPTY),
    "a text": (b"hello", "this file holds a text where an organisation is expected"),
    "a list": (b"- a\n- b\n", "this file holds a list where an organisation is expected"),
    "a second document": (OK + b"---\n" + OK, "a second document starts here"),
    "UTF-16": (START.encode("utf-16"), "this file is UTF-16; save it again"),
    "UTF-16 without a mark": (START.encode("utf-16-le"), "this file is UTF-16"),
    "UTF-32": (START.encode("utf-32"), "this file is UTF-32"),
    "UTF-32 without a mark": (START.encode("utf-32-be"), "this file is UTF-32"),
    "Latin-1": ("organization: Café".encode("latin-1"), "this file is not UTF-8: the byte E9"),
    "cut short": ("organization: é".encode()[:-1], "this file is not UTF-8: the byte C3"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this file is not UTF-8: the byte 89"),
    "a null": (b"organization: a\0b", "there is a control character (U+0000) here"),
    "a form feed": (b"organization: a\x0cb", "there is a control character (U+000C) here"),
    "a line separator": ("a: b\u2028c".encode(), "there is an invisible line break (U+2028)"),
    "a mark within": ("a: b\ufeffc".encode(), "there is a stray byte-order mark (U+FEFF)"),
    "a spelt null": (b'organization: "a\\0b"', "this text spells a control character (U+0000)"),
    "a spelt surrogate": (b'a: "\\ud800"', "a backslash means something"),
    "a python tag": (OK + b"roles: !!python/object/apply:os.system [ls]", "tags such as"),
    "a tag of its own": (OK + b"roles: !x {}", 'tags such as "!x" are not used here'),
    "a plain tag": (OK + b"roles: !!map {}", 'tags such as "!!map" are not used here'),
    "deep lists": (OK + b"roles: " + b"[" * 100_000, DEEP),
    "deep mappings": (OK + b"roles: " + b"{a: " * 100_000, DEEP),
    "deep keys": (b"? " * 100_000, DEEP),
    "deep blocks": (b"".join(b" " * level + b"a:\n" for level in range(2000)), DEEP),
    "an alias bomb": (doubling(20), BOMB),
    "a merge bomb": (
        b"a: &a {" + each(5000, b"kN: v") + b"}\nb: {" + each(500, b"mN: {<<: *a}") + b"}",
        BOMB,
    ),
    "an alias of itself": (b"a: &a [*a]", '"*a" repeats a value inside of itself'),
    "a merge of itself": (b"a: &a {<<: *a}", '"*a" repeats a value inside of itself'),
    "an unknown alias": (b"a: *b", 'nothing before this is anchored as "&b"'),
    "a lost word": (b"a: &Sales Service", 'nothing repeats the anchor "&Sales"'),
    "a merged text": (b"a: {<<: b}", '"<<" takes the values of another mapping'),
    "a list as key": (b"[a, b]: c", "a key is one text"),
    "a mapping as key": (b"? {a: b}\n: c", "a key is one text"),
    "no key": (b"a: {: b}", 'there is no key before this ":"'),
    "a huge text": (OK + b"roles: " + b"x" * 9_000_000, LONG),
    "a huge quoted text": (OK + b'roles: "' + b"x" * 9_000_000 + b'"', LONG),
    "a huge block": (OK + b"roles: |\n" + b"  xxxxxxxxxxxxxxxxxx\n" * 400_000, LONG),
    "a huge key": (OK + b"x" * 9_000_000 + b": a", "a colon is missing"),
    "a quote without end": (OK + b'roles: "' + b"x yz " * 1_800_000, "the quote that opens here"),
    "a long list": (OK + b"roles: [" + b"a, " * 4_000_000, "this list has more than 20,000 items"),
    "long lists": (b"".join(b"a%d: [%s]\n" % (n, b"a," * 9000) for n in range(500)), BROAD),
    "a wide mapping": (
        b"{" + b",".join(b"%d" % number for number in range(300_000)) + b"}",
        BROAD,
    ),
    "a mapping of many": (
        b"{" + each(260_000, b"a long enough key N") + b"}",
        "this mapping has more than 250,000 keys",
    ),
    "many empty lines": (b"\n" * 15_000_000, LINES),
    "many comments": (b"# x\n" * 3_000_000, LINES),
    "many directives": (b"%FOO\n" * 900_000, "lines that start with % are not used here"),
    "many tags": (b"a: " + b"!a " * 5_000_000, "tags such as"),
    "many anchors": (b"a: " + b"&a " * 5_000_000, "this line"),
    "many repeated keys": (b"a:\n" * 900_000, '"a" is already written on line 1'),
    "many wrong references": (
        OK + b"functions: {" + each(10_000, b"aN: {name: x, reports_to: bN}") + b"}",
        "no function is called",
    ),
    "many cycles": (
        OK + b"functions: {" + each(5_000, b"aN: {name: x, reports_to: aN}") + b"}",
        "a0 reports to itself",
    ),
    "many unknown keys": (
        OK + b"functions: {a: {name: x, " + each(20_000, b"unknown-N: x") + b"}}",
        '"unknown-0" is not known here',
    ),
    "many designs": (
        OK + b"functions: {" + each(2_000, b"aN: {name: x}") + b"}\ndesigns: {"
        + each(2_000, b"dN: {name: x, changes: [{change: add, function: z, name: }]}") + b"}",
        'a change that adds a function needs "name"',
    ),
    "a huge number": (OK + b"measures: {a: {name: x, target: " + b"9" * 40_000 + b"}}", '"999'),
    "too large": (b"x" * 64_000_001, "this file is too large: 64,000,001 bytes, and the limit is"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(name):
    data, message = HOSTILE[name]
    start = process_time()
    reading = read(data, "f")
    assert process_time() - start < 10  # the square of any of these would take minutes
    assert reading.organisation is None
    assert any(problem.message.startswith(message) for problem in reading.problems)


def test_all_control_characters_are_told():
    problems = read(b"a: \x01\nb: \x02\x7f\n", "f").problems
    assert [(problem.line, problem.column) for problem in problems] == [(1, 4), (2, 4), (2, 5)]


def test_the_first_bad_byte_is_told_where_it_stands():
    (problem,) = read("organization: N\nname: Café".encode("cp1252"), "f").problems
    assert (problem.line, problem.column, problem.text) == (2, 10, "é")


def test_what_is_repeated_before_a_syntax_error_is_told_too():
    problems = read(b"a: x\na: y\nb: [", "f").problems
    assert [problem.line for problem in problems] == [2, 3]


# What is not a file.


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "you may not read this file"),
        (BlockingIOError(11, "Try again"), "this is not a plain file"),
        (OSError(5, "Input/output error"), "this file cannot be read (Input/output error)"),
    ],
)
def test_a_file_that_the_system_refuses(tmp_path, monkeypatch, error, message):
    (tmp_path / "a").write_text("x")

    def refuse(*_):
        raise error

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(tmp_path / "a").startswith(message)


def test_a_file_that_grows_while_it_is_read(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("x")
    monkeypatch.setattr(os, "read", lambda *_: b"x" * 1_000_000)
    assert refusal(tmp_path / "a").startswith("this file is too large")


def refusal(path) -> str:
    reading = read_file(path)
    assert reading.organisation is None
    assert reading.source is None
    (problem,) = reading.problems
    return problem.message


def test_a_file_that_is_not_there(tmp_path):
    assert refusal(tmp_path / "no.yaml").startswith("there is no such file; correct the path")


def test_a_folder(tmp_path):
    assert refusal(tmp_path).startswith("this is a folder, not a file")


def test_a_path_through_a_file(tmp_path):
    (tmp_path / "a").write_text("x")
    assert refusal(tmp_path / "a" / "b").startswith("a part of this path is a file")


def test_a_path_that_cannot_be(tmp_path):
    assert refusal(tmp_path / "a\0b").startswith("this path holds a character no file name can")
    assert "cannot be read" in refusal(tmp_path / ("a" * 5000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").startswith("this is a pipe, not a file")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices here")
def test_a_device_is_not_read():
    assert refusal("/dev/zero").startswith("this is a device, not a file")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets here")
def test_a_socket(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert refusal(tmp_path / "s").startswith("this is a socket, not a file")


def test_a_large_file_is_not_even_opened(tmp_path):
    with (tmp_path / "large").open("wb") as file:
        file.truncate(10**12)
    assert refusal(tmp_path / "large").startswith("this file is too large: 1,000,000,000,000")


def test_a_link_is_followed_only_when_a_person_gave_it(tmp_path):
    (tmp_path / "a.yaml").write_bytes(OK)
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    assert read_file(tmp_path / "link.yaml").organisation is not None
    (problem,) = read_file(tmp_path / "link.yaml", follow=False).problems
    assert problem.message.startswith("this is a link to another place, not a file")


def test_a_link_to_nothing(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    assert refusal(tmp_path / "link").startswith("this link leads to a file that is not there")
