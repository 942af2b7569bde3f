package org.cairn.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A statement of a witness: how it was taken, the account in numbered paragraphs, and what was declared.
///
/// Laid out for print after Practice Direction 32, 17–25 (England and Wales).
///
/// @param witness who speaks
/// @param title a short line for lists, without a name
/// @param interviewKind first account, full statement, supplement, correction or medical
/// @param language the language of the account, which prevails over every translation
/// @param interview how, where, when and by whom it was taken
/// @param paragraphs the account; paragraph 1 is the first
/// @param readBack how it was read back, once it was
/// @param declarations codes of what the witness declared (vocabulary `declaration`)
/// @param signature how it was signed, once it was
/// @param interpreterCertificate the interpreter's own words, where one took part
/// @param translations into other languages, paragraph by paragraph
/// @param protection how closely it is kept
/// @param sealed whether it may only be followed, not changed
/// @param follows the statement it corrects or supplements
/// @param number the how-manieth statement of its witness it is, as its heading says; given when it is sealed, absent
///     in those that were sealed before numbers were kept
/// @param answers what was answered to questions that an organisation added; absent where there are none
/// @param marks the marks of the exhibits that were shown, in the order they were given; absent where there are none
public record Testimony(
        Reference witness,
        String title,
        InterviewKind interviewKind,
        LanguageTag language,
        Interview interview,
        List<Paragraph> paragraphs,
        Optional<ReadBack> readBack,
        Set<String> declarations,
        Optional<Signature> signature,
        Optional<String> interpreterCertificate,
        List<Translation> translations,
        Protection protection,
        boolean sealed,
        Optional<Reference> follows,
        Optional<Integer> number,
        Optional<Answers> answers,
        Optional<List<ExhibitMark>> marks)
        implements ArchiveRecord {

    public Testimony {
        paragraphs = List.copyOf(paragraphs);
        declarations = Collections.unmodifiableSortedSet(new TreeSet<>(declarations));
        translations = List.copyOf(translations);
        for (Translation translation : translations) {
            if (translation.paragraphs().size() > paragraphs.size()) {
                throw new ArchiveException.InvalidInput("translations", "moreParagraphsThanTheOriginal");
            }
        }
        marks = marks.filter(given -> !given.isEmpty()).map(List::copyOf);
        requireOnce(marks.orElse(List.of()));
        if (number.isPresent() && (!sealed || number.get() < 1)) {
            throw new ArchiveException.InvalidInput("number", "unknownValue");
        }
    }

    private static void requireOnce(List<ExhibitMark> marks) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            ExhibitMark mark = marks.get(i);
            if (!seen.add(mark.exhibit()) || !seen.add(mark.number())) {
                throw new ArchiveException.InvalidInput("marks[" + i + "]", "givenTwice");
            }
        }
    }

    /// A statement without a number, without marks and without answers to added questions.
    public Testimony(
            Reference witness,
            String title,
            InterviewKind interviewKind,
            LanguageTag language,
            Interview interview,
            List<Paragraph> paragraphs,
            Optional<ReadBack> readBack,
            Set<String> declarations,
            Optional<Signature> signature,
            Optional<String> interpreterCertificate,
            List<Translation> translations,
            Protection protection,
            boolean sealed,
            Optional<Reference> follows) {
        this(
                witness,
                title,
                interviewKind,
                language,
                interview,
                paragraphs,
                readBack,
                declarations,
                signature,
                interpreterCertificate,
                translations,
                protection,
                sealed,
                follows,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same statement with other answers to added questions.
    public Testimony answering(Optional<Answers> given) {
        return new Testimony(
                witness,
                title,
                interviewKind,
                language,
                interview,
                paragraphs,
                readBack,
                declarations,
                signature,
                interpreterCertificate,
                translations,
                protection,
                sealed,
                follows,
                number,
                given,
                marks);
    }

    /// The same statement with these marks of its exhibits.
    public Testimony marking(List<ExhibitMark> given) {
        return with(translations, readBack, given.isEmpty() ? Optional.empty() : Optional.of(given));
    }

    /// The same statement, read back like this.
    public Testimony readBack(Optional<ReadBack> like) {
        return with(translations, like, marks);
    }

    /// The mark that an exhibit has in it, as it is written on the exhibit.
    public Optional<String> mark(Reference exhibit) {
        return marks.orElse(List.of()).stream()
                .filter(mark -> mark.exhibit().equals(exhibit))
                .findFirst()
                .map(mark -> mark.written(witness));
    }

    /// The same statement, sealed.
    ///
    /// @param place the how-manieth of its witness it is from now on
    public Testimony seal(int place) {
        return new Testimony(
                witness,
                title,
                interviewKind,
                language,
                interview,
                paragraphs,
                readBack,
                declarations,
                signature,
                interpreterCertificate,
                translations,
                protection,
                true,
                follows,
                Optional.of(place),
                answers,
                marks);
    }

    /// The same statement with another translation: in the place of the one into that language, or after the others.
    public Testimony translated(Translation translation) {
        List<Translation> all = new ArrayList<>(translations);
        int at = 0;
        while (at < all.size() && !all.get(at).language().equals(translation.language())) {
            at++;
        }
        if (at < all.size()) {
            all.set(at, translation);
        } else {
            all.add(translation);
        }
        return with(all);
    }

    private Testimony with(List<Translation> others) {
        return with(others, readBack, marks);
    }

    private Testimony with(List<Translation> others, Optional<ReadBack> like, Optional<List<ExhibitMark>> given) {
        return new Testimony(
                witness,
                title,
                interviewKind,
                language,
                interview,
                paragraphs,
                like,
                declarations,
                signature,
                interpreterCertificate,
                others,
                protection,
                sealed,
                follows,
                number,
                answers,
                given);
    }

    /// A translation is nobody's testimony: it may come after the seal. The original prevails.
    @Override
    public boolean onlyAddsTo(ArchiveRecord before) {
        return sealed
                && before instanceof Testimony earlier
                && with(earlier.translations).equals(earlier);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TESTIMONY;
    }

    @Override
    public String type() {
        return interviewKind.name();
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return Optional.of(language);
    }

    @Override
    public Optional<FuzzyDate> when() {
        return interview.date();
    }

    @Override
    public Optional<Reference> concerns() {
        return Optional.of(witness);
    }

    @Override
    public boolean closed() {
        return sealed;
    }

    @Override
    public String toString() {
        return "Testimony";
    }
}
