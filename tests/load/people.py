"""Fills the site that is to be loaded: organisations, somebody logged in for each, and a campaign with a photograph.

Run in the site's environment as `python -m tests.load.people NUMBER [--few]`; prints JSON.
"""

import argparse
import json
from io import BytesIO, StringIO

import django


def filled(number: int, *, few: bool) -> list[dict[str, str]]:
    """For each organisation its slug and the session of somebody who belongs to it."""
    if few:
        small_campaign()
    else:
        demo_with_photograph()
    return [member(each) for each in range(number)]


def small_campaign() -> None:
    """One campaign, whose kits are three posters and a ticket."""
    from tests import factories
    from tests.kits.few_plates import few

    few()
    campaign = factories.CampaignPageFactory(parent=factories.HomePageFactory())
    campaign.save_revision().publish()


def demo_with_photograph() -> None:
    from django.core.management import call_command

    call_command("load_demo", stdout=StringIO())
    show_photograph()


def member(number: int) -> dict[str, str]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from campaigns.areas.models import Area
    from campaigns.members.models import Membership, Organisation, User

    areas = list(Area.objects.all())
    slug = f"load-{number:02}"
    organisation = Organisation(
        name=f"負荷をためす会 第{number}", slug=slug, area=areas[number % len(areas)], phone="045-000-0100"
    )
    if number % 2:
        organisation.set_logo(logo(number))
    organisation.save()
    user = User.objects.create_user(f"{slug}@example.jp")
    Membership.objects.create(user=user, organisation=organisation)
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session.create()
    return {"slug": slug, "session": str(session.session_key)}


def logo(number: int) -> bytes:
    """Noise, which packs badly: as large as a logo gets."""
    from PIL import Image

    out = BytesIO()
    Image.effect_noise((800, 300), 40 + number).convert("RGB").save(out, "PNG")
    return out.getvalue()


def show_photograph() -> None:
    """A photograph makes plates as large as they get."""
    from django.core.files.base import ContentFile
    from PIL import Image

    from campaigns.current import current_campaign
    from campaigns.pictures.models import Picture

    out = BytesIO()
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(out, "JPEG", quality=90)
    campaign = current_campaign()
    assert campaign is not None
    campaign.key_picture = Picture.objects.create(
        title="橋", description="橋の上の二人", file=ContentFile(out.getvalue(), "bridge.jpg"),
        focal_point_x=1200, focal_point_y=900, focal_point_width=100, focal_point_height=100,
    )  # fmt: skip
    campaign.save_revision().publish()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--few", action="store_true")
    chosen = parser.parse_args()
    django.setup()
    print(json.dumps(filled(chosen.number, few=chosen.few)))


if __name__ == "__main__":
    main()
