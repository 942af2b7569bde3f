-- An identity that is sealed again takes its place after the one before, which stays.
CREATE TABLE sealed_identity (
    witness INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    sealed  BLOB    NOT NULL,
    PRIMARY KEY (witness, number)
);
INSERT INTO sealed_identity (witness, number, sealed) SELECT witness, 1, sealed FROM identity;
DROP TABLE identity;
ALTER TABLE sealed_identity RENAME TO identity;
