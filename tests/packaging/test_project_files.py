"""What others build on beside the code: workflows, the action, the container."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.packaging.conftest import TOP

WORKFLOWS = sorted((TOP / ".github" / "workflows").glob("*.yml"))
OTHERS = [TOP / "action.yml", TOP / "mkdocs.yml", TOP / ".github" / "dependabot.yml"]


def steps(path: Path) -> list[dict[str, str]]:
    said = yaml.safe_load(path.read_text("utf-8"))
    jobs = [said["runs"]] if "runs" in said else said["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("path", [*WORKFLOWS, *OTHERS], ids=lambda path: path.name)
def test_it_is_yaml(path: Path):
    assert yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [*WORKFLOWS, TOP / "action.yml"], ids=lambda path: path.name)
def test_every_action_is_of_one_version_and_no_input_is_written_into_a_script(path: Path):
    for step in steps(path):
        assert "@" in step.get("uses", "@")
        assert "${{" not in step.get("run", ""), "hand it over in env"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_no_more_unless_a_job_says_so(path: Path):
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {"contents": "read"}


def test_what_the_container_is_made_of_is_there():
    text = (TOP / "Containerfile").read_text("utf-8")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert {"pyproject.toml", "package-lock.json", "orgdesign", "templates"} <= set(names)
    assert [name for name in names if not (TOP / name).exists()] == []
    assert text.count("USER user") == 1


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose last commit is the base of a pull request."""
    example = (TOP / "examples" / "northwind.yaml").read_text("utf-8")
    (tmp_path / "northwind.yaml").write_text(example, "utf-8")
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*person, "commit", "-qm", "base"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def report(repository: Path) -> Path:
    command = [
        sys.executable,
        str(TOP / "scripts" / "pull_request.py"),
        "HEAD",
        "report",
        "https://x",
    ]
    done = subprocess.run(
        [*command, "northwind.yaml"], cwd=repository, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return repository / "report"


def test_a_pull_request_is_told_in_pictures_and_sentences(repository: Path):
    file = repository / "northwind.yaml"
    file.write_text(
        file.read_text("utf-8").replace("name: Claims\n", "name: Claims care\n"), "utf-8"
    )
    made = report(repository)
    comment = (made / "comment.md").read_text("utf-8")
    assert comment.startswith("<!-- orgdesign -->")
    assert "Claims is renamed Claims care." in comment
    names = sorted(path.name for path in (made / "pictures").iterdir())
    assert names == [f"northwind-{view}.png" for view in ("after", "before", "changes")]
    assert all(f"https://x/{name}?raw=true" in comment for name in names)


def test_nothing_is_posted_where_nothing_differs(repository: Path):
    assert not (report(repository) / "comment.md").exists()


def test_a_broken_file_is_told_by_its_problems(repository: Path):
    file = repository / "northwind.yaml"
    file.write_text(file.read_text("utf-8").replace("functions:", "functons:", 1), "utf-8")
    assert "functons" in (report(repository) / "comment.md").read_text("utf-8")
