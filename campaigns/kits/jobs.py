"""Building an edition's plates in the background, whatever happens to the worker."""

import logging
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from campaigns.kits import plates
from campaigns.kits.models import PrintJob
from campaigns.models import Edition

logger = logging.getLogger(__name__)

#: How long a builder may stay silent before another takes over; every plate built renews it.
LEASE = timedelta(seconds=90)
MOST_ATTEMPTS = 3


def schedule(edition: Edition) -> PrintJob:
    """Make sure the edition's plates will be built; publishing again gives a failed job new tries."""
    total = len(list(plates.combinations()))
    job, _made = PrintJob.objects.get_or_create(edition=edition, defaults={"total": total})
    if job.state != PrintJob.State.DONE:
        PrintJob.objects.filter(pk=job.pk, state=PrintJob.State.FAILED).update(
            state=PrintJob.State.WAITING, attempts=0, reason=""
        )
        transaction.on_commit(lambda: build_plates.enqueue(job.pk))
    return job


def claim(job_pk: int) -> PrintJob | None:
    """Take a job that nobody is working on, in one conditional UPDATE; None when somebody else has it.

    Two builders that read the same row cannot both change it: the second finds the condition false.
    """
    now = timezone.now()
    free = Q(state=PrintJob.State.WAITING) | Q(state=PrintJob.State.RUNNING, lease_until__lt=now)
    taken = PrintJob.objects.filter(free, pk=job_pk, attempts__lt=MOST_ATTEMPTS).update(
        state=PrintJob.State.RUNNING, attempts=F("attempts") + 1, lease_until=now + LEASE
    )
    if taken:
        return PrintJob.objects.select_related("edition__campaign").get(pk=job_pk)
    PrintJob.objects.filter(free, pk=job_pk, attempts__gte=MOST_ATTEMPTS).update(
        state=PrintJob.State.FAILED, reason="the builder stopped three times without an answer"
    )
    return None


@task(backend="print", queue_name="print")
def build_plates(job_pk: int) -> None:
    """Build every plate of a job's edition. A killed builder's job is taken over once its lease has run out."""
    job = claim(job_pk)
    if job is None:
        return
    try:
        for number, combination in enumerate(plates.combinations(), start=1):
            plates.ensure(job.edition, *combination)
            if not update(job, done=number, lease_until=timezone.now() + LEASE):
                return
    except Exception as error:
        logger.exception("plates of %s were not built", job.edition)
        fail(job, str(error))
        return
    update(job, state=PrintJob.State.DONE, reason="", lease_until=None)


def update(job: PrintJob, **fields: Any) -> bool:
    """Write to the job while it is still ours; False when another builder has taken it over."""
    ours = PrintJob.objects.filter(pk=job.pk, state=PrintJob.State.RUNNING, attempts=job.attempts)
    return bool(ours.update(**fields))


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
    dead = Q(state=PrintJob.State.WAITING) | Q(state=PrintJob.State.RUNNING, lease_until__lt=timezone.now())
    if failed:
        given_up = PrintJob.objects.filter(state=PrintJob.State.FAILED)
        given_up.update(state=PrintJob.State.WAITING, attempts=0)
    jobs = list(PrintJob.objects.filter(dead).values_list("pk", flat=True))
    for job_pk in jobs:
        build_plates.enqueue(job_pk)
    return len(jobs)


def revive(job: PrintJob) -> None:
    """Queue one job again if its builder died; for whoever is looking at its progress."""
    if job.state == PrintJob.State.RUNNING and job.lease_until and job.lease_until < timezone.now():
        build_plates.enqueue(job.pk)
