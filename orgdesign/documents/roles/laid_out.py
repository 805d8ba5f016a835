"""Role descriptions as documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.roles.description import Description, Section, silent
from orgdesign.documents.wording import line
from orgdesign.documents.writers.document import Block, Document, Heading, Items, Paragraph

TODAY = "Today only"
NOTHING = "Nothing is written down."


def laid_out(described: Sequence[Description], organisation: str) -> Document:
    """Return descriptions as one document, each on a page of its own."""
    title = line(described[0].title) if len(described) == 1 else "Role descriptions"
    blocks = (block for each in described for block in _blocks(each, organisation))
    return Document(f"{title}, {line(organisation)}", tuple(blocks))


def overview(described: Sequence[Description], organisation: str) -> Document:
    """Return the list of all descriptions, and of those that say nothing about the customer."""
    name = line(organisation)
    blocks: list[Block] = [Heading(f"Role descriptions, {name}", 1)]
    if quiet := silent(described):
        blocks += [Heading("They say nothing about the customer"), _titles(quiet)]
    blocks += [Heading("All roles"), _titles(described)]
    return Document(f"Role descriptions, {name}", tuple(blocks))


def _titles(described: Sequence[Description]) -> Items:
    return Items(tuple(_with_function(each) for each in described))


def _with_function(described: Description) -> str:
    place = f", {line(described.function)}" if described.function else ""
    return f"{line(described.title)}{place}"


def _blocks(described: Description, organisation: str) -> Iterator[Block]:
    yield Heading(line(described.title), 1)
    yield Paragraph(" · ".join(_about(described, organisation)), is_aside=True)
    for section in described.sections:
        yield Heading(section.heading)
        yield from _section(section, described.then)


def _about(described: Description, organisation: str) -> Iterator[str]:
    yield line(organisation)
    for each in (described.function, described.holder):
        if each:
            yield line(each)
    if described.standing:
        yield line(described.standing)


def _section(section: Section, then: str) -> Iterator[Block]:
    if section.before is None:
        yield from _lines(section.lines)
        return
    both = tuple(each for each in section.lines if each in section.before)
    yield from _lines(both) if both else ()
    for heading, lines in ((TODAY, section.before), (line(then), section.lines)):
        own = tuple(each for each in lines if each not in both)
        if own or not both:
            yield Heading(heading, 3)
            yield from _lines(own)


def _lines(lines: tuple[str, ...]) -> Iterator[Block]:
    if not lines:
        yield Paragraph(NOTHING, is_aside=True)
    elif len(lines) == 1:
        yield Paragraph(lines[0])
    else:
        yield Items(lines)
