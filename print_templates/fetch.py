"""The only door through which a plate's layout gets assets: what was handed in, and nothing else."""

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

#: Assets are named `asset:NAME` in templates.
SCHEME = "asset:"


class RefusedFetch(FatalURLFetchingError):
    """A layout asked for something that was not handed in; the plate fails instead of printing a gap."""


class AssetFetcher(URLFetcher):
    """Serves `{name: (bytes, media type)}` under `asset:`; refuses files, hosts and unknown names."""

    def __init__(self, assets: Mapping[str, tuple[bytes, str]]) -> None:
        super().__init__(allowed_protocols=("asset",), allow_redirects=False, fail_on_errors=True)
        self.assets = assets
        #: What was asked for in vain: inside an SVG, WeasyPrint goes on without it.
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        body, media_type = self.assets.get(url.removeprefix(SCHEME), (None, ""))
        if not url.startswith(SCHEME) or body is None:
            self.refused.append(url[:120])
            raise RefusedFetch(f"the layout asked for {url[:120]!r}, which was not handed in")
        return URLFetcherResponse(url, body, {"Content-Type": media_type})
