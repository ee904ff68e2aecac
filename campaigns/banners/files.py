"""The banners of an edition as files: drawn when somebody first needs them, and then kept."""

import hashlib

from django.db.models import QuerySet

from campaigns.banners.models import BannerFile
from campaigns.models import Edition
from print_templates import banner
from print_templates.plate import CODE_VERSION

FORMS = ("png", "svg")


def files_of(edition: Edition) -> dict[tuple[str, str], BannerFile]:
    """Every banner by size and form, without its bytes; what is missing is drawn now."""
    have = found(edition)
    wanted = [(size, form) for size in banner.BANNERS for form in FORMS]
    missing = [each for each in wanted if each not in have]
    if missing:
        # Somebody who draws the same at this moment draws the same bytes.
        BannerFile.objects.bulk_create((drawn(edition, *each) for each in missing), ignore_conflicts=True)
        have = found(edition)
    return {each: have[each] for each in wanted}


def found(edition: Edition) -> dict[tuple[str, str], BannerFile]:
    kept = of_today().filter(edition=edition).defer("data")
    return {(file.size, file.form): file for file in kept}


def of_today() -> QuerySet[BannerFile]:
    """The files that today's code would draw."""
    return BannerFile.objects.filter(code_version=CODE_VERSION)


def drawn(edition: Edition, size: str, form: str) -> BannerFile:
    """One banner's row, not yet saved."""
    wanted = banner.BANNERS[size]
    content = edition.content
    data = banner.svg(content, wanted).encode() if form == "svg" else banner.png(content, wanted)
    digest = hashlib.sha256(data).hexdigest()[:32]
    return BannerFile(
        edition=edition, size=size, form=form, code_version=CODE_VERSION, digest=digest, data=data
    )
