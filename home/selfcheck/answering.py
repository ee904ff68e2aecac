"""What somebody has answered, for as long as the answer is on its way to them."""

from collections.abc import Mapping
from typing import NamedTuple

#: How the form calls its questions and numbers its answers.
NAMES = ("q1", "q2", "q3")
CHOICES = ("1", "2", "3", "4")


class Answered(NamedTuple):
    """A question with the words that were chosen; None where none were."""

    question: str
    words: str | None


def answered(form: Mapping[str, str], questions: list[str], words: list[str]) -> list[Answered]:
    """The questions with what was chosen of `words`; anything else that a form may hold is not looked at."""
    meaning = dict(zip(CHOICES, words, strict=True))
    return [
        Answered(question, meaning.get(form.get(name, "")))
        for name, question in zip(NAMES, questions, strict=True)
    ]
