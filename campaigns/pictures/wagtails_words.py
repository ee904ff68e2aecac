"""Texts of Wagtail's block for pictures that its own Japanese catalogue lacks; ours has them."""

from django.utils.translation import gettext_noop

LACKING = (
    gettext_noop("Image is decorative"),
    gettext_noop("Alt text"),
    gettext_noop("Please add some alt text for your image or mark it as decorative"),
)
