"""A refusal of the disk is put into a sentence of its own, never in the words of Python."""

from __future__ import annotations

import errno
import shutil

import pytest

from prongsai.cli.output import word_disk_refusal
from prongsai.disk.refusals import Refusal, refusal_of


class WindowsRefusalError(OSError):
    """A failure as Windows gives it, which this system cannot make."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "The process cannot access the file", "D:\\site\\a.xlsx")
        self.winerror = number


@pytest.mark.parametrize(
    ("failure", "refusal", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/a/b"), Refusal.FULL, "ดิสก์เต็ม เขียน /a/b ไม่ได้\n"),
        (OSError(errno.ENOSPC, "No space", "/from/a", None, "/to/b"), Refusal.FULL, "ดิสก์เต็ม เขียน /to/b ไม่ได้\n"),
        (OSError(errno.EACCES, "Denied", "/from/a", None, "/to/b"), Refusal.FORBIDDEN, "ไม่มีสิทธิ์อ่านหรือเขียน /from/a\n"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), Refusal.FULL, "ดิสก์เต็ม เขียนแฟ้มไม่ได้\n"),
        (OSError(errno.EACCES, "Permission denied", b"/a"), Refusal.FORBIDDEN, "ไม่มีสิทธิ์อ่านหรือเขียน /a\n"),
        (OSError(errno.EROFS, "Read-only", "/a"), Refusal.READ_ONLY, "/a อยู่ในดิสก์ที่อ่านได้อย่างเดียว"),
        (OSError(errno.ETXTBSY, "Text file busy", "/a"), Refusal.IN_USE, "/a เปิดใช้อยู่ในโปรแกรมอื่น"),
        (OSError(errno.EBUSY, "Device busy", "/a"), Refusal.IN_USE, "/a เปิดใช้อยู่ในโปรแกรมอื่น"),
        (OSError(errno.ENAMETOOLONG, "File name too long", "/a"), Refusal.TOO_LONG, "ชื่อหรือเส้นทางของ /a ยาวเกิน"),
        (OSError(errno.EMFILE, "Too many open files", "/a"), Refusal.TOO_MANY, "เปิดแฟ้มพร้อมกันเกิน"),
        (OSError(errno.EIO, "Input/output error", "/a"), Refusal.BROKEN, "ดิสก์อ่านหรือเขียน /a ไม่สำเร็จ"),
        (WindowsRefusalError(32), Refusal.IN_USE, "D:\\site\\a.xlsx เปิดใช้อยู่ในโปรแกรมอื่น"),
        (WindowsRefusalError(33), Refusal.IN_USE, "D:\\site\\a.xlsx เปิดใช้อยู่ในโปรแกรมอื่น"),
        (WindowsRefusalError(112), Refusal.FULL, "ดิสก์เต็ม เขียน D:\\site\\a.xlsx ไม่ได้"),
        (OSError(errno.ENOENT, "No such file or directory", "ผล.txt"), None, "ไม่พบ ผล.txt\nวิธีแก้: ตรวจการสะกดชื่อ"),
        (OSError(errno.ENOTDIR, "Not a directory", "/a"), None, "อ่านหรือเขียน /a ไม่ได้ ระบบแจ้งว่า “Not a directory”\n"),
        (OSError("odd"), None, "อ่านหรือเขียนแฟ้มไม่ได้ ระบบแจ้งว่า “odd”\n"),
    ],
)
def test_each_reason_has_its_own_sentence(failure, refusal, said):
    """The file, the reason, and how to go on."""
    sentence = word_disk_refusal(failure)
    assert refusal_of(failure) is refusal
    assert said in sentence
    assert sentence.count("\nวิธีแก้: ") == 1


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("[Errno 28] No space left on device: '/d/1'", "ดิสก์เต็ม เขียน /s/1 ไม่ได้ และอีก 299 แฟ้ม\n"),
        ("[Errno 13] Permission denied: '/d/1'", "ไม่มีสิทธิ์อ่านหรือเขียน /s/1 และอีก 299 แฟ้ม\n"),
        ("[WinError 32] in use", "/s/1 เปิดใช้อยู่ในโปรแกรมอื่น"),
        ("strange", "อ่านหรือเขียน /s/1 ไม่ได้ และอีก 299 แฟ้ม ระบบแจ้งว่า “strange”\n"),
    ],
)
def test_many_files_that_could_not_be_copied_are_one_sentence(why, said):
    """The first with its reason, the others counted; no list of Python."""
    failure = shutil.Error([(f"/s/{number}", f"/d/{number}", why) for number in range(1, 301)])
    sentence = word_disk_refusal(failure)
    assert said in sentence
    assert "('" not in sentence
    assert "Errno" not in sentence


def test_an_error_of_copying_without_a_list_is_said_too():
    """`shutil` raises its error with a plain text as well."""
    assert "same file" in word_disk_refusal(shutil.Error("'/a' and '/b' are the same file"))
