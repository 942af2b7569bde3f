package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.BundleKey;
import org.cairn.archive.Choices;
import org.cairn.archive.SigningKey;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.ui.bundles.WritingViewModel.Order;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What is decided just before a bundle is written: which versions, who signs, which words must not be left.
final class ChooseViewModel {

    /// One version of the draft, as it would be written.
    ///
    /// @param draft for whom and how closely kept, as this version has it
    /// @param written whether it is
    record Choice(BundleMaking.Version version, BundleDraft draft, BooleanProperty written) {
        @Override
        public String toString() {
            return "Choice " + version.kind();
        }
    }

    private final Desk desk;
    private final WritingViewModel writing;
    private final BundleDraft draft;
    private final Choices decided;
    private final List<Choice> choices;
    private final ObjectProperty<@Nullable Path> key = new SimpleObjectProperty<>();
    private final BooleanProperty own = new SimpleBooleanProperty();
    private final BooleanProperty blackedOut = new SimpleBooleanProperty(true);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper reduced = new ReadOnlyBooleanWrapper();

    /// @param decided what counsel decided in the draft, and the words that were blacked out
    ChooseViewModel(Desk desk, WritingViewModel writing, BundleDraft draft, Choices decided) {
        this.desk = desk;
        this.writing = writing;
        this.draft = draft;
        this.decided = decided;
        this.choices = draft.how().versions().stream()
                .map(version -> new Choice(version, draft.of(version), new SimpleBooleanProperty(true)))
                .toList();
        choices.forEach(choice -> choice.written().subscribe(this::weigh));
        weigh();
    }

    BundleDraft draft() {
        return draft;
    }

    /// The versions, the closest first; none where there is only the draft.
    List<Choice> choices() {
        return choices;
    }

    /// The PKCS#12 file that the files are signed with.
    ObjectProperty<@Nullable Path> keyProperty() {
        return key;
    }

    /// Whether the archive's own key signs, where no file does.
    BooleanProperty ownProperty() {
        return own;
    }

    /// Words that must not be left, one a line.
    StringProperty wordsProperty() {
        return words;
    }

    /// How many words were blacked out in this sitting.
    int wordsBlackedOut() {
        return decided.blackedOut().size();
    }

    /// Whether they are looked for too.
    BooleanProperty blackedOutProperty() {
        return blackedOut;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether there is something to write.
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// Whether something is taken out of what is written, so that it is searched for what must not be left.
    ReadOnlyBooleanProperty reducedProperty() {
        return reduced.getReadOnlyProperty();
    }

    /// Whether the person may read who witnesses are: only then can their names be searched for.
    boolean knowsNames() {
        return desk.archive().witnesses().mayOpenIdentities();
    }

    /// Writes what was chosen.
    ///
    /// @param password of the key; wiped in every case
    void write(Path folder, char[] password) {
        told.set(null);
        Path file = key.get();
        if (!ready.get() || file == null) {
            Arrays.fill(password, '\0');
        }
        if (!ready.get()) {
            return;
        }
        writing.write(new Order(
                draft,
                chosen(),
                new Choices(
                        decided.conditionsMet(),
                        reduced.get() ? words.get().lines().toList() : List.of(),
                        blackedOut.get() ? decided.blackedOut() : Map.of()),
                file != null
                        ? Optional.of(new SigningKey(file, password))
                        : Optional.<BundleKey>of(new BundleKey.OfArchive()).filter(one -> own.get()),
                folder));
    }

    private Set<BundleVersion> chosen() {
        return choices.stream()
                .filter(choice -> choice.written().get())
                .map(choice -> choice.version().kind())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void weigh() {
        Set<BundleVersion> wanted = chosen();
        ready.set(!draft.references().isEmpty() && (choices.isEmpty() || !wanted.isEmpty()));
        reduced.set(wanted.stream().anyMatch(version -> version != BundleVersion.CONFIDENTIAL)
                || draft.sections().stream()
                        .flatMap(section -> section.exhibits().stream())
                        .anyMatch(exhibit -> exhibit.withheld().isPresent()
                                || exhibit.redacted().isPresent()));
    }
}
