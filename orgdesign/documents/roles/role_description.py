"""Role descriptions as values: what each says, before and after a design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from orgdesign.documents.roles.free_content import Rows, content_lines, content_table
from orgdesign.documents.roles.role_facts import BUILT_IN, RoleFacts
from orgdesign.documents.roles.role_standing import RoleNote, role_notes
from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.roles.title_block import title_block
from orgdesign.model import AttributeDefinition, Organisation, Reader, Role, SectionDefinition
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure
from orgdesign.value_objects import value_object

OUTCOME = "outcome"
ENGLISH = RoleWords()


@value_object
class RoleSection:
    """What a description says under one heading; ``before`` where a design changes that.

    ``key`` is the name of the section in the file, whatever the language of its heading. What is
    a table has ``rows`` under ``columns`` besides its lines.
    """

    key: str
    heading: str
    lines: tuple[str, ...]
    before: tuple[str, ...] | None = None
    columns: tuple[str, ...] = ()
    rows: Rows = ()


@value_object
class RoleDescription:
    """What a role is for, as its document says it.

    ``standing`` is what a design does to the role as a whole, ``then`` what the design is called,
    ``former_title`` its title today where that is another one. ``facts`` stand in the title block,
    and ``fact_keys`` are their names in the file; ``manager`` is the title of whom it reports to.
    ``notes`` are what keeps it from the customer, as its links say; ``missing`` are the headings of
    sections that are asked for and have no text yet.
    """

    id: str
    title: str
    function: str | None
    holder: str | None
    sections: tuple[RoleSection, ...]
    then: str = ""
    standing: str = ""
    former_title: str = ""
    notes: tuple[RoleNote, ...] = ()
    words: RoleWords = ENGLISH
    facts: tuple[tuple[str, str], ...] = ()
    fact_keys: tuple[str, ...] = ()
    manager: str | None = None
    missing: tuple[str, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether nothing in it is about the customer."""
        return "silent" in self.notes

    def lines(self, heading: str) -> tuple[str, ...]:
        """Return what it says under a heading, at the end."""
        return next((each.lines for each in self.sections if each.heading == heading), ())


def describe_roles(
    disclosure: Disclosure, role: str | None = None, function: str | None = None
) -> tuple[RoleDescription, ...]:
    """Return the descriptions of all roles, of one role, or of those that a function has.

    Raises:
        OrgdesignError: there is no role, no such role or function, or the function has none.
    """
    sides = (disclosure.today, disclosure.organisation)
    ids = [*dict.fromkeys(id_ for side in sides for id_ in side.roles)]
    if not ids:
        raise OrgdesignError("There is no role to describe: write roles under roles: in the file.")
    chosen = [*_chosen_roles(ids, sides, role, function)]
    name = disclosure.then.name if disclosure.then else ""
    return tuple(_description(each, *sides, name) for each in chosen)


def silent_descriptions(described: Sequence[RoleDescription]) -> list[RoleDescription]:
    """Return the descriptions that say nothing about the customer."""
    return [each for each in described if each.is_silent]


def role_language(organisation: Organisation, role: Role) -> RoleWords:
    """Return the words of the language that a role's document is written in."""
    return RoleWords(role.document.language or organisation.language or "en")


def _chosen_roles(
    ids: Sequence[str],
    sides: tuple[Organisation, Organisation],
    role: str | None,
    function: str | None,
) -> Iterator[str]:
    if role is not None and role not in ids:
        raise unknown_id("role", role, ids)
    if function is not None:
        _check_function(sides, function)
    for id_ in ids:
        if role in (None, id_) and (function is None or _has(sides, function, id_)):
            yield id_


def _check_function(sides: tuple[Organisation, Organisation], function: str) -> None:
    known = {id_: each for side in sides for id_, each in side.functions.items()}
    if function not in known:
        raise unknown_id("function", function, [*known])
    if not any(_has(sides, function, each) for side in sides for each in side.roles):
        raise OrgdesignError(f"{known[function].name} has no role that could be described.")


def _has(sides: tuple[Organisation, Organisation], function: str, role: str) -> bool:
    return any(
        function in [each.id for each in side.index.functions_of(side.roles[role])]
        for side in sides
        if role in side.roles
    )


def unknown_id(kind: str, id_: str, known: Sequence[str]) -> OrgdesignError:
    """Return what is said of an id that the file does not have."""
    close = get_close_matches(id_, known, n=1)
    hint = f'did you mean "{close[0]}"?' if close else "use the id of one in the file."
    return OrgdesignError(f'No {kind} is called "{id_}"; {hint}')


