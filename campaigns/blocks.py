"""What the body of a page for residents is made of."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from campaigns.desks.models import Desk
from campaigns.desks.offered import not_over
from campaigns.desks.opening import ROWS
from campaigns.languages.addresses import in_address
from campaigns.languages.order import readers_language
from campaigns.languages.shown import in_language
from campaigns.languages.table import TranslatedTableBlock
from campaigns.pictures.models import Picture

#: What running text may hold.
TEXT_FEATURES = ["bold", "link", "ul", "ol"]


class QuoteBlock(blocks.StructBlock):
    """Something somebody said, and in what role; never a private person's name."""

    text = blocks.TextBlock(
        label=pgettext_lazy("what is said", "Words"),
        help_text=_("One or two sentences, as they were said, in large letters."),
    )
    role = blocks.CharBlock(
        label=_("Who said it"), required=False, help_text=_("A role, not a person's name.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        preview_value = {
            "text": "ここに来ると、だれかが「おかえり」と言ってくれます。",
            "role": "利用している方",
        }
        description = _("A sentence that stands by itself")


class QuestionBlock(blocks.StructBlock):
    """A question as a reader would ask it, with its answer."""

    question = blocks.CharBlock(
        label=_("Question"), max_length=120, help_text=_("As somebody would ask who has never been there.")
    )
    answer = blocks.RichTextBlock(
        label=_("Answer"),
        features=TEXT_FEATURES,
        help_text=_("Below the question, when somebody opens it. Begin with yes or no where you can."),
    )


class NoticeBlock(blocks.StructBlock):
    """A box for what nobody should miss."""

    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=60,
        help_text=_("In heavy letters above the text, for example: closed in mid-August."),
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=TEXT_FEATURES,
        help_text=_("Two or three sentences. One box on a page is enough."),
    )

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        template = "blocks/notice.html"
        preview_value = {"title": "お盆の間のお知らせ", "text": "<p>8月13日から16日まで、お休みします。</p>"}
        description = _("A box for what nobody should miss")


class FactBlock(blocks.StructBlock):
    """A line of facts: what it is called, and what there is to say."""

    name = blocks.CharBlock(label=_("Name"), max_length=20, help_text=_("One word, such as “Hours”."))
    words = blocks.TextBlock(
        label=pgettext_lazy("what is said", "Words"),
        help_text=_("Beside the name, for example: Saturdays 10–15."),
    )


class DesksBlock(blocks.StructBlock):
    """Somebody to talk to, in the middle of a page."""

    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=60, help_text=_("Empty: “When you feel like talking”.")
    )
    desks = blocks.ListBlock(
        SnippetChooserBlock(
            Desk, label=_("Desk"), help_text=_("Shown with its number and its hours, in this order.")
        ),
        label=_("Desks"), min_num=0, max_num=6, default=[],
        help_text=_("Empty: the three desks that answer first."),
    )  # fmt: skip

    class Meta:
        icon = "mail"
        label = _("Desks")
        template = "blocks/desks.html"
        preview_value = {"title": "", "desks": []}
        description = _("Telephone numbers; put them beside anything that may weigh on somebody")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        language = readers_language()
        chosen = [desk for desk in value["desks"] if desk is not None and not desk.is_over]
        # Without any the template asks who answers now.
        context["shown"] = in_language(chosen, not_over(), language)
        prefetch_related_objects(context["shown"], *ROWS)
        return context


class LinkCardBlock(blocks.StructBlock):
    """A card that leads to a page of this site."""

    page = blocks.PageChooserBlock(
        label=_("Page"), help_text=_("Where the card leads. Shown while that page is published.")
    )
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=60, help_text=_("Empty: the page's own title.")
    )
    text = blocks.CharBlock(
        label=_("One sentence"),
        required=False,
        max_length=100,
        help_text=_("Below the title: what one finds there. Empty: the title alone."),
    )


