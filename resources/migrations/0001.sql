-- The first vault. Every kind of record shares these tables; attach_desktop/vault/place.py explains "place".

CREATE TABLE record (
  place   INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  data    TEXT NOT NULL CHECK (json_valid(data)),
  mood    INTEGER GENERATED ALWAYS AS (data ->> '$.mood') VIRTUAL,
  energy  INTEGER GENERATED ALWAYS AS (data ->> '$.energy') VIRTUAL
) STRICT;

-- Counting days and reading figures never touches the records themselves.
CREATE INDEX record_figures ON record (place, mood, energy);

-- The words a record can be filtered and counted by: feelings, people, triggers, coping, tags …
CREATE TABLE word (
  field TEXT NOT NULL,
  key   TEXT NOT NULL,
  place INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (field, key, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX word_place ON word (place);

CREATE VIRTUAL TABLE search USING fts5 (
  text, content = '', contentless_delete = 1, prefix = '1 2 3', detail = full,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc So'"
);

-- What was deleted and can still be brought back.
CREATE TABLE bin (
  id      TEXT PRIMARY KEY,
  kind    INTEGER NOT NULL,
  place   INTEGER NOT NULL,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  binned  TEXT NOT NULL,
  data    TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

-- What a record said before it was edited.
CREATE TABLE former (
  id       TEXT NOT NULL,
  replaced TEXT NOT NULL,
  updated  TEXT NOT NULL,
  data     TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (id, replaced)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  name  TEXT PRIMARY KEY,
  saved TEXT NOT NULL,
  data  TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;
