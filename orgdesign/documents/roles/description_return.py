"""Edited role descriptions back into the file: each change told, and accepted or refused."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from orgdesign.documents.roles.returned_document import ReturnedRole, ReturnedText, returned_roles
from orgdesign.documents.roles.returned_fields import FieldOfRole, field_of_role
from orgdesign.imports import NOTHING_REFUSED, ImportChange, MergeResult, Unreadable
from orgdesign.model import Organisation, Role
from orgdesign.yamlfile import Reading
from orgdesign.yamlfile.editing import Edit, Remove, Set, apply


def return_descriptions(
    reading: Reading, files: Sequence[bytes], refused: Container[str] = NOTHING_REFUSED
) -> MergeResult:
    """Return a file with what people edited in role descriptions that it has issued.

    What stands as it went out changes nothing, whatever the file says by now. ``refused`` are
    the keys of changes that are not made.

    Raises:
        Unreadable: the file has problems, or a document cannot be read.
        CannotEdit: its text cannot be changed by splices.
    """
    if reading.organisation is None:
        raise Unreadable("The file to merge into has problems; mend what orgdesign check lists.")
    found = _DescriptionMerge(reading.organisation, refused)
    for data in files:
        for returned in returned_roles(data):
            found.take(returned)
    changed = apply(reading, found.edits).data if found.edits else b""
    accepted = [each.sentence for each in found.proposals if each.key not in refused]
    told = (*dict.fromkeys(accepted), *found.notes)
    return MergeResult(changed, told, bool(found.edits), tuple(found.proposals))


@dataclass(slots=True)
class _DescriptionMerge:
    organisation: Organisation
    refused: Container[str]
    edits: list[Edit] = field(default_factory=list)
    proposals: list[ImportChange] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, returned: ReturnedRole) -> None:
        """Take what was edited in the description of a role."""
        role = self.organisation.roles.get(returned.id)
        if role is None:
            title = returned.texts[0].lines[0]
            self.notes.append(f"{title} is no longer in the file, and was left out.")
            return
        for text in returned.texts:
            if text.is_edited and text.key != "signatures":
                self._take_text(role, text)

    def _take_text(self, role: Role, text: ReturnedText) -> None:
        found = field_of_role(self.organisation, role, text)
        if found is None:
            self.notes.append(
                f"{role.title}: what stands under {text.heading or text.key} comes of elsewhere in"
                " the file, and was left as it is there."
            )
            return
        self.edits += self._edits(role, text, found)

    def _edits(self, role: Role, text: ReturnedText, found: FieldOfRole) -> Iterator[Edit]:
        key = "/".join((role.id, *found.path))
        sentence = f"{role.title}: {found.words}."
        proposals, items = found.issued.compare_with(text.lines, key, sentence, self.refused)
        if "" in items:
            self.notes.append(f"{role.title}: {found.words} names a measure that is not there yet.")
            items = [item for item in items if item != ""]
        self.proposals += proposals
        if any(each.key not in self.refused for each in proposals):
            path = ("roles", role.id, *found.path)
            value = found.value(items)
            if value != found.now:
                yield Set(path, value) if value else Remove(path)
