package org.cairn.ui.testimony;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Drafts;
import org.cairn.domain.Answers;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Witness;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What a witness is to the matter, saved by itself until it is kept; who they are stands apart in [IdentityForm].
public final class WitnessViewModel implements StepForm {

    private final Desk desk;
    private final Reference witness;
    private final Messages words;
    private final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    private final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    private final BooleanProperty insider = new SimpleBooleanProperty();
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Answers>> answers = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable QuestionsViewModel> questions = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final IdentityForm identity;
    private final StepSaver saver;
    private int revision;

    public WitnessViewModel(Desk desk, Reference witness) {
        this.desk = desk;
        this.witness = witness;
        this.words = desk.words().of("testimony");
        this.identity = new IdentityForm(desk, witness, told);
        this.saver = new StepSaver(
                desk,
                "witness/" + witness,
                this::entries,
                failure -> told.set(desk.errors().tell(failure)));
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(witness),
                        this::show,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// What they are to the matter, as a code.
    public ObjectProperty<@Nullable String> categoryProperty() {
        return category;
    }

    /// The language they speak best.
    public ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    /// The least protection of what concerns them.
    public ObjectProperty<Protection> protectionProperty() {
        return protection;
    }

    /// Whether the caution must be read first.
    public BooleanProperty insiderProperty() {
        return insider;
    }

    /// What a colleague must know.
    public StringProperty noteProperty() {
        return note;
    }

    /// What was answered to what the organisation asks of every witness.
    ObjectProperty<Optional<Answers>> answersProperty() {
        return answers;
    }

    /// What the organisation asks of every witness; null until the witness is there.
    ObjectProperty<@Nullable QuestionsViewModel> questionsProperty() {
        return questions;
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether the person may open who they are.
    boolean mayOpenIdentity() {
        return desk.archive().witnesses().mayOpenIdentities();
    }

    /// Who they are: never part of a draft.
    IdentityForm identity() {
        return identity;
    }

    /// Keeps what is said of the witness as a revision.
    public void keep() {
        Witness changed = new Witness(
                        Optional.ofNullable(category.get()).orElse(""),
                        Optional.ofNullable(language.get()).orElse(LanguageTag.UNDETERMINED),
                        Optional.ofNullable(protection.get()).orElse(Protection.CONFIDENTIAL),
                        insider.get(),
                        note.get().strip())
                .answering(answers.get());
        int basedOn = revision;
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().revise(witness, changed, basedOn),
                        kept -> {
                            revision = kept.revision();
                            saver.kept();
                            told.set(Told.success(words.text("witness.kept", witness)));
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    @Override
    public Runnable parting() {
        return saver.parting();
    }

    @Override
    public void close() {
        saver.close();
    }

    private void show(Revision found) {
        revision = found.number();
        if (found.record() instanceof Witness known) {
            category.set(known.category());
            language.set(known.language());
            protection.set(known.protection());
            insider.set(known.insider());
            note.set(known.note());
            answers.set(known.answers());
        }
        ask();
        saver.takeUp(this::fill);
    }

    private void ask() {
        LocalDate today = LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone());
        questions.set(new QuestionsViewModel(
                desk,
                RecordKind.WITNESS,
                answers,
                new SimpleObjectProperty<>(Optional.of(FuzzyDate.of(today))),
                language));
    }

    /// Answers as the record of a witness writes them.
    private String answered() {
        return Drafts.write(new Witness("-", LanguageTag.UNDETERMINED, Protection.CONFIDENTIAL, false, "")
                .answering(answers.get()));
    }

    private Map<String, String> entries() {
        Map<String, String> all = new TreeMap<>();
        all.put("category", Optional.ofNullable(category.get()).orElse(""));
        all.put(
                "language",
                Optional.ofNullable(language.get()).map(LanguageTag::toString).orElse(""));
        all.put("protection", protection.get().name());
        all.put("insider", String.valueOf(insider.get()));
        all.put("note", note.get());
        answers.get().ifPresent(given -> all.put("answers", answered()));
        return all;
    }

    private void fill(Map<String, String> all, Instant typedAt, boolean changedMeanwhile) {
        String code = all.getOrDefault("category", "");
        category.set(code.isEmpty() ? null : code);
        String spoken = all.getOrDefault("language", "");
        language.set(spoken.isEmpty() ? null : new LanguageTag(spoken));
        protection.set(Protection.valueOf(
                all.getOrDefault("protection", protection.get().name())));
        insider.set(Boolean.parseBoolean(all.getOrDefault("insider", "false")));
        note.set(all.getOrDefault("note", ""));
        String given = all.getOrDefault("answers", "");
        if (!given.isEmpty()) {
            answers.set(Drafts.<Witness>read(RecordKind.WITNESS, given).answers());
            ask();
        }
        told.set(StepSaver.told(desk.words(), typedAt, changedMeanwhile));
    }
}
