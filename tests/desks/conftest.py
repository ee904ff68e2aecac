from tests.places import desk_index

__all__ = ["desk_index"]
