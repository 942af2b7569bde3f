-- Kept as portable as SQL allows: integers, text and blobs; what is derived says so.

-- Every kept state of every record: the truth. `id` counts without gap over all records, in the order kept.
CREATE TABLE revision (
    id       INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    json     TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    previous TEXT,
    author   TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    UNIQUE (kind, number, revision)
);

-- Derived from the last revision of each record, for lists.
CREATE TABLE record (
    kind        TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    kept        INTEGER NOT NULL REFERENCES revision (id),
    title       TEXT    NOT NULL,
    title_key   TEXT    NOT NULL,
    type        TEXT    NOT NULL,
    protection  INTEGER NOT NULL,
    language    TEXT,
    date        TEXT,
    undated     INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    concerns    TEXT,
    closed      INTEGER NOT NULL,
    author      TEXT    NOT NULL,
    at          TEXT    NOT NULL,
    fingerprint TEXT,
    parent      TEXT,
    state       TEXT    NOT NULL,
    PRIMARY KEY (kind, number)
);
CREATE INDEX record_count       ON record (kind, protection);
CREATE INDEX record_protection  ON record (protection);
CREATE INDEX record_number      ON record (kind, number, protection, type);
CREATE INDEX record_title       ON record (kind, title_key, number, protection, type);
CREATE INDEX record_day         ON record (kind, undated, day, number, protection, type);
CREATE INDEX record_day_down    ON record (kind, undated, day DESC, number DESC, protection, type);
CREATE INDEX record_kept        ON record (kind, kept, protection, type);
CREATE INDEX record_type        ON record (kind, type, number, protection);
CREATE INDEX record_concerns    ON record (concerns, kind, number);
CREATE INDEX record_state       ON record (kind, state, number);
CREATE INDEX record_fingerprint ON record (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX record_parent      ON record (parent) WHERE parent IS NOT NULL;

-- Derived from the last revision of each bundle: what its sections hold.
CREATE TABLE exhibit (
    bundle    INTEGER NOT NULL,
    reference TEXT    NOT NULL,
    PRIMARY KEY (bundle, reference)
);
CREATE INDEX exhibit_reference ON exhibit (reference, bundle);

-- One line for everything that was done, each signed and chained to the one before.
CREATE TABLE ledger (
    sequence  INTEGER PRIMARY KEY,
    subject   TEXT,
    json      TEXT NOT NULL,
    hash      TEXT NOT NULL,
    signature BLOB NOT NULL
);
CREATE INDEX ledger_subject ON ledger (subject, sequence) WHERE subject IS NOT NULL;

-- The last change of each record, for whoever follows; a new change takes the place of the old one.
CREATE TABLE outbox (
    sequence  INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE
);

-- What could be read of a file; `hash` covers the passages.
CREATE TABLE reading (
    kind     TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    json     TEXT    NOT NULL,
    passages INTEGER NOT NULL,
    hash     TEXT    NOT NULL,
    PRIMARY KEY (kind, number)
);

CREATE TABLE passage (
    id       INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    unit     TEXT    NOT NULL,
    ordinal  INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    language TEXT,
    FOREIGN KEY (kind, number) REFERENCES reading (kind, number)
);
CREATE UNIQUE INDEX passage_position ON passage (kind, number, position);
CREATE INDEX passage_ordinal ON passage (kind, number, ordinal, position);

CREATE TABLE draft (
    id      TEXT PRIMARY KEY,
    content BLOB NOT NULL,
    at      TEXT NOT NULL
);

-- Sealed to the identity custodians before it comes here.
CREATE TABLE identity (
    witness INTEGER PRIMARY KEY,
    sealed  BLOB NOT NULL
);

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Numbers that only ever grow: the last reference given of each kind, revision, ledger line, outbox entry.
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
);
