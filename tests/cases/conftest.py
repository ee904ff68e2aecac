from tests.places import case_index, clock

__all__ = ["case_index", "clock"]
