from django.utils.translation import gettext_lazy as _

from campaigns.tags import Tag


class TopicTag(Tag):
    """What one can talk about at a desk."""

    class Meta(Tag.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
