"""The title block of a role's document: where it belongs, whose it is, and its own attributes."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents.roles.role_words import RoleWords
from orgdesign.documents.wording import line
from orgdesign.model import AttributeDefinition, Organisation, Reader, Role

ATTRIBUTE = "attribute:"
"""What stands before the key of a company's own attribute."""


def title_block(
    organisation: Organisation, role: Role, words: RoleWords
) -> Iterator[tuple[str, str, str]]:
    """Yield what stands in the title block: the name in the file, the label, what it says."""
    home, above = organisation.index.home_function(role), organisation.index.manager_of(role)
    if home:
        yield "function", words.phrase("function"), line(home.name)
    if above:
        yield "reports_to", words.phrase("reports_to"), line(above.title)
    if holder := words.phrase("vacant") if role.is_vacant else role.holder:
        yield "holder", words.phrase("holder"), line(holder)
    for key, label, said in attribute_facts(organisation, role, words):
        yield f"{ATTRIBUTE}{key}", label, said
    document = role.document
    status = words.phrase(document.status) if document.status else None
    agreed_by = ", ".join(document.agreed_by)
    for key, text in (("version", document.version), ("date", document.date),
                      ("owner", document.owner), ("status", status),
                      ("agreed_by", agreed_by)):  # fmt: skip
        if text:
            yield key, words.phrase(key), line(text)


def attribute_facts(
    organisation: Organisation, role: Role, words: RoleWords, reader: Reader = "description"
) -> Iterator[tuple[str, str, str]]:
    """Yield the attributes of a role that its readers are told, in the company's order, by keys."""
    defined = organisation.attributes
    for key in (*(each for each in defined if each in role.attributes),
                *(each for each in role.attributes if each not in defined)):  # fmt: skip
        definition = defined.get(key, AttributeDefinition(key))
        is_told = not definition.readers or reader in definition.readers
        if is_told and not definition.private and definition.type != "picture":
            said = role.attributes[key]
            told = line(said if isinstance(said, str) else ", ".join(said))
            told = f"{told} {definition.unit}" if definition.unit and told else told
            if told:
                yield key, words.heading(key, dict(definition.headings), definition.name), told
