package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.cairn.ui.common.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where somebody goes on who works with the keyboard.
class FirstFieldTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    @Test
    void isAFieldAlsoWhereAButtonStandsBeforeIt() {
        screen.interact(() -> {
            CheckBox tick = new CheckBox("understood");
            assertThat(FirstField.in(new ScrollPane(new VBox(new Button("more"), tick))))
                    .contains(tick);
        });
    }

    @Test
    void isTheFirstButtonWhereThereIsNoField() {
        screen.interact(() -> {
            Button begin = new Button("begin reading back");
            Button off = new Button("go on");
            off.setDisable(true);
            assertThat(FirstField.in(new ScrollPane(new VBox(off, begin)))).contains(begin);
        });
    }
}
