"""People, organisations and what campaigns show, as small as they can be; pages grow in Wagtail's own tree."""

from datetime import date
from io import BytesIO
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Locale, Page, Site

from campaigns.areas.models import Area
from campaigns.cases.models import Case, CaseTag
from campaigns.desks.models import Desk, TopicTag
from campaigns.figures.models import Figure, FigurePart
from campaigns.members.models import Membership, Organisation, User
from campaigns.models import CampaignPage, Catchphrase, SmallThing
from campaigns.pictures.models import Picture
from home.cases.models import CaseIndexPage
from home.desks.models import DeskIndexPage
from home.models import HomePage

PASSWORD = "ひとこと-とんとん-てくてく"

#: The three candidates of a campaign made here; the first is chosen.
PHRASES = (
    ("A案", "つながろう かながわ", "coast"),
    ("B案", "みんなで支え合おう かながわ", "rounds"),
    ("C案", "あなたの声を聞かせてください", "ripples"),
)


def locale(code: str = "ja") -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


class AreaFactory(DjangoModelFactory):
    class Meta:
        model = Area
        django_get_or_create = ("code",)

    code = "14101"
    name = "鶴見区"


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"見本の会{number}")
    slug = factory.Sequence(lambda number: f"mihon-{number}")
    area = factory.SubFactory(AreaFactory)
    phone = "045-000-0100"


class UserFactory(DjangoModelFactory):
    """Somebody whose address is verified, so that a code can be sent to it."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.jp")

    @factory.post_generation
    def address(self: User, create: bool, extracted: Any, **kwargs: Any) -> None:
        EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)


class StaffFactory(UserFactory):
    email = factory.Sequence(lambda number: f"staff{number}@example.jp")
    password = factory.django.Password(PASSWORD)
    is_staff = True
    is_superuser = True


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class CaseFactory(DjangoModelFactory):
    class Meta:
        model = Case
        django_get_or_create = ("slug", "locale")

    slug = "reizoko"
    locale = factory.LazyFunction(locale)
    name = "見本の冷蔵庫"
    area = factory.SubFactory(AreaFactory)
    address = "見本町1-2-3"
    summary = "だれでも入れて、だれでも持ち帰れる冷蔵庫。"


class DeskFactory(DjangoModelFactory):
    class Meta:
        model = Desk
        django_get_or_create = ("slug", "locale")

    slug = "denwa"
    locale = factory.LazyFunction(locale)
    name = "見本の電話"
    phone = "0120-000-000"
    hours = "毎日 24時間"
    verified_on = date(2026, 11, 1)
    prints = True


class CaseTagFactory(DjangoModelFactory):
    class Meta:
        model = CaseTag
        django_get_or_create = ("slug", "locale")

    slug = "taberu"
    name = "食べる"
    locale = factory.LazyFunction(locale)


class TopicTagFactory(DjangoModelFactory):
    class Meta:
        model = TopicTag
        django_get_or_create = ("slug", "locale")

    slug = "kurashi"
    name = "暮らし"
    locale = factory.LazyFunction(locale)


class FigureFactory(DjangoModelFactory):
    class Meta:
        model = Figure
        django_get_or_create = ("slug", "locale")
        skip_postgeneration_save = True

    slug = "tsunagari"
    locale = factory.LazyFunction(locale)
    title = "つながりは足りていますか"
    value = "11.4"
    year = 2023
    source = "見本調査"
    alternative = "「足りている」と答えた人は11.4％でした。"

    @factory.post_generation
    def parts(self: Figure, create: bool, extracted: Any, **kwargs: Any) -> None:
        if not self.parts.exists():
            for order, (label, value) in enumerate((("足りている", "11.4"), ("そのほか", "88.6"))):
                FigurePart.objects.create(figure=self, label=label, value=value, sort_order=order)


class PictureFactory(DjangoModelFactory):
    """A photograph of the library with its focal point at the right."""

    class Meta:
        model = Picture

    title = "見本の橋"
    description = "橋の上の二人"
    file = factory.LazyFunction(lambda: ContentFile(picture("JPEG", (1600, 1200), quality=95), "bridge.jpg"))
    focal_point_x = 1200
    focal_point_y = 600
    focal_point_width = 100
    focal_point_height = 100


class HomePageFactory(DjangoModelFactory):
    """The home page as the root of the default site, in place of Wagtail's welcome page."""

    class Meta:
        model = HomePage

    title = "見本つながりネットワーク"
    slug = "top"
    locale = factory.LazyFunction(locale)

    @classmethod
    def _create(cls, model_class: type[HomePage], *args: Any, **fields: Any) -> HomePage:
        home: HomePage = Page.objects.get(depth=1).add_child(instance=model_class(**fields))
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": "testserver", "port": 80, "root_page": home, "site_name": home.title},
        )
        return home


class IndexPageFactory(DjangoModelFactory):
    """A published list below the home page of its language."""

    class Meta:
        abstract = True

    locale = factory.LazyFunction(locale)

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **fields: Any) -> Page:
        home = fields.pop("parent", None) or HomePage.objects.first() or HomePageFactory()
        page: Page = home.add_child(instance=model_class(**fields))
        return page


class CaseIndexPageFactory(IndexPageFactory):
    class Meta:
        model = CaseIndexPage

    title = "見本の場所"
    slug = "places"


class DeskIndexPageFactory(IndexPageFactory):
    class Meta:
        model = DeskIndexPage

    title = "見本の窓口"
    slug = "desks"


class CampaignPageFactory(DjangoModelFactory):
    """A saved, unpublished campaign below the home page with three candidates, the first of them chosen."""

    class Meta:
        model = CampaignPage

    title = "見本キャンペーン"
    slug = factory.Sequence(lambda number: f"campaign-{number}")
    issuer = "見本つながりネットワーク"
    lead = "ふらりと寄れる場所があります。"
    starts = date(2020, 4, 1)
    ends = date(2099, 3, 31)
    locale = factory.LazyFunction(locale)
    live = False

    @classmethod
    def _create(cls, model_class: type[CampaignPage], *args: Any, **fields: Any) -> CampaignPage:
        home = fields.pop("parent", None) or HomePage.objects.first() or HomePageFactory()
        page = model_class(figure=FigureFactory(), **fields)
        for order, (label, text, theme) in enumerate(PHRASES):
            status = Catchphrase.Status.CANDIDATE if order else Catchphrase.Status.CHOSEN
            page.catchphrases.add(
                Catchphrase(
                    locale=page.locale, label=label, text=text, theme=theme, status=status, sort_order=order
                )
            )
        page.small_things.add(SmallThing(title="あいさつ", text="すれちがう人に、ひとこと。"))
        home.add_child(instance=page)
        page.cases.set([CaseFactory()])
        page.desks.set([DeskFactory()])
        page.save()
        return page


def choosing_campaign(home: HomePage, **fields: Any) -> CampaignPage:
    """A campaign that was never published, with three candidates of which none is chosen yet."""
    page = CampaignPageFactory(parent=home, **fields)
    page.catchphrases.update(status=Catchphrase.Status.CANDIDATE)
    page = CampaignPage.objects.get(pk=page.pk)
    page.save_revision()
    return page


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 120), **saving: Any) -> bytes:
    """A small picture as the bytes of a file."""
    out = BytesIO()
    Image.new("RGB", size, "#00aa66").save(out, kind, **saving)
    return out.getvalue()
