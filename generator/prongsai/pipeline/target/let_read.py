"""A web server of another user reads what is published, whatever the umask of this one."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER, _FILE = 0o555, 0o444


def let_all_read(folder: Path) -> None:
    """Let everybody read a folder with all that lies below; what its owner and group may do stays."""
    if os.name != "posix":
        return
    for place, _, names in os.walk(folder):
        let_read(Path(place))
        for name in names:
            let_read(Path(place, name))


def let_read(path: Path) -> None:
    """Let everybody read a file, or enter and list a folder."""
    if os.name == "posix":
        mode = path.stat().st_mode & 0o7777
        wanted = mode | (_FOLDER if path.is_dir() else _FILE)
        if wanted != mode:
            path.chmod(wanted)
