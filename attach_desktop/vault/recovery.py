"""The derived key as a code that a person can write down: it opens the vault without the passphrase.

32 bytes of key and three of check make exactly 56 signs of Crockford's base 32 (no I, L, O, U), in groups of four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attach_desktop.vault.key import Key

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SECRET_BYTES = 32
_CHECK_BYTES = 3
_LENGTH = (_SECRET_BYTES + _CHECK_BYTES) * 8 // 5
_LABEL = b"attach recovery code"
GROUP = 4


def recovery_code(key: Key) -> str:
    """The code of ``key``: 14 groups of four signs between hyphens."""
    number = int.from_bytes(key.secret + _check(key.secret), "big")
    signs = "".join(_SIGNS[(number >> shift) & 31] for shift in range((_LENGTH - 1) * 5, -1, -5))
    return "-".join(signs[at : at + GROUP] for at in range(0, _LENGTH, GROUP))


def read_code(text: str) -> bytes | None:
    """The key in a typed code, or None where it is none or has a mistake in it.

    Case, spaces, hyphens and line breaks do not matter; O is read as 0, I and L as 1.
    """
    signs = _signs(text)
    if len(signs) != _LENGTH or not set(signs) <= set(_SIGNS):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _SIGNS.index(sign)
    whole = number.to_bytes(_SECRET_BYTES + _CHECK_BYTES, "big")
    secret, check = whole[:_SECRET_BYTES], whole[_SECRET_BYTES:]
    return secret if check == _check(secret) else None


def looks_like_code(text: str) -> bool:
    """Whether somebody meant to type a code, be it with mistakes: hardly any passphrase looks like one."""
    signs = _signs(text)
    return abs(len(signs) - _LENGTH) <= GROUP and set(signs) <= set(_SIGNS) and any(sign.isdigit() for sign in signs)


def _signs(text: str) -> str:
    if len(text) > 4 * _LENGTH:
        return ""
    parted = "".join(text.upper().split())
    for hyphen in "-\u2010\u2011\u2012\u2013\u2212":
        parted = parted.replace(hyphen, "")
    return parted.translate(_READ_AS)


def _check(secret: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(_LABEL + secret).digest()[:_CHECK_BYTES]
