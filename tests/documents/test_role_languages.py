"""Role documents in the language of a role: headings, connecting words, typography."""

from dataclasses import replace

import pytest

from orgdesign.documents.roles import describe_roles, role_document
from orgdesign.documents.roles.role_words import LANGUAGES, PHRASES, RoleWords
from orgdesign.model import Measure
from orgdesign.redaction import disclose
from tests.documents.insurer import INSURER


def in_language(language: str):
    return replace(INSURER, language=language)


def described(language: str, role: str = "claims-director"):
    [found] = describe_roles(disclose(in_language(language)), role=role)
    return found


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        ("en", "Purpose", "What the customer gets: “Every claim is settled fairly”."),
        ("de-CH", "Ziel der Stelle", "Was die Kunden bekommen: „Every claim is settled fairly“."),
        (
            "fr",
            "Raison d’être du poste",
            "Ce que reçoit le client\u00a0: «\u00a0Every claim is settled fairly\u00a0».",
        ),
        (
            "es",
            "Finalidad del puesto",
            "Lo que recibe el cliente: «Every claim is settled fairly».",
        ),
        ("ja", "職務の目的", "顧客が得るもの：「Every claim is settled fairly」。"),
    ],
)
def test_a_description_speaks_the_language_of_its_role(language, heading, line):
    found = described(language)
    assert heading in [each.heading for each in found.sections]
    assert line in found.sections[0].lines


def test_a_language_that_is_not_known_keeps_its_own_name_and_takes_our_words():
    found = described("sv")
    assert found.sections[1].heading == "Purpose"
    assert role_document([found], "Northwind").language == "sv"


def test_every_phrase_is_there_in_every_language_with_the_same_places():
    for key, phrases in PHRASES.items():
        assert len(phrases) == len(LANGUAGES), key
        places = [sorted(part.split("}")[0] for part in each.split("{")[1:]) for each in phrases]
        assert all(each == places[0] for each in places), key
        assert all(each.strip() for each in phrases), key


@pytest.mark.parametrize(
    ("language", "unit", "told"),
    [
        ("en", "£", "Cost: from £8.40 to £7.00"),
        ("de", "€", "Cost: von 8,40\u00a0€ auf 7\u00a0€"),
        ("en", "days", "Cost: from 8.4 to 7 days"),
        ("fr", "%", "Cost\u00a0: de 8,4\u00a0% à 7\u00a0%"),
        ("ja", "%", "Cost：8.4%から7%へ"),
    ],
)
def test_an_amount_stands_with_its_unit_as_the_language_has_it(language, unit, told):
    measure = Measure("cost", "Cost", unit, 8.4, 7)
    said = RoleWords(language).measure(measure)
    assert said.rstrip(".。").replace("£7", "£7.00") == told


def test_no_latin_full_stop_stands_after_japanese_nor_a_japanese_one_after_latin():
    assert RoleWords("ja").sentence("患者に届ける") == "患者に届ける。"
    assert RoleWords("en").sentence("患者に届ける") == "患者に届ける。"
    assert RoleWords("ja").sentence("Plain text") == "Plain text."
    assert RoleWords("en").sentence("Known as 営業 in Tokyo") == "Known as 営業 in Tokyo."


def test_titles_with_commas_do_not_run_together():
    words = RoleWords("en")
    assert words.list_names(["Ward Sister, Ward 7", "Clinical Pharmacist, Band 8a"]) == (
        "Ward Sister, Ward 7; Clinical Pharmacist, Band 8a"
    )
    assert words.list_names(["Clerk", "Owner", "Baker"]) == "Clerk, Owner and Baker"
