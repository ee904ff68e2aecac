"""From the chosen catchphrase to a resident's phone, in a real browser against a real server."""

import io
import subprocess
import zipfile
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from cms import demo
from tests.browser.conftest import Site
from tests.kits.paper import FILES

#: Milliseconds until the worker has laid out the new edition's plates.
PATIENCE = 180_000
NEW_PHRASE = "あつまろう かながわ"


def log_in_staff(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/admin/")
    form = page.locator("form", has=page.locator("input[type=password]"))
    if not form.is_visible():
        page.locator("details summary").last.click()
    form.locator("input[name=login]").fill(demo.STAFF_EMAIL)
    form.locator("input[type=password]").fill(demo.STAFF_PASSWORD)
    form.locator("[type=submit]").click()
    page.wait_for_url("**/admin/")


def log_in_member(page: Page, site: Site, email: str) -> None:
    """By an e-mailed code; whoever has logged in before still is."""
    if email in site.sessions:
        page.context.add_cookies(site.sessions[email])
        page.goto(f"{site.url}/kit/")
        return
    page.goto(f"{site.url}/kit/")
    page.locator("input[type=email]").first.fill(email)
    page.locator("form", has=page.locator("input[type=email]")).first.locator("[type=submit]").click()
    page.locator("input[name=code]").fill(site.newest_code())
    page.locator("form", has=page.locator("input[name=code]")).first.locator("[type=submit]").first.click()
    page.wait_for_url("**/kit/**")
    site.sessions[email] = page.context.cookies()


def publish_phrase(page: Page, site: Site, phrase: str) -> None:
    """Change the chosen phrase's words in the editor and publish, with clicks alone."""
    [(page_id,)] = site.rows(
        "SELECT id FROM wagtailcore_page JOIN campaigns_campaignpage ON id = page_ptr_id WHERE live = 1"
        " AND locale_id = (SELECT id FROM wagtailcore_locale WHERE language_code = 'ja')"
    )
    page.goto(f"{site.url}/admin/pages/{page_id}/edit/")
    page.locator("#id_catchphrases-0-text").fill(phrase)
    footer = page.locator("footer, .footer").last
    footer.locator("[data-w-dropdown-target=toggle]").last.click()
    publish = page.locator("button[name=action-publish]:visible, [value=action-publish]:visible").first
    publish.click()
    expect(page.locator(".messages .success, [role=status] .success").first).to_be_visible()


def codes_in(pdf: Path) -> set[str]:
    """What an independent raster and decoder read on every page."""
    subprocess.run(["pdftoppm", "-r", "110", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    pages = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
    return {found.text for page in pages for found in zxingcpp.read_barcodes(Image.open(page))}


def test_a_changed_phrase_reaches_a_phone_through_paper(
    site: Site, desktop: Page, second_desktop: Page, phone: Page, tmp_path: Path
) -> None:
    log_in_staff(desktop, site)
    publish_phrase(desktop, site, NEW_PHRASE)

    log_in_member(second_desktop, site, "member@takasaki-shoten.example.jp")
    # The page says that the prints are being made, and goes on by itself.
    with second_desktop.expect_download(timeout=PATIENCE) as download:
        second_desktop.locator("a[href$='kit.zip']").first.click(timeout=PATIENCE)
    kit = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    kit.extractall(tmp_path)

    pdfs = sorted(tmp_path.rglob("*.pdf"))
    assert {pdf.name for pdf in pdfs} == set(FILES)
    texts = [
        subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        for pdf in pdfs
    ]
    assert all("髙﨑商店" in text and "第2版" in text for text in texts)
    read = {pdf.name: codes_in(pdf) for pdf in pdfs}
    codes = set.union(*read.values())
    assert all(found == codes for found in read.values()), read
    assert len(codes) == 1

    [url] = codes
    before = counted(site, url)
    phone.goto(url)
    assert NEW_PHRASE.split(maxsplit=1)[0] in phone.locator("h1").inner_text().replace("\n", "")
    assert counted(site, url) == before + 1
    assert phone.context.cookies() == []


def counted(site: Site, url: str) -> int:
    code = url.rsplit("/", 1)[1]
    [(count,)] = site.rows(
        "SELECT COALESCE(SUM(c.count), 0) FROM links_scancount c"
        " JOIN links_shortlink l ON l.id = c.link_id WHERE l.code = ?",
        code,
    )
    return int(str(count))
