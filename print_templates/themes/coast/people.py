"""People as paper-cut silhouettes, 180 units tall, feet at the origin, no face, no age, no gender.

Each says by its posture alone what it does with the line.
"""

from print_templates.themes.coast.drawing import cord, disc, shape


def reaching(paint: str) -> list[str]:
    """Someone on one toe, stretched up to the right, with both hands on the line at (36, -190) and (62, -198)."""
    return [
        disc(-4, -164, 16.5, paint),
        shape(
            "M-20-126C-24-104-32-86-34-64-36-40-46-20-56 0L-34 4C-24-14-14-32-5-52-2-34 0-18-1 4H28Q34 2 31-4L23-8"
            "C24-26 25-44 24-62 24-88 34-106 36-124 34-146-10-148-20-126Z",
            paint,
        ),
        cord("M2-132Q30-150 36-190M26-124Q54-148 62-198", 15, paint),
    ]


def pulling(paint: str) -> list[str]:
    """Someone facing left, leaning back, with both hands on the line at (-52, -112) and (-22, -118)."""
    return [
        disc(42, -163, 16.5, paint),
        shape(
            "M20-134C14-110 0-92-12-68-24-46-42-26-58-12L-78-26Q-86-22-82-14L-64 4Q-55 9-46 0C-30-14-6-30 10-44"
            "C16-32 16-20 14-8 6-8 0-7-4-4Q-7 0-4 4H36C38-16 44-38 50-60 50-82 64-102 65-124 62-150 30-152 20-134Z",
            paint,
        ),
        cord("M30-130Q-10-122-52-112M50-122Q16-92-22-118", 15, paint),
    ]
