"""What the admin shows of members' pages. Only registers."""

from wagtail.snippets.models import register_snippet

from campaigns.banners.admin import LinkCheckViewSet

register_snippet(LinkCheckViewSet)
