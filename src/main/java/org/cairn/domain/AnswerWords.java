package org.cairn.domain;

import java.util.Optional;

/// How values are said in the language of whoever reads them.
public interface AnswerWords {

    /// The tag of the language, such as `fr`.
    String reader();

    /// Yes or no.
    String yesNo(boolean yes);

    /// What a term is called; nothing where nobody named it.
    Optional<String> term(String list, String code);

    /// A date as it was said and understood.
    default String date(FuzzyDate date) {
        return date.verbatim().equals(date.edtf()) ? date.edtf() : date.verbatim() + " (" + date.edtf() + ")";
    }
}
