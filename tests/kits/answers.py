"""What came out of an answer, whether it was sent at once or in pieces."""

from typing import Any


def sent(response: Any) -> bytes:
    """The body of an answer, read to its end."""
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)
