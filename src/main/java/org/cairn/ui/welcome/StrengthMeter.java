package org.cairn.ui.welcome;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;

/// How strong a passphrase is, in four bars and in words: honest, not encouraging.
final class StrengthMeter extends VBox {

    private static final int BARS = 4;

    StrengthMeter(IntegerProperty strength, Messages words) {
        super(6);
        setId("create-strength");
        HBox bars = new HBox(4);
        for (int i = 0; i < BARS; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("strength-bar");
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
        }
        Label said = new Label();
        said.setId("create-strength-words");
        said.getStyleClass().add("field-help");
        said.setWrapText(true);
        getChildren().addAll(bars, said);
        strength.subscribe(value -> {
            int score = value.intValue();
            for (int i = 0; i < BARS; i++) {
                Region bar = (Region) bars.getChildren().get(i);
                bar.getStyleClass().removeIf(style -> style.startsWith("strength-of-"));
                if (i < score || (i == 0 && score == 0)) {
                    bar.getStyleClass().add("strength-of-" + score);
                }
            }
            said.setText(score < 0 ? "" : words.text("strength." + score));
        });
    }
}
