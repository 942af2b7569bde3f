package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Note;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/// A person with no mouse goes through what was found and works on it.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class SearchKeysTest {

    private Path folder;
    private OnADesk on;
    private SearchViewModel model;
    private PreviewViewModel preview;
    private SearchView view;
    private Reference statement;
    private Reference paper;

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("keys");
        on = new OnADesk(folder);
        statement = on.open.sealedStatement("I was asked my blood group.", "Nobody spoke.", "Again the blood group.");
        paper = on.open
                .take(OpenArchive.file(folder, "paper.txt", "Once more: the blood group.\n"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        model = new SearchViewModel(on.desk);
        preview = new PreviewViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
        view = new SearchView(on.desk, model, preview);
        Scene scene = new Scene(view, 1000, 800);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        model.sortProperty().set(org.cairn.domain.search.SearchRequest.Sort.REFERENCE);
        model.queryProperty().set("\"blood group\"");
        model.run();
        view.lookup("#results").requestFocus();
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(preview::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private Reference selected(FxRobot robot) {
        Hit hit = (Hit) robot.lookup("#results")
                .queryAs(ListView.class)
                .getSelectionModel()
                .getSelectedItem();
        return Objects.requireNonNull(hit).reference();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            robot.interact(() -> {});
        }
    }

    private String place() {
        return preview.place().orElseThrow().pinpoint().toString();
    }

    private void goTo(FxRobot robot, Reference reference) {
        for (int i = 0; i < 3 && !selected(robot).equals(reference); i++) {
            press(robot, KeyCode.J);
        }
        for (int i = 0; i < 3 && !selected(robot).equals(reference); i++) {
            press(robot, KeyCode.K);
        }
        assertThat(selected(robot)).isEqualTo(reference);
    }

    @Test
    void goesFromItemToItem(FxRobot robot) {
        Reference first = selected(robot);
        press(robot, KeyCode.J);
        assertThat(selected(robot)).isNotEqualTo(first);
        press(robot, KeyCode.K);
        assertThat(selected(robot)).isEqualTo(first);
    }

    @Test
    void goesFromPlaceToPlaceTheWayOneReads(FxRobot robot) {
        goTo(robot, statement);
        robot.interact(() -> preview.atProperty().set(0));
        press(robot, KeyCode.RIGHT);
        assertThat(place()).isEqualTo(statement + " ¶3");
        press(robot, KeyCode.LEFT);
        assertThat(place()).isEqualTo(statement + " ¶1");
        robot.interact(() -> view.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        press(robot, KeyCode.LEFT);
        assertThat(place()).isEqualTo(statement + " ¶3");
    }

    @Test
    void marksAsReviewedAndTakesItBack(FxRobot robot) {
        press(robot, KeyCode.R);
        assertThat(on.open.archive.reviews().of(selected(robot))).hasSize(1);
        assertThat(robot.lookup("#work-standing").queryAs(Label.class).getText())
                .isEqualTo("reviewed by you");
        press(robot, KeyCode.R);
        assertThat(on.open.archive.reviews().of(selected(robot))).isEmpty();
    }

    @Test
    void tagsAndLinksAnItem(FxRobot robot) {
        goTo(robot, paper);
        press(robot, KeyCode.T);
        assertThat(robot.lookup("#work-words").queryAs(TextField.class).isFocused())
                .isTrue();
        robot.write("flights");
        press(robot, KeyCode.ENTER, KeyCode.E);
        robot.write("pal.purp");
        press(robot, KeyCode.ENTER);
        assertThat(((EvidenceItem) on.open.archive.records().open(paper).record()).tags())
                .containsExactly("flights");
        assertThat(links(paper)).containsExactly(paper + " ¶1 PAL.PURP SUPPORTS");
        assertThat(robot.lookup("#work-standing").queryAs(Label.class).getText())
                .contains("flights", "PAL.PURP ¶1: supports");
        assertThat(robot.lookup("#results").query().isFocused()).isTrue();
        robot.interact(() -> {
            model.queryProperty().set("element:PAL.PURP");
            model.run();
        });
        assertThat(selected(robot)).isEqualTo(paper);
    }

    private List<String> links(Reference record) {
        return on.open.archive.elementLinks().of(record).stream()
                .map(one -> one.place().orElseThrow() + " " + one.element() + " "
                        + one.link().orElseThrow().bearing())
                .toList();
    }

    @Test
    void linksThePlaceOfAStatementToAnElementChosenByItsWords(FxRobot robot) {
        goTo(robot, statement);
        robot.interact(() -> preview.atProperty().set(1));
        press(robot, KeyCode.E);
        awaitShown(robot, "#work-element-list");
        ListView<?> list = robot.lookup("#work-element-list").queryAs(ListView.class);
        assertThat(list.getItems()).hasSizeGreaterThan(90);
        robot.write("kidney grows back");
        robot.interact(() -> {});
        assertThat(list.getItems()).isEmpty();
        press(robot, KeyCode.ENTER);
        assertThat(on.open.archive.elementLinks().of(statement)).isEmpty();
        assertThat(model.toldProperty().get()).isNotNull();
        robot.interact(
                () -> robot.lookup("#work-words").queryAs(TextField.class).setText("purpose organs"));
        assertThat(list.getItems()).isNotEmpty().hasSizeLessThan(10);
        robot.interact(() -> robot.lookup("#work-bearing")
                .queryAs(javafx.scene.control.ComboBox.class)
                .getSelectionModel()
                .select(1));
        robot.interact(() -> robot.lookup("#work-words").query().requestFocus());
        press(robot, KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
        assertThat(links(statement)).containsExactly(statement + " ¶3 PAL.PURP CONTRADICTS");
        assertThat(robot.lookup("#results").query().isFocused()).isTrue();
        assertThat(robot.lookup("#work-elements").query().isVisible()).isFalse();
    }

    @Test
    void saysOfAnElementThatNoLawyerHasCheckedIt(FxRobot robot) {
        press(robot, KeyCode.E);
        awaitShown(robot, "#work-element-list");
        robot.write("pal.purp");
        awaitShown(robot, "#work-element-list .badge");
        assertThat(robot.lookup("#work-element-list .badge")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("not checked by a lawyer");
    }

    @Test
    void offersNoTagWhereNoneIsHeld(FxRobot robot) {
        goTo(robot, statement);
        press(robot, KeyCode.T);
        assertThat(robot.lookup("#work-words").query().getParent().isVisible()).isFalse();
        assertThat(robot.lookup("#work-tag").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void notesAtThePlaceLookedAt(FxRobot robot) {
        goTo(robot, statement);
        robot.interact(() -> preview.atProperty().set(1));
        press(robot, KeyCode.C);
        robot.write("ask her again");
        press(robot, KeyCode.ENTER);
        Note note = (Note) on.open.archive.notes().of(statement).getFirst().record();
        assertThat(note.text()).isEqualTo("ask her again");
        assertThat(note.place().orElseThrow()).hasToString(statement + " ¶3");
    }

    @Test
    void writesNothingAfterEscape(FxRobot robot) {
        press(robot, KeyCode.C);
        robot.write("no");
        press(robot, KeyCode.ESCAPE);
        assertThat(on.open.archive.notes().of(selected(robot))).isEmpty();
        assertThat(robot.lookup("#results").query().isFocused()).isTrue();
    }

    @Test
    void laysIntoTheDraftThatWasChosenOnce(FxRobot robot) {
        BundleInHand bundles = new BundleInHand(on.open.archive.drafts());
        press(robot, KeyCode.B);
        String first = bundles.all().getFirst().id();
        bundles.save(
                bundles.freshId(), BundleInHand.blank("Another", "Exhibits", new org.cairn.domain.LanguageTag("en")));
        press(robot, KeyCode.J, KeyCode.B);
        press(robot, KeyCode.K, KeyCode.B);
        assertThat(bundles.load(first).orElseThrow().references()).containsExactlyInAnyOrder(statement, paper);
    }

    @Test
    void asksForMoreLikeThePlaceLookedAt(FxRobot robot) {
        goTo(robot, statement);
        press(robot, KeyCode.M);
        assertThat(model.queryProperty().get()).contains("blood OR group").endsWith("NOT ref:" + statement);
        assertThat(selected(robot)).isEqualTo(paper);
    }

    /// What was just built is laid out with the next pulse.
    private static void awaitShown(FxRobot robot, String query) {
        try {
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> robot.lookup(query)
                            .match(NodeQueryUtils.isVisible())
                            .tryQuery()
                            .isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("it was never shown", e);
        }
    }

    @Test
    void searchesInsideTheItemAloneAndSaysWhereAQueryIsNone(FxRobot robot) {
        goTo(robot, statement);
        awaitShown(robot, "#preview-inside");
        robot.clickOn("#preview-inside").write("nobody OR asked").type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(robot.lookup("#preview-count").queryAs(Label.class).getText())
                .startsWith("1 of 2");
        press(robot, KeyCode.ENTER);
        assertThat(place()).isEqualTo(statement + " ¶2");
        robot.interact(() -> preview.lookInside("(nobody"));
        assertThat(robot.lookup("#preview-fault").queryAs(Label.class).getText())
                .contains("never closed");
        robot.clickOn("#preview-inside").type(KeyCode.ESCAPE);
        assertThat(preview.shownProperty().get().places()).hasSize(2);
        assertThat(robot.lookup("#preview-fault").query().isManaged()).isFalse();
    }

    @Test
    void goesThroughAReviewSetUntilNothingIsLeft(FxRobot robot) {
        robot.clickOn("#sets-toggle");
        robot.clickOn("#sets-name").write("groups");
        robot.clickOn("#sets-make");
        robot.interact(() -> {});
        assertThat(robot.lookup("#set-1").queryAs(Label.class).getText())
                .contains("0 of 2 reviewed")
                .contains("2 left to you");
        robot.clickOn("#set-go-1");
        robot.interact(() -> robot.lookup("#results").query().requestFocus());
        Reference first = selected(robot);
        press(robot, KeyCode.R, KeyCode.U);
        assertThat(selected(robot)).isNotEqualTo(first);
        assertThat(preview.place()).isPresent();
        press(robot, KeyCode.R);
        assertThat(robot.lookup("#set-going").queryAs(Label.class).getText())
                .contains("2 of 2 reviewed")
                .contains("0 left to you");
        press(robot, KeyCode.U);
        assertThat(robot.lookup("#sets-notice").query().isVisible()).isTrue();
    }

    @Test
    void namesEachKeyOnItsButton(FxRobot robot) {
        for (String button : List.of(
                "#work-review (R)", "#work-tag (T)", "#work-element (E)", "#work-note (C)", "#preview-add (B)")) {
            String id = button.substring(0, button.indexOf(' '));
            assertThat(robot.lookup(id).queryAs(Button.class).getAccessibleText())
                    .endsWith(button.substring(button.indexOf(' ') + 1));
        }
    }
}
