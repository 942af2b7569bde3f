-- A password that opened an item, so that it opens again; the database itself is what keeps it sealed.
CREATE TABLE password (
    id     INTEGER PRIMARY KEY,
    kind   TEXT    NOT NULL,
    number INTEGER NOT NULL,
    word   TEXT    NOT NULL,
    UNIQUE (kind, number, word)
);

-- What a passage without pages covers: rows of a sheet, messages of a chat. Nothing where its number says it all.
ALTER TABLE passage ADD COLUMN extent TEXT;
