package org.cairn.ui.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.OwnForms;
import org.cairn.archive.Scripts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What is read out to witnesses, language by language: written out to be translated, and taken in again.
final class ScriptsViewModel {

    /// Nobody translates a larger one; a larger file is something else.
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final Desk desk;
    private final ObservableList<Scripts.Known> scripts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LanguageTag> into = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    ScriptsViewModel(Desk desk) {
        this.desk = desk;
    }

    ObservableList<Scripts.Known> scripts() {
        return scripts;
    }

    /// The language that somebody will translate into.
    ObjectProperty<@Nullable LanguageTag> intoProperty() {
        return into;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    void refresh() {
        desk.tasks().fetch(() -> desk.archive().scripts().list(), scripts::setAll, this::fail);
    }

    /// Writes an empty script out, in the language that was chosen.
    void writeOut(Path file) {
        LanguageTag language = into.get();
        if (language == null) {
            return;
        }
        String template = Scripts.template(
                language,
                Scripts.ofTheProgram(desk.words().locale()),
                List.of(say("scripts.intro"), say("scripts.direction")));
        desk.tasks()
                .run(
                        () -> write(file, template),
                        () -> told.set(Told.success(say("scripts.written") + " " + say("scripts.written.do"))),
                        this::fail);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// Takes a translated script in; one with gaps is refused, naming them.
    void take(Path file) {
        keep(() -> read(file));
    }

    private static FormDefinition read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ArchiveException.InvalidInput("", "formTooLarge");
            }
            Path name = file.getFileName();
            return Scripts.read(Files.readAllBytes(file), name == null ? "" : name.toString());
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// Reads one of the organisation's own out no longer, or again.
    void retire(Scripts.Known script, boolean no) {
        keep(() ->
                desk.archive().ownForms().named(script.version()).orElseThrow().retired(no));
    }

    private void keep(java.util.concurrent.Callable<FormDefinition> form) {
        busy.set(true);
        told.set(null);
        OwnForms forms = desk.archive().ownForms();
        desk.tasks()
                .fetch(
                        () -> forms.add(form.call()),
                        kept -> {
                            busy.set(false);
                            told.set(Told.success(desk.words()
                                    .of("questions")
                                    .text("told.script", kept.reference(), kept.revision())));
                            refresh();
                        },
                        failure -> {
                            busy.set(false);
                            fail(failure);
                        });
    }

    private String say(String key) {
        return desk.words().of("questions").text(key);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
