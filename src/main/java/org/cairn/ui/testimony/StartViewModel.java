package org.cairn.ui.testimony;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Beginning a statement: of a witness the archive knows, or of a new one who gets a pseudonym.
public final class StartViewModel {

    private final Desk desk;
    private final Messages area;
    private final Consumer<StatementDraft> begin;
    private final BooleanProperty shortAccount = new SimpleBooleanProperty(true);
    private final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<FuzzyDate>> date = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty place = new SimpleStringProperty("");
    private final StringProperty known = new SimpleStringProperty("");
    private final BooleanProperty insider = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param begin goes on with the statement that was begun
    public StartViewModel(Desk desk, Consumer<StatementDraft> begin) {
        this.desk = desk;
        this.area = desk.words().of("testimony");
        this.begin = begin;
    }

    /// Whether it is to be a first account only, and no full statement.
    public BooleanProperty shortAccountProperty() {
        return shortAccount;
    }

    /// What kind of witness it is.
    public ObjectProperty<@Nullable String> categoryProperty() {
        return category;
    }

    /// The language that will be spoken.
    public ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    /// When the interview is.
    public ObjectProperty<Optional<FuzzyDate>> dateProperty() {
        return date;
    }

    /// Where the interview is.
    public StringProperty placeProperty() {
        return place;
    }

    /// The reference of a witness whom the archive knows; blank for a new one.
    public StringProperty knownProperty() {
        return known;
    }

    /// Whether the witness worked for those who did it.
    public BooleanProperty insiderProperty() {
        return insider;
    }

    /// Whether the witness is being kept or looked up.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// What is missing or went wrong.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Begins the statement, or says what is missing.
    public void start() {
        if (busy.get()) {
            return;
        }
        told.set(null);
        if (known.get().isBlank()) {
            startWithNew();
        } else {
            Reference.tryParse(known.get()).ifPresentOrElse(this::startWithKnown, () -> tell("start.noReference"));
        }
    }

    private void startWithNew() {
        String chosen = category.get();
        LanguageTag spoken = language.get();
        if (chosen == null || spoken == null) {
            tell("start.missing");
            return;
        }
        Witness witness = new Witness(chosen, spoken, Protection.CONFIDENTIAL, insider.get(), "");
        busy.set(true);
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().keep(witness, Optional.empty()),
                        kept -> goOn(kept.reference(), spoken),
                        this::failed);
    }

    private void startWithKnown(Reference reference) {
        busy.set(true);
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(reference).record(),
                        record -> {
                            if (record instanceof Witness witness) {
                                goOn(
                                        reference,
                                        Optional.ofNullable(language.get()).orElse(witness.language()));
                            } else {
                                busy.set(false);
                                tell("start.noReference");
                            }
                        },
                        this::failed);
    }

    private void goOn(Reference witness, LanguageTag spoken) {
        busy.set(false);
        StatementDraft draft = new StatementDraft(witness);
        draft.kind.set(shortAccount.get() ? InterviewKind.FIRST_ACCOUNT : InterviewKind.FULL_STATEMENT);
        draft.language.set(spoken);
        draft.date.set(date.get());
        draft.place.set(place.get().strip());
        draft.interviewer.set(desk.archive().user().name());
        begin.accept(draft);
    }

    private void failed(Throwable failure) {
        busy.set(false);
        told.set(desk.errors().tell(failure));
    }

    private void tell(String key) {
        told.set(Told.warning(area.text(key), area.text(key + ".do")));
    }
}
