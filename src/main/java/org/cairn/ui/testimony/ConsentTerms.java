package org.cairn.ui.testimony;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;

/// What goes with all the decisions that are taken together: how it was explained and answered, what it is about and
/// how long it holds.
public final class ConsentTerms {

    /// All statements of the witness.
    static final String ALL = "";

    /// The statement that is being taken.
    static final String THIS = "this";

    final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    final StringProperty explainedBy = new SimpleStringProperty("");
    final StringProperty interpreter = new SimpleStringProperty("");
    final ObjectProperty<@Nullable ConsentMode> mode = new SimpleObjectProperty<>();
    /// What was seen of the witness's capacity to decide, or who decides for them.
    final StringProperty capacity = new SimpleStringProperty("");
    /// The item that shows it, as it was typed.
    final StringProperty proof = new SimpleStringProperty("");
    /// [#ALL], [#THIS] or the reference of one statement.
    final StringProperty about = new SimpleStringProperty(ALL);
    /// From when it holds, as it was typed.
    final StringProperty from = new SimpleStringProperty("");
    /// The last day it holds, as it was typed.
    final StringProperty until = new SimpleStringProperty("");

    private static final Pattern FIGURES =
            Pattern.compile("\\p{Nd}{1,4}\\s*[^\\p{Nd}\\p{L}]\\s*\\p{Nd}{1,2}\\s*[^\\p{Nd}\\p{L}]\\s*\\p{Nd}{1,4}");

    private String typedIn = "";

    /// Reads dates as the field does that shows them back: in the language of the screen first.
    void readingDatesIn(Locale language) {
        typedIn = language.getLanguage();
    }

    /// Takes over what was said of the interview already, so that nobody is asked twice.
    void knowing(StatementDraft statement) {
        language.set(statement.spokenTo().orElse(null));
        explainedBy.set(statement.interviewer.get());
        interpreter.set(
                statement.interpreters.isEmpty()
                        ? ""
                        : statement.interpreters.getFirst().code());
    }

    /// What is missing or not understood, as the key of the sentence that says so.
    Optional<String> objection() {
        if (explainedBy.get().isBlank() || language.get() == null || mode.get() == null) {
            return Optional.of("consent.who");
        }
        if (mode.get() == ConsentMode.GUARDIAN && capacity.get().isBlank()) {
            return Optional.of("consent.guardianWho");
        }
        if (misread(from, first()) || misread(until, last()) || endsBeforeItBegins()) {
            return Optional.of("consent.dates");
        }
        if (readTwoWays(from) || readTwoWays(until)) {
            return Optional.of("consent.datesTwoWays");
        }
        return misread(proof, proof()) ? Optional.of("consent.proofWrong") : Optional.empty();
    }

    /// The first day it holds: where it can be read in two ways, the later.
    Optional<LocalDate> first() {
        return understood(from).flatMap(readTwoWays(from) ? FuzzyDate::latest : FuzzyDate::earliest);
    }

    /// The last day it holds: where it can be read in two ways, the earlier.
    Optional<LocalDate> last() {
        return understood(until).flatMap(readTwoWays(until) ? FuzzyDate::earliest : FuzzyDate::latest);
    }

    /// A day in figures alone may be another day for whoever puts the month first.
    private boolean readTwoWays(StringProperty typed) {
        return FIGURES.matcher(typed.get().strip()).matches()
                && understood(typed)
                        .filter(date -> !date.earliest().equals(date.latest()))
                        .isPresent();
    }

    private Optional<FuzzyDate> understood(StringProperty typed) {
        return SpokenDates.understand(Said.in(typedIn, typed.get()));
    }

    private Optional<Reference> proof() {
        return Reference.tryParse(proof.get().strip()).filter(item -> item.kind() == RecordKind.EVIDENCE);
    }

    private static boolean misread(StringProperty typed, Optional<?> understood) {
        return !typed.get().isBlank() && understood.isEmpty();
    }

    private boolean endsBeforeItBegins() {
        return first().flatMap(begin -> last().filter(end -> end.isBefore(begin)))
                .isPresent();
    }

    /// The decision on one use, to be kept.
    ///
    /// @param statement the one statement it is about, or all
    Consent decision(Reference witness, Optional<Reference> statement, ConsentUse use, ConsentDecision decided) {
        return new Consent(
                witness,
                statement,
                use.code(),
                decided,
                use.namedRecipient(),
                use.conditions(),
                first(),
                // a no has no end: only somebody who is asked again can turn it into a yes
                last().filter(day -> decided.allows()),
                Optional.ofNullable(language.get()).orElse(LanguageTag.UNDETERMINED),
                explainedBy.get().strip(),
                Optional.of(interpreter.get().strip()).filter(name -> !name.isEmpty()),
                capacity.get().strip(),
                Optional.ofNullable(mode.get()).orElseThrow(),
                proof());
    }

    /// What was said of these decisions is not said of the next.
    void clear() {
        about.set(ALL);
        from.set("");
        until.set("");
    }

    /// What stands here, to be taken up again.
    void putInto(Map<String, String> entries) {
        entries.put(
                "language",
                Optional.ofNullable(language.get()).map(LanguageTag::toString).orElse(""));
        entries.put("explainedBy", explainedBy.get());
        entries.put("interpreter", interpreter.get());
        entries.put("mode", Optional.ofNullable(mode.get()).map(Enum::name).orElse(""));
        entries.put("capacity", capacity.get());
        entries.put("proof", proof.get());
        entries.put("about", about.get());
        entries.put("from", from.get());
        entries.put("until", until.get());
    }

    /// Takes up what stood here.
    void takeFrom(Map<String, String> entries) {
        String explainedIn = entries.getOrDefault("language", "");
        language.set(explainedIn.isEmpty() ? null : new LanguageTag(explainedIn));
        explainedBy.set(entries.getOrDefault("explainedBy", ""));
        interpreter.set(entries.getOrDefault("interpreter", ""));
        String answered = entries.getOrDefault("mode", "");
        mode.set(answered.isEmpty() ? null : ConsentMode.valueOf(answered));
        capacity.set(entries.getOrDefault("capacity", ""));
        proof.set(entries.getOrDefault("proof", ""));
        about.set(entries.getOrDefault("about", ALL));
        from.set(entries.getOrDefault("from", ""));
        until.set(entries.getOrDefault("until", ""));
    }

    @Override
    public String toString() {
        return "ConsentTerms";
    }
}
