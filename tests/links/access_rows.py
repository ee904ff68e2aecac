from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.base import ContentFile

from campaigns.links.models import Placement, ShortLink
from campaigns.links.placements import photos
from campaigns.members.models import Organisation
from tests.access.rows import LOGIN, Row
from tests.factories import picture
from tests.links.factories import displayed, placement_of

#: For addresses that lead back to the list, for its own member and staff.
DONE = (LOGIN, 302, 404, 302)


def naming(
    make: Callable[[Organisation], Placement] = placement_of,
) -> Callable[[Organisation], Mapping[str, Any]]:
    """Arguments of a placement that is made for every request."""

    def arguments(organisation: Organisation) -> Mapping[str, Any]:
        return {"slug": organisation.slug, "pk": make(organisation).pk}

    return arguments


def photographed(organisation: Organisation) -> Placement:
    placement = displayed(organisation)
    photos.keep(placement, ContentFile(photos.prepare(picture("JPEG"))))
    return placement


def with_codes(organisation: Organisation) -> Mapping[str, Any]:
    placement = placement_of(organisation)
    ShortLink.objects.issued(placement.campaign.edition, organisation)
    return {"slug": organisation.slug}


ROWS: list[Row] = [
    Row("placements:list"),
    Row("placements:csv"),
    Row("placements:add"),
    Row("placements:edit", naming()),
    Row("placements:displayed", naming()),
    Row("placements:removed", naming(displayed)),
    Row("placements:renewed", naming(displayed), DONE, post=True),
    Row("placements:undo", naming(displayed), DONE, post=True, data={"status": "displayed"}),
    Row("placements:delete", naming()),
    Row("placements:photo", naming(photographed)),
    Row("placements:sticker", naming()),
    Row("placements:results"),
    Row("placements:results_csv", with_codes),
]
