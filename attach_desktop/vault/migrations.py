"""Brings a vault file to the present version, one numbered step of ``resources/migrations`` at a time."""

from __future__ import annotations

from collections.abc import Callable

from attach_desktop import resources
from attach_desktop.errors import NewerVaultError, VaultDamagedError
from attach_desktop.vault.connection import Connection

#: The newest step in resources/migrations (a test holds the two together; reading the folder costs start-up time).
VERSION = 2
#: The oldest version that lists, searches and shows its records as the newest does: such a backup can be looked into.
READ_FROM = 1
#: "Atch": marks the file as a vault of this program, whatever its name.
APPLICATION_ID = 0x41746368


def version_of(connection: Connection) -> int:
    """The vault's version; 0 for an empty file.

    Raises NewerVaultError if a newer program made it, VaultDamagedError if it is some other program's database.
    """
    row = connection.one("SELECT user_version, application_id FROM pragma_user_version, pragma_application_id")
    version, application = row if row else (0, 0)
    if application == 0 and version == 0 and not connection.one("SELECT 1 FROM sqlite_master LIMIT 1"):
        return 0
    if application != APPLICATION_ID:
        raise VaultDamagedError("not-a-vault", path=connection.path)
    if version < 1:
        raise VaultDamagedError("damaged", path=connection.path)
    if version > VERSION:
        raise NewerVaultError("newer-vault", path=connection.path, theirs=version, ours=VERSION)
    return int(version)


def migrate(connection: Connection, before_first_step: Callable[[], object]) -> None:
    """Run the steps that are missing, each in a transaction of its own; ``before_first_step`` makes the backup.

    An empty file is a new vault: there is nothing to back up.
    """
    version = version_of(connection)
    if version and version < VERSION:
        before_first_step()
    while version < VERSION:
        script = resources.path("migrations", f"{version + 1:04}.sql").read_text("utf-8")
        with connection.transaction():
            # Another process may have taken this very step while this one waited for the lock.
            present = version_of(connection)
            if present == version:
                connection.run(script)
                connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.run(f"PRAGMA user_version = {version + 1}")
        version = version_of(connection)
