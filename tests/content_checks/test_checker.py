"""The content checker is on in the editor and in its preview, asked about residents' content, and nowhere else."""

import json
import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.blocks import Body
from home.content_checks.checker import FURTHER
from home.models import HomePage, StandardPage
from tests.factories import DeskFactory, PictureFactory

CONFIGURATION = re.compile(r'<script id="checker-axe-configuration"[^>]*>(.*?)</script>', re.DOTALL)


def axe(html: str) -> dict[str, Any]:
    (found,) = CONFIGURATION.findall(html)
    configuration: dict[str, Any] = json.loads(found)
    return configuration


def test_the_editor_and_its_preview_check_what_residents_read(home: HomePage, staff_client: Client) -> None:
    page = home.add_child(instance=StandardPage(title="行き方", slug="map"))
    editor = staff_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    asked = axe(editor)
    assert asked["context"]["include"] == ["main"]
    assert {"image-alt", "heading-order", "link-name", "alt-text-quality"} <= set(asked["options"]["runOnly"])
    assert asked["messages"]["image-alt"]["error_name"] == "画像に説明がありません"
    assert set(FURTHER) <= set(asked["messages"])

    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    form = {"title": "行き方", "slug": "map", "lead": "", "seo_title": "", "search_description": ""}
    data = nested_form_data({**form, "body": streamfield([]), "comments": inline_formset([])})
    assert staff_client.post(address, data).json()["is_valid"]
    preview = staff_client.get(f"{address}?in_preview_panel=true&mode=")
    assert axe(preview.content.decode())["context"]["include"] == ["main"]
    assert "<main" in preview.content.decode()

    # Of residents' pages there is one copy for everybody, staff too.
    assert "wagtail-userbar" not in staff_client.get("/map/").content.decode()
    desk = staff_client.get(reverse("wagtailsnippets_desks_desk:edit", args=[DeskFactory().pk]))
    assert axe(desk.content.decode())["context"]["include"] == ["main"]


def test_a_picture_needs_a_description_or_is_decorative(db: None) -> None:
    block = Body().child_blocks["picture"]
    picture = PictureFactory()
    for alt, is_decorative, is_right in (("橋の上の二人", False, True), ("", True, True), ("", False, False)):
        value = block.to_python({"image": picture.pk, "alt_text": alt, "decorative": is_decorative})
        if is_right:
            cleaned = block.clean(value)
            assert (cleaned.contextual_alt_text, cleaned.decorative) == (alt, is_decorative)
        else:
            with pytest.raises(ValidationError) as problem:
                block.clean(value)
            assert "alt_text" in problem.value.block_errors  # type: ignore[attr-defined]
