"""The last step of every import: what it would write is named, asked about, and written as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.ask import ask
from prongsai.cli.saves import saving
from prongsai.cli.shared import in_turn

if TYPE_CHECKING:
    from prongsai.pipeline.save import Proposed


def write_import(
    root: Path, proposed: Proposed, sources: Sequence[str], *, dry_run: bool, yes: bool, wait: int
) -> None:
    """Write what was proposed from the files `sources`, unless it is a trial or somebody says no."""
    from prongsai.pipeline.save import save

    names = " ".join(proposed.after)
    if dry_run:
        click.echo(f"ทดลองเท่านั้น ยังไม่ได้เขียน {names}")
        return
    if not ask(f"เขียนลง {names} หรือไม่", yes=yes):
        click.echo("ไม่ได้เขียนสิ่งใด")
        return
    what = f"prongsai import {' '.join(sources)}"
    with saving(), in_turn(root, what, wait):
        saved = save(root, proposed, what)
    click.echo(f"เขียนแล้ว {len(saved.names)} แฟ้ม ถ้าต้องการให้กลับเป็นอย่างเดิม สั่ง prongsai undo")
