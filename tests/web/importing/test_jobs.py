"""Imports under way: kept in memory, for a while, by keys that nobody guesses."""

from __future__ import annotations

import logging
import re
from threading import Event

import pytest

from orgdesign.web.importing import jobs as keeping
from orgdesign.web.importing import sent_files
from orgdesign.web.importing.job import ImportJob, Task, Upload
from orgdesign.web.importing.jobs import ImportJobs
from orgdesign.web.kit import JobCancelled
from tests.patience import PATIENCE
from tests.web.conftest import Site
from tests.web.importing.conftest import STAFF, Import


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def kept(job: ImportJob) -> ImportJob:
    job.uploads = (Upload("staff.csv", b"Employee ID\n"),)
    return job


def test_an_import_is_found_by_its_key_until_it_is_dropped():
    jobs = ImportJobs()
    job = jobs.add(kept(ImportJob()))
    assert jobs.find(job.key) is job
    jobs.drop(job)
    assert jobs.find(job.key) is None
    assert job.uploads == ()


def test_of_too_many_the_one_looked_at_the_longest_ago_is_forgotten():
    jobs = ImportJobs()
    made = [jobs.add(kept(ImportJob())) for _ in range(keeping.MOST)]
    jobs.find(made[0].key)
    jobs.add(kept(ImportJob()))
    assert jobs.find(made[0].key)
    assert jobs.find(made[1].key) is None
    assert made[1].uploads == ()


def test_an_import_that_nobody_looks_at_is_forgotten_after_an_hour():
    clock = Clock()
    jobs = ImportJobs(clock)
    job = jobs.add(kept(ImportJob()))
    clock.now = keeping.KEPT_FOR - 1
    assert jobs.find(job.key)
    clock.now += keeping.KEPT_FOR
    jobs._swept()  # as the timer does
    assert job.uploads == ()
    assert jobs.find(job.key) is None


def test_keys_are_long_and_never_twice_the_same():
    keys = {ImportJob().key for _ in range(100)}
    assert len(keys) == 100
    assert all(len(key) >= 22 for key in keys)


def test_what_is_uploaded_is_shown_by_no_repr():
    assert "Employee" not in repr(Upload("staff.csv", b"Employee ID\n"))


def test_reading_stops_when_it_is_given_up():
    started, stopped = Event(), Event()

    def work(job: ImportJob, task: Task) -> None:
        started.set()
        try:
            while True:
                task.progress(1)
        except JobCancelled:
            stopped.set()
            raise

    job = ImportJob()
    job.start("Reading", work)
    assert started.wait(PATIENCE)
    assert job.task
    job.cancel()
    assert stopped.wait(PATIENCE)
    assert (job.task, job.failure) == (None, "")


def test_what_comes_of_work_that_was_given_up_is_not_taken():
    go = Event()

    def work(job: ImportJob, task: Task) -> None:
        go.wait(PATIENCE)
        job.take(task, uploads=(Upload("old.csv", b""),))

    job = ImportJob()
    job.start("Reading", work)
    old = job.last_task
    job.start("Reading", lambda job, task: None)
    go.set()
    assert old
    assert job.last_task
    assert old.wait(PATIENCE)
    assert job.last_task.wait(PATIENCE)
    assert job.uploads == ()


