package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.domain.query.QueryRows;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Whoever types no queries fills in rows, and sees the query that they ask.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class BuilderPaneTest {

    private StringProperty query;
    private BuilderViewModel model;
    private final List<String> asked = new ArrayList<>();

    @Start
    void show(Stage stage) {
        Looks.prepare();
        query = new SimpleStringProperty("");
        model = new BuilderViewModel(query);
        BuilderPane pane = new BuilderPane(Messages.of("search", Locale.ENGLISH), model, () -> asked.add(query.get()));
        Scene scene = new Scene(pane, 900, 500);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        model.toggle();
    }

    @SuppressWarnings("unchecked") // a picker holds what it was made for
    private static void choose(FxRobot robot, String picker, Object choice) {
        robot.interact(() -> robot.lookup(picker).queryAs(ComboBox.class).setValue(choice));
    }

    private static String typed(FxRobot robot, String field) {
        return robot.lookup(field).queryAs(TextField.class).getText();
    }

    @Test
    void asksWhatIsFilledIn(FxRobot robot) {
        robot.clickOn("#build-words-0").write("donor clinic");
        assertThat(query.get()).isEqualTo("donor clinic");
        robot.clickOn("#build-add");
        choose(robot, "#build-kind-1", QueryRows.Kind.NEAR);
        robot.clickOn("#build-words-1").write("promise");
        robot.clickOn("#build-other-1").write("money");
        robot.clickOn("#build-add");
        choose(robot, "#build-kind-2", QueryRows.Kind.FIELD);
        choose(robot, "#build-field-2", "language");
        robot.clickOn("#build-words-2").write("ug").type(KeyCode.ENTER);
        assertThat(asked).containsExactly("donor clinic promise near/5 money language:ug");
        robot.clickOn("#build-remove-0");
        assertThat(query.get()).isEqualTo("promise near/5 money language:ug");
        assertThat(typed(robot, "#build-other-0")).isEqualTo("money");
    }

    @Test
    void showsWhatIsTypedAndSaysWhatItCannotShow(FxRobot robot) {
        robot.interact(() -> query.set("title:invoice /kidne[iy]s?/"));
        assertThat(typed(robot, "#build-words-0")).isEqualTo("invoice");
        assertThat(robot.lookup("#build-rest").queryAs(Label.class).getText()).contains("/kidne[iy]s?/");
        robot.clickOn("#build-words-0").write("s");
        assertThat(query.get()).endsWith("/kidne[iy]s?/").contains("s");
        robot.clickOn("#build-drop");
        assertThat(query.get()).doesNotContain("kidne");
    }

    @Test
    void leavesAloneWhatIsNoQuery(FxRobot robot) {
        robot.interact(() -> query.set("(donor"));
        assertThat(robot.lookup("#build-misread").query().isVisible()).isTrue();
        assertThat(robot.lookup("#build-add").query().isDisabled()).isTrue();
        assertThat(query.get()).isEqualTo("(donor");
        robot.interact(() -> query.set("donor"));
        assertThat(robot.lookup("#build-misread").query().isVisible()).isFalse();
        assertThat(typed(robot, "#build-words-0")).isEqualTo("donor");
    }
}
