from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from cms import demo


class Command(BaseCommand):
    help = "Load the demo: Kanagawa's network with invented members. Safe to run again."

    def handle(self, **options: Any) -> None:
        if not settings.DEMO_MAY_BE_LOADED:
            raise CommandError("The demo has a published password. It is refused under production settings.")
        demo.load()
        self.stdout.write(self.where_to_look())

    def where_to_look(self) -> str:
        """Addresses and logins, in Japanese and English."""
        url = settings.PUBLIC_URL
        staff, *members = demo.logins()
        lines = [
            "",
            "デモの準備ができました。 / The demo is ready.",
            f"  サイト / site                {url}/",
            f"  管理画面 / admin             {url}{reverse('wagtailadmin_home')}",
            f"      {staff.email}   パスワード / password: {staff.password}",
            f"  参加団体の印刷キット / kit   {url}{reverse('kits:start')}",
            "      メールで届く番号で入ります。番号はこの画面に出ます。",
            "      Log in with a code sent by e-mail; the code appears on this console.",
            *(f"      {member.email}   {member.who}" for member in members),
            "",
        ]
        return "\n".join(lines)
