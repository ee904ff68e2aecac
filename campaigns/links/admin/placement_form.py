"""The form of a placement in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

# A photograph comes in by its own form alone, which cleans it.
PLACEMENT = ObjectList(
    [
        FieldRowPanel(
            [
                FieldPanel("organisation", help_text=_("Whose print it is.")),
                FieldPanel("campaign", help_text=_("Which campaign’s print it is.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel(
                    "place",
                    help_text=_(
                        "Where it hangs or lies, so that others find it. For example: town hall, ground floor, by the lift."
                    ),
                ),
                FieldPanel("area", help_text=_("The municipality of that place.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("material", help_text=_("What hangs or lies there.")),
                FieldPanel(
                    "count", help_text=_("How many of them. For example: 1; for a pile of flyers, 50.")
                ),
                FieldPanel(
                    "has_own_code",
                    help_text=_(
                        "Ticked, readings are counted for this place alone. Only for prints that are not made yet."
                    ),
                ),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel(
                    "status",
                    help_text=_("Pledged: not yet there. Displayed: it hangs. Removed: it is gone."),
                ),
                FieldPanel(
                    "until",
                    help_text=_(
                        "The day on which it comes down; a reminder is sent. Empty: with the campaign."
                    ),
                ),
                FieldPanel("edition", help_text=_("Which state of the words it carries, if known.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("displayed_on", help_text=_("The day on which it was put up, if known.")),
                FieldPanel("removed_on", help_text=_("The day on which it was taken down.")),
            ]
        ),
    ]
)
