"""A table in running text whose caption, headings and cells are translated side by side, as all other words."""

from collections.abc import Iterator
from typing import Any

from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue


class TranslatedTableBlock(TypedTableBlock):
    """Cells of text alone: wagtail-localize asks blocks that it does not know for their texts and hands them back."""

    def get_translatable_segments(self, table: TypedTable) -> list[StringSegmentValue]:
        return [StringSegmentValue(path, text) for path, text in texts(table) if text]

    def restore_translated_segments(self, table: TypedTable, segments: list[Any]) -> TypedTable:
        said = dict(texts(table)) | {segment.path: segment.render_text() for segment in segments}
        columns = [
            {**column, "heading": said[f"column-{index}"]} for index, column in enumerate(table.columns)
        ]
        rows = [
            {"values": [said[f"cell-{down}-{across}"] for across in range(len(row["values"]))]}
            for down, row in enumerate(table.row_data)
        ]
        return TypedTable(columns, rows, said["caption"])


def texts(table: TypedTable) -> Iterator[tuple[str, str]]:
    """Every text of a table by where it stands."""
    yield "caption", table.caption or ""
    for index, column in enumerate(table.columns):
        yield f"column-{index}", column["heading"]
    for down, row in enumerate(table.row_data):
        for across, cell in enumerate(row["values"]):
            yield f"cell-{down}-{across}", cell
