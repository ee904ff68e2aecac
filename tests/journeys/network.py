"""A small network to test with: factories for people and organisations, and a published campaign."""

import io
from datetime import date
from typing import Any

import factory
from allauth.account.models import EmailAddress
from PIL import Image
from wagtail.models import Locale, Page, Site

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.members.models import Membership, Organisation, User
from campaigns.models import CampaignPage, Catchphrase, SmallThing
from home.models import HomePage


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area
        django_get_or_create = ("code",)

    code = "14101"
    name = "鶴見区"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"見本の会{number}")
    slug = factory.Sequence(lambda number: f"mihon-{number}")
    area = factory.SubFactory(AreaFactory)
    phone = "045-000-0100"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.jp")

    @factory.post_generation
    def verified(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)


def home_page() -> HomePage:
    """The home page as the default site's root."""
    locale = Locale.objects.get_or_create(language_code="ja")[0]
    home = HomePage.objects.first()
    if home is None:
        home = Page.objects.get(depth=1).add_child(instance=HomePage(title="見本", slug="top", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, "hostname": "localhost"})
    return home


def campaign_page(**fields: Any) -> CampaignPage:
    """A saved, unpublished campaign with three candidates, the first of them chosen."""
    home = home_page()
    words = {
        "title": "見本キャンペーン",
        "slug": f"mihon-{CampaignPage.objects.count()}",
        "issuer": "見本ネットワーク",
        "lead": "立ち寄れる場所があります。",
        "starts": date(2020, 1, 1),
        "ends": date(2099, 12, 31),
    }
    page = CampaignPage(locale=home.locale, live=False, **{**words, **fields})
    phrases = (("A案", "つながろう かながわ", "coast"), ("B案", "みんなで支え合おう かながわ", "rounds"))
    for order, (label, text, theme) in enumerate(
        (*phrases, ("C案", "あなたの声を聞かせてください", "ripples"))
    ):
        status = Catchphrase.Status.CANDIDATE if order else Catchphrase.Status.CHOSEN
        page.catchphrases.add(
            Catchphrase(
                locale=home.locale, label=label, text=text, theme=theme, status=status, sort_order=order
            )
        )
    page.small_things.add(SmallThing(title="あいさつ", text="すれちがう人に、ひとこと。"))
    home.add_child(instance=page)
    return page


def published(**fields: Any) -> CampaignPage:
    """A published campaign with one case and one desk; its edition and plates exist."""
    page = campaign_page(**fields)
    locale = page.locale
    area = AreaFactory()
    case, _ = Case.objects.get_or_create(
        slug="fridge",
        locale=locale,
        defaults={"name": "見本の冷蔵庫", "summary": "だれでも使えます。", "area": area},
    )
    desk, _ = Desk.objects.get_or_create(
        slug="line", locale=locale,
        defaults={
            "name": "見本の電話", "phone": "0120-000-000", "hours": "毎日 24時間", "prints": True,
            "verified_on": date(2026, 11, 1),
        },
    )  # fmt: skip
    page.cases.set([case])
    page.desks.set([desk])
    page.save()
    page.save_revision().publish()
    return CampaignPage.objects.get(pk=page.pk)


def picture(format_name: str = "PNG", size: tuple[int, int] = (300, 120)) -> bytes:
    """A small picture as a file's bytes."""
    out = io.BytesIO()
    Image.new("RGB", size, "#0a6").save(out, format_name)
    return out.getvalue()
