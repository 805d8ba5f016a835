"""One step of an edit as changes of the text: a value set, an entry added or taken out."""

from __future__ import annotations

from orgdesign.yamlfile.editing import block, flow
from orgdesign.yamlfile.editing.edits import CannotEdit, path_text
from orgdesign.yamlfile.editing.entries import Collection, TextEntry, follow_path, require_untangled
from orgdesign.yamlfile.editing.styles import alike, alike_in_place, key_quote, manner, usual_place
from orgdesign.yamlfile.incremental import TextChange
from orgdesign.yamlfile.tree import Key, Path, Tree
from orgdesign.yamlfile.yaml_text import YamlValue, block_text, flow_text, item_text, key_text


def set_value(tree: Tree, path: Path, value: YamlValue) -> list[TextChange]:
    """Put a value at a path, whatever is there now."""
    here, entry, rest = follow_path(tree, path)
    if rest:
        return create_path(here, entry, rest, value)
    if entry is None:
        raise CannotEdit("the file as a whole cannot be given another value")
    require_untangled(entry)
    return _give_value(entry, value)


def create_path(
    here: Collection | None, entry: TextEntry | None, rest: Path, value: YamlValue
) -> list[TextChange]:
    """Add what is at the rest of a path, in mappings that are missing so far."""
    for key in reversed(rest[1:]):
        if not isinstance(key, str):
            raise CannotEdit(f"there is no place {key} in what is missing so far")
        value = {key: value}
    if here is None and (entry is None or not _says_nothing(entry)):
        where = path_text(entry.path) if entry else "the file"
        raise CannotEdit(f"there is no mapping at {where}")
    if not isinstance(rest[0], str):
        where = path_text(here.path) if here else "this place"
        raise CannotEdit(f"there is no place {rest[0]} in {where}")
    return _put_in(here, entry, rest[0], value)


def _says_nothing(entry: TextEntry) -> bool:
    return entry.node.style == " " and entry.node.start == entry.node.end


def add_at(tree: Tree, path: Path, key: Key | None, value: YamlValue) -> list[TextChange]:
    """Add an entry or item to what is at a path."""
    here, entry, rest = follow_path(tree, path)
    if rest:
        inner: YamlValue = {key: value} if isinstance(key, str) else [value]
        return create_path(here, entry, rest, inner)
    if here is None and (entry is None or not _says_nothing(entry)):
        raise CannotEdit(f"{path_text(path)} cannot hold this")
    if here is not None and here.node.is_mapping != isinstance(key, str):
        raise CannotEdit(f"{path_text(path)} cannot hold this")
    if here is not None and isinstance(key, str) and here.position(key) is not None:
        raise CannotEdit(f"there is already something at {path_text((*path, key))}")
    return _put_in(here, entry, key, value)


def _put_in(
    here: Collection | None, entry: TextEntry | None, key: Key | None, value: YamlValue
) -> list[TextChange]:
    """Add an entry to a collection, or to an entry that has nothing yet."""
    if here is not None and len(here):
        at = usual_place(here, key) if isinstance(key, str) else len(here) if key is None else key
        if not 0 <= at <= len(here):
            raise CannotEdit(f"there is no place {at} in {path_text(here.path)}")
        if here.is_flow:
            return flow.put_in(here, at, _flow_entry(here, key, value))
        return block.put_in(here, at, _lines(here, key, value))
    whole: YamlValue = {key: value} if isinstance(key, str) else [value]
    if entry is None:
        raise CannotEdit("the file says nothing yet")
    if here is not None and here.tree.text[here.node.start + 1 : here.node.end - 1].strip():
        return flow.put_in(here, 0, _flow_entry(here, key, value))
    return _give_value(entry, whole)


def _flow_entry(here: Collection, key: Key | None, value: YamlValue) -> str:
    written = flow_text(value, alike(here, key, value), manner(here))
    return f"{key_text(key, key_quote(here))}: {written}" if isinstance(key, str) else written


def _lines(here: Collection, key: Key | None, value: YamlValue) -> str:
    like, how = alike(here, key, value), manner(here)
    if isinstance(key, str):
        return f"{key_text(key, key_quote(here))}:{block_text(value, like, how)}"
    return f"-{item_text(value, like, how)}"


def _give_value(entry: TextEntry, value: YamlValue) -> list[TextChange]:
    like = alike_in_place(entry, value)
    is_same = like is not None and like.index == entry.value
    how = manner(entry.within, keeps_blocks=is_same)
    if entry.within.is_flow:
        return flow.give_value(entry, flow_text(value, like, how))
    write = block_text if entry.key is not None else item_text
    return block.give_value(entry, write(value, like, how))


def remove_at(tree: Tree, path: Path) -> list[TextChange]:
    """Take out the entry or item at a path."""
    entry = entry_at(tree, path)
    require_untangled(entry)
    return flow.taken_out(entry) if entry.within.is_flow else block.taken_out(entry)


def entry_at(tree: Tree, path: Path) -> TextEntry:
    """Return the entry at a path. Raises `CannotEdit` where there is none."""
    _, entry, rest = follow_path(tree, path)
    if rest or entry is None:
        raise CannotEdit(f"there is nothing at {path_text(path)}")
    return entry
