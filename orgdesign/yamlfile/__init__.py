"""Reading: a file's text to the organisation it describes, or to every problem in it."""

from orgdesign.yamlfile.file_bytes import FileRefusal, file_bytes
from orgdesign.yamlfile.file_data import field_data, key_of, to_file_data
from orgdesign.yamlfile.limits import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS
from orgdesign.yamlfile.new_ids import id_of, new_id
from orgdesign.yamlfile.organisation_reading import Reading, read, read_file
from orgdesign.yamlfile.parts import NOUN_SECTIONS, KnownParts, made_by, mapping, parts_with
from orgdesign.yamlfile.problem_collector import Fault
from orgdesign.yamlfile.quoted_text import quoted_text
from orgdesign.yamlfile.schema import json_schema
from orgdesign.yamlfile.selection import FieldPlace, FileSelection, PartKey
from orgdesign.yamlfile.source import Source
from orgdesign.yamlfile.suggestions import Suggester
from orgdesign.yamlfile.theme_file import read_theme
from orgdesign.yamlfile.tree import Path, TreeNode, to_plain_data
from orgdesign.yamlfile.yaml_text import (
    TextManner,
    YamlValue,
    block_text,
    flow_text,
    key_text,
    spelt,
)

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_PROBLEMS",
    "NOUN_SECTIONS",
    "Fault",
    "FieldPlace",
    "FileRefusal",
    "FileSelection",
    "KnownParts",
    "PartKey",
    "Path",
    "Reading",
    "Source",
    "Suggester",
    "TextManner",
    "TreeNode",
    "YamlValue",
    "block_text",
    "field_data",
    "file_bytes",
    "flow_text",
    "id_of",
    "json_schema",
    "key_of",
    "key_text",
    "made_by",
    "mapping",
    "new_id",
    "parts_with",
    "quoted_text",
    "read",
    "read_file",
    "read_theme",
    "spelt",
    "to_file_data",
    "to_plain_data",
]
