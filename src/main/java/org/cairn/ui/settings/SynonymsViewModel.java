package org.cairn.ui.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Archive;
import org.cairn.archive.Synonyms;
import org.cairn.archive.Synonyms.Group;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.SynonymFile;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The words that mean the same, and one group that is being written.
final class SynonymsViewModel {

    private static final int MOST_FAULTS = 8;

    private final Desk desk;
    private final Archive archive;
    private final Messages own;
    private final Messages reasons;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<Protection> keptAs;
    private final ObjectProperty<@Nullable Group> changing = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    SynonymsViewModel(Desk desk) {
        this.desk = desk;
        this.archive = desk.archive();
        this.own = desk.words().of("shell");
        this.reasons = desk.words().of("errors");
        this.keptAs = new SimpleObjectProperty<>(archive.synonyms().usual());
    }

    /// Whether the person may change them.
    boolean mayChange() {
        return archive.synonyms().mayChange();
    }

    /// How closely a group can be kept by this person.
    List<Protection> levels() {
        Protection most = archive.savedSearches().usual();
        return Arrays.stream(Protection.values()).filter(most::covers).toList();
    }

    /// The groups in use that the person may see.
    ObservableList<Group> groups() {
        return groups;
    }

    /// The words that are being written, with commas between them.
    StringProperty wordsProperty() {
        return words;
    }

    ObjectProperty<Protection> keptAsProperty() {
        return keptAs;
    }

    /// The group that is being changed; none where a new one is written.
    ObjectProperty<@Nullable Group> changingProperty() {
        return changing;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Reads the list again.
    void refresh() {
        desk.tasks()
                .fetch(
                        () -> archive.synonyms().list(),
                        (List<Group> found) -> {
                            groups.setAll(found);
                            // what is written goes on from the group as it is now
                            Group before = changing.get();
                            if (before != null) {
                                found.stream()
                                        .filter(group -> group.reference().equals(before.reference()))
                                        .findFirst()
                                        .ifPresent(changing::set);
                            }
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Puts a group where it can be changed.
    void change(Group group) {
        changing.set(group);
        words.set(group.group().title());
        keptAs.set(group.group().protection());
        told.set(null);
    }

    /// Leaves what is being written.
    void leave() {
        changing.set(null);
        words.set("");
        keptAs.set(archive.synonyms().usual());
    }

    /// Keeps what is written.
    void keep() {
        List<String> written = SynonymFile.words(words.get());
        Protection level = keptAs.get();
        Group before = changing.get();
        work(
                () -> before == null
                        ? archive.synonyms().add(written, level)
                        : archive.synonyms().change(before.reference(), written, level, before.revision()),
                kept -> {
                    leave();
                    return Told.success(own.text("synonyms.kept"));
                });
    }

    /// Has a group be looked for no longer.
    void remove(Group group) {
        work(() -> archive.synonyms().remove(group.reference()), kept -> {
            Group written = changing.get();
            if (written != null && written.reference().equals(group.reference())) {
                leave();
            }
            return Told.success(own.text("synonyms.removed"));
        });
    }

    /// Takes the groups of a file, kept as it is chosen.
    void take(Path file) {
        take(() -> SynonymFile.read(read(file)));
    }

    /// Takes the words that the program has to begin with.
    void takeStarter() {
        take(() -> SynonymFile.read(Synonyms.starter()));
    }

    private void take(Callable<SynonymFile.Read> source) {
        Protection level = keptAs.get();
        work(
                () -> {
                    SynonymFile.Read read = source.call();
                    return read.faults().isEmpty()
                            ? taken(archive.synonyms().take(read, level))
                            : Told.warning(own.text("synonyms.notTaken"), lines(read.faults()));
                },
                outcome -> outcome);
    }

    private Told taken(Synonyms.Taken taken) {
        return Told.success(own.text("synonyms.taken", taken.added(), taken.widened(), taken.known()));
    }

    private String lines(List<SynonymFile.Fault> faults) {
        String lines = faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> own.text("synonyms.fault", fault.line(), reasons.text("term." + fault.reason())))
                .collect(Collectors.joining("\n"));
        return faults.size() > MOST_FAULTS ? lines + "\n…" : lines;
    }

    /// No more than a file may hold, and a byte.
    private static byte[] read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(SynonymFile.LARGEST + 1);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// Writes the groups to a file.
    void write(Path file) {
        work(
                () -> {
                    String written = archive.synonyms().export();
                    try {
                        return Files.writeString(file, written, StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new ArchiveException.NotReachable();
                    }
                },
                done -> Told.success(own.text("synonyms.written", Direction.isolate(done.toString()))));
    }

    private <T> void work(Callable<T> work, java.util.function.Function<T, Told> then) {
        told.set(null);
        busy.set(true);
        desk.tasks()
                .fetch(
                        work,
                        done -> {
                            busy.set(false);
                            told.set(then.apply(done));
                            refresh();
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                            // somebody may have changed it meanwhile
                            refresh();
                        });
    }
}
