"""The round fan: the line is a ring without an end, and the finger that holds the fan is in its loop.

A thousand units wide. The hole is 100 wide at (500, 875); the disc around it is printed whole, the
punch opens it into a loop as thick as the line.
"""

from collections.abc import Callable

from print_templates.themes.coast.drawing import cord, disc, placed, shape, sheet
from print_templates.themes.coast.people import pulling
from print_templates.themes.coast.shore import glitter, rising_sun
from print_templates.themes.theme import Canvas

THICKNESS = 26
HOLE = (500, 875)
LOOP_RADIUS = 75
#: Along the rim below, up the wall, over two gables, the washing line, the mast and the hull.
ROUND = (
    "M500 942A442 442 0 0 1 142 760V684L222 604 302 684 352 630 384 662"
    "C396 672 412 676 440 676 560 676 660 660 735 596V702H664"
    "C676 732 716 748 762 748 822 748 850 732 872 698Q876 730 858 760A442 442 0 0 1 500 942Z"
)
#: The same round where there are only words: a circle through the front's lowest point.
WORDS_RADIUS = 427


def coast(ink: Callable[[str], str]) -> list[str]:
    """Sun, water and headland above; below them the dark shore that fills the round."""
    return [
        rising_sun(640, 700, 270, 112, ink("paper")),
        shape("M-60 700H760C850 690 930 640 1060 620V900H-60Z", ink("water")),
        glitter(640, 716, (420, 260), 18, ink("paper")),
        shape(
            "M-60 760V610C60 590 180 600 260 650 330 694 390 724 480 736L900 742Q980 742 1060 730V1060H-60Z",
            ink("deep"),
        ),
    ]


def village(ink: Callable[[str], str]) -> list[str]:
    """What the line draws: two houses, two cloths that hang from it, sail and hull."""
    return [
        shape("M302 684 352 630 402 672V744H302Z", ink("ground")),
        shape("M142 684 222 604 302 684V780H142Z", ink("paper")),
        shape("M168 706h36v42h-36ZM236 780V724c0-28 40-28 40 0V780Z", ink("ground")),
        shape("M512 674 540 671Q538 702 542 730 526 738 508 736 514 706 512 674Z", ink("deep")),
        shape(
            "M556 668 622 655 634 682 612 690Q611 712 614 728 592 736 568 734 572 712 571 698L550 702Z",
            ink("ground"),
        ),
        shape("M741 612C794 640 824 668 830 696Q784 680 741 694Z", ink("ground")),
        shape("M664 702Q780 720 872 698C850 732 822 748 762 748 716 748 676 732 664 702Z", ink("deep")),
    ]


def loop(ink: Callable[[str], str], holder: str) -> list[str]:
    """The loop around the hole, and one person at each side who holds it by a short end of line."""
    return [
        disc(*HOLE, LOOP_RADIUS, ink("accent")),
        cord("M392 838 450 848H550L608 838", 16, ink("accent")),
        placed(pulling(ink(holder)), 642, 908, 0.6),
        placed(pulling(ink(holder)), 358, 908, 0.6, flip=True),
    ]


def fan_front(canvas: Canvas) -> str:
    ink = canvas.ink
    scene = [*coast(ink), *village(ink), cord(ROUND, THICKNESS, ink("accent")), *loop(ink, "paper")]
    return canvas.svg([sheet(canvas, ink("ground")), placed(scene, 0, 0, canvas.width / 1000)])


def fan_back(canvas: Canvas) -> str:
    """The words stand in the sun itself: one white round in the same coast, held from below."""
    ink = canvas.ink
    middle = (500, 942 - WORDS_RADIUS)
    scene = [
        *coast(ink),
        disc(*middle, WORDS_RADIUS + THICKNESS / 2, ink("accent")),
        disc(*middle, WORDS_RADIUS - THICKNESS / 2, ink("paper")),
        *loop(ink, "deep"),
    ]
    return canvas.svg([sheet(canvas, ink("ground")), placed(scene, 0, 0, canvas.width / 1000)])
