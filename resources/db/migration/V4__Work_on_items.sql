-- The record that a note or an assessment is about.
ALTER TABLE record ADD COLUMN about TEXT;
CREATE INDEX record_about ON record (about, kind, number) WHERE about IS NOT NULL;

-- Derived from the ledger: who has looked a record through, as their last word stands.
CREATE TABLE review (
    kind     TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    person   TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    reading  TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (kind, number, person)
);

-- Derived from the last revision of each item: what it is to others.
CREATE TABLE relation (
    number INTEGER NOT NULL,
    way    TEXT    NOT NULL,
    other  INTEGER NOT NULL,
    PRIMARY KEY (number, way, other)
);
CREATE INDEX relation_other ON relation (other, way, number);
INSERT INTO relation (number, way, other)
SELECT r.number, 'TRANSLATION_OF', CAST(substr(json_extract(v.json, '$.record.translationOf'), 3) AS INTEGER)
FROM record r JOIN revision v ON v.id = r.kept
WHERE r.kind = 'E' AND json_extract(v.json, '$.record.translationOf') LIKE 'E-%';