def _description(id_: str, today: Organisation, then: Organisation, name: str) -> RoleDescription:
    was, is_ = today.roles.get(id_), then.roles.get(id_)
    shown, organisation = (is_, then) if is_ else (was, today)
    assert shown is not None  # noqa: S101 - its id comes from one of the two
    words = role_language(organisation, shown)
    sections = role_sections(organisation, shown, words)
    if was and is_ and name:
        before = role_sections(today, was, words, apart=True)
        after = role_sections(then, is_, words, apart=True)
        sections = _beside(before, after, {each.key: each for each in sections})
    home, above = organisation.index.home_function(shown), organisation.index.manager_of(shown)
    facts = [*title_block(organisation, shown, words)]
    return RoleDescription(
        id_,
        shown.title,
        home.name if home else None,
        words.phrase("vacant") if shown.is_vacant else shown.holder,
        sections,
        name,
        "" if was and is_ else f"New with {name}" if is_ else f"Ends with {name}",
        was.title if was and is_ and was.title != is_.title else "",
        role_notes(organisation, shown, ()),
        words,
        tuple((label, said) for _, label, said in facts),
        tuple(key for key, _, _ in facts),
        above.title if above else None,
        tuple(_missing(organisation, shown, words)),
    )


def role_sections(
    organisation: Organisation,
    role: Role,
    words: RoleWords,
    reader: Reader = "description",
    *,
    apart: bool = False,
) -> tuple[RoleSection, ...]:
    """Return the sections of a role's document, in the company's order, for those who read it.

    Where they are to be compared, each who reports to the role stands ``apart``.
    """
    facts = RoleFacts(organisation, role, words, apart)
    return tuple(_sections(organisation, role, facts, reader))


def _sections(
    organisation: Organisation, role: Role, facts: RoleFacts, reader: Reader
) -> Iterator[RoleSection]:
    words, defined = facts.words, organisation.sections
    for key in (OUTCOME, *_order(defined, role)):
        definition = defined.get(key, SectionDefinition(key))
        if definition.readers and reader not in definition.readers:
            continue
        heading = words.heading(key, dict(definition.headings), definition.name)
        if key == OUTCOME or key in BUILT_IN:
            section = RoleSection(key, heading, facts.lines(key))
        else:
            section = _own_section(key, heading, definition, role)
        if section.lines:
            yield section


def _own_section(key: str, heading: str, definition: SectionDefinition, role: Role) -> RoleSection:
    content = role.sections.get(key, definition.text or "")
    columns, rows = content_table(content, definition.columns)
    return RoleSection(key, heading, content_lines(content), None, columns, rows)


def _order(defined: Mapping[str, SectionDefinition], role: Role) -> list[str]:
    """Return the sections in the company's order; what it does not order stands as usual."""
    order = [each for each in defined if each != OUTCOME]
    at = 0
    for key in BUILT_IN:
        if key in order:
            at = order.index(key) + 1
        else:
            order.insert(at, key)
            at += 1
    return [*order, *(each for each in role.sections if each not in defined)]


def _beside(
    before: tuple[RoleSection, ...],
    after: tuple[RoleSection, ...],
    whole: Mapping[str, RoleSection],
) -> tuple[RoleSection, ...]:
    """Return sections as they are after a design, with what they say today where that differs.

    What does not differ is as it is ``whole``.
    """
    was, is_ = ({each.key: each for each in side} for side in (before, after))
    keys = [*is_, *(key for key in was if key not in is_)]
    compared = (_changed(was.get(key), is_.get(key)) for key in keys)
    return tuple(each if each.before is not None else whole[each.key] for each in compared)


def _changed(before: RoleSection | None, after: RoleSection | None) -> RoleSection:
    if before and after and before.lines == after.lines:
        return after
    shown = after or before
    assert shown is not None  # noqa: S101 - its key comes from one of the two
    lines, former = after.lines if after else (), before.lines if before else ()
    return RoleSection(shown.key, shown.heading, lines, former)


def _missing(organisation: Organisation, role: Role, words: RoleWords) -> Iterator[str]:
    for each in missing_definitions(organisation, role):
        yield words.heading(each.id, dict(each.headings), each.name)


def missing_definitions(
    organisation: Organisation, role: Role | None
) -> Iterator[AttributeDefinition | SectionDefinition]:
    """Yield what is asked for of roles and a role does not say; all of it where there is none."""
    attributes = role.attributes if role else {}
    for attribute in organisation.attributes.values():
        if attribute.asked and not attributes.get(attribute.id):
            yield attribute
    for key, section in organisation.sections.items():
        is_said = role and (role.sections.get(key) or getattr(role, key, None))
        if section.asked and not (is_said or section.text):
            yield section
