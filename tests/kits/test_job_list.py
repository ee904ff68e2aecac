"""What staff see of print jobs, and who may try one again."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.kits import batches, jobs
from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate, PrintJob, PrintShop
from campaigns.kits.models.job import LEASE
from campaigns.kits.plates import identity
from campaigns.models import Edition
from print_templates.plate import CODE_VERSION
from tests.conftest import Publish, logged_in
from tests.factories import UserFactory
from tests.kits.paper import FILES
from tests.kits.test_publishing import draft

LIST, HOME = "/admin/print-jobs/", "/admin/"
State = PrintJob.State


@pytest.fixture
def job(edition: Edition) -> PrintJob:
    return edition.jobs.get()


def set_to(job: PrintJob, **fields: Any) -> None:
    PrintJob.objects.filter(pk=job.pk).update(**fields)


def editor(*codenames: str) -> Client:
    """Somebody who may enter the admin and has these permissions."""
    user, group = UserFactory(), Group.objects.create(name="editors")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    user.groups.add(group)
    return logged_in(user)


def test_it_works(job: PrintJob, staff_client: Client) -> None:
    set_to(job, state=State.RUNNING, done=4)
    html = staff_client.get(LIST).content.decode()
    assert f'<progress max="{len(FILES)}" value="4"' in html
    assert "基本の一式" in html
    assert "第1版" in html


def test_what_was_held_back_is_said_with_the_reason(job: PrintJob, staff_client: Client) -> None:
    plate = job.edition.plates.get(design="fan", finish="office")
    note = {"message": "文字が小さすぎます。", "severity": "error"}
    Plate.objects.filter(pk=plate.pk).update(verdict=Plate.Verdict.REFUSED, findings=[note])
    html = staff_client.get(LIST).content.decode()
    assert "fan-a4-office.pdf" in html
    assert "文字が小さすぎます。" in html


@pytest.mark.parametrize("state", State.values)
def test_it_never_renews_itself(state: str, job: PrintJob, staff_client: Client) -> None:
    """What somebody has opened to read would be closed (WCAG 2.2.1); a link shows the latest state."""
    set_to(job, state=state)
    answer = staff_client.get(LIST)
    assert "Refresh" not in answer
    assert 'http-equiv="refresh"' not in answer.content.decode()
    assert f'href="{LIST}"' in answer.content.decode().split("<main")[-1]


@pytest.mark.parametrize(
    ("state", "silent", "stopped"),
    [
        (State.WAITING, 10, False), (State.WAITING, 600, True), (State.RUNNING, 10, False),
        (State.RUNNING, 600, True), (State.DONE, 600, False), (State.FAILED, 600, False),
    ],
)  # fmt: skip
def test_a_job_that_nobody_works_on_is_called_stopped_and_queued_again(
    state: str, silent: int, stopped: bool, job: PrintJob, staff_client: Client, settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings.PRINT_JOBS = "worker"
    queued: list[int] = []
    monkeypatch.setattr(jobs, "build_plates", type("Queue", (), {"enqueue": queued.append})())
    seen = timezone.now() - timedelta(seconds=silent)
    set_to(job, state=state, updated_at=seen, lease_until=seen + LEASE if state == State.RUNNING else None)
    for _look in range(2):
        assert ("停止しています" in staff_client.get(LIST).content.decode()) is stopped
    assert queued == [job.pk] * stopped


def test_waiting_behind_another_job_is_no_standstill(job: PrintJob, staff_client: Client) -> None:
    set_to(job, state=State.RUNNING, lease_until=timezone.now() + LEASE)
    waiting = PrintJob.objects.create(edition=job.edition, batch="a3")
    set_to(waiting, updated_at=timezone.now() - timedelta(seconds=600))
    assert "停止しています" not in staff_client.get(LIST).content.decode()


def test_a_print_shops_refused_ticket_is_listed_with_its_batch(job: PrintJob, staff_client: Client) -> None:
    preset = PrintShop.objects.create(name="みなと印刷", key="minato", bleed=5)
    batch = batches.for_shop(preset.as_shop())
    PrintJob.objects.create(edition=job.edition, batch=batch.key, state=State.DONE, refused=1)
    refuse(job, batch.combinations[-1])
    html = staff_client.get(LIST).content.decode()
    assert html.count("ticket-a4-office-minato.pdf") == 1
    assert html.count("<details") == 1
    Plate.objects.filter(shop__gt="").update(code_version=1)
    assert "ticket-a4-office-minato.pdf" not in staff_client.get(LIST).content.decode(), "of older code"


def refuse(job: PrintJob, combination: Combination) -> None:
    """A plate of that identity, held back."""
    Plate.objects.update_or_create(
        edition=job.edition, code_version=CODE_VERSION, **identity(combination),
        defaults={
            "filename": combination.filename, "verdict": Plate.Verdict.REFUSED,
            "findings": [{"message": "文字が小さすぎます。", "severity": "error"}],
        },
    )  # fmt: skip


def test_a_job_that_was_given_up_is_tried_again(
    job: PrintJob, staff_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    set_to(job, state=State.FAILED, attempts=3, reason="紙がありません")
    html = staff_client.get(LIST).content.decode()
    assert "紙がありません" in html
    address = reverse("print_jobs:again", args=[job.pk])
    assert f'action="{address}"' in html
    with django_capture_on_commit_callbacks(execute=True):
        assert staff_client.post(address)["Location"] == LIST
    job.refresh_from_db()
    assert (job.state, job.attempts, job.reason) == (State.DONE, 1, "")


def test_what_has_not_failed_is_left_alone(
    job: PrintJob, staff_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as queued:
        staff_client.post(reverse("print_jobs:again", args=[job.pk]))
    job.refresh_from_db()
    assert (job.state, queued) == (State.DONE, [])


@pytest.mark.parametrize(
    ("codenames", "sees", "tries"),
    [((), False, False), (("view_printjob",), True, False), (("change_printjob",), True, True)],
)
def test_permissions_decide_who_sees_and_who_tries(
    codenames: tuple[str, ...], sees: bool, tries: bool, job: PrintJob
) -> None:
    set_to(job, state=State.FAILED)
    client = editor(*codenames)
    address = reverse("print_jobs:again", args=[job.pk])
    page = client.get(LIST)
    assert (page.status_code == 200) is sees
    if sees:
        assert (address in page.content.decode()) is tries
    client.post(address)
    job.refresh_from_db()
    assert (job.state == State.WAITING) is tries


def test_members_see_nothing_of_it(job: PrintJob, member_client: Client, client: Client) -> None:
    for who in (member_client, client):
        assert who.get(LIST).status_code == 302
        assert who.post(reverse("print_jobs:again", args=[job.pk])).status_code == 302


def test_trying_again_needs_a_form(job: PrintJob, staff_client: Client) -> None:
    assert staff_client.get(reverse("print_jobs:again", args=[job.pk])).status_code == 405


@pytest.mark.parametrize(
    ("state", "shown"), [(State.RUNNING, True), (State.FAILED, True), (State.DONE, False)]
)
def test_the_home_page_tells_while_there_is_something_to_tell(
    state: str, shown: bool, job: PrintJob, staff_client: Client
) -> None:
    set_to(job, state=state)
    assert ('class="print-jobs"' in staff_client.get(HOME).content.decode()) is shown


def test_the_home_page_tells_what_the_current_edition_lacks(
    job: PrintJob, staff_client: Client, publish: Publish
) -> None:
    set_to(job, refused=1)
    refuse(job, batches.default().combinations[0])
    html = staff_client.get(HOME).content.decode()
    assert 'class="print-jobs"' in html
    assert batches.default().combinations[0].filename in html
    publish(draft(job.edition.campaign, text="あつまろう かながわ"))
    assert 'class="print-jobs"' not in staff_client.get(HOME).content.decode(), "an older edition's"


@pytest.mark.parametrize("state", [State.DONE, State.FAILED, State.WAITING])
def test_what_no_print_shop_wants_any_more_is_not_told(
    state: str, job: PrintJob, staff_client: Client
) -> None:
    PrintJob.objects.create(edition=job.edition, batch="shop:gone:0123", state=state, refused=2)
    assert 'class="print-jobs"' not in staff_client.get(HOME).content.decode()


def test_the_list_asks_the_database_as_often_however_many_jobs_there_are(
    job: PrintJob, staff_client: Client, django_assert_max_num_queries: Any
) -> None:
    staff_client.get(LIST)
    for number in range(20):
        PrintJob.objects.create(edition=job.edition, batch=f"shop:{number}:x", state=State.DONE)
    with django_assert_max_num_queries(16):
        staff_client.get(LIST)


def test_the_menu_has_both(job: PrintJob, staff_client: Client) -> None:
    html = staff_client.get(HOME).content.decode()
    assert LIST in html
    assert "/admin/snippets/kits/printshop/" in html
