package org.cairn.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Archive;
import org.cairn.archive.RecoveryKit;
import org.cairn.domain.ArchiveException;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// Making a recovery kit: drawn, put on paper, typed back in part, and only then kept. Or deliberately doing without.
public final class RecoveryKitViewModel implements AutoCloseable {

    /// Where one is.
    public enum Stage {
        /// A kit is proposed.
        OFFER,
        /// One has said that one wants none, and is told what that means.
        WITHOUT,
        /// The papers were written or printed, and part of them is to be typed back.
        CONFIRM,
        /// The kit opens the archive.
        KEPT
    }

    private final Archive archive;
    private final Tasks tasks;
    private final Messages words;
    private final ErrorMessages errors;
    private final SecureRandom random;
    private final Runnable done;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.OFFER);
    private final IntegerProperty shares = new SimpleIntegerProperty(3);
    private final IntegerProperty needed = new SimpleIntegerProperty(2);
    private final StringProperty left = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final List<Path> files = new ArrayList<>();
    private @Nullable RecoveryKit kit;
    private Stage cameFrom = Stage.OFFER;
    private int wordNumber = 1;
    private int shareNumber = 1;

    /// @param done what comes after a kit, or after deciding against one
    public RecoveryKitViewModel(Archive archive, Tasks tasks, Words words, SecureRandom random, Runnable done) {
        this.archive = archive;
        this.tasks = tasks;
        this.words = words.of("shell");
        this.errors = new ErrorMessages(words);
        this.random = random;
        this.done = done;
    }

    /// Where one is.
    public ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /// How many shares there shall be.
    public IntegerProperty sharesProperty() {
        return shares;
    }

    /// How many of them it shall take.
    public IntegerProperty neededProperty() {
        return needed;
    }

    /// The files that still hold the kit, one a line; empty when there are none.
    public StringProperty leftProperty() {
        return left;
    }

    /// Whether something is going on.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// What went wrong, or is to be done.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Which word of the phrase is to be typed back, from 1.
    public int wordNumber() {
        return wordNumber;
    }

    /// The last letters of which share are to be typed back, from 1.
    public int shareNumber() {
        return shareNumber;
    }

    /// Writes the papers into a new file, which the person prints and deletes.
    public void save(Path file) {
        work(
                paper -> {
                    paper.write(file, words.locale());
                    return file;
                },
                written -> {
                    files.add(written);
                    look();
                    stage.set(Stage.CONFIRM);
                });
    }

    /// The papers as a PDF in memory, for a printer.
    ///
    /// @param print prints them, and says so by [#printed]
    public void forPrinting(Consumer<byte[]> print) {
        work(paper -> paper.pdf(words.locale()), print);
    }

    /// The papers went to a printer.
    public void printed() {
        stage.set(Stage.CONFIRM);
    }

    /// Compares what was typed back from the papers, and makes the kit the one that opens the archive.
    public void confirm(String word, String letters) {
        RecoveryKit paper = kit;
        if (paper == null || busy.get()) {
            return;
        }
        if (!paper.isWord(wordNumber, word)) {
            tell("kit.wordWrong", wordNumber);
        } else if (!paper.endsWith(shareNumber, letters)) {
            tell("kit.lettersWrong", shareNumber);
        } else {
            told.set(null);
            busy.set(true);
            tasks.run(() -> archive.recovery().keep(paper), this::kept, this::failed);
        }
    }

    private void kept() {
        busy.set(false);
        forget();
        look();
        stage.set(Stage.KEPT);
        done.run();
    }

    /// Says what having no kit means, before one may have none.
    public void without() {
        told.set(null);
        cameFrom = stage.get();
        stage.set(Stage.WITHOUT);
    }

    /// A kit after all.
    public void reconsider() {
        stage.set(cameFrom);
    }

    /// No kit, in full knowledge.
    public void goOnWithout() {
        forget();
        look();
        done.run();
    }

    /// Looks again which files still hold the kit.
    public void look() {
        List<String> there =
                files.stream().filter(Files::exists).map(Path::toString).toList();
        left.set(String.join("\n", there));
    }

    /// Deletes the files that hold the kit, once they are printed.
    public void deleteFiles() {
        List<Path> gone = List.copyOf(files);
        tasks.run(() -> delete(gone), this::look, failure -> {
            look();
            failed(failure);
        });
    }

    private static void delete(List<Path> files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private <T> void work(java.util.function.Function<RecoveryKit, T> work, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        told.set(null);
        busy.set(true);
        int all = shares.get();
        int enough = needed.get();
        // what was proposed before may have been for other numbers
        RecoveryKit drawn = stage.get() == Stage.OFFER ? null : kit;
        tasks.<Worked<T>>fetch(
                () -> {
                    RecoveryKit paper = drawn == null ? archive.recovery().draw(all, enough) : drawn;
                    try {
                        return new Worked<>(paper, work.apply(paper));
                    } catch (RuntimeException e) {
                        if (drawn == null) {
                            paper.close();
                        }
                        throw e;
                    }
                },
                worked -> {
                    busy.set(false);
                    adopt(worked.kit());
                    then.accept(worked.result());
                },
                this::failed);
    }

    /// A kit and what was done with it.
    private record Worked<T>(RecoveryKit kit, T result) {
        @Override
        public String toString() {
            return "Worked";
        }
    }

    private void adopt(RecoveryKit paper) {
        if (kit != paper) {
            forget();
            kit = paper;
            wordNumber = 1 + random.nextInt(paper.words());
            shareNumber = 1 + random.nextInt(paper.shares());
        }
    }

    private void failed(Throwable failure) {
        busy.set(false);
        told.set(errors.tell(failure));
    }

    private void tell(String key, int number) {
        told.set(Told.warning(words.text(key, number), words.text(key + ".do")));
    }

    private void forget() {
        RecoveryKit paper = kit;
        kit = null;
        if (paper != null) {
            paper.close();
        }
    }

    @Override
    public void close() {
        forget();
    }
}
