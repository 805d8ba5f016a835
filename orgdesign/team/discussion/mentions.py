"""Who is called in a comment: an @ before a name, of those who may see what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.value_objects import value_object


@value_object
class TextPiece:
    """A piece of a comment: words, or the name of somebody who is called."""

    text: str
    is_mention: bool = False


def find_mentions(text: str, names: Iterable[str]) -> list[str]:
    """Return which of these names are called in a text, each once."""
    called = (piece.text[1:] for piece in text_pieces(text, names) if piece.is_mention)
    return list(dict.fromkeys(called))


def text_pieces(text: str, names: Iterable[str]) -> Iterator[TextPiece]:
    """Yield a text in pieces; the longest name after an @ is the one that is meant."""
    known = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    start = at = 0
    while (at := text.find("@", at)) >= 0:
        name = next((one for one in known if _stands(text, at + 1, one)), None)
        if name is None or (at and text[at - 1].isalnum()):
            at += 1
            continue
        if at > start:
            yield TextPiece(text[start:at])
        yield TextPiece(f"@{name}", is_mention=True)
        start = at = at + 1 + len(name)
    if start < len(text):
        yield TextPiece(text[start:])


def _stands(text: str, at: int, name: str) -> bool:
    """Tell whether a name stands at a place, and does not go on as another word."""
    end = at + len(name)
    if text[at:end].casefold() != name.casefold():
        return False
    return end == len(text) or not text[end].isalnum()
