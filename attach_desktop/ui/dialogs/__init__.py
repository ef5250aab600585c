"""The few dialogs: bin, import, export, keys, about, passphrase. Everything else happens in place."""
