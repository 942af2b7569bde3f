package org.cairn.dates;

import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.FuzzyDate;

/// Understands dates as people say them: in any of the languages known, or as EDTF writes them.
public final class SpokenDates {

    /// Nobody says a date in more characters; what is longer is another text.
    private static final int LONGEST = 100;

    private SpokenDates() {}

    /// What is meant, or nothing where it is not understood. Nothing is guessed: what can be read in two ways lies
    /// between the first day of either reading and the last.
    public static Optional<FuzzyDate> understand(Said said) {
        String verbatim = said.words().strip();
        // before any pattern sees it: a text of any length may be offered
        if (verbatim.isEmpty() || verbatim.length() > LONGEST) {
            return Optional.empty();
        }
        return edtf(verbatim, said).or(() -> phrase(verbatim, said));
    }

    /// Reads the words of all languages, so that nobody who types a date has to wait for it.
    ///
    /// @param language of the screen
    public static void warm(Locale language) {
        understand(Said.in(language.getLanguage(), "?")).ifPresent(DateWording.in(language)::understood);
        DateWording.in(language).understood(FuzzyDate.parse("2014-21"));
    }

    private static Optional<FuzzyDate> edtf(String verbatim, Said said) {
        return said.calendar().isPresent()
                ? Optional.empty()
                : FuzzyDate.ofEdtf(verbatim, verbatim.replace('x', 'X'))
                        .filter(date ->
                                date.earliest().isPresent() || date.latest().isPresent());
    }

    private static Optional<FuzzyDate> phrase(String verbatim, Said said) {
        String plain = Plain.of(verbatim);
        return Vocabulary.beginningWith(said.language())
                .flatMap(language -> Lexer.tokens(plain, language).stream())
                .flatMap(tokens -> Phrase.meaning(tokens, said).stream())
                .findFirst()
                .flatMap(span -> FuzzyDate.ofEdtf(verbatim, span.edtf())
                        .filter(date ->
                                date.earliest().isPresent() || date.latest().isPresent())
                        .map(date -> date.in(span.calendar())));
    }
}
