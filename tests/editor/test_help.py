"""Every field that staff fill in says in Japanese what appears where."""

import re

from django.utils.translation import override

from tests.editor.walking import every_field

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
#: Models whose fields need no help, and why.
SPARED = {"banners.LinkCheck": "Staff only read it: members enter the page, looking fills in the rest."}


def test_each_field_has_a_sentence() -> None:
    with override("ja"):
        fields = every_field()
    assert len(fields) > 300
    silent = [name for name, said in fields.items() if name[0] not in SPARED and not JAPANESE.search(said)]
    assert silent == []


def test_nothing_is_spared_that_is_not_there() -> None:
    assert set(SPARED) <= {label for label, _name in every_field()}
