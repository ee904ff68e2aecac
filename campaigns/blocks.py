"""What the body of a campaign page is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class QuoteBlock(blocks.StructBlock):
    """Something somebody said, and in what role; never a private person's name."""

    text = blocks.TextBlock(label=_("Words"))
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


class Body(blocks.StreamBlock):
    """The blocks of a page's body."""

    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", form_classname="title", template="blocks/heading.html",
        preview_value="ゆるやかなつながりとは", description=_("Divides a long page"),
    )  # fmt: skip
    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"), icon="pilcrow", features=["bold", "link", "ul", "ol"], template="blocks/paragraph.html",
        preview_value="<p>すれちがう人にあいさつをする。それだけで、まちは少しあたたかくなります。</p>",
        description=_("Text with links and lists"),
    )  # fmt: skip
    picture = ImageBlock(
        label=_("Picture"),
        icon="image",
        template="blocks/picture.html",
        description=_("A picture with its description"),
    )
    quote = QuoteBlock()
