"""What a design changes in a role, for talks with people: before and after, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from orgdesign.documents.road_map import RoadMapChange, RoadMapPhase, disclosed_designs, road_map
from orgdesign.documents.roles.open_points import open_points
from orgdesign.documents.roles.role_description import (
    RoleDescription,
    RoleSection,
    describe_roles,
    unknown_id,
)
from orgdesign.documents.roles.role_document import description_blocks
from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.wording import line
from orgdesign.documents.writers import Block, Document, DocumentTable, Heading, Items, Paragraph
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure

GOES, COMES = "− ", "+ "  # noqa: RUF001 - a minus sign, as a reader sees it
"""What marks a line that is no longer there, and one that is new."""
_UNTIL = " – "  # noqa: RUF001 - as dates are written
_Row = tuple[str, str]


def changed_roles(
    disclosure: Disclosure,
    role: str | None = None,
    function: str | None = None,
    manager: str | None = None,
) -> tuple[RoleDescription, ...]:
    """Return the roles that a sheet of changes is about: those that change, or those chosen.

    Those of a ``manager`` come in the order of their team, today's and then who joins it.

    Raises:
        OrgdesignError: no design goes out, or the role, function or manager is not there.
    """
    if disclosure.then is None:
        raise OrgdesignError("A sheet of changes needs a design: choose which one.")
    described = describe_roles(disclosure, role, function)
    if manager is not None:
        by_id = {each.id: each for each in describe_roles(disclosure)}
        return tuple(by_id[each] for each in _team(disclosure, manager))
    if role is not None or function is not None:
        return described
    changed = tuple(each for each in described if is_changed(each))
    if not changed:
        raise OrgdesignError(f"{disclosure.then.name} changes nothing in any role.")
    return changed


def is_changed(described: RoleDescription) -> bool:
    """Whether a design changes anything in a role: its title, its place, any line of it."""
    sections = any(each.before is not None for each in described.sections)
    return bool(described.standing or described.former_title or sections)


def _team(disclosure: Disclosure, manager: str) -> list[str]:
    sides = [disclosure.today, disclosure.organisation]
    if not any(manager in side.roles for side in sides):
        raise unknown_id("role", manager, [id_ for side in sides for id_ in side.roles])
    team = dict.fromkeys(
        each.id
        for side in sides
        if manager in side.roles
        for each in side.index.reports_of(side.roles[manager])
    )
    if not team:
        raise OrgdesignError("Nobody reports to this role, today or then; choose another manager.")
    return [*team]


def change_sheets(disclosure: Disclosure, described: Sequence[RoleDescription]) -> Document:
    """Return a sheet for each role: what goes and what comes, when, by whom, and what is open."""
    words, name = described[0].words, line(disclosure.organisation.name)
    title = line(described[0].title) if len(described) == 1 else words.phrase("changes")
    phases = [phase for one in disclosed_designs(disclosure) for phase in road_map(disclosure, one)]
    blocks = (block for each in described for block in _sheet(disclosure, each, phases))
    page = words.phrase("page", page="{page}", of="{of}")
    return Document(f"{title}, {name}", tuple(blocks), words.language, (), page)


def _sheet(
    disclosure: Disclosure, described: RoleDescription, phases: Sequence[RoadMapPhase]
) -> Iterator[Block]:
    words = described.words
    yield Heading(line(described.title), 1)
    told = (words.phrase("changes"), line(described.then), line(described.function or ""))
    yield Paragraph(" · ".join(filter(None, told)), is_aside=True)
    if described.standing:
        is_new = described.standing.startswith("New")
        yield Paragraph(words.phrase("new_role" if is_new else "role_ends"))
        if is_new:
            yield from description_blocks(described)
    elif not is_changed(described):
        yield Paragraph(words.phrase("nothing_changes"))
    if described.former_title:
        rows = ((f"{GOES}{line(described.former_title)}", f"{COMES}{line(described.title)}"),)
        yield from _compared(words.phrase("role_title"), rows, words)
    for section in described.sections:
        if section.before is not None:
            yield from _compared(section.heading, tuple(line_rows(section, words)), words)
    yield from _plan_blocks(disclosure, described, phases)


def _compared(heading: str, rows: tuple[_Row, ...], words: RoleWords) -> Iterator[Block]:
    yield Heading(heading)
    yield DocumentTable(rows, (words.phrase("before"), words.phrase("after")), "changes")


def line_rows(section: RoleSection, words: RoleWords) -> Iterator[_Row]:
    """Yield the lines of a section side by side, those that go or come marked."""
    before, after = section.before or (), section.lines
    for kind, start, end, first, last in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind == "equal":
            yield from _unchanged_rows(before[start:end], words)
            continue
        gone = [f"{GOES}{each}" for each in before[start:end]]
        come = [f"{COMES}{each}" for each in after[first:last]]
        for at in range(max(len(gone), len(come))):
            yield (gone[at] if at < len(gone) else "", come[at] if at < len(come) else "")


def _unchanged_rows(lines: Sequence[str], words: RoleWords) -> Iterator[_Row]:
    """Yield lines that stay: few as they are, more of them as their number."""
    if len(lines) <= 2:
        yield from ((each, each) for each in lines)
    else:
        told = words.phrase("kept_lines", count=words.number(len(lines)))
        yield told, told


def _plan_blocks(
    disclosure: Disclosure, described: RoleDescription, phases: Sequence[RoadMapPhase]
) -> Iterator[Block]:
    """Yield when and by whom what concerns the role is changed, and what is still open."""
    words, concerned = described.words, _concerned(disclosure, described.id)
    found = [(phase, each) for phase in phases for each in phase.lines if _names(each) & concerned]
    if found:
        yield Heading(words.phrase("when"))
        columns = (words.phrase("when"), words.phrase("changes"), words.phrase("by_whom"))
        rows = tuple(
            (_dates(at, words), _with_reason(each, words), each.owner or "?") for at, each in found
        )
        yield DocumentTable(rows, columns, "plan")
    still_open = [*open_points(disclosure, described.id, words)]
    unowned = (line(each.sentence) for _, each in found if not each.owner)
    still_open += [words.phrase("open_owner", change=each) for each in unowned]
    still_open += described.missing
    if still_open:
        yield Heading(words.phrase("still_open"))
        yield Items(tuple(still_open)) if len(still_open) > 1 else Paragraph(still_open[0])


def _concerned(disclosure: Disclosure, role: str) -> set[str]:
    """Return a role and the functions that it has, today or then, by their ids."""
    ids = {role}
    for side in (disclosure.today, disclosure.organisation):
        if role in side.roles:
            ids |= {each.id for each in side.index.functions_of(side.roles[role])}
    return ids


def _names(change: RoadMapChange) -> set[str]:
    values = change.step.change.values.values()
    named = {each for each in values if isinstance(each, str)}
    return named | {one for each in values if isinstance(each, tuple)
                    for one in each if isinstance(one, str)}  # fmt: skip


def _with_reason(change: RoadMapChange, words: RoleWords) -> str:
    """Return what is done and, where the file says it, why."""
    reason, told = change.step.change.reason, line(change.sentence)
    return f"{told}\n{words.phrase('why', reason=line(reason))}" if reason else told


def _dates(phase: RoadMapPhase, words: RoleWords) -> str:
    dates = (phase.phase.starts, phase.phase.ends) if phase.phase else ()
    told = _UNTIL.join(words.date(each) for each in dates if each)
    return f"{line(phase.name)}\n{told}" if told else line(phase.name)
