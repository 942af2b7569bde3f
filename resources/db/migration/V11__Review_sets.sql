-- Records to be looked through, each list fixed when it was made; the ledger has its hash. Who has looked a record
-- through stands in the ledger alone.
CREATE TABLE review_set (
    number  INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL,
    query   TEXT    NOT NULL,
    -- who sees less than whoever made it is not told what was asked
    kept_as INTEGER NOT NULL,
    -- in the hash that the ledger has, which would tell of the records otherwise
    salt    BLOB    NOT NULL,
    made_by TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    closed  INTEGER NOT NULL
);
CREATE TABLE review_set_item (
    review_set INTEGER NOT NULL REFERENCES review_set (number),
    place      INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    PRIMARY KEY (review_set, place)
);
CREATE TABLE review_set_person (
    review_set INTEGER NOT NULL REFERENCES review_set (number),
    person     TEXT    NOT NULL,
    PRIMARY KEY (review_set, person)
);
