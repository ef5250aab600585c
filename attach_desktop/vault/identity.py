"""Identities of records: UUIDs of version 7 for new ones, of version 8 for those derived from their content."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id(now: datetime) -> str:
    """A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then chance. ``now`` is aware."""
    import secrets

    milliseconds = max(0, (now - _EPOCH) // timedelta(milliseconds=1))
    return _uuid((milliseconds << 80) | secrets.randbits(80), version=7)


def derived_id(*parts: str) -> str:
    """A UUID of version 8 (RFC 9562, section 5.8) that the same parts always give: importing twice finds itself."""
    import hashlib

    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return _uuid(int.from_bytes(digest[:16], "big"), version=8)


def _uuid(number: int, version: int) -> str:
    number &= ~((0xF << 76) | (0x3 << 62)) & ((1 << 128) - 1)
    number |= (version << 76) | (0x2 << 62)
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
