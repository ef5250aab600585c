"""The recovery code opens the vault as the passphrase does, is read as people type, and a slip in it is noticed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.errors import PassphraseError
from attach_desktop.vault.key import Key, find_key, new_key
from attach_desktop.vault.recovery import looks_like_code, read_code, recovery_code
from tests.support import CHEAP_COSTS, Vaults
from tests.vault.notes import PASSPHRASE, fill

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=32, max_size=32).map(lambda secret: Key(secret, bytes(16)))


@given(keys)
def test_a_code_is_read_back(key: Key) -> None:
    code = recovery_code(key)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){13}", code)
    assert read_code(code) == key.secret
    assert looks_like_code(code)


@given(keys)
def test_case_spaces_and_signs_that_look_alike_do_not_matter(key: Key) -> None:
    code = recovery_code(key)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_code(f"  {typed}\n") == key.secret
    assert read_code(code.replace("-", "\u2013").replace("1", "I").replace("0", "O")) == key.secret
    assert read_code(code.replace("-", "")) == key.secret


@given(keys, st.integers(0, 55), st.sampled_from(_SIGNS))
def test_one_wrong_sign_is_noticed(key: Key, at: int, sign: str) -> None:
    signs = recovery_code(key).replace("-", "")
    wrong = signs[:at] + sign + signs[at + 1 :]
    assert (read_code(wrong) is None) == (wrong != signs)


@given(keys, st.integers(0, 54))
def test_two_signs_that_changed_places_are_noticed(key: Key, at: int) -> None:
    signs = recovery_code(key).replace("-", "")
    swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
    assert (read_code(swapped) is None) == (swapped != signs)


@given(st.text())
def test_any_text_is_a_code_or_none(text: str) -> None:
    assert read_code(text) is None or len(read_code(text) or b"") == 32
    looks_like_code(text)


@pytest.mark.parametrize("passphrase", ["", "tulip lamp", "correct horse battery staple 42", "静かな夜の海", "1234"])
def test_a_passphrase_is_no_code(passphrase: str) -> None:
    assert read_code(passphrase) is None
    assert not looks_like_code(passphrase)


def test_the_code_opens_the_vault(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    ids = fill(vault)
    key = vault.connection.key
    assert key is not None
    vault.close()
    again = vault_factory(passphrase=recovery_code(key).lower())
    assert again.connection.one("SELECT count(*) FROM record") == (len(ids),)
    assert again.connection.key == key


def test_the_code_of_another_key_does_not(vault_factory: Vaults) -> None:
    vault_factory(passphrase=PASSPHRASE).close()
    with pytest.raises(PassphraseError) as caught:
        vault_factory(passphrase=recovery_code(new_key(PASSPHRASE, CHEAP_COSTS)))
    assert caught.value.key == "code-wrong"


def test_a_mistyped_code_is_told_apart_from_a_wrong_passphrase(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    assert vault.connection.key is not None
    code = recovery_code(vault.connection.key)
    vault.close()
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    for typed, told in ((wrong, "code-wrong"), ("wrong", "passphrase-wrong")):
        with pytest.raises(PassphraseError) as caught:
            vault_factory(passphrase=typed)
        assert caught.value.key == told


def test_a_passphrase_that_is_a_valid_code_still_opens_its_own_vault() -> None:
    words = recovery_code(Key(bytes(32), bytes(16)))
    key = new_key(words, CHEAP_COSTS)
    assert find_key(words, key.salt, CHEAP_COSTS) == key
