"""Letters and figures that came apart in a date are put together; everything else stays as it is."""

import pytest

from prongsai.thai.dates import close_words


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("ตุ ล า ค ม ๖ ๕ - กันยายน ๖๖", "ตุลาคม ๖๕ - กันยายน ๖๖"),
        ("ต ุ ล า ค ม 2 5 6 5", "ตุลาคม 2565"),
        ("ไ ต ร ม า ส ๑", "ไตรมาส ๑"),
        ("ไตรมาส ๑ ๒ ๓", "ไตรมาส ๑ ๒ ๓"),
        ("ตุลาคม ๒๕๖๕", "ตุลาคม ๒๕๖๕"),
        ("ประชุม ๑ ๒ ครั้ง", "ประชุม ๑ ๒ ครั้ง"),
        ("", ""),
    ],
)
def test_only_words_of_dates_are_closed(text, closed):
    """Figures are joined only where a word was: elsewhere they may be numbers next to each other."""
    assert close_words(text) == closed
