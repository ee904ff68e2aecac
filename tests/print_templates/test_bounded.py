"""A hostile page ends its own job with a sentence, and the next plate is made as if nothing had been (BARS 5)."""

import os
from dataclasses import replace

import pytest
from django.utils import translation

from print_templates.bounded import Limits, NotMade, make_bounded
from print_templates.design import all_designs
from print_templates.plate import Job, job, make
from print_templates.proof import sample_content


@pytest.fixture(scope="module")
def poster() -> Job:
    design = all_designs()["poster"]
    return job(design, sample_content(), design.sheet("a4"), "press")


def bomb() -> str:
    """Twelve groups, each showing the one before ten times: 10¹¹ squares."""
    groups = "".join(f'<g id="a{i}">' + f'<use xlink:href="#a{i - 1}"/>' * 10 + "</g>" for i in range(1, 12))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
        f'<g id="a0"><rect width="1" height="1"/></g>{groups}<use xlink:href="#a11"/></svg>'
    )


HOSTILE = {
    "a bomb of references": (bomb(), Limits(cpu=2), "computing time"),
    "nested boxes": (
        '<div style="display:flex">' * 60 + "x" * 999 + "</div>" * 60,
        Limits(cpu=2),
        "computing time",
    ),
    "240,000 characters": (f"<p>{'あ' * 240_000}</p>", Limits(cpu=2), "computing time"),
    "by the clock": (bomb(), Limits(time=1), "longer than a minute"),
    "boxes nested too deeply": ('<div style="display:flex">' * 400 + "</div>" * 400, Limits(), "simplif"),
    "little memory": ("<p>x</p>", Limits(memory=60 * 1024**2), "memory"),
    "a foreign picture": ('<img src="file:///etc/hostname">', Limits(), "does not belong"),
}


def test_it_works(poster: Job) -> None:
    assert make_bounded(poster).pdf == make(poster).pdf


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_told_in_a_sentence_and_harms_nobody(name: str, poster: Job) -> None:
    page, limits, words = HOSTILE[name]
    with translation.override("en"), pytest.raises(NotMade, match=words):
        make_bounded(replace(poster, page=page), limits)
    assert make_bounded(poster).pdf.startswith(b"%PDF")


def test_the_childs_limits_are_not_the_parents(poster: Job) -> None:
    import resource

    ours = os.nice(0)
    make_bounded(poster)
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
    assert os.nice(0) == ours
