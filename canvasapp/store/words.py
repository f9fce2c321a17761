"""What the system says about files and folders, in words for people."""

from __future__ import annotations

import errno

WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "it is read-only",
    errno.EACCES: "writing there is not allowed",
    errno.EPERM: "writing there is not allowed",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "the folder is not there",
    errno.EFBIG: "the disk takes no file of this size",
    errno.EIO: "the disk does not answer properly",
    errno.EBUSY: "another program holds the file",
    errno.ENAMETOOLONG: "the name is too long",
}


def reason(error: OSError) -> str:
    """Why a file could not be read or written."""
    return WORDS.get(error.errno or 0) or (error.strerror or str(error)).lower()
