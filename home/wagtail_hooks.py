"""What the admin offers of the residents' site. Only registers."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from campaigns.languages import rich_text
from home.ageing.admin import AgeingViewSet, instead_of_wagtails
from home.content_checks.checker import look_as_residents
from home.desks.menu import DesksToVerify
from home.interface.admin import TranslationReviewViewSet, permissions
from home.vocabulary.admin import VocabularyViewSet, tell


@hooks.register("register_admin_viewset")
def translation_reviews() -> TranslationReviewViewSet:
    return TranslationReviewViewSet()


@hooks.register("register_permissions")
def review_permissions() -> QuerySet[Permission]:
    return permissions()


@hooks.register("register_rich_text_features", order=10)
def links_in_the_readers_language(features: FeatureRegistry) -> None:
    rich_text.register(features)


@hooks.register("register_reports_menu_item")
def desks_to_verify() -> DesksToVerify:
    return DesksToVerify()


@hooks.register("register_admin_viewset")
def ageing() -> AgeingViewSet:
    return AgeingViewSet()


@hooks.register("register_admin_viewset")
def vocabulary() -> VocabularyViewSet:
    return VocabularyViewSet()


for moment in ("after_create_page", "after_edit_page", "after_create_snippet", "after_edit_snippet"):
    hooks.register(moment, tell)

hooks.register("construct_wagtail_userbar", look_as_residents)
hooks.register("construct_reports_menu", instead_of_wagtails)
