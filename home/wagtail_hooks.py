"""What the admin offers of the residents' site. Only registers."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from campaigns.languages import rich_text
from home.interface.admin import TranslationReviewViewSet, permissions


@hooks.register("register_admin_viewset")
def translation_reviews() -> TranslationReviewViewSet:
    return TranslationReviewViewSet()


@hooks.register("register_permissions")
def review_permissions() -> QuerySet[Permission]:
    return permissions()


@hooks.register("register_rich_text_features", order=10)
def links_in_the_readers_language(features: FeatureRegistry) -> None:
    rich_text.register(features)