def test_what_fails_unforeseen_is_told_calmly_and_logged_by_its_place_alone(
    hr: Import, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Ann Bell is paid 90000")

    monkeypatch.setattr("orgdesign.web.importing.work.preview", fail)
    with caplog.at_level(logging.DEBUG):
        hr.upload(("staff.csv", STAFF))
    assert "That could not be read. Nothing was written" in hr.text
    assert "ValueError at" in caplog.text
    assert "Bell" not in caplog.text
    assert "staff" not in caplog.text


def test_an_upload_that_is_too_large_is_told_and_not_read(
    hr: Import, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sent_files, "MAX_UPLOAD", 100)
    hr.upload(("staff.csv", STAFF))
    assert hr.answer.status_code == 413
    assert "MB, and was not read" in hr.text
    monkeypatch.setattr(sent_files, "MAX_UPLOAD", -999_900)
    hr.upload(("staff.csv", STAFF))
    assert hr.answer.status_code == 413
    assert "MB, and was not read" in hr.text


def test_further_files_that_are_too_large_leave_what_was_chosen(
    hr: Import, monkeypatch: pytest.MonkeyPatch
):
    hr.upload(("staff.csv", STAFF))
    monkeypatch.setattr(sent_files, "MAX_UPLOAD", len(STAFF) + 10)
    hr.columns("look", files=[("more.csv", STAFF)])
    assert hr.answer.status_code == 413
    assert "Job Title Chief Executive" in hr.text


def test_more_files_than_anybody_has_are_refused(hr: Import):
    hr.upload(*((f"{at}.csv", STAFF) for at in range(21)))
    assert "Bring in at most 20 files at once" in hr.text


def test_another_site_can_send_nothing(hr: Import):
    for address in ("/import", "/import/x/write", "/import/x/columns", "/import/x/cancel"):
        answer = hr.site.post(address, {}, Origin="https://evil.example")
        assert answer.status_code == 403


def test_nobody_who_was_not_let_in_sees_or_sends_anything(stranger: Site):
    for address in ("/import", "/import/x", "/o/x/import"):
        assert stranger.get(address).status_code == 403
        assert stranger.post(address, {}).status_code == 403


def test_an_import_that_is_gone_is_told(hr: Import):
    for address in ("/import/x", "/import/x/columns", "/import/x/mapping"):
        answer = hr.site.get(address)
        assert answer.status_code == 404
        assert "This import is no longer here" in answer.text
    for address in ("/import/x/columns", "/import/x/write"):
        assert hr.site.post(address, {}).status_code == 404
    assert hr.site.post("/import/x/cancel", {}).status_code == 303
    assert "This import is no longer here" in hr.site.get("/import/x/live").text


def test_a_page_that_is_left_by_giving_up_is_not_loaded_anew(hr: Import):
    hr.upload(("staff.csv", STAFF))
    live = f"/import/{hr.job.key}/live"
    hr.cancel()
    assert "HX-Refresh" not in hr.site.get(live).headers


def test_two_imports_at_once_do_not_meet(hr: Import):
    other = Import(hr.site, "/import").upload(("theirs.csv", STAFF.replace("Board", "Council")))
    other.columns()
    hr.upload(("ours.csv", STAFF)).columns()
    assert "At the top Board" in hr.text
    assert "At the top Council" in other.text
    hr.write(name="same.yaml")
    other.write(name="same.yaml")
    assert "There is a file of this name already" in other.text
    assert "Board" in (hr.site.path / "same.yaml").read_text()


def test_while_it_is_read_the_page_says_how_far_and_the_others_answer(
    hr: Import, monkeypatch: pytest.MonkeyPatch
):
    begun, go = Event(), Event()

    def slow(job: ImportJob, task: Task) -> None:
        task.said = "staff.csv"
        task.progress(48_000)
        begun.set()
        go.wait(PATIENCE)

    hr.upload(("staff.csv", STAFF))
    monkeypatch.setattr("orgdesign.web.importing.work.look_and_draft", slow)
    address = f"/import/{hr.job.key}"
    hr.site.post(f"{address}/columns", {"do": "go"})
    assert begun.wait(PATIENCE)
    page = hr.site.get(address).text
    assert "48,000 rows" in page
    assert '<meta http-equiv="refresh" content="2">' in page
    assert re.search("48,000 rows</strong> read", hr.site.get(f"{address}/live").text)
    assert "48,000 rows" in hr.site.get(f"{address}/columns").text
    assert hr.site.get("/").status_code == 200
    go.set()
    hr.wait()
    assert hr.site.get(f"{address}/live").headers["HX-Refresh"] == "true"


def test_no_name_of_a_file_stands_in_an_address(hr: Import):
    hr.upload(("secret-merger.csv", STAFF))
    addresses = re.findall(r'(?:href|action)="([^"]*)"', hr.html)
    assert not [address for address in addresses if "secret" in address]
    assert "secret" not in str(hr.answer.request.path)


def test_a_path_in_the_name_of_a_file_is_left_out(hr: Import):
    hr.upload(("/Users/ann/staff.csv", STAFF))
    assert "Users" not in hr.html
