"""All that rules will read, read at once: many texts together take a fraction of their time."""

from __future__ import annotations

from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.role_texts import texts_of
from orgdesign.diagnosis.words import line
from orgdesign.model import Organisation


def read_ahead(organisation: Organisation, reader: TextReader) -> None:
    """Let a reader judge what an organisation says of outcomes, functions, roles and measures."""
    functions = organisation.functions.values()
    contributions = [f.alignment.contribution for f in functions if f.alignment.contribution]
    roles = [line(text) for role in organisation.roles.values() for _, text in texts_of(role)]
    reader.read_all("statements", [line(o.statement) for o in organisation.outcome.walk()])
    reader.read_all("contributions", contributions)
    reader.read_all("roles", [*contributions, *roles])
    reader.read_all("measures", [measure.name for measure in organisation.measures.values()])
