"""LibreOffice without a window, with a profile of its own in which it computes every formula when it opens a file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

Convert = Callable[[Path, Path, str], Path]
ConvertAll = Callable[[Sequence[Path], Path, str], list[Path]]
_RECOMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def start_office(profile: Path) -> Convert:
    """A function that saves a file again in another form, into a folder."""
    convert_all = start_for_many(profile)
    return lambda source, into, form: convert_all([source], into, form)[0]


def start_for_many(profile: Path) -> ConvertAll:
    """A function that saves files again in another form, all in one run of the program."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: tools/install_judges.sh installs it"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(_RECOMPUTE, "utf-8")

    def convert(sources: Sequence[Path], into: Path, form: str) -> list[Path]:
        words = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        patience = 120 + 20 * len(sources)
        done = subprocess.run(
            [*words, "--outdir", str(into), *map(str, sources)],
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
        made = [into / f"{source.stem}.{form}" for source in sources]
        assert all(one.is_file() for one in made), f"{done.stdout}\n{done.stderr}"
        return made

    return convert
