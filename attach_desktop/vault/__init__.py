"""The one per-user file: connection, key, migrations, and the store that every kind of record shares."""
