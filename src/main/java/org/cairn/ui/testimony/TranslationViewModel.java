package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// A translation while it is being written beside the original, paragraph by paragraph; saved by itself until it is
/// kept. The original cannot be touched here.
final class TranslationViewModel implements StepForm {

    private final Desk desk;
    private final Messages words;
    private final Reference reference;
    private final int revision;
    private final Testimony statement;
    private final List<StringProperty> paragraphs = new ArrayList<>();
    private final StepSaver saver;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable LanguageTag shown;
    final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    final StringProperty translator = new SimpleStringProperty("");
    final ObjectProperty<Translation.Status> status = new SimpleObjectProperty<>(Translation.Status.DRAFT);
    final StringProperty verifiedBy = new SimpleStringProperty("");

    /// @param from the translation to go on with, if any
    TranslationViewModel(Desk desk, Revision revision, Testimony statement, Optional<Translation> from) {
        this.desk = desk;
        this.words = desk.words().of("testimony");
        this.reference = revision.reference();
        this.revision = revision.number();
        this.statement = statement;
        statement.paragraphs().forEach(paragraph -> paragraphs.add(new SimpleStringProperty("")));
        from.ifPresent(this::show);
        if (from.isEmpty()) {
            translator.set(desk.archive().user().name());
        }
        language.subscribe((was, is) -> statement.translations().stream()
                .filter(known ->
                        known.language().equals(is) && !known.language().equals(shown))
                .findFirst()
                .ifPresent(this::goOnWith));
        String name = from.map(known -> known.language().tag()).orElse("new");
        this.saver = new StepSaver(
                desk,
                "translation/" + reference + "/" + name,
                this::entries,
                failure -> told.set(desk.errors().tell(failure)));
        saver.takeUp(this::fill);
    }

    Testimony statement() {
        return statement;
    }

    Reference reference() {
        return reference;
    }

    /// What paragraph 1, 2… says in the translation.
    List<StringProperty> paragraphs() {
        return paragraphs;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    /// Keeps the translation.
    ///
    /// @param then what to do once it is kept
    void keep(Consumer<Reference> then) {
        LanguageTag into = language.get();
        if (into == null || translator.get().isBlank()) {
            told.set(Told.warning(words.text("translate.who"), words.text("translate.who.do")));
            return;
        }
        if (status.get() == Translation.Status.CERTIFIED && verifiedBy.get().isBlank()) {
            told.set(Told.warning(words.text("translate.unverified"), words.text("translate.unverified.do")));
            return;
        }
        Translation translation = new Translation(
                into,
                translator.get().strip(),
                status.get(),
                Optional.of(verifiedBy.get().strip()).filter(who -> !who.isEmpty()),
                written());
        busy.set(true);
        desk.tasks()
                .fetch(
                        () -> desk.archive().testimonies().translate(reference, translation, revision),
                        kept -> {
                            busy.set(false);
                            saver.kept();
                            then.accept(kept.reference());
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }

    @Override
    public Runnable parting() {
        return saver.parting();
    }

    @Override
    public void close() {
        saver.close();
    }

    private List<String> written() {
        int end = paragraphs.size();
        while (end > 0 && paragraphs.get(end - 1).get().isBlank()) {
            end--;
        }
        return paragraphs.subList(0, end).stream()
                .map(text -> text.get().strip())
                .toList();
    }

    /// Choosing a language into which there is a translation goes on with that one, unless words were typed that it
    /// would take away.
    private void goOnWith(Translation known) {
        boolean typed = statement.translations().stream()
                .filter(one -> one.language().equals(shown))
                .findFirst()
                .map(one -> !written().equals(one.paragraphs()))
                .orElse(!written().isEmpty());
        if (typed) {
            told.set(Told.warning(words.text("translate.known"), words.text("translate.known.do")));
        } else {
            show(known);
        }
    }

    private void show(Translation known) {
        shown = known.language();
        language.set(known.language());
        translator.set(known.translator());
        status.set(known.status());
        verifiedBy.set(known.verifiedBy().orElse(""));
        for (int i = 0; i < paragraphs.size(); i++) {
            paragraphs
                    .get(i)
                    .set(i < known.paragraphs().size() ? known.paragraphs().get(i) : "");
        }
    }

    private Map<String, String> entries() {
        Map<String, String> all = new TreeMap<>();
        LanguageTag into = language.get();
        all.put("language", into == null ? "" : into.tag());
        all.put("translator", translator.get());
        all.put("status", status.get().name());
        all.put("verifiedBy", verifiedBy.get());
        for (int i = 0; i < paragraphs.size(); i++) {
            all.put("paragraph." + i, paragraphs.get(i).get());
        }
        return all;
    }

    private void fill(Map<String, String> all, Instant typedAt, boolean changedMeanwhile) {
        String into = all.getOrDefault("language", "");
        if (!into.isEmpty()) {
            shown = new LanguageTag(into);
            language.set(shown);
        }
        translator.set(all.getOrDefault("translator", ""));
        status.set(Translation.Status.valueOf(all.getOrDefault("status", "DRAFT")));
        verifiedBy.set(all.getOrDefault("verifiedBy", ""));
        for (int i = 0; i < paragraphs.size(); i++) {
            paragraphs.get(i).set(all.getOrDefault("paragraph." + i, ""));
        }
        told.set(StepSaver.told(desk.words(), typedAt, changedMeanwhile));
    }
}
