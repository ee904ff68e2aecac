import zlib
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from print_templates.photograph.original import UnusablePhotograph


class WholeImageField(WagtailImageField):
    """Wagtail's field, which reads all of an upload and does not expect that half of it is missing."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except (OSError, SyntaxError, zlib.error) as error:
            raise ValidationError(str(UnusablePhotograph("damaged"))) from error


class PictureForm(BaseImageForm):
    """The form of a picture of the library; a damaged upload is refused with a sentence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            usual = self.fields["file"]
            self.fields["file"] = WholeImageField(
                label=usual.label, required=usual.required, widget=usual.widget
            )
