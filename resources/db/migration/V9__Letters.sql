-- By which number each message is known (ID), which one it answers (REPLY) and which came before it (REF). Derived from
-- what was read of it.
CREATE TABLE letter (
    kind    TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    role    TEXT    NOT NULL,
    message TEXT    NOT NULL,
    PRIMARY KEY (kind, number, role, message)
);
CREATE INDEX letter_message ON letter (message);