class LinkCardsBlock(blocks.ListBlock):
    """Cards of equal rank, in the reader's language; one whose page is not live is left out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(LinkCardBlock(), **kwargs)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        language = readers_language()
        cards = [card for card in value if card["page"] is not None and card["page"].live]
        same = Page.objects.live().filter(alias_of=None).select_related("locale")
        pages = in_language([card["page"] for card in cards], same, language)
        context["shown"] = [
            {
                "title": card["title"],
                "text": card["text"],
                "page": page,
                "url": in_address(page.url, language),
            }
            for card, page in zip(cards, pages, strict=True)
            if page.url
        ]
        return context

    def get_preview_value(self) -> Any:
        pages = Page.objects.live().filter(depth__gt=2)[:3]
        return self.normalize([{"page": page, "title": "", "text": ""} for page in pages])

    @property
    def is_previewable(self) -> bool:
        return True


#: Beside Wagtail's own fields.
HELP_WITH_PICTURES = {
    "decorative": _("Tick it if somebody who does not see it misses nothing."),
    "alt_text": _("What it shows, read aloud. For example: three people at a long table, laughing."),
}


class PictureBlock(ImageBlock):
    """A picture with its description. Its sample for the editor is the newest of the library, if there is any."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        image = ImageChooserBlock(required=required, help_text=_("As wide as the text; its credit below it."))
        image.set_name("image")
        self.child_blocks["image"] = image
        for name, words in HELP_WITH_PICTURES.items():
            self.child_blocks[name].field.help_text = words

    def get_preview_value(self) -> Any:
        picture = Picture.objects.order_by("-created_at", "-pk").first()
        if picture is not None:
            picture.decorative, picture.contextual_alt_text = False, picture.default_alt_text
        return picture

    @property
    def is_previewable(self) -> bool:
        return Picture.objects.exists()


class TableBlock(TranslatedTableBlock):
    """Rows and columns of text."""

    class Meta:
        preview_value = {
            "caption": "集まりのある日",
            "columns": [{"type": "text", "heading": "曜日"}, {"type": "text", "heading": "時間"}],
            "rows": [{"values": ["火曜日", "10時から12時"]}, {"values": ["土曜日", "14時から16時"]}],
        }


class Body(blocks.StreamBlock):
    """The blocks of a page's body."""

    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", form_classname="title", template="blocks/heading.html",
        preview_value="ゆるやかなつながりとは", description=_("Divides a long page"),
    )  # fmt: skip
    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"), icon="pilcrow", features=TEXT_FEATURES, template="blocks/paragraph.html",
        preview_value="<p>すれちがう人にあいさつをする。それだけで、まちは少しあたたかくなります。</p>",
        description=_("Text with links and lists"),
    )  # fmt: skip
    picture = PictureBlock(
        label=_("Picture"),
        icon="image",
        template="blocks/picture.html",
        description=_("A picture with its description"),
    )
    quote = QuoteBlock()
    notice = NoticeBlock()
    facts = blocks.ListBlock(
        FactBlock(), label=_("Facts"), icon="list-ul", template="blocks/facts.html",
        preview_value=[{"name": "時間", "words": "土曜日 10時から15時"}, {"name": "費用", "words": "飲みもの代だけ"}],
        description=_("Hours, cost, place: one line each"),
    )  # fmt: skip
    questions = blocks.ListBlock(
        QuestionBlock(), label=_("Questions and answers"), icon="help", template="blocks/questions.html",
        preview_value=[
            {"question": "一人で行ってもいいですか。", "answer": "<p>はい。一人で来る方がいちばん多いです。</p>"}
        ],
        description=_("Folded up until somebody opens them; unfolded on paper"),
    )  # fmt: skip
    desks = DesksBlock()
    link_cards = LinkCardsBlock(
        label=_("Cards with links"), icon="link", template="blocks/link_cards.html",
        description=_("Cards that lead to pages of this site"),
    )  # fmt: skip
    table = TableBlock(
        [("text", blocks.CharBlock(label=_("Text"), required=False))],
        label=_("Table"), icon="table", template="blocks/table.html",
        description=_("Rows and columns; give it a caption"),
        help_text=_("First a heading for each column, then a few words in each cell. The first cell names its row."),
    )  # fmt: skip
