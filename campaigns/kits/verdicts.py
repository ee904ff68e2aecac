"""An organisation's files are verified once per edition and state; what was found is kept under a hash."""

from collections.abc import Collection, Iterable, Sequence

from campaigns.kits import examination
from campaigns.kits.kit_file import KitFile
from campaigns.kits.models import ImprintVerdict

#: Verdicts asked for in one query: a kit's all at once, an order's in steps.
IN_A_QUERY = 500


def known(files: Iterable[KitFile]) -> dict[str, ImprintVerdict]:
    """The verdicts on files that exist, by key."""
    return known_by_key([file.key for file in files])


def known_by_key(keys: Sequence[str]) -> dict[str, ImprintVerdict]:
    found: dict[str, ImprintVerdict] = {}
    for first in range(0, len(keys), IN_A_QUERY):
        some = ImprintVerdict.objects.filter(key__in=keys[first : first + IN_A_QUERY])
        found |= {verdict.key: verdict for verdict in some}
    return found


def missing(files: Iterable[KitFile], have: Collection[str]) -> list[KitFile]:
    """Those of the files that nobody has verified yet."""
    return [file for file in files if file.key not in have]


def ensure(
    files: Sequence[KitFile], have: dict[str, ImprintVerdict] | None = None
) -> dict[str, ImprintVerdict]:
    """Every file's verdict by key; what is missing in `have` is found now and kept. Two at once keep one each."""
    have = known(files) if have is None else have
    made = [judged(file) for file in missing(files, have)]
    if made:
        keep(made)
    return have | {verdict.key: verdict for verdict in made}


def keep(made: Iterable[ImprintVerdict]) -> None:
    """Store verdicts; one that somebody else has just stored says the same."""
    ImprintVerdict.objects.bulk_create(made, ignore_conflicts=True)


def judged(file: KitFile) -> ImprintVerdict:
    """The verdict on one file, not yet stored."""
    notes, copy = examination.verified(file.laid_out(), file.words)
    verdict = ImprintVerdict(
        key=file.key,
        plate_id=file.plate.pk,
        fine=not any(note.severity == "error" for note in notes),
        findings=[note.as_json() for note in notes],
    )
    if copy is not None:
        verdict.size, verdict.crc, verdict.sha256 = copy.size, copy.crc, copy.sha256
    return verdict


def refused(files: Iterable[KitFile], verdicts: dict[str, ImprintVerdict]) -> list[ImprintVerdict]:
    """The verdicts that keep files back."""
    return [found for file in files if (found := verdicts.get(file.key)) is not None and not found.fine]
