"""Reading: a file's text to the organisation it describes, or to every problem in it."""

from orgdesign.yamlfile.reading import Reading, read, read_file
from orgdesign.yamlfile.schema import json_schema
from orgdesign.yamlfile.source import Source

__all__ = ["Reading", "Source", "json_schema", "read", "read_file"]
