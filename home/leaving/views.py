from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """How to leave at once, that the browser remembers all the same, and how to make it forget."""
    return render(request, "leaving/leaving.html")
