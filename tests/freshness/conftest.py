from tests.page_cache.conftest import keeping

__all__ = ["keeping"]
