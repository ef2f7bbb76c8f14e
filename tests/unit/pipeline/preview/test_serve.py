"""Builds of the preview: when they happen, what they report, and how the preview gets over what goes wrong."""

from __future__ import annotations

import pytest

from prongsai.pipeline.build import Built
from prongsai.pipeline.preview import preview as previews
from prongsai.pipeline.preview.ends import Failed
from prongsai.pipeline.preview.preview import Preview
from prongsai.pipeline.preview.shown import Shown
from prongsai.pipeline.preview.site_copy import PreviewCopy


@pytest.fixture
def told():
    """The reported ends of all builds."""
    return []


@pytest.fixture
def preview(root, told, monkeypatch):
    """A preview of a small site that tries again at once."""
    monkeypatch.setattr(previews, "_BEFORE_RETRY", 0.0)
    copy = PreviewCopy(root)

    def tell(outcome):
        told.append(outcome)
        return str(outcome)

    return Preview(copy, "http://127.0.0.1:8000/", Shown(copy.site), tell)


def test_it_builds_only_what_was_saved_and_tells_each_end_once(root, preview, told):
    """Nothing new is nothing to report; the same content saved again is no news either."""
    preview.look()
    version = preview.shown.version
    preview.look()
    page = root / "content/about.md"
    page.write_bytes(page.read_bytes())
    preview.look()
    assert [one.done for one in told] == [True]
    assert preview.shown.version == version
    page.write_text("# เกี่ยวกับ {#about}\n", "utf-8")
    preview.look()
    assert [(one.done, one.unchanged) for one in told] == [(True, False)] * 2
    assert preview.shown.version != version


def test_what_the_disk_refuses_is_reported_once_and_tried_until_it_goes(root, preview, told):
    """The last good pages stay below the sentence, which names the site's own folder and goes without a save."""
    preview.look()
    obstacle = root / ".prongsai/preview/part"
    obstacle.mkdir()
    (root / "content/about.md").write_text("# เกี่ยวกับ {#about}\n", "utf-8")
    preview.look()
    preview.look()
    good, failed = told
    assert isinstance(good, Built)
    assert isinstance(failed, Failed)
    assert (failed.trace, "copy" in failed.file) == ("", False)
    assert preview.shown.fault is not None
    assert (preview.shown.folder / "index.html").is_file()
    obstacle.rmdir()
    preview.look()
    assert preview.shown.fault is None
    assert told[-1].done


def test_a_mistake_of_the_program_ends_nothing(root, preview, told, monkeypatch):
    """It is reported with what developers need, and the next save is built as ever."""
    with monkeypatch.context() as broken:
        broken.setattr(previews, "STEPS", {})  # a step of a build that nobody knows
        preview.look()
    (failed,) = told
    assert failed.trace.rstrip().endswith("KeyError: 'output'")
    assert str(preview.copy.folder) not in failed.trace
    (root / "content/about.md").write_text("# เกี่ยวกับ {#about}\n", "utf-8")
    preview.look()
    assert told[-1].done
    assert preview.shown.fault is None
