package org.cairn.ui.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Kept;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tags;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// An item that is being described.
final class DescriptionViewModel {

    private final Desk desk;
    private final Item item;
    private final EvidenceItem evidence;
    private final FileSays says;
    private final Consumer<Optional<Kept>> done;
    private final StringProperty title = new SimpleStringProperty();
    private final StringProperty type = new SimpleStringProperty();
    private final ObjectProperty<Optional<FuzzyDate>> date = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty dateUnclear = new SimpleBooleanProperty();
    private final StringProperty author = new SimpleStringProperty();
    private final StringProperty recipient = new SimpleStringProperty();
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    private final StringProperty copyStatus = new SimpleStringProperty();
    private final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.RESTRICTED);
    private final StringProperty tags = new SimpleStringProperty();
    private final BooleanProperty graphic = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param beginning what stands in the form at first
    /// @param done called with what was kept; with nothing where nothing was to be kept
    DescriptionViewModel(Desk desk, Item item, EvidenceDescription beginning, Consumer<Optional<Kept>> done) {
        this.desk = desk;
        this.item = item;
        this.evidence = item.evidence().orElseThrow();
        this.says = FileSays.of(item.reading());
        this.done = done;
        title.set(beginning.title());
        type.set(beginning.type());
        date.set(beginning.date());
        author.set(beginning.author());
        recipient.set(beginning.recipient());
        language.set(beginning.language().orElse(null));
        copyStatus.set(beginning.copyStatus());
        protection.set(beginning.protection());
        tags.set(Tags.typed(beginning.tags()));
        graphic.set(beginning.graphic());
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty typeProperty() {
        return type;
    }

    ObjectProperty<Optional<FuzzyDate>> dateProperty() {
        return date;
    }

    /// Whether something is typed for the date that nobody understands.
    BooleanProperty dateUnclearProperty() {
        return dateUnclear;
    }

    StringProperty authorProperty() {
        return author;
    }

    StringProperty recipientProperty() {
        return recipient;
    }

    ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    StringProperty copyStatusProperty() {
        return copyStatus;
    }

    ObjectProperty<Protection> protectionProperty() {
        return protection;
    }

    StringProperty tagsProperty() {
        return tags;
    }

    BooleanProperty graphicProperty() {
        return graphic;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    Item item() {
        return item;
    }

    /// The levels it can be kept at: none below what it came out of, none that the person would not see.
    List<Protection> levels() {
        Protection least = item.parent().map(Summary::protection).orElse(Protection.PUBLIC);
        Protection clearance = desk.archive().user().clearance();
        return Arrays.stream(Protection.values())
                .filter(level -> level.covers(least) && clearance.covers(level))
                .toList();
    }

    FileSays says() {
        return says;
    }

    /// Whether the file says something that the form does not yet.
    boolean fileSaysSomething() {
        return (date.get().isEmpty() && says.date().isPresent())
                || (says.title().isPresent() && FileSays.unnamed(evidence, title.get()))
                || (author.get().isBlank() && says.author().isPresent())
                || (recipient.get().isBlank() && says.recipient().isPresent());
    }

    /// Fills what is still empty with what the file says.
    void takeOver() {
        if (date.get().isEmpty() && !dateUnclear.get()) {
            date.set(says.date().map(ClaimedDate::date));
        }
        if (FileSays.unnamed(evidence, title.get())) {
            says.title().ifPresent(title::set);
        }
        if (author.get().isBlank()) {
            says.author().ifPresent(author::set);
        }
        if (recipient.get().isBlank()) {
            says.recipient().ifPresent(recipient::set);
        }
    }

    /// Whether the form says something else than what is kept.
    boolean changed() {
        return dateUnclear.get() || !described().equals(EvidenceDescription.of(evidence));
    }

    /// What the form says; an empty title is still the one before.
    EvidenceDescription described() {
        return new EvidenceDescription(
                title.get().isBlank() ? evidence.title() : title.get().strip(),
                type.get(),
                date.get(),
                Optional.ofNullable(language.get()),
                author.get().strip(),
                recipient.get().strip(),
                copyStatus.get(),
                protection.get(),
                Tags.of(tags.get()),
                graphic.get());
    }

    /// Keeps it as a further revision.
    void keep() {
        told.set(null);
        if (title.get().isBlank()) {
            lacking("describe.noTitle");
        } else if (dateUnclear.get()) {
            lacking("date.unclear");
        } else if (!changed()) {
            leave();
        } else {
            Reference reference = item.revision().reference();
            EvidenceDescription description = described();
            int basedOn = item.revision().number();
            desk.tasks()
                    .fetch(
                            () -> desk.archive().evidence().describe(reference, description, basedOn),
                            kept -> done.accept(Optional.of(kept)),
                            failure -> told.set(desk.errors().tell(failure)));
        }
    }

    /// Leaves everything as it is.
    void leave() {
        done.accept(Optional.empty());
    }

    private void lacking(String key) {
        told.set(Told.warning(
                desk.words().of("evidence").text(key),
                desk.words().of("evidence").text(key + ".do")));
    }

    /// The terms of a vocabulary as they are offered now, each with its word.
    java.util.Map<String, String> offered(String list) {
        return new org.cairn.ui.common.FormWords(desk.words(), desk.archive().ownForms()).offered(list);
    }
}
