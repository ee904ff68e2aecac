"""`python -m tests.load.pages_content`: a new site with many places, or what its list of places costs unkept."""

import json
import sys
import time
from uuid import uuid4

import django
from django.core.management import call_command

#: What is asked of the list: all of it, its end, and what its filters find.
LISTS = ("/places/", "/places/?page=40", "/places/?near=14101&around=1&activity=taberu")
#: Times that each is asked; the median counts.
TIMES = 9


def fill(places: int) -> None:
    """Tables, a public campaign, a list of places and four desks."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    from wagtail.models import Page

    from campaigns.areas.models import Area
    from campaigns.cases.models import Case
    from campaigns.models import CampaignPage
    from tests.factories import CampaignPageFactory, CaseIndexPageFactory, CaseTagFactory, DeskFactory, locale

    ja, eat = locale(), CaseTagFactory()
    Page.add_root(title="Root", slug="root")
    CampaignPageFactory(slug="campaign")
    CampaignPage.objects.update(live=True)
    CaseIndexPageFactory()
    for number in range(4):
        DeskFactory(slug=f"desk-{number}", name=f"窓口{number}")
    towns = [
        Area.objects.get_or_create(code=str(14101 + number), defaults={"name": f"{number}区"})[0]
        for number in range(20)
    ]
    towns[0].neighbours.add(towns[1])
    cases = Case.objects.bulk_create(
        Case(
            slug=f"place-{number}", name=f"場所{number}", locale=ja, translation_key=uuid4(),
            area=towns[number % len(towns)], summary="だれでも入れて、だれとでも話せます。", hours="毎日",
        )
        for number in range(places)
    )  # fmt: skip
    joined = Case.tags.through
    joined.objects.bulk_create(joined(case_id=case.pk, casetag_id=eat.pk) for case in cases[::2])


def cost() -> None:
    """Prints queries and milliseconds of CPU by address."""
    from statistics import median

    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["*"]
    client, found = Client(), {}
    for address in LISTS:
        assert client.get(address).status_code == 200
        times = []
        for _time in range(TIMES):
            begun = time.process_time()
            client.get(address)
            times.append((time.process_time() - begun) * 1000)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        found[address] = {"queries": len(asked), "cpu_ms": round(median(times), 1)}
    print(json.dumps(found))


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "fill":
        fill(int(sys.argv[2]))
    else:
        cost()
