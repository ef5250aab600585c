"""From a passphrase to the key of a vault.

The vault's own first 16 bytes are the salt, so that nothing beside the file can be lost. The last four of them are
not random: they are a check of the derived key, so that a wrong passphrase is told apart from a damaged file. Whoever
guesses must pay for the derivation all the same; the check gives them nothing that decrypting one page would not.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

SALT_BYTES = 16
_RANDOM_BYTES = 12
_CHECK_LABEL = b"attach vault key check"


class KeyCost(NamedTuple):
    """The cost of scrypt (RFC 7914): ``n`` memory blocks of ``r`` times 128 bytes, ``p`` passes."""

    n: int
    r: int
    p: int


#: Tied to the vault format: the newest first; older ones are still tried when opening.
COSTS = (KeyCost(n=2**17, r=8, p=1),)


class Key(NamedTuple):
    """A derived key of 32 bytes with the salt it belongs to."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Key(…)"

    @property
    def pragma(self) -> str:
        """The raw key and salt as SQLite3 Multiple Ciphers wants them."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


# hashlib, hmac and secrets are imported where they are used: together they cost 3 ms of every start, and most starts
# open a vault without a passphrase.


def _derive(passphrase: str, random: bytes, cost: KeyCost) -> bytes:
    import hashlib

    # NFKC: the same passphrase typed on another keyboard or system gives the same bytes.
    text = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    return hashlib.scrypt(
        text, salt=random, n=cost.n, r=cost.r, p=cost.p, maxmem=256 * cost.n * cost.r * cost.p, dklen=32
    )


def _check(secret: bytes) -> bytes:
    import hmac

    return hmac.digest(secret, _CHECK_LABEL, "sha256")[: SALT_BYTES - _RANDOM_BYTES]


def new_key(passphrase: str, costs: tuple[KeyCost, ...] = COSTS) -> Key:
    """A key for a new vault, with a fresh salt, at the newest cost."""
    import secrets

    random = secrets.token_bytes(_RANDOM_BYTES)
    secret = _derive(passphrase, random, costs[0])
    return Key(secret, random + _check(secret))


def find_key(passphrase: str, salt: bytes, costs: tuple[KeyCost, ...] = COSTS) -> Key | None:
    """The key that ``passphrase`` gives for a vault beginning with ``salt``, or None if it is not the right one.

    The recovery code is taken in its place.
    """
    import hmac

    from attach_desktop.vault.recovery import read_code

    secret = read_code(passphrase)
    if secret is not None and hmac.compare_digest(_check(secret), salt[_RANDOM_BYTES:SALT_BYTES]):
        return Key(secret, salt[:SALT_BYTES])
    for cost in costs:
        secret = _derive(passphrase, salt[:_RANDOM_BYTES], cost)
        if hmac.compare_digest(_check(secret), salt[_RANDOM_BYTES:SALT_BYTES]):
            return Key(secret, salt[:SALT_BYTES])
    return None
