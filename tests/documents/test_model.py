"""The model as JSON is an organisation file."""

import json
from pathlib import Path

import pytest

from orgdesign.documents.json_model import model
from orgdesign.redaction import Redaction, disclose
from orgdesign.yamlfile import read, read_file
from tests.documents.insurer import INSURER, redesigned, with_role

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_orgdesign_reads_the_model_again(example):
    organisation = read_file(example).organisation
    assert organisation is not None
    assert read(model(disclose(organisation)), "model.json").organisation == organisation


@pytest.mark.parametrize("branch", INSURER.functions)
def test_it_can_be_read_whatever_branch_is_left_out(branch):
    data = model(disclose(INSURER, None, Redaction.parse([f"branch:{branch}"])))
    assert read(data, "model.json").problems == ()


@pytest.mark.parametrize("text", ["no", "012", "x: y # z", "😀", "a\tb\nc", "\\"])
def test_a_text_stays_what_it_is(text):
    again = read(model(disclose(with_role(purpose=text))), "model.json").organisation
    assert again is not None
    assert again.roles["claims-director"].purpose == text


def test_a_design_is_shown_made():
    told = json.loads(model(disclose(INSURER, redesigned())))
    assert told["functions"]["renewals"]["reports_to"] == "claims"
    assert "designs" not in told
