"""Role descriptions as documents to issue: title block, the customer first, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from orgdesign.documents.roles.role_description import (
    OUTCOME,
    RoleDescription,
    RoleSection,
    silent_descriptions,
)
from orgdesign.documents.roles.role_facts import BUILT_IN
from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.wording import line
from orgdesign.documents.writers import (
    Block,
    Document,
    DocumentTable,
    Fields,
    Heading,
    Items,
    Paragraph,
)
from orgdesign.sandbox import mark_of

_BRIEF = 60
"""So many letters of a section stand beside others in a table."""
OWN_SECTION = "section:"
"""What a mark begins with that is over a section of the company's own."""
CELL_BREAK = " | "
"""What stands between the cells of a row where rows are told apart."""
TODAY = "Today only"
NOTHING = "Nothing is written down."


def role_document(
    described: Sequence[RoleDescription], organisation: str, *, is_signed: bool = True
) -> Document:
    """Return descriptions as one document, each on a page of its own, with room to be signed."""
    words = described[0].words if described else RoleWords()
    title = line(described[0].title) if len(described) == 1 else words.phrase("documents")
    blocks: list[Block] = []
    for each in described:
        signatures = _signatures(each) if is_signed else ()
        blocks += [*_opening(each, organisation), *description_blocks(each), *signatures]
    fields = tuple(_fields(each, organisation) for each in described)
    name = f"{title}, {line(organisation)}"
    return Document(
        name, tuple(blocks), words.language, fields, words.phrase("page", page="{page}", of="{of}")
    )


def role_overview(described: Sequence[RoleDescription], organisation: str) -> Document:
    """Return the list of all descriptions, and of those that say nothing about the customer."""
    name = line(organisation)
    blocks: list[Block] = [Heading(f"Role descriptions, {name}", 1)]
    if silent := silent_descriptions(described):
        blocks += [Heading("They say nothing about the customer"), _titles(silent)]
    blocks += [Heading("All roles"), _titles(described)]
    return Document(f"Role descriptions, {name}", tuple(blocks))


def _titles(described: Sequence[RoleDescription]) -> Items:
    return Items(tuple(_with_function(each) for each in described))


def _with_function(described: RoleDescription) -> str:
    place = f", {line(described.function)}" if described.function else ""
    return f"{line(described.title)}{place}"


def _opening(described: RoleDescription, organisation: str) -> Iterator[Block]:
    title = line(described.title)
    yield Heading(title, 1, "title", _mark(described, f"role:{described.id}", [title]))
    told = [described.words.phrase("document"), line(organisation), line(described.standing)]
    yield Paragraph(" · ".join(filter(None, told)), is_aside=True, key="organisation")


def description_blocks(described: RoleDescription) -> Iterator[Block]:
    """Yield what a description says below its title."""
    if described.facts:
        pairs = zip(described.fact_keys, described.facts, strict=True)
        marks = tuple(_mark(described, f"fact:{key}", [said]) for key, (_, said) in pairs)
        yield DocumentTable(described.facts, kind="facts", key="facts", marks=marks)
    if described.former_title:
        today = described.words.label_text(TODAY, line(described.former_title))
        yield Paragraph(today, key="title")
    for is_brief, sections in groupby(described.sections, lambda each: _is_brief(each, described)):
        several = [*sections]
        if is_brief and len(several) > 1:
            yield from _brief_sections(described, several)
        else:
            yield from _full_sections(described, several)


def _is_brief(section: RoleSection, described: RoleDescription) -> bool:
    """Whether a section of the company's own says so little that a line of a table will do."""
    is_own = section_mark_key(section.key).startswith(OWN_SECTION)
    is_one = len(section.lines) == 1 and not section.rows and section.before is None
    return is_own and is_one and len(section.lines[0]) <= _BRIEF and not described.then


def _brief_sections(described: RoleDescription, sections: Sequence[RoleSection]) -> Iterator[Block]:
    keys = tuple(each.key for each in sections)
    yield Heading(described.words.phrase("details"), key=keys[0])
    marks = (_mark(described, section_mark_key(each.key), each.lines) for each in sections)
    rows = tuple((each.heading, each.lines[0]) for each in sections)
    yield DocumentTable(rows, kind="facts", key=keys[0], marks=tuple(marks), keys=keys)


def _full_sections(described: RoleDescription, sections: Sequence[RoleSection]) -> Iterator[Block]:
    for section in sections:
        mark = _mark(described, section_mark_key(section.key), issued_lines(section))
        yield Heading(section.heading, key=section.key, mark=mark)
        yield from _section(section, described.then)


def section_mark_key(key: str) -> str:
    """Return what a section is called in marks: those of the file itself by their names."""
    return key if key == OUTCOME or key in BUILT_IN else f"{OWN_SECTION}{key}"


def issued_lines(section: RoleSection) -> tuple[str, ...]:
    """Return what stands under a heading as it goes out: its lines, or the rows of its table."""
    return tuple(map(CELL_BREAK.join, section.rows)) if section.rows else section.lines


def _mark(described: RoleDescription, key: str, lines: Sequence[str]) -> str:
    """Return the mark of a heading, by which it comes back; what a design tells does not."""
    return "" if described.then else mark_of(key, lines)


def _section(section: RoleSection, then: str) -> Iterator[Block]:
    if section.before is None:
        if section.rows:
            yield DocumentTable(section.rows, section.columns, key=section.key)
        else:
            yield from _lines(section.lines, section.key)
        return
    both = tuple(each for each in section.lines if each in section.before)
    yield from _lines(both, section.key) if both else ()
    for heading, lines in ((TODAY, section.before), (line(then), section.lines)):
        own = tuple(each for each in lines if each not in both)
        if own or not both:
            yield Heading(heading, 3, section.key)
            yield from _lines(own, section.key)


def _lines(lines: tuple[str, ...], key: str) -> Iterator[Block]:
    if not lines:
        yield Paragraph(NOTHING, is_aside=True, key=key)
    elif len(lines) == 1:
        yield Paragraph(lines[0], key=key)
    else:
        yield Items(lines, key)


def _signatures(described: RoleDescription) -> Iterator[Block]:
    words = described.words
    if described.standing.startswith("Ends"):
        return
    manager = words.phrase("manager")
    who = (
        words.phrase("holder"),
        f"{manager}: {described.manager}" if described.manager else manager,
    )
    mark = _mark(described, "signatures", ())
    yield Heading(words.phrase("signatures"), key="signatures", mark=mark)
    columns = ("", words.phrase("name"), words.phrase("signature"), words.phrase("signed_on"))
    rows = tuple((line(each), "", "", "") for each in who)
    yield DocumentTable(rows, columns, "signatures", "signatures")


def _fields(described: RoleDescription, organisation: str) -> Fields:
    """Return what fills the places of a template: by the name in the file, and by the heading."""
    fields: dict[str, tuple[str, ...]] = {
        "title": (line(described.title),),
        "organisation": (line(organisation),),
        "organization": (line(organisation),),
        "manager": (line(described.manager or ""),),
    }
    for key, names in (("function", "function"), ("reports_to", "reports_to"), ("holder", "holder"),
                       ("version", "version"), ("date", "date"), ("owner", "owner"),
                       ("status", "status"), ("agreed_by", "agreed_by")):  # fmt: skip
        label = described.words.phrase(names)
        fields[key] = tuple(said for name, said in described.facts if name == label)
    fields |= {name: (said,) for name, said in described.facts}
    for section in described.sections:
        fields[section.key] = fields[section.heading] = section.lines
    return fields
