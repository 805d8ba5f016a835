"""The commands, as a person types them."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from orgdesign import __version__, cli
from orgdesign.cli.program import program
from orgdesign.library import SECTORS
from orgdesign.problems import OrgdesignError
from orgdesign.resources import folder as resource
from tests.patience import PATIENCE

BAKERY = """\
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open}
functions:
  baking: {name: Baking, alignment: {outcome: desired}}
  ovens: {name: Ovens, reports_to: baking, headcount: 3}
"""
CLOSED = (
    "import sys; sys.stdout = sys.stderr = None;"
    "from orgdesign import cli; sys.exit(cli.main(['check', 'misspelt.yaml']))"
)
MISSPELT = BAKERY.replace("reports_to: baking", "reports_to: bakin")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds bakery.yaml, which is sound, and misspelt.yaml."""
    (tmp_path / "bakery.yaml").write_text(BAKERY)
    (tmp_path / "misspelt.yaml").write_text(MISSPELT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(command: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, as a person does."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "orgdesign", *command.split()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        **options,
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# check


def test_check_names_the_place_of_a_problem_and_shows_its_line(folder, capsys):
    hospital = str(resource("examples") / "hospital.yaml")
    assert cli.main(["check", hospital, "misspelt.yaml"]) == 1
    first, offending, summary = capsys.readouterr().out.splitlines()
    assert first.startswith("misspelt.yaml:5:36: ")
    assert '"baking"' in first
    assert offending == "    ovens: {name: Ovens, reports_to: bakin, headcount: 3}"
    assert summary == "2 files checked: 1 problem in 1 of them."


def test_check_goes_on_after_a_file_that_is_not_there(folder, capsys):
    assert cli.main(["check", "nothing.yaml", "misspelt.yaml"]) == 1
    out = capsys.readouterr().out
    assert "nothing.yaml:1:1: " in out
    assert "2 files checked: 2 problems in 2 of them." in out


def test_check_shows_the_part_of_a_very_long_line_that_is_wrong(folder, capsys):
    rows = ", ".join(f"f{n}: {{name: F{n}, reports_to: f{n - 1}}}" for n in range(1, 2000))
    Path("long.yaml").write_text(
        "organization: A\noutcome: {statement: B}\n"
        f"functions: {{f0: {{name: F0}}, {rows}, f2000: {{name: Last, reports_to: nobody}}}}\n"
    )
    assert cli.main(["check", "long.yaml"]) == 1
    shown = capsys.readouterr().out.splitlines()[1]
    assert "reports_to: nobody" in shown
    assert len(shown) < 120


def test_check_does_not_let_a_file_command_the_terminal(folder, capsys):
    Path("rude.yaml").write_text(BAKERY + '"\\e[31m\u202e": red\n')
    assert cli.main(["check", "rude.yaml"]) == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_check_starts_without_what_only_drawing_and_serving_need(folder):
    heavy = ("flask", "fontTools", "graphviz", "jinja2", "pebble", "pygraphviz", "waitress")
    code = (
        "import sys; from orgdesign.cli import main; main(['check', 'bakery.yaml']);"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


# new


def test_new_writes_a_sound_file_and_the_schema_beside_it(folder, capsys):
    assert cli.main(["new", "my-org.yaml"]) == 0
    modeline = Path("my-org.yaml").read_text("utf-8").splitlines()[0]
    assert modeline == "# yaml-language-server: $schema=orgdesign.schema.json"
    assert "$schema" in json.loads(Path("orgdesign.schema.json").read_text())
    assert cli.main(["check", "my-org.yaml"]) == 0


def test_new_never_touches_a_file_that_is_there(folder, capsys):
    assert cli.main(["new", "bakery.yaml"]) == 1
    assert Path("bakery.yaml").read_text() == BAKERY
    assert "bakery.yaml is there already" in capsys.readouterr().err


def test_new_keeps_a_schema_that_is_there_and_says_whether_it_is_the_same(folder, capsys):
    assert cli.main(["new", "one.yaml"]) == 0
    assert cli.main(["new", "two.yaml"]) == 0
    assert "Kept orgdesign.schema.json: it is the same." in capsys.readouterr().out
    Path("orgdesign.schema.json").write_text("{}")
    assert cli.main(["new", "three.yaml"]) == 0
    assert "orgdesign schema > orgdesign.schema.json" in capsys.readouterr().out
    assert Path("orgdesign.schema.json").read_text() == "{}"


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("my-org", 2, "such as my-org.yaml"),
        ("missing/my-org.yaml", 1, "No such file or directory"),
    ],
)
def test_new_says_what_to_do_about_a_name_it_cannot_use(folder, capsys, name, code, hint):
    before = names(folder)
    assert cli.main(["new", name]) == code
    assert hint in capsys.readouterr().err
    assert names(folder) == before


@pytest.mark.parametrize("sector", SECTORS)
def test_new_begins_with_a_sector_under_a_name_of_ones_own(folder, capsys, sector):
    assert cli.main(["new", "my-org.yaml", "--sector", sector, "--organisation", "Harbour: 1"]) == 0
    text = Path("my-org.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=orgdesign.schema.json\n")
    assert "\norganization: 'Harbour: 1'\n" in text
    assert cli.main(["check", "my-org.yaml"]) == 0


def test_new_names_the_starter(folder):
    assert cli.main(["new", "my-org.yaml", "--organisation", "Hill Bakery"]) == 0
    assert "\norganization: Hill Bakery\n" in Path("my-org.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "said", "hint"),
    [
        ("--sector", "insurence", 'Did you mean "insurance"? It has: bank, hospital,'),
        ("--sector", "", "It has: bank"),
        ("--organisation", " ", "Write what the organisation is called."),
    ],
)
def test_new_writes_nothing_for_a_sector_or_name_that_cannot_be(folder, capsys, option, said, hint):
    before = names(folder)
    assert cli.main(["new", "my-org.yaml", option, said]) == 2
    assert hint in capsys.readouterr().err
    assert names(folder) == before


# render


# schema, serve and the rest


def test_schema_prints_json_that_names_the_parts_of_a_file(capsys):
    assert cli.main(["schema"]) == 0
    assert {"outcome", "functions", "roles"} <= set(capsys.readouterr().out.split('"'))


def test_serve_refuses_a_path_that_is_not_there(folder, capsys):
    assert cli.main(["serve", "nothing.yaml"]) == 2
    told = "There is no nothing.yaml yet. Begin it with: orgdesign new nothing.yaml"
    assert told in capsys.readouterr().err
    assert cli.main(["serve", "away/nothing"]) == 2
    assert "There is no away/nothing. Correct the path" in capsys.readouterr().err


def test_a_command_to_type_next_quotes_a_name_with_blanks(folder, capsys):
    assert cli.main(["new", "Müller & Söhne.yaml"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert shlex.split(told)[-3:] == ["orgdesign", "serve", "Müller & Söhne.yaml"]


def test_serve_hands_its_options_on(folder, monkeypatch):
    asked = []
    monkeypatch.setattr("orgdesign.web.serve.serve", lambda path, **how: asked.append((path, how)))
    assert cli.main(["serve", ".", "--port", "8123", "--no-browser"]) == 0
    assert asked == [(Path("."), {"port": 8123, "browser": False})]


def test_a_misspelt_command_is_suggested(capsys):
    assert cli.main(["rendr"]) == 2
    assert "'render'" in capsys.readouterr().err


def test_version_is_that_of_the_package(capsys):
    told = f"orgdesign, version {__version__}\n"
    for asked in (["--version"], ["-V"], ["--version", "check"]):
        assert cli.main(asked) == 0
        assert capsys.readouterr().out == told


def test_version_is_said_without_the_libraries_of_the_commands():
    asked = (
        "import sys; from orgdesign.cli import main; main(['-V']); print('click' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.endswith("\nFalse\n")


def failing(failure: BaseException):
    """Return a command body that fails."""

    def body() -> None:
        raise failure

    return body


def test_a_failure_is_one_line(monkeypatch, capsys):
    monkeypatch.setattr(
        program.commands["schema"], "callback", failing(OrgdesignError("No chart: do this."))
    )
    assert cli.main(["schema"]) == 1
    assert capsys.readouterr().err == "No chart: do this.\n"


def test_a_surprise_is_one_calm_line_and_not_what_the_file_held(monkeypatch, capsys):
    monkeypatch.setattr(
        program.commands["schema"], "callback", failing(ValueError("Secret Project"))
    )
    assert cli.main(["schema"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "(ValueError)" in said
    assert "Secret Project" not in said


def test_a_surprise_can_be_looked_into(monkeypatch):
    monkeypatch.setenv("ORGDESIGN_DEBUG", "1")
    monkeypatch.setattr(program.commands["schema"], "callback", failing(ValueError("details")))
    with pytest.raises(ValueError, match="details"):
        cli.main(["schema"])


def test_ctrl_c_ends_quietly(monkeypatch, capsys):
    monkeypatch.setattr(program.commands["schema"], "callback", failing(KeyboardInterrupt()))
    assert cli.main(["schema"]) == 130
    assert capsys.readouterr().err.strip() == ""


def typed_into(output: object) -> subprocess.CompletedProcess[str]:
    """Run a command whose results go somewhere in particular."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "orgdesign", "check", "misspelt.yaml"],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_reader_that_goes_away_is_no_failure_to_speak_of(folder):
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:
        assert typed_into(closed).stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_told_in_one_line(folder):
    with open("/dev/full", "wb") as full:
        done = typed_into(full)
    assert done.stderr == "The result could not be written: No space left on device.\n"
    assert done.returncode == 1


def test_the_program_works_without_anywhere_to_speak(folder):
    command = [sys.executable, "-c", CLOSED]
    assert subprocess.run(command, capture_output=True).returncode == 1


def test_a_terminal_without_a_letter_is_shown_its_code(folder):
    Path("café.yaml").write_text("nobody: here\n", "utf-8")
    done = typed("check café.yaml", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.stdout.startswith("caf\\xe9.yaml:1:1: ")
    assert done.stderr == ""
