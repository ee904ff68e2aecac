"""How to print, cut and glue, with pictures; for anyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The printing guide."""
    return render(request, "kits/guide.html")
