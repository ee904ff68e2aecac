"""The washing beyond the eaves: it hangs straight down from a line that climbs to the right."""

from print_templates.themes.coast.drawing import shape


def washing(paints: tuple[str, str, str]) -> list[str]:
    """A towel, a shirt and a small cloth under a line that climbs from (0, 0) to (182, -146)."""
    towel, shirt, cloth = paints
    return [
        shape("M0 0 38-18Q36 40 42 84 22 100-4 100-6 44 0 0Z", towel),
        shape("M48-24 130-90 148-44 116-28Q114 12 121 46 96 70 60 74 64 44 62 24L40 32Z", shirt),
        shape("M156-112 176-138Q170-100 173-64 164-50 152-46 158-78 156-112Z", cloth),
    ]
