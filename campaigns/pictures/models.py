import zlib
from typing import Any

from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError
from wagtail.images.models import Image as WagtailImage


class Picture(AbstractImage):
    """An image of the library; `credit` is shown wherever the picture is."""

    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def __str__(self) -> str:
        return self.title

    def generate_rendition_file(self, filter: Filter, *, source: File[Any] | None = None) -> File[Any]:  # noqa: A002
        """As Wagtail does it; a file that was damaged after its upload is shown as a missing one."""
        try:
            return super().generate_rendition_file(filter, source=source)
        except (OSError, SyntaxError, zlib.error) as error:
            raise SourceImageIOError(str(error)) from error


class Rendition(AbstractRendition):
    """A picture at one size."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_per_filter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image} ({self.filter_spec})"


class LibraryDocument(AbstractDocument):
    """A file of the library, always handed out by a view."""

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def __str__(self) -> str:
        return self.title
