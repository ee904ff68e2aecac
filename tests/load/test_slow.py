"""What the run on a slow network calls too slow."""

from tests.load.slow import CONNECTING, LCP, ROUND_TRIP, shortcomings, table

MOST = LCP - CONNECTING * ROUND_TRIP


def figures(**pages: int) -> dict[str, object]:
    return {
        "round_trip_ms": ROUND_TRIP,
        "kbit_per_s": 400,
        "connecting_ms": CONNECTING * ROUND_TRIP,
        "pages": {name: {"lcp_ms": lcp, "bytes": 1, "requests": 1} for name, lcp in pages.items()},
    }


def test_connecting_counts() -> None:
    assert shortcomings(figures(home=MOST, desks=0)) == []
    assert shortcomings(figures(home=MOST + 1)) == [f"home is there after 800 + {MOST + 1} ms, not 2500"]


def test_the_table_names_every_page() -> None:
    assert "1300 ms" in table(figures(home=1300))
