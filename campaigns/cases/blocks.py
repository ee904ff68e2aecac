"""Questions that people ask before they come for the first time."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuestionBlock(blocks.StructBlock):
    """One question with its answer."""

    question = blocks.CharBlock(
        label=_("Question"), max_length=80, help_text=_("As somebody would ask who has never been there.")
    )
    answer = blocks.TextBlock(
        label=_("Answer"),
        max_length=400,
        help_text=_("Below the question, when somebody opens it. Begin with yes or no where you can."),
    )

    class Meta:
        icon = "help"
        label = _("Question")
        template = "blocks/question.html"
        preview_value = {
            "question": "ひとりで行ってもいいですか",
            "answer": "はい。おひとりで来て、本を読んで帰る方も多いです。",
        }
        description = _("A question and its answer, opened on tap")


class Questions(blocks.StreamBlock):
    """The questions of a place."""

    question = QuestionBlock()
