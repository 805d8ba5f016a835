"""Headings and connecting words of role documents in five languages, and their typography."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files

from orgdesign.documents.wording import line
from orgdesign.model import Measure, capitalise, number_text
from orgdesign.value_objects import value_object

LANGUAGES = ("en", "de", "fr", "es", "ja")


def _phrases(language: str) -> dict[str, str]:
    text = files(__package__).joinpath("phrases", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _by_phrase() -> Mapping[str, tuple[str, ...]]:
    spoken = [_phrases(language) for language in LANGUAGES]
    return {key: tuple(phrases[key] for phrases in spoken) for key in spoken[0]}


PHRASES = _by_phrase()
"""Each heading and phrase in the languages above, in their order."""


_QUOTES = {"en": "“{}”", "de": "„{}“", "fr": "«\u00a0{}\u00a0»", "es": "«{}»", "ja": "「{}」"}
_COLONS = {"fr": "\u00a0: ", "ja": "："}
_NUMBERS = {"en": ",.", "de": ".,", "fr": "\u202f,", "es": ".,", "ja": ",."}
_ANDS = {"en": " and ", "de": " und ", "fr": " et ", "es": " y ", "ja": "、"}
_CURRENCIES = "$£€¥₹₩₽₺₪฿₫₴₦₱"
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces at which a line may break; those of the language before its marks stay."""
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_FULL_WIDTH = range(0x2E80, 0xFFF0)


@value_object
class RoleWords:
    """The words of a role document in a language; those of English where it is another one."""

    language: str = "en"

    @property
    def spoken_language(self) -> str:
        """Return the language that the words are of."""
        spoken = self.language.partition("-")[0].lower()
        return spoken if spoken in LANGUAGES else "en"

    def phrase(self, key: str, /, **values: str) -> str:
        """Return a heading or a phrase with what stands in it."""
        return PHRASES[key][LANGUAGES.index(self.spoken_language)].format(**values)

    def heading(self, key: str, headings: dict[str, str], name: str | None) -> str:
        """Return the heading of a company's own section or attribute."""
        spoken = self.language.partition("-")[0].lower()
        said = headings.get(self.language) or headings.get(spoken) or name
        return said or self._known_heading(key) or _as_heading(key)

    def _known_heading(self, key: str) -> str:
        """Return what a section or attribute is usually called; in English as the file has it."""
        usual = key.casefold().replace(" ", "_").replace("-", "_")
        is_as_written = self.spoken_language == "en" and usual != key
        return "" if is_as_written or usual not in PHRASES else self.phrase(usual)

    def quote(self, text: str) -> str:
        """Return a text within the quotation marks of the language, without its full stop."""
        return _QUOTES[self.spoken_language].format(line(text).rstrip(".。"))

    def label_text(self, label: str, text: str) -> str:
        """Return a text after what it is, with the colon of the language."""
        return f"{label}{_COLONS.get(self.spoken_language, ': ')}{text}"

    def sentence(self, text: str) -> str:
        """Return a text on one line that ends as sentences do in its own script."""
        told = _SPACES.sub(" ", text).strip(" ")
        if not told or told.rstrip("”“»)」』").endswith(_ENDS):
            return told
        letters = (
            told if self.spoken_language == "ja" else told.rstrip("()（）」』%0123456789")[-1:]
        )
        return told + ("。" if any(ord(each) in _FULL_WIDTH for each in letters) else ".")

    def list_names(self, names: Iterable[str]) -> str:
        """Return names as people list them; with semicolons where a name has a comma of its own."""
        every = [line(each) for each in names]
        if any("," in each or "、" in each for each in every):
            return "; ".join(every)
        *first, last = every
        between = "、" if self.spoken_language == "ja" else ", "
        return f"{between.join(first)}{_ANDS[self.spoken_language]}{last}" if first else last

    def number(self, amount: float) -> str:
        """Return a number with the marks of the language for thousands and decimals."""
        return self._localise_number(number_text(amount))

    def _localise_number(self, number: str) -> str:
        return number.translate(
            dict(zip(map(ord, ",."), _NUMBERS[self.spoken_language], strict=True))
        )

    def date(self, written: str) -> str:
        """Return a date as people write it in the language; what is no whole date stays."""
        found = _DATE.fullmatch(written.strip())
        if not found or not 1 <= int(found[2]) <= len(_MONTHS):
            return line(written)
        year, number, day = found[1], int(found[2]), int(found[3])
        wide = "02" if self.spoken_language in ("fr", "es", "de") else ""
        month = _MONTHS[number - 1] if self.spoken_language == "en" else f"{number:{wide}}"
        return self.phrase("date_format", day=f"{day:{wide}}", month=month, year=year)

    def amount(self, amount: float, unit: str | None) -> str:
        """Return an amount in its unit: a currency stands where the language has it."""
        told, sign = self.number(amount), line(unit or "")
        if not sign:
            return told
        if sign in _CURRENCIES:
            told = told if float(amount).is_integer() else self._localise_number(f"{amount:,.2f}")
            is_before = self.spoken_language in ("en", "ja")
            return f"{sign}{told}" if is_before else f"{told}\u00a0{sign}"
        if sign == "%":
            return f"{told}\u00a0%" if self.spoken_language in ("de", "fr", "es") else f"{told}%"
        return f"{told} {sign}"

    def share(self, weight: float) -> str:
        """Return a share in per cent."""
        return self.amount(weight, "%")

    def measure(self, measure: Measure) -> str:
        """Return a measure, from where it is to where it should be, as a sentence."""
        ends = [*filter(None, (self._target_words(measure), self._better(measure)))]
        if measure.kind == "customer":
            ends.append(self.phrase("customer_measure"))
        between = "、" if self.spoken_language == "ja" else ", "
        name = line(measure.name)
        return self.sentence(self.label_text(name, between.join(ends)) if ends else name)

    def _target_words(self, measure: Measure) -> str:
        start, end, unit = measure.baseline, measure.target, measure.unit
        if start is not None and end is not None:
            is_word = unit and unit not in _CURRENCIES and unit != "%"
            told = self.number(start) if is_word else self.amount(start, unit)
            return self.phrase("from_to", start=told, end=self.amount(end, unit))
        if start is not None:
            return self.phrase("today", start=self.amount(start, unit))
        return self.phrase("to", end=self.amount(end, unit)) if end is not None else ""

    def _better(self, measure: Measure) -> str:
        return self.phrase(f"{measure.better}_is_better") if measure.better else ""


def _as_heading(key: str) -> str:
    spaced = key.replace("-", " ").replace("_", " ").strip()
    return capitalise(spaced)
