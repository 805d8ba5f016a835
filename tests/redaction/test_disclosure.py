"""What an export leaves out is nowhere in what goes out, wherever the file says it."""

import pytest

from orgdesign.documents.json_model import model
from orgdesign.documents.roles import describe_roles
from orgdesign.redaction import Redaction, disclose
from orgdesign.yamlfile import read

FILE = b"""
organization: Bakery
outcome: {statement: "I get my bread warm"}
functions:
  top: {name: Top}
  zebra: {name: Zebra, reports_to: top}
  sub: {name: Under the zebra, reports_to: zebra}
roles:
  boss:
    {title: Boss, function: top, holder: Quill A, document: {owner: Quill B, agreed_by: [Quill C]}}
  zebra-boss: {title: Head of Zebra, function: zebra}
decisions:
  buying: {name: What to buy, function: zebra, decides: zebra-boss}
  selling: {name: What to sell, decides: boss, agrees: [zebra-boss]}
views:
  one: {name: One, folded: [zebra]}
rules:
  span-of-control: {ignore: [{function: zebra, reason: fine}]}
imports:
  people: {"Quill D": {manager: "Quill E"}}
  units: {"Zebra": {head: "Quill F"}}
"""


@pytest.mark.parametrize(("leave", "word"), [("holders", "quill"), ("branch:zebra", "zebra")])
def test_no_corner_of_the_file_tells_what_is_left_out(leave: str, word: str):
    organisation = read(FILE, "bakery.yaml").organisation
    assert organisation is not None
    assert word in model(disclose(organisation)).decode().lower()

    disclosure = disclose(organisation, None, Redaction.parse([leave]))

    told = model(disclosure).decode() + repr(describe_roles(disclosure))
    assert word not in told.lower()
