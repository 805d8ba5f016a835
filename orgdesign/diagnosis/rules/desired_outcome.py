"""The four parts of a desired outcome, as far as they can be told from its English words.

After Anthony Ulwick, *What Customers Want*: a direction, a measure, the object that it is
about, and the context in which it counts. Where words may be read either way, a part is taken
to be there.
"""

from __future__ import annotations

import re
from typing import Literal

from orgdesign.diagnosis.words import words

Part = Literal["direction", "measure", "object", "context"]

_ENGLISH = re.compile(
    r"\b(?:the|my|and|that|with|when|what|where|which|their|our|every|without"
    r"|i(?:['\u2019]m| (?:am|can|get|have|know|need|see|want)))\b"
)
# A standard says direction and measure at once: "within a day", "never", "as I was promised".
_STANDARD = re.compile(
    r"\d|\b(?:all|always|any\w*|at once|before|by|complete(?:ly)?|each|every\w*|first|half"
    r"|immediately|last|neither|never|no|nobody|none|not|nothing|on time|once|one|only"
    r"|same|second|than|third|two|three|four|five|six|ten|until|within|without)\b"
    r"|\bas (?:\w+ ){0,3}(?:agreed|ordered|planned|promised)\b"
)
_DIRECTION = re.compile(
    r"\b(?:avoid|better|cut|decrease|double|earlier|extend|faster|fewer|grow|halve|higher|improve"
    r"|increase|less|lessen|lift|limit|longer|lower|maximi[sz]e|minimi[sz]e|more|prevent|quicker"
    r"|raise|reduce|shorten|shorter|sooner|speed up|strengthen)s?\b"
)
_MEASURE = re.compile(
    r"%|\b(?:amount|balance|chance|cost|days?|delay|distance|effort|frequency|hours?|income"
    r"|how (?:long|many|much|often)|likelihood|minutes?|money|months?|number|odds|percentage"
    r"|per cent|price|probability|profit|rate|return|revenue|risk|savings|score|seconds?|share"
    r"|speed|steps?|times?|value|volume|(?:a|any|my|our|the) wait|waste|weeks?|years?"
    r"|earlier|faster|fewer|less|longer|more|quicker|shorter|sooner)s?\b"
    # "Reduce the mistakes in my order" counts them.
    r"|\b(?:avoid|cut|decrease|increase|lower|minimi[sz]e|prevent|raise|reduce)(?: \S+){0,2}"
    r" \w+[^\Ws]s\b"
)
_CONTEXT = re.compile(
    r"\b(?:after|as|at|before|between|by|during|from|if|in|on|once|since|through|throughout|till"
    r"|until|when|whenever|where|wherever|while|within|without)\b"
)
_NO_OBJECT = frozenset(
    words(
        "a am an and are be been can do for get gets have i is it me my of our that the their them"
        " they this to us we what which who with you your very"
    )
)


def missing(statement: str) -> tuple[Part, ...]:
    """Return the parts that a statement surely lacks; none of one that is not English."""
    said = " ".join(statement.casefold().split())
    if not _ENGLISH.search(said) or _STANDARD.search(said):
        return ()
    there: dict[Part, bool] = {
        "direction": bool(_DIRECTION.search(said)),
        "measure": bool(_MEASURE.search(said)),
        "object": _says_what(said),
        "context": bool(_CONTEXT.search(said)),
    }
    return tuple(part for part, found in there.items() if not found)


def _says_what(said: str) -> bool:
    for other in (_DIRECTION, _MEASURE, _CONTEXT):
        said = other.sub(" ", said)
    return any(word not in _NO_OBJECT for word in words(said))
