"""The code on the cards of a place, which leads to the place's own page for as long as that is public."""

from django.db import IntegrityError, transaction
from wagtail.models import Page

from campaigns.cases.models import Case
from campaigns.links.codes import new_code
from campaigns.links.models import ShortLink

TRIES = 10


def code_of(case: Case, index: Page) -> ShortLink:
    """The one code of a case, made on first need; `index` is the page that cases are shown below."""
    for _attempt in range(TRIES):
        held = ShortLink.objects.filter(case=case).first()
        if held is not None:
            return held
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
