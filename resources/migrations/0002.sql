-- What the insights compare is read from the index too: strengths before and after, and whether an entry says what was
-- thought or felt like doing, so that only those that do are opened for the words.

ALTER TABLE record ADD COLUMN intensity_before INTEGER GENERATED ALWAYS AS (data ->> '$.intensity_before') VIRTUAL;
ALTER TABLE record ADD COLUMN intensity_after INTEGER GENERATED ALWAYS AS (data ->> '$.intensity_after') VIRTUAL;
ALTER TABLE record ADD COLUMN has_thought INTEGER GENERATED ALWAYS AS (coalesce(data ->> '$.thought', '') <> '') VIRTUAL;
ALTER TABLE record ADD COLUMN has_urge INTEGER GENERATED ALWAYS AS (coalesce(data ->> '$.urge', '') <> '') VIRTUAL;

DROP INDEX record_figures;
CREATE INDEX record_figures ON record (
  place, mood, energy, intensity_before, intensity_after, has_thought, has_urge
);
