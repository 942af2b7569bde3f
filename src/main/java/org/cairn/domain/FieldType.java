package org.cairn.domain;

/// What kind of answer a question of a form takes.
public enum FieldType {
    /// A line of text.
    TEXT,
    /// Text of any length.
    LONG_TEXT,
    /// A whole number.
    INTEGER,
    /// A decimal number, kept digit for digit as text.
    DECIMAL,
    /// A date as people know it: its words, and what they mean.
    DATE,
    /// A time of day, `14:30`.
    TIME,
    /// A day and a time, as ISO 8601 writes it.
    DATE_TIME,
    /// Yes or no.
    YES_NO,
    /// One of a list.
    CHOICE,
    /// Any of a list.
    CHOICES,
    /// A place on the earth: latitude, longitude and how exact.
    POINT,
    /// A thing in the archive, by its reference.
    ATTACHMENT,
    /// Words for whoever fills it in; it takes no answer.
    NOTE,
    /// What another tool worked out or noted by itself: kept and shown, never asked.
    COMPUTED,
    /// Questions that belong together.
    GROUP,
    /// Questions that are answered as often as there is something to say.
    REPEAT;

    /// Whether it holds other questions.
    public boolean holdsFields() {
        return this == GROUP || this == REPEAT;
    }

    /// Whether a person is asked for its answer.
    public boolean asked() {
        return this != NOTE && this != COMPUTED && !holdsFields();
    }

    /// Whether its answer is one or more terms of a list.
    public boolean chosen() {
        return this == CHOICE || this == CHOICES;
    }
}
