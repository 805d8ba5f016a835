"""Text for a job advertisement, from the same facts as the role description."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from typing import Any

from orgdesign.documents.roles.role_description import (
    OUTCOME,
    RoleDescription,
    role_language,
    role_sections,
)
from orgdesign.documents.roles.role_facts import BUILT_IN
from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.roles.title_block import attribute_facts
from orgdesign.documents.wording import line
from orgdesign.documents.writers import Block, Document, DocumentTable, Heading, Items, Paragraph
from orgdesign.model import Organisation, Role
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure


def advertisement(disclosure: Disclosure, described: Sequence[RoleDescription]) -> Document:
    """Return what outsiders may read of roles: no holders, rewards, limits, figures or changes.

    Roles that end are not advertised.

    Raises:
        OrgdesignError: none of the roles is there any more.
    """
    organisation, roles = _advertised(disclosure, described)
    words = role_language(organisation, roles[0])
    title = line(roles[0].title) if len(roles) == 1 else words.phrase("open_roles")
    blocks = (block for role in roles for block in _blocks(organisation, role))
    name = f"{title}, {line(disclosure.organisation.name)}"
    return Document(
        name, tuple(blocks), words.language, (), words.phrase("page", page="{page}", of="{of}")
    )


def _advertised(
    disclosure: Disclosure, described: Sequence[RoleDescription]
) -> tuple[Organisation, list[Role]]:
    organisation, known = disclosure.organisation, disclosure.organisation.roles
    roles = [known[each.id] for each in described if each.id in known]
    if not roles:
        raise OrgdesignError("A role that ends is not advertised; choose another, or no design.")
    return organisation, roles


def _blocks(organisation: Organisation, role: Role) -> Iterator[Block]:
    words = role_language(organisation, role)
    yield Heading(line(role.title), 1)
    yield Paragraph(_promise(organisation, words))
    if role.purpose and _may_go_out(organisation, "purpose"):
        yield Paragraph(words.sentence(role.purpose))
    if facts := tuple((label, said) for _, label, said in _facts(organisation, role, words)):
        yield DocumentTable(facts, kind="facts")
    for heading, lines in _parts(organisation, role, words):
        if lines:
            yield Heading(heading)
            yield Items(tuple(lines)) if len(lines) > 1 else Paragraph(lines[0])
    for section in role_sections(organisation, role, words, "advertisement"):
        if section.key not in (OUTCOME, *BUILT_IN) and _is_for_outsiders(organisation, section.key):
            yield Heading(section.heading)
            if section.rows:
                yield DocumentTable(section.rows, section.columns)
            else:
                yield (
                    Items(section.lines) if len(section.lines) > 1 else Paragraph(section.lines[0])
                )


def _is_for_outsiders(organisation: Organisation, section: str) -> bool:
    """Whether a section goes into advertisements: the company says so, or it says what to bring."""
    definition = organisation.sections.get(section)
    if definition and definition.readers:
        return "advertisement" in definition.readers
    return _plain(section) in _REQUIREMENTS


def _may_go_out(organisation: Organisation, section: str) -> bool:
    """Whether a company keeps a section of the file itself from nobody outside."""
    definition = organisation.sections.get(section)
    return not (definition and definition.readers) or _is_for_outsiders(organisation, section)


def _facts(
    organisation: Organisation, role: Role, words: RoleWords
) -> Iterator[tuple[str, str, str]]:
    """Yield the attributes that outsiders may read: the key, the label, what it says."""
    for key, label, said in attribute_facts(organisation, role, words, "advertisement"):
        definition = organisation.attributes.get(key)
        if _plain(key) not in _NOT_OUTSIDE or (definition and definition.readers):
            yield key, label, said


def _plain(key: str) -> str:
    return key.casefold().replace("-", "_").replace(" ", "_")


def _promise(organisation: Organisation, words: RoleWords) -> str:
    stated = words.quote(organisation.outcome.statement)
    name = line(organisation.name)
    return words.sentence(words.phrase("promise", organisation=name, outcome=stated))


def _parts(
    organisation: Organisation, role: Role, words: RoleWords
) -> Iterator[tuple[str, list[str]]]:
    yield words.phrase("you_make_possible"), [*_contributions(organisation, role, words)]
    if _may_go_out(organisation, "accountabilities"):
        yield words.phrase("you_answer_for"), [*map(words.sentence, role.accountabilities)]
    if _is_for_outsiders(organisation, "decides"):
        yield words.phrase("you_decide"), [*map(words.sentence, role.decides)]
    if _may_go_out(organisation, "measured_by"):
        measures = organisation.index.measures(role.measured_by)
        told = [words.sentence(each.name) for each in measures if each.kind == "customer"]
        yield words.phrase("you_see"), told
    yield words.phrase("you_work_with"), [*_company(organisation, role, words)]


def _contributions(organisation: Organisation, role: Role, words: RoleWords) -> Iterator[str]:
    outcomes = organisation.index.outcomes
    yield from (
        words.sentence(outcomes[each].statement) for each in organisation.index.outcomes_of(role)
    )
    for function in organisation.index.functions_of(role):
        if function.alignment.contribution:
            does = line(function.alignment.contribution)
            yield words.sentence(words.label_text(line(function.name), does))


def _company(organisation: Organisation, role: Role, words: RoleWords) -> Iterator[str]:
    above = organisation.index.manager_of(role)
    if above and _may_go_out(organisation, "reporting"):
        yield words.phrase("you_report_to", role=line(above.title))
    functions = organisation.functions
    near: list[str] = []
    if _may_go_out(organisation, "handoffs_in"):
        near += [functions[each.giver].name for each in organisation.index.handed_to(role)]
    if _may_go_out(organisation, "handoffs_out"):
        near += [functions[each.taker].name for each in organisation.index.handed_by(role)]
    if names := [*dict.fromkeys(line(each) for each in near)]:
        yield words.phrase("hand_in_hand", names=words.list_names(names))


_MEANT: dict[str, tuple[str, ...]] = {
    "jobLocation": ("location", "place", "arbeitsort", "ort", "lieu", "lugar", "勤務地"),
    "employmentType": ("contract", "vertrag", "contrat", "contrato", "雇用形態"),
    "workHours": ("hours", "arbeitszeit", "horaires", "jornada", "勤務時間"),
    "identifier": ("post", "post_number", "position_id", "stellennummer", "職位番号"),
    "baseSalary": ("pay_range", "salary_range", "pay", "gehalt", "salaire", "salario", "給与"),
    "occupationalCategory": ("occupation_code", "occupation", "beruf", "職業分類"),
    "qualifications": ("qualifications", "qualifikation", "diplômes", "titulación", "資格"),
    "skills": ("skills", "kenntnisse", "compétences", "competencias", "スキル"),
    "experienceRequirements": ("experience", "erfahrung", "expérience", "experiencia", "経験"),
    "jobBenefits": ("benefits", "leistungen", "avantages", "beneficios", "福利厚生"),
    "validThrough": ("closing_date", "bewerbungsschluss", "date_limite", "fecha_limite", "締切"),
}
"""What attributes and sections say of a job in the words of schema.org."""
_REQUIREMENTS = (
    *_MEANT["qualifications"],
    *_MEANT["skills"],
    *_MEANT["experienceRequirements"],
)
"""Sections that say what whoever applies is to bring, where the company does not say for whom."""
_NOT_OUTSIDE = ("budget", "cost_centre", "cost_center", "evaluation", *_MEANT["identifier"])
"""Attributes that only those within a company are concerned with, where it does not say."""


def job_posting(disclosure: Disclosure, role: RoleDescription) -> bytes:
    """Return a role that is advertised as schema.org's ``JobPosting``, in JSON-LD.

    It holds what its advertisement says, and no more.

    Raises:
        OrgdesignError: the role is not there any more.
    """
    organisation, (found,) = _advertised(disclosure, [role])
    posting: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": line(found.title),
        "description": _as_html(_blocks(organisation, found)),
        "hiringOrganization": {"@type": "Organization", "name": line(organisation.name)},
        "responsibilities": _responsibilities(organisation, found),
        "datePosted": found.document.date,
    }
    for meaning, said in _meanings(organisation, found):
        kind, name = _THINGS.get(meaning, ("", ""))
        posting[meaning] = {"@type": kind, name: said} if kind else said
    told = {key: value for key, value in posting.items() if value and _is_dated(key, value)}
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


_THINGS = {
    "jobLocation": ("Place", "address"),
    "identifier": ("PropertyValue", "value"),
    "baseSalary": ("MonetaryAmount", "value"),
}
"""What is a thing of its own there, and which of its properties is said."""
_DATES = ("datePosted", "validThrough")
"""What is a date there, and left out where it is written in another way."""


def _is_dated(meaning: str, said: object) -> bool:
    if meaning not in _DATES:
        return True
    try:
        return bool(datetime.fromisoformat(str(said)))
    except ValueError:
        return False


def _responsibilities(organisation: Organisation, role: Role) -> str:
    if not _may_go_out(organisation, "accountabilities"):
        return ""
    words = role_language(organisation, role)
    return " ".join(map(words.sentence, role.accountabilities))


def _meanings(organisation: Organisation, role: Role) -> Iterator[tuple[str, str]]:
    words = role_language(organisation, role)
    said = {_plain(key): told for key, _, told in _facts(organisation, role, words)}
    for section in role_sections(organisation, role, words, "advertisement"):
        if _is_for_outsiders(organisation, section.key):
            said[_plain(section.key)] = " ".join(section.lines)
    for meaning, names in _MEANT.items():
        if told := next((said[name] for name in names if said.get(name)), ""):
            yield meaning, told


def _as_html(blocks: Iterator[Block]) -> str:
    told = []
    for block in blocks:
        match block:
            case Heading(text, level) if level > 1:
                told.append(f"<h3>{escape(text)}</h3>")
            case Paragraph(text):
                told.append(f"<p>{escape(text)}</p>")
            case Items(lines):
                told.append(f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in lines)}</ul>")
            case DocumentTable(rows):
                told += [f"<p>{escape(': '.join(filter(None, row)))}</p>" for row in rows]
    return "".join(told)
