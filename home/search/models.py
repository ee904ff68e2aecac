from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SearchEntry(models.Model):
    """What can be found of one thing, in its own words and in the forms that are compared (letters.py, sound.py).

    Made again whenever the thing is saved or published, so nothing here is ever edited.
    """

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    #: Only of pages: who may see it is asked of the page at each search.
    page = models.ForeignKey(Page, models.CASCADE, null=True, related_name="+")
    language = models.CharField(max_length=16)
    #: The same in all languages that a thing is written in.
    translation = models.UUIDField(null=True, db_index=True)
    #: Among equals, the lowest first.
    position = models.CharField(max_length=255, blank=True)

    title = models.CharField(max_length=255)
    lead = models.TextField(blank=True)
    body = models.TextField(blank=True)
    title_letters = models.TextField()
    lead_letters = models.TextField(blank=True)
    body_letters = models.TextField(blank=True)
    title_sound = models.TextField(blank=True)
    lead_sound = models.TextField(blank=True)
    body_sound = models.TextField(blank=True)

    class Meta:
        ordering = ["kind", "position", "object_id"]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [models.UniqueConstraint(fields=("kind", "object_id"), name="one_entry_per_thing")]

    def __str__(self) -> str:
        return self.title
