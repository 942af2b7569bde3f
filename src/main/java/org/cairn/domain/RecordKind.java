package org.cairn.domain;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of record an archive keeps, each with the letter its references begin with.
public enum RecordKind {
    /// A person who testifies, known by pseudonym.
    WITNESS("W"),
    /// What a witness allowed or refused.
    CONSENT("C"),
    /// What threatens a witness and what is done about it.
    RISK("R"),
    /// A statement of a witness.
    TESTIMONY("T"),
    /// A thing or file that proves something.
    EVIDENCE("E"),
    /// A medical or forensic examination.
    MEDICAL("M"),
    /// A person spoken of, alleged to have had a role.
    PERSON("P"),
    /// A facility or place.
    PLACE("L"),
    /// Something that happened.
    EVENT("V"),
    /// Money or advantage promised, paid or withheld.
    PAYMENT("Y"),
    /// A bundle in the making or served.
    BUNDLE("B"),
    /// Questions and terms that an organisation added: no evidence, and in no bundle.
    FORM("F"),
    /// What somebody noted beside a record: in no bundle.
    NOTE("N"),
    /// What somebody holds of an item, how far it is to be trusted: in no bundle.
    ASSESSMENT("A"),
    /// A search that is asked again: no evidence, and in no bundle.
    SEARCH("S"),
    /// What a search had found, frozen: in no bundle.
    LIST("K"),
    /// Words that mean the same in this archive: no evidence, and in no bundle.
    SYNONYMS("G"),
    /// That a bundle was written for somebody: no evidence, and in no bundle.
    SERVING("U"),
    /// That a record bears on an element of a crime.
    LINK("J");

    private final String letter;

    RecordKind(String letter) {
        this.letter = letter;
    }

    /// The letter that references of this kind begin with.
    public String letter() {
        return letter;
    }

    /// The kind as scripts write it: lower case.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The kind whose references begin with a letter.
    public static Optional<RecordKind> ofLetter(String letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter.equals(letter))
                .findFirst();
    }

    /// The kind of a code such as `testimony`.
    public static Optional<RecordKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
