"""The form of an event, in the order in which somebody asks who thinks of going."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

PANELS = [
    FieldPanel("kind"),
    FieldPanel("lead"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]), FieldPanel("is_called_off")], _("When")
    ),
    MultiFieldPanel(
        [
            FieldPanel("attendance"),
            FieldPanel("area"),
            FieldRowPanel([FieldPanel("place"), FieldPanel("address")]),
            FieldPanel("online"),
        ],
        _("Where"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
            FieldPanel("for_whom"),
            FieldRowPanel([FieldPanel("cost"), FieldPanel("capacity")]),
            FieldPanel("organiser"),
        ],
        _("For whom"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("sign_up"), FieldPanel("sign_up_until"), FieldPanel("is_full")]),
            FieldPanel("sign_up_link"),
            FieldRowPanel([FieldPanel("sign_up_phone"), FieldPanel("sign_up_mail")]),
            FieldPanel("sign_up_note"),
        ],
        _("Signing up"),
        help_text=_("People sign up with whoever holds the event. This site keeps nothing about them."),
    ),
    FieldPanel("body"),
]
