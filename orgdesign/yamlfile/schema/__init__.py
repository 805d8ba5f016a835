"""The shape of an organisation file, said once: it checks, builds, and describes itself."""

from orgdesign.yamlfile.schema.describe import json_schema
from orgdesign.yamlfile.schema.file import built_parts, organisation_of, uses_of

__all__ = ["built_parts", "json_schema", "organisation_of", "uses_of"]
