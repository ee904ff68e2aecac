from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FigurePagesConfig(AppConfig):
    name = "home.figures"
    #: `figures` is the app that keeps them.
    label = "figure_pages"
    verbose_name = _("Pages of figures")
