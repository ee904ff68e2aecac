"""How long the server takes for the live picture of the kit page, with a new name each time.

`python -m tests.bench.live SLUG [COUNT]` on the database of the settings, such as the demo's; nothing is written
but pictures in the cache.
"""

import os
import statistics
import sys
import time

import django
from django.conf import settings

#: What the kit page shows first for each need: file, and the page that has the panel.
SHOWN = (("poster-a3-office", 1), ("flyer-a4-office", 2), ("fan-a4-office", 2), ("poster-a2-press", 1))
WIDTH = 480


def measured(slug: str, stem: str, page: int, count: int) -> list[float]:
    """Milliseconds from request to answer, without a network, of `count` names that nobody has asked for."""
    from django.test import Client

    from campaigns.members.models import Membership

    client, found = Client(headers={"host": "localhost"}), []
    client.force_login(Membership.objects.filter(organisation__slug=slug)[0].user)
    stamp = time.time_ns()
    for number in range(count):
        words = {"name": f"見本の会{stamp % 10**6}-{number}", "message": "火曜の午後はお茶があります"}
        begun = time.perf_counter()
        answer = client.get(f"/kit/{slug}/{stem}-{page}-{WIDTH}.png", words)
        found.append(1000 * (time.perf_counter() - begun))
        assert answer["Content-Type"] == "image/png", answer.status_code
    return found


def main(slug: str, count: int) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    for stem, page in SHOWN:
        times = measured(slug, stem, page, count)
        worst = sorted(times)[int(0.95 * len(times))]
        print(f"{stem:18} page {page}: median {statistics.median(times):.0f} ms, 95 % {worst:.0f} ms")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200)
