from tests.places import areas, case_index, clock, desk_index, places

__all__ = ["areas", "case_index", "clock", "desk_index", "places"]
