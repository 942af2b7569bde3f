-- Pages that are pictures of text: how many of each item wait to be recognised by machine. Derived from its reading and
-- from what was recognised.
CREATE TABLE recognition (
    kind    TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    PRIMARY KEY (kind, number)
);
CREATE INDEX recognition_waiting ON recognition (number) WHERE waiting > 0;

-- What came of each page that was given to the machine; `words` holds where each word stands, packed.
CREATE TABLE recognised_page (
    kind       TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    page       INTEGER NOT NULL,
    outcome    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    confidence INTEGER NOT NULL,
    languages  TEXT    NOT NULL,
    engine     TEXT    NOT NULL,
    words      BLOB,
    PRIMARY KEY (kind, number, page)
);

INSERT INTO recognition (kind, number, waiting)
SELECT g.kind, g.number, max(1, coalesce(json_extract(g.json, '$.pages'), 0) - g.passages)
FROM reading g
WHERE json_extract(g.json, '$.reason') IN ('noText', 'pagesWithoutText')
  AND (json_extract(g.json, '$.mediaType') = 'application/pdf'
       OR json_extract(g.json, '$.mediaType') LIKE 'image/%');
