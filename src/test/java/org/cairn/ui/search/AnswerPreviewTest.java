package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Answers;
import org.cairn.domain.FieldType;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.MarkedText;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is found in an answer to an added question is shown there, and not at the end of the account.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class AnswerPreviewTest {

    private Path folder;
    private OnADesk on;
    private PreviewViewModel model;
    private PreviewPane pane;
    private HitWorkViewModel work;

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("preview");
        on = new OnADesk(folder);
        model = new PreviewViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
        pane = new PreviewPane(on.desk, model, () -> {}, bar());
        Scene scene = new Scene(pane, 420, 500);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private HitWorkBar bar() {
        work = new HitWorkViewModel(on.desk, Optional::empty, told -> {}, () -> {});
        return new HitWorkBar(on.desk.words(), work, () -> {}, () -> {});
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(model::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void opensAStatementAtTheAnswerThatWasFoundAndMarksTheWords(FxRobot robot) {
        Reference statement = answered();
        Hit.Snippet found = new Hit.Snippet(
                new Pinpoint.OfAnswer(statement, 2), "by the harbour", List.of(new Hit.Highlight(7, 14)));

        robot.interact(() -> model.show(hit(statement, found), SearchRequest.of("")));
        robot.interact(pane::layout);

        ListView<?> list = (ListView<?>) Objects.requireNonNull(pane.lookup("#preview-statement"));
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(3);
        assertThat(list.lookupAll(".list-cell").stream()
                        .filter(cell -> cell instanceof ListCell<?> row && row.isSelected())
                        .flatMap(cell -> cell.lookupAll(".marked-text").stream())
                        .map(text -> ((MarkedText) text).getAccessibleText()))
                .containsExactly("Where did you sleep?", "by the harbour");
    }

    private Reference answered() {
        on.open
                .archive
                .ownForms()
                .add(new FormDefinition(
                        "intake",
                        "1",
                        Map.of("en", "Intake"),
                        new LanguageTag("en"),
                        Optional.of(RecordKind.TESTIMONY),
                        List.of(question("ate", "What did you eat?"), question("slept", "Where did you sleep?")),
                        Map.of(),
                        false,
                        Optional.empty()));
        FilledForm filled = new FilledForm("F-0001/1", Map.of("ate", "bread", "slept", "by the harbour"));
        return on.open
                .archive
                .testimonies()
                .keep(OpenArchive.testimony(on.open.witness(), "I came at night.", "I left by day.")
                        .answering(Answers.of(List.of(filled))))
                .reference();
    }

    private static FormField question(String name, String asked) {
        return FormField.of(name, FieldType.TEXT, Map.of("en", asked));
    }

    private static Hit hit(Reference statement, Hit.Snippet found) {
        return new Hit(
                statement,
                "What was promised",
                "",
                Optional.empty(),
                Optional.empty(),
                Protection.RESTRICTED,
                1,
                List.of(found));
    }
}
