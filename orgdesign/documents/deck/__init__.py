"""The deck that consultants present: native shapes that people can edit, in PowerPoint's format."""

from orgdesign.documents.deck.deck import deck
from orgdesign.documents.deck.theme import DeckTheme, deck_theme, logo_of
from orgdesign.documents.deck.view_deck import journey_deck, sheet_deck, slide_size, view_deck

__all__ = [
    "DeckTheme",
    "deck",
    "deck_theme",
    "journey_deck",
    "logo_of",
    "sheet_deck",
    "slide_size",
    "view_deck",
]
