-- Each taking in of what was offered at once. The ledger tells when it began, and at its end the hash of its lines.
CREATE TABLE intake (
    number     INTEGER PRIMARY KEY,
    begun      TEXT    NOT NULL,
    person     TEXT    NOT NULL,
    program    TEXT    NOT NULL,
    protection INTEGER NOT NULL,
    files      INTEGER NOT NULL,
    ended      TEXT,
    ending     TEXT    NOT NULL
);

-- Every file that was offered, in the order in which it came, and what became of it.
CREATE TABLE intake_file (
    intake   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    path     TEXT    NOT NULL,
    fate     TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    offered  INTEGER NOT NULL,
    size     INTEGER,
    sha256   TEXT,
    item     INTEGER,
    PRIMARY KEY (intake, position)
) WITHOUT ROWID;

-- What an item is like: a sketch of its words. Derived from what was read of it (`basis` is the hash of that), and made
-- again where it is lost.
CREATE TABLE likeness (
    number INTEGER NOT NULL,
    sense  TEXT    NOT NULL,
    basis  TEXT    NOT NULL,
    sketch BLOB    NOT NULL,
    PRIMARY KEY (number, sense)
) WITHOUT ROWID;

-- Parts of sketches: items that are alike share some.
CREATE TABLE likeness_part (
    sense  TEXT    NOT NULL,
    part   INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (sense, part, number)
) WITHOUT ROWID;
CREATE INDEX likeness_part_number ON likeness_part (number, sense);
