"""Print jobs: each done exactly once, or failed after three tries with its reason, whatever happens to a worker."""

import errno
import hashlib
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campaigns.kits import batches, jobs, plates
from campaigns.kits.models import Plate, PrintJob
from campaigns.kits.plates import lay_out as in_a_child
from campaigns.models import Edition
from cms import storage
from print_templates.design import all_designs
from print_templates.shop import GENERIC
from tests.kits.paper import FILES

State = PrintJob.State


@pytest.fixture
def job(edition: Edition) -> PrintJob:
    """A waiting job; none of its plates exists."""
    Plate.objects.all().delete()
    return set_to(edition.jobs.get(), state=State.WAITING, attempts=0, done=0, updated_at=timezone.now())


def set_to(job: PrintJob, **fields: Any) -> PrintJob:
    PrintJob.objects.filter(pk=job.pk).update(**fields)
    return PrintJob.objects.get(pk=job.pk)


def ago(seconds: int) -> Any:
    return timezone.now() - timedelta(seconds=seconds)


def build(job: PrintJob) -> PrintJob:
    jobs.build_plates.call(job.pk)
    return PrintJob.objects.get(pk=job.pk)


def break_layout(monkeypatch: pytest.MonkeyPatch, plates_first: int = 0) -> None:
    """Laying out fails once so many plates have been made; it is the machine's fault, not the plate's."""
    real, made = plates.lay_out, iter(range(plates_first))

    def failing(*args: Any) -> Any:
        if next(made, None) is None:
            raise OSError("紙がありません")
        return real(*args)

    monkeypatch.setattr(plates, "lay_out", failing)


def test_it_works(job: PrintJob) -> None:
    built = build(job)
    assert (built.state, built.done, built.attempts, built.lease_until) == (State.DONE, len(FILES), 1, None)
    assert built.edition.plates.count() == len(FILES)


