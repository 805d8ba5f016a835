"""Reading: a file's text to the organisation it describes, or to every problem in it."""

from orgdesign.yamlfile.file_data import field_data, key_of, to_file_data
from orgdesign.yamlfile.organisation_reading import Reading, read, read_file
from orgdesign.yamlfile.schema import json_schema
from orgdesign.yamlfile.source import Source

__all__ = [
    "Reading",
    "Source",
    "field_data",
    "json_schema",
    "key_of",
    "read",
    "read_file",
    "to_file_data",
]
