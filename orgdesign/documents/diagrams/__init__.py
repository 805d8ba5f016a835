"""The charts as diagrams that other programs edit: draw.io, and Mermaid for wikis."""

from orgdesign.documents.diagrams.drawio import drawio_file
from orgdesign.documents.diagrams.mermaid import mermaid_document

__all__ = ["drawio_file", "mermaid_document"]
