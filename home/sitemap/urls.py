"""Addresses that search engines look for by themselves, without a language in front."""

from django.urls import path

from home.sitemap.views import robots_txt, sitemap_xml

urlpatterns = [
    path("sitemap.xml", sitemap_xml, name="sitemap_xml"),
    path("robots.txt", robots_txt, name="robots_txt"),
]
