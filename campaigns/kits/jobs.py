"""Building an edition's plates in the background, whatever happens to the worker."""

import logging
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from campaigns.kits import batches, plates
from campaigns.kits.batches import Batch
from campaigns.kits.models import PrintJob
from campaigns.kits.models.job import LEASE
from campaigns.models import Edition

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 3


def job_of(edition: Edition, batch: Batch) -> tuple[PrintJob, bool]:
    """The batch's job, and whether it was made just now."""
    return PrintJob.objects.get_or_create(
        edition=edition, batch=batch.key, defaults={"total": len(batch.combinations)}
    )


def ordered(edition: Edition, batch: Batch) -> PrintJob:
    """The batch's job, made and queued on first need; one whose plates are gone or outdated is built again.

    A job that was given up stays so until somebody asks for it: `schedule`, or staff's “try again”.
    """
    job, made = job_of(edition, batch)
    if job.state == PrintJob.State.DONE and plates.missing(edition, batch.combinations):
        made = bool(start_again(job, PrintJob.State.DONE))
    if made:
        queue(job)
        job.refresh_from_db()
    return job


def schedule(edition: Edition, batch: Batch) -> PrintJob:
    """Make sure the batch will be built; publishing again gives what was given up or not made new tries."""
    job, made = job_of(edition, batch)
    if made or (not try_again(job) and job.is_open):
        queue(job)
    return job


def queue(job: PrintJob) -> None:
    transaction.on_commit(lambda: build_plates.enqueue(job.pk))


def start_again(job: PrintJob, state: PrintJob.State) -> int:
    """Let a job that has come to that state begin anew; 0 when somebody else has just done it."""
    batch = batches.find(job.batch)
    return PrintJob.objects.filter(pk=job.pk, state=state).update(
        state=PrintJob.State.WAITING,
        attempts=0,
        reason="",
        done=0,
        total=len(batch.combinations) if batch else job.total,
        lease_until=None,
        updated_at=timezone.now(),
    )


def claim(job_pk: int) -> PrintJob | None:
    """Take a job that nobody is working on, in one conditional UPDATE; None when somebody else has it.

    Two builders that read the same row cannot both change it: the second finds the condition false.
    """
    now = timezone.now()
    free = Q(state=PrintJob.State.WAITING) | Q(state=PrintJob.State.RUNNING, lease_until__lt=now)
    taken = PrintJob.objects.filter(free, pk=job_pk, attempts__lt=MOST_ATTEMPTS).update(
        state=PrintJob.State.RUNNING, attempts=F("attempts") + 1, lease_until=now + LEASE, updated_at=now
    )
    if taken:
        return PrintJob.objects.select_related("edition__campaign").get(pk=job_pk)
    PrintJob.objects.filter(free, pk=job_pk, attempts__gte=MOST_ATTEMPTS).update(
        state=PrintJob.State.FAILED,
        reason=_("The worker stopped three times without an answer."),
        updated_at=now,
    )
    return None


@task(backend="print", queue_name="print")
def build_plates(job_pk: int) -> None:
    """Build every plate of a job. A killed builder's job is taken over once its lease has run out."""
    job = claim(job_pk)
    if job is None:
        return
    batch = batches.find(job.batch)
    if batch is None:
        # The print shop wants something else by now; whoever needs that has a job of its own.
        job.delete()
        return
    try:
        build(job, batch)
    except Exception as error:
        logger.exception("plates of %s were not built", job.edition)
        fail(job, str(error))


def build(job: PrintJob, batch: Batch) -> None:
    """Plate by plate; each renews the lease. Stops when another builder has taken the job over."""
    refused, total = 0, len(batch.combinations)
    for number, combination in enumerate(batch.combinations, start=1):
        refused += plates.ensure(job.edition, combination).is_refused
        lease = timezone.now() + LEASE
        if not update(job, done=number, total=total, refused=refused, lease_until=lease):
            return
    update(job, state=PrintJob.State.DONE, reason="", lease_until=None)


def update(job: PrintJob, **fields: Any) -> bool:
    """Write to the job while it is still ours; False when another builder has taken it over."""
    ours = PrintJob.objects.filter(pk=job.pk, state=PrintJob.State.RUNNING, attempts=job.attempts)
    return bool(ours.update(updated_at=timezone.now(), **fields))


def fail(job: PrintJob, reason: str) -> None:
    """Give the job up after its last try, else queue it once more; without a worker whoever needs it tries next."""
    last = job.attempts >= MOST_ATTEMPTS
    state = PrintJob.State.FAILED if last else PrintJob.State.WAITING
    if (
        update(job, state=state, reason=reason[:500], lease_until=None)
        and not last
        and not plates.builds_here()
    ):
        build_plates.enqueue(job.pk)


def recover(*, failed: bool = False) -> int:
    """Queue again every job whose builder died, on request also those given up; returns how many."""
    if failed:
        given_up = PrintJob.objects.filter(state=PrintJob.State.FAILED)
        given_up.update(state=PrintJob.State.WAITING, attempts=0, updated_at=timezone.now())
    dead = Q(state=PrintJob.State.WAITING) | Q(state=PrintJob.State.RUNNING, lease_until__lt=timezone.now())
    jobs = list(PrintJob.objects.filter(dead).values_list("pk", flat=True))
    for job_pk in jobs:
        build_plates.enqueue(job_pk)
    return len(jobs)


def revive(job: PrintJob) -> None:
    """Queue one job again if its builder died or its task was lost; for whoever is looking at its progress.

    However many look, it is queued once in a lease.
    """
    now = timezone.now()
    dead = Q(state=PrintJob.State.RUNNING, lease_until__lt=now)
    lost = Q(state=PrintJob.State.WAITING)
    silent = PrintJob.objects.filter(dead | lost, pk=job.pk, updated_at__lt=now - LEASE)
    # The lease says since when somebody should have worked on it: see PrintJob.is_stopped.
    if silent.update(updated_at=now, lease_until=now):
        build_plates.enqueue(job.pk)


def revive_silent() -> None:
    """Queue again what nobody works on; while a builder is at work, what waits only waits for its turn."""
    now = timezone.now()
    running = PrintJob.objects.filter(state=PrintJob.State.RUNNING)
    silent = list(running.filter(lease_until__lt=now))
    if not running.filter(lease_until__gte=now).exists():
        silent += PrintJob.objects.filter(state=PrintJob.State.WAITING)
    for job in silent:
        revive(job)


def try_again(job: PrintJob) -> bool:
    """Give a job that was given up three new tries, and plates that could not be made another; False without either."""
    batch = batches.find(job.batch)
    failed = plates.not_made(job.edition, batch.combinations) if batch else []
    if job.is_open or (job.state == PrintJob.State.DONE and not failed):
        return False
    if not start_again(job, PrintJob.State(job.state)):
        return False
    for plate in failed:
        plate.delete()
    queue(job)
    return True
