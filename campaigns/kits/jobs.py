"""Building an edition's plates in the background, whatever happens to the worker."""

import logging
from datetime import timedelta

from django.conf import settings
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
    """Make sure the edition's plates will be built; safe to call again."""
    total = len(list(plates.combinations()))
    job, _made = PrintJob.objects.get_or_create(edition=edition, defaults={"total": total})
    if job.state != PrintJob.State.DONE:
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
            PrintJob.objects.filter(pk=job.pk).update(done=number, lease_until=timezone.now() + LEASE)
    except Exception as error:
        logger.exception("plates of %s were not built", job.edition)
        last = job.attempts >= MOST_ATTEMPTS
        state = PrintJob.State.FAILED if last else PrintJob.State.WAITING
        PrintJob.objects.filter(pk=job.pk).update(state=state, reason=str(error)[:500], lease_until=None)
        return
    PrintJob.objects.filter(pk=job.pk).update(state=PrintJob.State.DONE, reason="", lease_until=None)


def recover() -> int:
    """Queue again every job whose builder died; returns how many."""
    stale = PrintJob.objects.filter(
        Q(state=PrintJob.State.WAITING) | Q(state=PrintJob.State.RUNNING, lease_until__lt=timezone.now())
    )
    for job in stale:
        build_plates.enqueue(job.pk)
    return len(stale)


def builds_here() -> bool:
    """Whether this process builds plates itself because no worker is expected."""
    return settings.PRINT_JOBS == "inline"
