"""Sample PDFs of every design without a database: for designers, tests and the first look."""

from collections.abc import Iterator
from pathlib import Path

from print_templates.content import Chart, ChartPart, Content, DeskLine, Imprint, Place, SmallThing
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.logo import ready
from print_templates.plate import lay_out
from print_templates.sheet import papers
from print_templates.themes import themes

HOST = "tsunagari.example.jp"


def sample_content(theme: str = "coast", phrase: str = "つながろう かながわ") -> Content:
    """Words of realistic length, none of them a real campaign's."""
    return Content(
        phrase=phrase,
        theme=theme,
        title="見本キャンペーン",
        issuer="見本つながりネットワーク",
        issuer_note="事務局 見本県",
        edition=1,
        reading="つながろう かながわ",
        sub_copy="あいさつから はじまる\nゆるやかな つながり",
        lead="ふらりと寄れる場所と、話を聞く人が、近くにいます。",
        contact="045-000-0100",
        loose_ties="名前を知らなくても、顔を見れば会釈する。そんな軽いつながりが、困ったときの小さな助けになります。",
        site_host=HOST,
        small_things=(
            SmallThing("あいさつ", "同じ道ですれちがう人に、ひとこと。"),
            SmallThing("より道", "いつもの店で、天気の話をひとつ。"),
            SmallThing("おすそわけ", "余ったものを、近くのだれかへ。"),
        ),
        places=(
            Place(
                "見本の冷蔵庫", "見本市", "見本町1-2-3", "だれでも食べ物を入れて、だれでも持ち帰れる冷蔵庫。"
            ),
            Place("見本の喫茶店", "見本市", "見本町4-5-6", "洗濯を待つあいだ、となりの人と話せる喫茶店。"),
            Place("見本の畑", "となり町", "見本台7-8-9", "土曜の朝、だれでも土をさわりに来られる小さな畑。"),
        ),
        desks=(
            DeskLine("見本の電話", "0120-000-000", "24時間 無料"),
            DeskLine("外国語の電話", "045-000-0110", "平日 9時–17時"),
        ),
        chart=Chart(
            "つながりが「十分」「かなり」と答えた人",
            "11.4",
            "％",
            "見本調査（1,241人）",
            "「十分」「かなり」と答えた人は11.4％でした。",
            (
                ChartPart("十分・かなり", 11.4),
                ChartPart("どちらとも", 45.9),
                ChartPart("あまり", 28.8),
                ChartPart("ほか", 13.9),
            ),
        ),
    )


def sample_imprint(logo: bytes = b"") -> Imprint:
    code = "ABC2345"
    return Imprint(
        url=f"HTTPS://{HOST.upper()}/Q/{code}",
        address=f"{HOST}/q/{code}",
        name="見本の会",
        contact="電話 045-000-0100",
        logo=ready(logo) if logo else None,
        places=sample_content().places,
    )


def proofs(content: Content) -> Iterator[tuple[str, bytes]]:
    """(file name, PDF) of every design, sheet and finish, tiled posters on every paper."""
    for design in all_designs().values():
        for sheet in design.sheets:
            for finish in sheet.finishes:
                for paper in papers(sheet, finish):
                    plate = lay_out(design, content, sheet, finish, paper=paper)
                    on = "" if paper == "a4" else f"-{paper}"
                    yield f"{design.key}-{sheet.key}-{finish}{on}.pdf", imprint(plate, sample_imprint())


def write_proofs(out: Path, content: Content | None = None) -> list[Path]:
    """Write the proofs of one content, or of the sample in every theme, and return the paths."""
    contents = [content] if content else [sample_content(key) for key in themes()]
    written = []
    for words in contents:
        folder = out / words.theme
        folder.mkdir(parents=True, exist_ok=True)
        for name, pdf in proofs(words):
            path = folder / name
            path.write_bytes(pdf)
            written.append(path)
    return written
