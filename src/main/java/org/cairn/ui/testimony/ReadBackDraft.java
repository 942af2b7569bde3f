package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.ReadingBack;
import org.cairn.domain.AccountAsRead;
import org.cairn.domain.AccountAsRead.Change;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ReadBack;
import org.jspecify.annotations.Nullable;

/// The read-back of a statement while it is being taken: the account as it stood when the reading began, against which
/// every change since shows by itself, and what the witness said of each.
final class ReadBackDraft {

    final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    final StringProperty by = new SimpleStringProperty("");
    final ObjectProperty<Optional<FuzzyDate>> date = new SimpleObjectProperty<>(Optional.empty());
    /// What was said of the whole, in words.
    final StringProperty remarks = new SimpleStringProperty("");
    /// When the reading began; nothing before.
    final ObjectProperty<Optional<Instant>> begun = new SimpleObjectProperty<>(Optional.empty());
    /// When it was over.
    final ObjectProperty<Optional<Instant>> ended = new SimpleObjectProperty<>(Optional.empty());

    private List<String> asRead = List.of();
    private boolean known;
    /// By the number of the paragraph as it was read, or by the paragraph that was added.
    private final Map<Object, String> reasons = new HashMap<>();

    /// Begins to read: from here on every change is noted.
    void begin(List<ParagraphDraft> paragraphs, Instant at) {
        asRead = words(paragraphs);
        known = true;
        reasons.clear();
        ended.set(Optional.empty());
        begun.set(Optional.of(at));
    }

    private static List<String> words(List<ParagraphDraft> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> paragraph.textProperty().get().strip())
                .toList();
    }

    /// What was changed, added or taken out since.
    ///
    /// @param written the paragraphs as they stand
    List<Change> changes(List<ParagraphDraft> written, Optional<LanguageTag> language) {
        return known
                ? ReadingBack.changes(
                        asRead,
                        words(written),
                        language.orElse(LanguageTag.UNDETERMINED),
                        change -> reasons.getOrDefault(key(change, written), ""))
                : List.of();
    }

    /// Notes what the witness said of a change.
    void because(Change change, List<ParagraphDraft> written, String why) {
        reasons.put(key(change, written), why);
    }

    private static Object key(Change change, List<ParagraphDraft> written) {
        return change.before()
                .<Object>map(number -> number)
                .or(() -> change.after().map(number -> written.get(number - 1)))
                .orElseThrow();
    }

    void take(ReadBack back, List<ParagraphDraft> paragraphs) {
        language.set(back.language());
        by.set(back.by());
        date.set(back.date());
        remarks.set(back.changes());
        back.account().ifPresent(read -> {
            asRead = read.paragraphs();
            known = true;
            read.changes().stream()
                    .filter(change -> !change.why().isBlank())
                    .filter(change -> change.after().orElse(1) <= paragraphs.size())
                    .forEach(change -> because(change, paragraphs, change.why()));
            ended.set(read.ended());
            begun.set(Optional.of(read.begun()));
        });
    }

    /// What it amounts to; nothing before anybody read or said something of it.
    Optional<ReadBack> readBack(List<ParagraphDraft> written, Optional<LanguageTag> ofStatement) {
        boolean said =
                !by.get().isBlank() || !remarks.get().isBlank() || date.get().isPresent();
        if (!said && !known) {
            return Optional.empty();
        }
        Optional<AccountAsRead> account =
                begun.get().map(at -> new AccountAsRead(at, ended.get(), asRead, changes(written, ofStatement)));
        return Optional.of(new ReadBack(
                Optional.ofNullable(language.get()).or(() -> ofStatement).orElse(LanguageTag.UNDETERMINED),
                by.get().strip(),
                date.get(),
                remarks.get().strip(),
                account));
    }
}
