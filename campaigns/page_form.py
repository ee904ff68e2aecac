"""What the forms of all pages have in common: a title, a name in addresses made of it, and a schedule."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import CommentPanel, TitleFieldPanel
from wagtail.models import Page

from campaigns.reading.slugs import free, latin
from campaigns.scheduling import SchedulingPanel

#: What a page is called in addresses if nobody can read its title.
USUAL = "page"

#: Wagtail would copy the title's own letters into the address; the form below reads them instead.
TITLE = TitleFieldPanel(
    "title", targets=[], help_text=_("At the top of the page, in lists and in search results.")
)
#: In place of Wagtail's own: a schedule that is explained. Without the other panel nobody could comment on a page.
SCHEDULE = [SchedulingPanel(), CommentPanel()]


class PageForm(WagtailAdminPageForm):
    """A name in addresses that is left empty is made of how the title is read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        entered: str = self.cleaned_data["slug"]
        title = self.cleaned_data.get("title", "")
        return entered or free(latin(title) or USUAL, self.taken())

    def taken(self) -> set[str]:
        """The names of the pages beside this one."""
        if self.parent_page is None:
            return set()
        beside = Page.objects.child_of(self.parent_page).exclude(pk=self.instance.pk)
        return set(beside.values_list("slug", flat=True))
