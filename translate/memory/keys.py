"""Hashes by which sources are looked up."""

import hashlib

from padanan.translate.values import skeleton


def key(text: str) -> int:
    """A hash of a text, as SQLite's integers are (64 bits, signed). Whoever looks something up by
    it compares the texts as well."""
    digest = hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def skeleton_key(text: str) -> int | None:
    """The hash of a normalised source without its values; None if it has none."""
    bare = skeleton(text)
    return None if bare == text else key(bare)
