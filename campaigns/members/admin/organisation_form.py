"""The form of a member organisation in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from campaigns.members.forms import OrganisationForm

ORGANISATION = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel(
                    "name",
                    help_text=_(
                        "The full name, in the list of members and on prints. For example: NPO Kamome Shokudo."
                    ),
                ),
                FieldPanel("reading", help_text=_("In hiragana. Lists are sorted by it.")),
                FieldPanel("print_name"),
                FieldPanel(
                    "slug",
                    help_text=_(
                        "Small Latin letters. The organisation’s own addresses have it; it stays once prints hang."
                    ),
                ),
            ],
            _("Name"),
        ),
        FieldPanel("logo", help_text=_("PNG, JPEG or WebP up to 5 MB. Printed beside the name.")),
        MultiFieldPanel(
            [
                FieldPanel("kind", help_text=_("Shown in the list of members.")),
                FieldPanel("area", help_text=_("Where it is at work. Prints name places near there.")),
                FieldPanel(
                    "address",
                    help_text=_("In the list of members, for example: Yamashita-cho 1, Naka-ku, Yokohama."),
                ),
                FieldPanel(
                    "phone",
                    help_text=_("In the list of members and on prints, for example: 045-000-0000."),
                ),
                FieldPanel("hours"),
                FieldPanel(
                    "website", help_text=_("In the list of members, for example: https://example.org/.")
                ),
            ],
            _("About"),
        ),
        InlinePanel(
            "memberships",
            heading=_("People who may take the kit"),
            label=_("Person"),
            panels=[
                FieldRowPanel(
                    [
                        FieldPanel(
                            "user",
                            help_text=_("Their e-mail address. Invite whoever has no account yet."),
                        ),
                        FieldPanel(
                            "role",
                            help_text=_("Administrators may change the organisation and invite others."),
                        ),
                    ]
                )
            ],
        ),
        FieldPanel(
            "is_approved", help_text=_("Only approved organisations get a kit and stand in the list.")
        ),
        FieldPanel("is_listed"),
    ],
    base_form_class=OrganisationForm,
)
