from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.fields import same_everywhere
from campaigns.page_form import SCHEDULE, TITLE, PageForm
from home.selfcheck.answering import CHOICES, NAMES

#: What a new page says. The questions ask what the three indirect ones of the national survey ask, in words of our own.
LEAD = "すぐに終わる、3つの問いです。思いあたるものを選んでみてください。答えたくない問いは、飛ばしてかまいません。"
QUESTIONS = (
    "一緒に過ごす人がいないと感じることは、ありますか。",
    "まわりから取り残されたように感じることは、ありますか。",
    "ほかの人たちから離れたところにいるように感じることは、ありますか。",
)
ANSWERS = ("決してない", "ほとんどない", "時々ある", "常にある")
REPLY = (
    "<p>答えてくださって、ありがとうございます。よいも悪いもない、今日のところの答えです。"
    "同じように答える人は、どの町にもたくさんいます。日によって変わることもあります。</p>"
    "<p>用がなくても立ち寄れる場所と、名前を言わずに話せる窓口を下に載せました。"
    "気が向いたときに、ひとつだけのぞいてみてください。今は何もしない、でもかまいません。</p>"
)


def shown_answer(number: int, label: Any) -> models.CharField:
    return models.CharField(
        label,
        max_length=20,
        default=ANSWERS[number - 1],
        help_text=_("The same four below every question. At most 20 letters."),
    )


def shown_question(number: int, label: Any) -> models.CharField:
    return models.CharField(
        label,
        max_length=80,
        default=QUESTIONS[number - 1],
        help_text=_("As somebody would ask a neighbour, without words that label. At most 80 letters."),
    )


class SelfCheckPage(InReadersLanguage, Page):
    """Three questions, and in every case the same gentle words, places and desks. No sum, no verdict, no record."""

    lead = models.TextField(
        _("lead"),
        max_length=200,
        default=LEAD,
        help_text=_("Above the questions. Say that it is short and that nobody has to answer."),
    )
    question_1 = shown_question(1, _("question 1"))
    question_2 = shown_question(2, _("question 2"))
    question_3 = shown_question(3, _("question 3"))
    answer_1 = shown_answer(1, _("answer 1"))
    answer_2 = shown_answer(2, _("answer 2"))
    answer_3 = shown_answer(3, _("answer 3"))
    answer_4 = shown_answer(4, _("answer 4"))
    reply = RichTextField(
        _("what everybody reads afterwards"), features=["bold", "link"], default=REPLY,
        help_text=_("The same words whatever was answered. They name no state and give no result."),
    )  # fmt: skip

    page_description = _("Three questions, followed by places and desks; no answer is kept")
    template = "selfcheck/questions.html"
    answers_template = "selfcheck/answers.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere("slug")
    base_form_class = PageForm
    settings_panels: ClassVar[list[Any]] = SCHEDULE
    content_panels = [
        TITLE,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("question_1"), FieldPanel("question_2"), FieldPanel("question_3")],
            _("Questions"),
            help_text=_("Ask indirectly, as somebody speaks. Answers are neither kept nor counted."),
        ),
        MultiFieldPanel(
            [FieldPanel("answer_1"), FieldPanel("answer_2"), FieldPanel("answer_3"), FieldPanel("answer_4")],
            _("Answers, from never to always"),
        ),
        FieldPanel("reply"),
    ]

    class Meta:
        verbose_name = _("three questions")
        verbose_name_plural = _("three questions")

    @property
    def questions(self) -> list[str]:
        return [self.question_1, self.question_2, self.question_3]

    @property
    def answers(self) -> list[str]:
        return [self.answer_1, self.answer_2, self.answer_3, self.answer_4]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["asked"] = list(zip(NAMES, self.questions, strict=True))
        context["choices"] = list(zip(CHOICES, self.answers, strict=True))
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        # A browser that keeps the page would keep what was chosen on it.
        patch_cache_control(response, no_store=True, private=True)
        return response
