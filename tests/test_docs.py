"""The documents say what the program does, and nothing that is not there."""

import doctest
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from orgdesign import cli
from orgdesign.cli.program import program

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("*/*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*\ssrc=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NAMED_FILE = re.compile(r"# (\S+\.yaml)\n")
PARAMETERS = [
    (name, flag)
    for name, command in program.commands.items()
    for part in (command, *getattr(command, "commands", {}).values())
    for parameter in part.params
    if isinstance(parameter, click.Option)
    for flag in parameter.opts
]

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def section(command: str) -> str:
    """Return what docs/commands.md says of a command."""
    _, heading, rest = (
        (ROOT / "docs" / "commands.md").read_text("utf-8").partition(f"\n## orgdesign {command}\n")
    )
    assert heading, f"docs/commands.md has no section on orgdesign {command}"
    return rest.partition("\n## ")[0]


@pytest.mark.parametrize("command", program.commands)
def test_every_command_is_documented(command):
    assert f"`orgdesign {command}" in section(command)


@pytest.mark.parametrize(("command", "flag"), PARAMETERS)
def test_every_option_is_documented(command, flag):
    assert f"`{flag}`" in section(command)


@pytest.mark.parametrize("command", program.commands)
def test_no_option_is_documented_that_is_not_there(command):
    documented = set(re.findall(r"^\| (`-.*?) ", section(command), re.MULTILINE))
    flags = {flag for name, flag in PARAMETERS if name == command}
    assert {flag for cell in documented for flag in re.findall(r"--?[\w-]+", cell)} <= flags


def examples(document: Path) -> Iterator[tuple[str, str]]:
    """Yield each command of a document's console blocks with what it says, writing its files."""
    for language, block in FENCE.findall(document.read_text("utf-8")):
        if named := NAMED_FILE.match(block):
            Path(named[1]).write_text(block, "utf-8")
        if language == "console":
            for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, said = step.partition("\n")
                yield command, said


@each_document
def test_console_examples_say_what_the_program_says(document, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    os.symlink(ROOT / "examples", tmp_path / "examples")
    for command, said in examples(document):
        name, *arguments = shlex.split(command)
        assert name == "orgdesign"
        cli.main(arguments)
        output = capsys.readouterr()
        got = output.out + output.err
        assert doctest.OutputChecker().check_output(said, got, doctest.ELLIPSIS), (command, got)


def slugs(document: Path) -> set[str]:
    """Return the anchors of a document, as GitHub makes them from its headings."""
    headings = HEADING.findall(document.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}


@each_document
def test_every_link_and_image_is_there(document):
    text = FENCE.sub("", document.read_text("utf-8"))
    for target in (markdown or html for markdown, html in LINK.findall(text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = document.parent / path if path else document
        assert linked.exists(), f"{document.name} links to {target}, which is not there"
        if anchor and linked.suffix == ".md":
            assert anchor in slugs(linked), f"{document.name} links to {target}: no such heading"
