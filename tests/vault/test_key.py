"""From a passphrase to a key: the same words give the same key, another word none, and nothing tells the key."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.vault.key import COSTS, SALT_BYTES, Key, KeyCost, find_key, new_key

CHEAP = (KeyCost(n=2**4, r=8, p=1),)
OLDER = KeyCost(n=2**3, r=4, p=2)
passphrases = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def test_the_cost_of_a_real_vault_is_that_of_its_format() -> None:
    # 128 MB and half a second of one core. Whoever raises it keeps this one behind the new one: old vaults need it.
    assert COSTS[-1] == KeyCost(n=2**17, r=8, p=1)
    assert len(new_key("words").secret) == 32


@settings(max_examples=30, deadline=None)
@given(passphrases)
def test_the_right_passphrase_finds_the_key_again(passphrase: str) -> None:
    key = new_key(passphrase, CHEAP)
    assert len(key.secret) == 32
    assert len(key.salt) == SALT_BYTES
    assert find_key(passphrase, key.salt, CHEAP) == key


@settings(max_examples=30, deadline=None)
@given(passphrases)
def test_a_wrong_passphrase_finds_none(passphrase: str) -> None:
    assert find_key(passphrase + "x", new_key(passphrase, CHEAP).salt, CHEAP) is None


@pytest.mark.parametrize(
    ("set_as", "typed"),
    [
        ("caf\u00e9", "cafe\u0301"),
        ("\u1e9b\u0323", "\u1e69"),
        ("한국어", "\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("ﬁnd", "find"),
    ],
)
def test_another_keyboard_gives_the_same_key(set_as: str, typed: str) -> None:
    key = new_key(set_as, CHEAP)
    assert find_key(typed, key.salt, CHEAP) == key


@pytest.mark.parametrize("typed", ["Pass word", "pass word ", " pass word", "password", "pass\u200bword", ""])
def test_case_and_blanks_matter(typed: str) -> None:
    assert find_key(typed, new_key("pass word", CHEAP).salt, CHEAP) is None


def test_two_vaults_of_one_passphrase_have_different_keys() -> None:
    one, other = new_key("words", CHEAP), new_key("words", CHEAP)
    assert one.salt != other.salt
    assert one.secret != other.secret


def test_an_older_cost_is_still_found_behind_the_newest() -> None:
    key = new_key("words", (OLDER,))
    assert find_key("words", key.salt, CHEAP) is None
    assert find_key("words", key.salt, (*CHEAP, OLDER)) == key
    assert find_key("other", key.salt, (*CHEAP, OLDER)) is None


@pytest.mark.parametrize("at", range(SALT_BYTES))
def test_a_salt_with_one_wrong_bit_gives_no_key(at: int) -> None:
    salt = bytearray(new_key("words", CHEAP).salt)
    salt[at] ^= 1
    assert find_key("words", bytes(salt), CHEAP) is None


def test_the_derivation_is_scrypt_and_the_last_four_bytes_of_the_salt_check_it() -> None:
    key = new_key("words", CHEAP)
    secret = hashlib.scrypt(b"words", salt=key.salt[:12], n=16, r=8, p=1, dklen=32)
    assert key.secret == secret
    assert key.salt[12:] == hmac.digest(secret, b"attach vault key check", "sha256")[:4]


def test_a_key_does_not_show_itself() -> None:
    key = new_key("words", CHEAP)
    for shown in (repr(key), str(key), f"{key}", repr([key])):
        assert key.secret.hex() not in shown
        assert repr(key.secret) not in shown


def test_the_library_gets_the_raw_key_and_the_salt() -> None:
    assert Key(bytes(range(32)), bytes(range(16))).pragma == f"x'{bytes(range(32)).hex()}{bytes(range(16)).hex()}'"


def test_what_cannot_be_encoded_is_an_encoding_error() -> None:
    with pytest.raises(UnicodeEncodeError):
        new_key("\ud800", CHEAP)
