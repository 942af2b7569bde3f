-- What a saved search had found, or a frozen list holds, under the hash of it that a revision names.
CREATE TABLE found_records (
    hash    TEXT PRIMARY KEY,
    content BLOB NOT NULL
) WITHOUT ROWID;

-- What was asked, where the archive's policy has searches in the ledger: the line of the same number tells its hash.
CREATE TABLE asked_search (
    sequence INTEGER PRIMARY KEY,
    person   TEXT NOT NULL,
    json     TEXT NOT NULL
);
