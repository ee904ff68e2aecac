from tests.places import clock

__all__ = ["clock"]
