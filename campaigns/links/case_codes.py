"""The code on the cards of a place, which leads to the place's own page for as long as that is public."""

from django.db import IntegrityError, transaction
from wagtail.models import Page

from campaigns.cases.models import Case
from campaigns.links.codes import new_code
from campaigns.links.models import ShortLink

TRIES = 10


def held(case: Case) -> ShortLink | None:
    """The one code of a case; None before somebody has made its first card."""
    return ShortLink.objects.filter(case=case).first()


def code_of(case: Case, index: Page) -> ShortLink:
    """The same, made on first need. `index` is the page that cases are shown below, in whichever language."""
    # In another language the case has no page of its own while nobody has translated it.
    index = index.get_translation_or_none(case.locale) or index
    for _attempt in range(TRIES):
        link = held(case)
        if link is not None:
            return link
        try:
            with transaction.atomic():
                link = ShortLink(code=new_code(), target=index, case=case, is_cases_own=True)
                link.encoded()
                link.save(force_insert=True)
                return link
        except IntegrityError:
            # Either the code exists, or another request issued this one's just now.
            continue
    raise IntegrityError(f"no free code found in {TRIES} tries")


def slugs_of(link: ShortLink) -> dict[int, str]:
    """By language, what stands behind the address of the page that cases are shown below; published ones alone."""
    if link.case is None:
        return {}
    same = Case.objects.filter(translation_key=link.case.translation_key, live=True)
    return {locale: f"{slug}/" for locale, slug in same.values_list("locale", "slug")}
