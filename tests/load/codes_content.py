"""`python -m tests.load.codes_content`: fill a new database with codes, or add the spool to the numbers."""

import sys

import django
from django.core.management import call_command


def fill(codes: int) -> None:
    """Tables, a public campaign, and codes that lead to it; prints the codes."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    from wagtail.models import Page

    from campaigns.links.codes import new_code
    from campaigns.links.models import ShortLink
    from campaigns.links.offline_map import write
    from campaigns.models import CampaignPage
    from tests.factories import CampaignPageFactory, locale

    locale()
    Page.add_root(title="Root", slug="root")
    campaign = CampaignPageFactory()
    CampaignPage.objects.update(live=True)
    ShortLink.objects.bulk_create(
        ShortLink(code=code, target=campaign, campaign=campaign)
        for code in {new_code() for _code in range(codes)}
    )
    write()
    print(*ShortLink.objects.values_list("code", flat=True))


def roll_up() -> None:
    from campaigns.links.rollup import roll_up

    roll_up()


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "fill":
        fill(int(sys.argv[2]))
    else:
        roll_up()
