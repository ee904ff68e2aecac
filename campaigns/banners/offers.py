"""What a member sees of each banner: the picture, its files, and the HTML to paste."""

from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.banners.files import files_of
from campaigns.banners.models import BannerFile
from campaigns.banners.public import address_of
from campaigns.models import CampaignPage, Edition
from print_templates.banner import BANNERS, Banner, alternative

#: Where a banner of each size goes.
PURPOSES = {
    "468x60": _("For the head or the foot of a page."),
    "300x250": _("For a column beside the text, or between paragraphs."),
    "1200x630": _("For news articles, and for posts in social media."),
}


@dataclass(frozen=True)
class Offer:
    """One banner; `alternative` is what a screen reader says of it, and so what the HTML says."""

    banner: Banner
    png: BannerFile
    svg: BannerFile
    filename: str
    alternative: str
    link: str

    @property
    def purpose(self) -> str:
        return str(PURPOSES[self.banner.key])

    @property
    def png_address(self) -> str:
        return address(self.png, f"{self.filename}.png")

    @property
    def svg_address(self) -> str:
        return address(self.svg, f"{self.filename}.svg")

    @property
    def html(self) -> str:
        """The link with the picture, which lies on the member's own server under the name it was downloaded with."""
        return (
            f'<a href="{escape(self.link)}"><img src="{escape(self.filename)}.png" width="{self.banner.width}" '
            f'height="{self.banner.height}" alt="{escape(self.alternative)}"></a>'
        )


def address(file: BannerFile, filename: str) -> str:
    return reverse("banners:file", args=[file.digest, filename])


def offers(campaign: CampaignPage, edition: Edition) -> list[Offer]:
    """Every banner of the edition, in the order of `BANNERS`."""
    files, spoken, link = files_of(edition), alternative(edition.content), address_of(campaign)
    return [
        Offer(each, files[key, "png"], files[key, "svg"], f"{campaign.slug}-{key}", spoken, link)
        for key, each in BANNERS.items()
    ]
