"""Known errors: their exit codes are documented, their details never hold what a person wrote."""

from __future__ import annotations

import pytest

from attach_desktop.errors import (
    AttachError,
    FaultsError,
    InputRefusedError,
    NewerVaultError,
    PassphraseError,
    StorageError,
    UsageError,
    VaultDamagedError,
    fault,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError, 2),
        (PassphraseError, 3),
        (VaultDamagedError, 4),
        (InputRefusedError, 5),
        (NewerVaultError, 6),
        (StorageError, 7),
    ],
)
def test_exit_codes_are_the_documented_ones(error: type[AttachError], code: int) -> None:
    assert error("some-key").exit_code == code
    assert issubclass(error, AttachError)


def test_an_error_carries_its_key_and_details() -> None:
    error = StorageError("disk-full", path="attach.vault")
    assert error.key == "disk-full"
    assert error.details == {"path": "attach.vault"}


def test_faults_are_counted_and_kept_in_their_order() -> None:
    faults = [fault("mood", "out-of-range", low=1, high=5, given=6), fault("note", "nul")]
    error = FaultsError(faults)
    assert error.faults == tuple(faults)
    assert error.details == {"count": 2}
    assert error.exit_code == 5


def test_the_same_fault_is_the_same_value() -> None:
    one = fault("mood", "out-of-range", low=1, high=5, given=6)
    assert one == fault("mood", "out-of-range", low=1, high=5, given=6)
    assert len({one, fault("mood", "out-of-range", low=1, high=5, given=6), fault("mood", "missing")}) == 2


def test_the_text_of_a_faults_error_holds_nothing_that_was_given() -> None:
    assert "secret" not in str(FaultsError([fault("at", "not-a-moment", given="my secret")]))
