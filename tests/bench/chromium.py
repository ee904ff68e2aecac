"""Headless Chromium, warm: one browser, one page, the reference's HTML in sRGB set as its content and printed."""

import base64

from playwright.sync_api import sync_playwright

from print_templates.content import Imprint
from print_templates.fonts import fontconfig_file
from print_templates.reference import LOGO, reference_html
from tests.bench import poster, srgb
from tests.browser.conftest import CHROMIUM, CHROMIUM_FLAGS


class Chromium:
    """A browser that sees the same private fonts as we do."""

    def __init__(self, words: list[Imprint]) -> None:
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=CHROMIUM, args=CHROMIUM_FLAGS, env={"FONTCONFIG_FILE": str(fontconfig_file())}
        )
        self.page = self.browser.new_page()
        self.make(self.ready(words[0]))

    def ready(self, words: Imprint) -> str:
        """The poster as one HTML document, its logo inside as a JPEG, which Chromium passes on."""
        source = reference_html(
            poster.design(), poster.content(), poster.sheet(), "office", words, poster.IN_SRGB
        )
        assert words.logo is not None
        picture = base64.b64encode(srgb.jpeg(words.logo)).decode()
        return source.replace(f"asset:{LOGO}", f"data:image/jpeg;base64,{picture}")

    def make(self, source: str) -> bytes:
        self.page.set_content(source, wait_until="load")
        return self.page.pdf(prefer_css_page_size=True, print_background=True, tagged=False, outline=False)

    def close(self) -> None:
        self.browser.close()
        self.playwright.stop()
