from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    name = "campaigns.links"
    label = "links"
    verbose_name = _("Links")

    def ready(self) -> None:
        from datetime import timedelta

        from django.db.models.signals import post_delete, post_save, pre_delete
        from wagtail.models import Page, PageViewRestriction, Site
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from campaigns.cases.models import Case
        from campaigns.links import offline_map, rollup
        from campaigns.links.custody import letter, walk
        from campaigns.links.models import Placement, ShortLink, Successor
        from campaigns.links.placements.photos import placement_deleted
        from campaigns.links.placements.reminders import remind_of_editions, remind_of_ends
        from campaigns.links.signal_handlers import (
            campaign_will_be_deleted,
            case_changed,
            link_saved,
            link_will_be_deleted,
            organisation_will_be_deleted,
            page_changed,
            page_is_public_again,
            page_will_be_deleted,
            placement_changed,
            placement_will_be_deleted,
        )
        from campaigns.members.models import Organisation
        from campaigns.models import CampaignChoice, CampaignPage
        from campaigns.schedule.chores import register

        register("placement ends", timedelta(hours=1), remind_of_ends)
        register("placement editions", timedelta(hours=1), remind_of_editions)
        register("spool", timedelta(minutes=1), rollup.roll_up)
        # Between these, what changes where codes lead writes the map itself; the calendar does not say so.
        register("map of codes", timedelta(minutes=5), offline_map.write)

        # A run of the walk takes some seconds; whether a week has passed since the last walk began, it sees itself.
        register("walk of codes", timedelta(minutes=1), walk.go_on)
        register("letter on codes", timedelta(hours=1), letter.tell_office)

        post_delete.connect(placement_deleted, sender=Placement)
        for signal in (post_save, post_delete):
            signal.connect(placement_changed, sender=Placement)
        post_save.connect(case_changed, sender=Case)
        post_delete.connect(page_changed, sender=Case)
        post_save.connect(link_saved, sender=ShortLink)
        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(page_changed)
        post_delete.connect(page_changed, sender=Page)
        page_published.connect(page_is_public_again)
        pre_delete.connect(campaign_will_be_deleted, sender=CampaignPage)
        pre_delete.connect(page_will_be_deleted, sender=Page)
        pre_delete.connect(organisation_will_be_deleted, sender=Organisation)
        pre_delete.connect(placement_will_be_deleted, sender=Placement)
        pre_delete.connect(link_will_be_deleted, sender=ShortLink)
        for model in (CampaignChoice, PageViewRestriction, Site, Successor):
            for signal in (post_save, post_delete):
                signal.connect(page_changed, sender=model)
