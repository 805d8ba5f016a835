"""The deck that consultants present: native shapes that people can edit, in PowerPoint's format."""

from orgdesign.documents.deck.deck import deck
from orgdesign.documents.deck.theme import PLAIN, Theme, logo_of, themed

__all__ = ["PLAIN", "Theme", "deck", "logo_of", "themed"]
