"""The admin's addresses, and what a browser sends from their confirmations."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from campaigns.links.models import Successor


def unpublish_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:unpublish", args=[page.pk])


def delete_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def move_url(page: Page, destination: Page) -> str:
    return reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk])


def codes_url(page: Page) -> str:
    return reverse("codes_of_page", args=[page.pk])


def bulk_url(action: str, *pages: Page) -> str:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{url}?" + "&".join(f"id={page.pk}" for page in pages)


def to(page: Page, **more: Any) -> dict[str, Any]:
    """The question answered with a page."""
    return {"way": "page", "successor": page.pk, **more}


TO_NONE = {"way": "none", "successor": ""}


def shown(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def errors(answer: HttpResponse) -> dict[str, list[str]]:
    """What is wrong with the answer, by field; the confirmation is shown again."""
    assert answer.status_code == 200
    return dict(answer.context["form"].errors)


def successors() -> dict[int, int]:
    return dict(Successor.objects.values_list("page", "successor"))
