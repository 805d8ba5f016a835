"""The company's own presentation as a template, and what must not go out with a deck."""

from __future__ import annotations

import io
from typing import Any
from zipfile import BadZipFile

import pptx
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Deck

from orgdesign.documents.attached import Attached
from orgdesign.documents.deck.markup import clean
from orgdesign.documents.properties import say_nothing_but
from orgdesign.documents.swollen import refuse_swollen
from orgdesign.problems import OrgdesignError

_TELLTALE = {
    "commentAuthors",
    "comments",
    "custom-properties",
    "customXml",
    "authors",
    "thumbnail",
    "presProps",
    "viewProps",
    "printerSettings",
    "handoutMaster",
    "tags",
    "extended-properties",
}


def opened(template: Attached) -> Deck:
    """Return a company's template without its slides.

    Raises:
        OrgdesignError: it cannot be read, or is no presentation.
    """
    try:
        refuse_swollen(template)
        file = pptx.Presentation(io.BytesIO(template.data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        message = (
            f"{template.name} is not a presentation; save the template as .pptx and try again."
        )
        raise OrgdesignError(message) from None
    ids = file.part._element.get_or_add_sldIdLst()  # noqa: SLF001 - the library removes no slides
    for each in [*ids]:
        file.part.rels.pop(each.rId)
        _unmention(file.part._element, each.rId)  # noqa: SLF001
    return file


def without_traces(file: Deck, title: str) -> None:
    """Leave out who made a deck or its template, when, and where it lay."""
    say_nothing_but(file.core_properties, clean(title))
    package = file.part.package
    _forget(package._rels, None)  # noqa: SLF001 - the library has no other way
    for part in package.iter_parts():
        _forget(part.rels, getattr(part, "_element", None))


def _forget(relations: Any, element: Any) -> None:
    """Forget what tells of the people who wrote a template, and where it is spoken of."""
    for id_, relation in [*relations.items()]:
        if relation.reltype.rpartition("/")[2] in _TELLTALE:
            relations.pop(id_)
            if element is not None:
                _unmention(element, id_)


def _unmention(element: Any, id_: str) -> None:
    for mention in element.xpath(f".//*[@r:id='{id_}']"):
        around = mention.getparent()
        around.remove(mention)
        if not len(around):
            around.getparent().remove(around)