def test_a_finished_job_is_not_built_again(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    build(job)
    break_layout(monkeypatch)
    assert build(job).attempts == 1


def test_scheduling_again_makes_no_second_job(job: PrintJob, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True) as queued:
        assert jobs.schedule(job.edition, batches.default()) == job
        assert jobs.schedule(job.edition, batches.default()) == job
    assert len(queued) == 2
    built = PrintJob.objects.get()
    assert (built.state, built.attempts) == (State.DONE, 1)


def test_one_builder_gets_a_job(job: PrintJob) -> None:
    assert jobs.claim(job.pk) == job
    assert jobs.claim(job.pk) is None


def test_a_claim_that_was_lost_is_not_made_by_the_loser(
    job: PrintJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_to(job, state=State.RUNNING, lease_until=timezone.now() + timedelta(seconds=60))
    break_layout(monkeypatch)
    unchanged = build(job)
    assert (unchanged.state, unchanged.attempts) == (State.RUNNING, 0)


def test_a_job_whose_lease_has_run_out_is_taken_over(job: PrintJob) -> None:
    set_to(job, state=State.RUNNING, attempts=1, lease_until=ago(1))
    taken = jobs.claim(job.pk)
    assert taken is not None
    assert taken.attempts == 2
    assert taken.lease_until > timezone.now()
    assert jobs.claim(job.pk) is None


def test_every_plate_renews_the_lease(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    leases = []
    ensure = plates.ensure

    def watched(*identity: Any) -> Plate:
        leases.append(PrintJob.objects.get(pk=job.pk).lease_until)
        return ensure(*identity)

    monkeypatch.setattr(plates, "ensure", watched)
    build(job)
    assert len(set(leases)) == len(FILES)
    assert leases == sorted(leases)


def test_a_builder_that_died_three_times_has_failed(job: PrintJob) -> None:
    set_to(job, state=State.RUNNING, attempts=3, lease_until=ago(1))
    failed = build(job)
    assert failed.state == State.FAILED
    assert failed.reason


def test_a_layout_that_fails_waits_and_fails_at_the_third_try(
    job: PrintJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_layout(monkeypatch)
    tries = [build(job) for _ in range(4)]
    assert [(each.state, each.attempts) for each in tries] == [
        (State.WAITING, 1), (State.WAITING, 2), (State.FAILED, 3), (State.FAILED, 3),
    ]  # fmt: skip
    assert {each.reason for each in tries} == {"紙がありません"}


def test_the_next_try_keeps_the_plates_of_the_last(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        break_layout(patch, plates_first=4)
        assert build(job).done == 4
    first = set(Plate.objects.values_list("pk", flat=True))
    built = build(job)
    assert (built.state, built.reason, built.done) == (State.DONE, "", len(FILES))
    assert len(first) == 4
    assert first < set(Plate.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("state", "lease", "queued"),
    [
        (State.WAITING, None, 1), (State.RUNNING, -1, 1), (State.RUNNING, 60, 0), (State.DONE, None, 0),
        (State.FAILED, None, 0),
    ],
)  # fmt: skip
def test_recovery_takes_up_what_nobody_works_on(
    state: str, lease: int | None, queued: int, job: PrintJob
) -> None:
    lease_until = None if lease is None else timezone.now() + timedelta(seconds=lease)
    set_to(job, state=state, lease_until=lease_until)
    out = StringIO()
    call_command("recover_jobs", stdout=out)
    assert out.getvalue().startswith(str(queued))
    recovered = PrintJob.objects.get(pk=job.pk)
    assert recovered.state == (State.DONE if queued else state)


def test_given_up_jobs_are_taken_up_on_request(job: PrintJob) -> None:
    set_to(job, state=State.FAILED, attempts=3, reason="紙がありません")
    jobs.recover(failed=True)
    recovered = PrintJob.objects.get(pk=job.pk)
    assert (recovered.state, recovered.attempts, recovered.reason) == (State.DONE, 1, "")


def test_publishing_again_gives_a_failed_job_new_tries(
    job: PrintJob, django_capture_on_commit_callbacks: Any
) -> None:
    set_to(job, state=State.FAILED, attempts=3)
    with django_capture_on_commit_callbacks(execute=True):
        jobs.schedule(job.edition, batches.default())
    assert PrintJob.objects.get(pk=job.pk).state == State.DONE


def test_a_builder_whose_job_was_taken_over_writes_nothing_more(
    job: PrintJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was slow, not dead: its lease ran out while it laid out the third plate."""
    ensure, built = plates.ensure, []

    def slow(*identity: Any) -> Plate:
        built.append(identity)
        if len(built) == 3:
            set_to(job, attempts=2, done=0)
        return ensure(*identity)

    monkeypatch.setattr(plates, "ensure", slow)
    theirs = build(job)
    assert len(built) == 3
    assert (theirs.state, theirs.attempts, theirs.done) == (State.RUNNING, 2, 0)


def test_a_worker_queues_a_failed_try_again(
    job: PrintJob, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    break_layout(monkeypatch)
    failed = build(job)
    assert (failed.state, failed.attempts) == (State.FAILED, 3)


@pytest.mark.parametrize(
    ("state", "lease", "expected"),
    [
        (State.RUNNING, -1, State.DONE), (State.RUNNING, 60, State.RUNNING), (State.FAILED, None, State.FAILED),
    ],
)  # fmt: skip
def test_looking_at_the_progress_revives_a_dead_builders_job(
    state: str, lease: int | None, expected: str, job: PrintJob
) -> None:
    lease_until = None if lease is None else timezone.now() + timedelta(seconds=lease)
    jobs.revive(set_to(job, state=state, lease_until=lease_until, updated_at=ago(600)))
    assert PrintJob.objects.get(pk=job.pk).state == expected


def test_a_full_disk_leaves_a_job_that_is_built_later(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk takes three plates; no half a plate has a name, and the next try goes on where the last one was."""
    written: list[str] = []
    real = storage.written_beside

    def filling(folder: Path, content: Any) -> Path:
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        path = real(folder, content)
        written.append(path.name)
        return path

    with monkeypatch.context() as patch:
        patch.setattr(storage, "written_beside", filling)
        waiting = build(job)
    assert (waiting.state, waiting.done) == (State.WAITING, 3)
    assert "No space left" in waiting.reason
    assert job.edition.plates.count() == 3
    for plate in job.edition.plates.all():
        assert hashlib.sha256(plate.pdf.read()).hexdigest() == plate.sha256
    folder = Path(job.edition.plates.all()[0].pdf.path).parent
    assert not list(folder.glob(".writing-*"))
    assert build(job).state == State.DONE


def test_a_lost_task_is_queued_again_once(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between saving the job and queueing it: whoever looks much later queues it."""
    queued: list[int] = []
    monkeypatch.setattr(jobs, "build_plates", type("Queue", (), {"enqueue": queued.append})())
    jobs.revive(job)
    assert queued == [], "it may still be queued"
    waiting = set_to(job, updated_at=ago(600))
    jobs.revive(waiting)
    jobs.revive(waiting)
    assert queued == [job.pk]
    assert PrintJob.objects.get(pk=job.pk).is_stopped, "nobody has taken it yet"


def test_a_dead_builders_job_is_queued_once_however_many_look(
    job: PrintJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued: list[int] = []
    monkeypatch.setattr(jobs, "build_plates", type("Queue", (), {"enqueue": queued.append})())
    dead = set_to(job, state=State.RUNNING, attempts=1, lease_until=ago(10), updated_at=ago(100))
    for _ in range(6):
        jobs.revive(dead)
    assert queued == [job.pk]


def test_trying_again_counts_what_is_to_be_built_now(job: PrintJob) -> None:
    failed = set_to(job, state=State.FAILED, done=3, total=99)
    assert jobs.try_again(failed)
    waiting = PrintJob.objects.get(pk=job.pk)
    assert (waiting.state, waiting.done, waiting.total) == (State.WAITING, 0, len(FILES))


def test_a_worker_does_not_start_where_plates_are_built_at_once(db: None) -> None:
    with pytest.raises(CommandError, match="PRINT_JOBS"):
        call_command("print_worker")


def test_a_child_process_makes_the_same_plate(edition: Edition) -> None:
    """The suite lays out in its own process, for speed; production lays out in a child with limits."""
    poster = all_designs()["poster"]
    wanted = (poster, edition.content, poster.sheet("a4"), "office", GENERIC, "a4")
    assert in_a_child(*wanted).pdf == plates.lay_out(*wanted).pdf  # type: ignore[arg-type]


@pytest.mark.parametrize("others", [False, True], ids=["alone", "behind another job"])
@pytest.mark.parametrize(
    ("state", "silent", "queued"),
    [(State.WAITING, 10, 0), (State.WAITING, 600, 1), (State.RUNNING, 600, 1), (State.DONE, 600, 0)],
)
def test_what_nobody_works_on_is_queued_again_by_the_clock(
    state: str, silent: int, queued: int, others: bool, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[int] = []
    monkeypatch.setattr(jobs, "build_plates", type("Queue", (), {"enqueue": found.append})())
    job = set_to(edition.jobs.get(), state=state, updated_at=ago(silent))
    if state == State.RUNNING:
        set_to(job, lease_until=ago(silent - 90))
    if others:
        PrintJob.objects.create(
            edition=edition,
            batch="a3",
            state=State.RUNNING,
            lease_until=timezone.now() + timedelta(seconds=60),
        )
    jobs.revive_silent()
    jobs.revive_silent()
    assert found == [job.pk] * (queued if state == State.RUNNING or not others else 0)
