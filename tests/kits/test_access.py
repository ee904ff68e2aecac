"""Who may see what. Every address of the kits has a row here; a new one without a row fails."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.kits.admin.jobs import PrintJobViewSet
from campaigns.kits.models import PrintJob
from campaigns.kits.urls import urlpatterns
from campaigns.models import CampaignPage, Edition

#: What stands in an address, and the answers to: nobody, the organisation's member, another's member, staff.
MATRIX = {
    "guide": ([], (200, 200, 200, 200)),
    "starter": ([], (200, 200, 200, 200)),
    "starter_file": (["poster-a3-office"], (200, 200, 200, 200)),
    "wait_for_starter": (["poster-a3-office"], (200, 200, 200, 200)),
    "starter_picture": (["poster-a3-office", 1, 480], (200, 200, 200, 200)),
    "start": ([], (302, 302, 302, 302)),
    "open_poster": ([], (200, 200, 200, 200)),
    "kit": (["takasaki"], (302, 200, 404, 200)),
    "zip": (["takasaki"], (302, 200, 404, 200)),
    "press_zip": (["takasaki"], (302, 200, 404, 200)),
    "file": (["takasaki", "poster-a4-office"], (302, 200, 404, 200)),
    "wait": (["takasaki", "kit.zip"], (302, 200, 404, 200)),
    "wait_for_poster": ([], (200, 200, 200, 200)),
    "picture": (["takasaki", "poster-a4-office", 1, 360], (302, 200, 404, 200)),
}
#: The same addresses for the network's own kit.
NETWORK = {
    name: (["network", *keys[1:]], (302, 404, 404, 200))
    for name, (keys, _) in MATRIX.items()
    if keys[:1] == ["takasaki"]
}


def test_every_address_has_its_row() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(MATRIX)


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(
    ("name", "keys", "expected"),
    [
        pytest.param(name, keys, expected, id=f"{name}-{'-'.join(map(str, keys))}")
        for table in (MATRIX, NETWORK)
        for name, (keys, expected) in table.items()
    ],
)
def test_who_may_see_what(
    method: str, name: str, keys: list[str | int], expected: tuple[int, ...], campaign: CampaignPage,
    client: Client, member_client: Client, other_member_client: Client, staff_client: Client,
) -> None:  # fmt: skip
    url = reverse(f"kits:{name}", args=keys)
    answers = [
        getattr(who, method)(url) for who in (client, member_client, other_member_client, staff_client)
    ]
    assert tuple(answer.status_code for answer in answers) == expected
    if expected[0] == 302:
        assert answers[0]["Location"] == f"{reverse('account_login')}?next={url}"


#: Print jobs in the admin: nobody, a member, staff.
JOBS = {"index": ("get", (302, 302, 200)), "again": ("post", (302, 302, 302))}


def test_every_address_of_print_jobs_has_its_row() -> None:
    assert {pattern.name for pattern in PrintJobViewSet().get_urlpatterns()} == set(JOBS)


@pytest.mark.parametrize("name", JOBS)
def test_who_may_see_and_start_print_jobs(
    name: str, edition: Edition, client: Client, member_client: Client, staff_client: Client
) -> None:
    method, expected = JOBS[name]
    job = edition.jobs.get()
    url = reverse(f"print_jobs:{name}", args=[job.pk] if name == "again" else [])
    states = []
    for who, status in zip((client, member_client, staff_client), expected, strict=True):
        edition.jobs.update(state=PrintJob.State.FAILED)
        answer = getattr(who, method)(url)
        assert answer.status_code == status
        states.append(edition.jobs.get().state)
        if who is not staff_client:
            assert answer["Location"] != reverse("print_jobs:index")
    assert states[:2] == [PrintJob.State.FAILED] * 2
    assert states[2] == (PrintJob.State.WAITING if name == "again" else PrintJob.State.FAILED)


def test_somebody_elses_kit_looks_like_none(campaign: CampaignPage, other_member_client: Client) -> None:
    theirs = other_member_client.get("/kit/takasaki/kit.zip")
    nobodys = other_member_client.get("/kit/nobody-at-all/kit.zip")
    assert theirs.status_code == nobodys.status_code == 404
    assert without_token(theirs).replace("/takasaki/", "/nobody-at-all/") == without_token(nobodys)


def without_token(response: HttpResponse) -> str:
    """The page without the form token, which is masked anew each time, and the code of its own address."""
    html = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
