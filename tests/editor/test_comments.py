"""An editor can comment on a page, as Wagtail's own forms let them."""

import pytest
from django.test import Client
from wagtail.models import Comment, Page, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campaigns.models import CampaignPage
from tests.campaigns.editor import edit_url, form_data


def test_it_works(campaign: CampaignPage, staff_client: Client) -> None:
    assert "data-comment-add" in staff_client.get(edit_url(campaign)).content.decode()
    said = [{"id": "", "text": "短くできますか。", "contentpath": "lead", "position": ""}]
    comments = nested_form_data({"comments": inline_formset([{**said[0], "replies": inline_formset([])}])})
    answer = staff_client.post(edit_url(campaign), form_data(campaign, **comments))
    assert answer.status_code == 302, answer.context["form"].errors
    comment = Comment.objects.get(page=campaign)
    assert (comment.text, comment.contentpath) == ("短くできますか。", "lead")


@pytest.mark.parametrize("model", [model for model in get_page_models() if model is not Page])
def test_every_kind_of_page_can_be_commented(model: type[Page]) -> None:
    assert "comments" in model.get_edit_handler().get_form_class().formsets
