package org.cairn.ui.testimony;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Translation;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;

/// Translating a statement: the original at one side, to read; the translation at the other, to write.
final class TranslationView extends VBox {

    private static final int CHARACTERS_A_LINE = 42;

    private final TranslationViewModel model;
    private final Words words;
    private final Messages area;

    TranslationView(TranslationViewModel model, Desk desk, Runnable leave, Consumer<Reference> kept) {
        this.model = model;
        this.words = desk.words();
        this.area = words.of("testimony");
        setId("translate");
        Button keep = Glyphs.primary("translate-keep", area.text("translate.keep"), () -> model.keep(kept));
        keep.disableProperty().bind(model.busyProperty());
        Headed page = new Headed(area.text("translate.title", model.reference()), area.text("translate.line"));
        page.from(Glyphs.back("translate-leave", area.text("translate.leave"), leave))
                .with(keep);
        VBox.setVgrow(page, Priority.ALWAYS);
        page.getChildren()
                .addAll(
                        new Notice("translate-notice", model.toldProperty(), words.of("shell")),
                        Headed.card("", about()),
                        Headed.scrolling(paragraphs()));
        getChildren().add(page);
    }

    private GridPane about() {
        LanguagePicker language = new LanguagePicker("translate-language", words);
        language.valueProperty().bindBidirectional(model.language);
        TextField translator = new TextField();
        translator.setId("translate-translator");
        translator.textProperty().bindBidirectional(model.translator);
        CodePicker<Translation.Status> status = new CodePicker<>(
                "translate-status", List.of(Translation.Status.values()), code -> area.text("read.status." + code));
        status.valueProperty().bindBidirectional(model.status);
        TextField verifier = new TextField();
        verifier.setId("translate-verified-by");
        verifier.textProperty().bindBidirectional(model.verifiedBy);
        return Forms.twoColumns(
                FieldRow.of(area.text("translate.language"), language),
                FieldRow.of(area.text("translate.translator"), translator),
                FieldRow.of(area.text("translate.status"), status),
                FieldRow.of(area.text("translate.verifiedBy"), verifier).helped(area.text("translate.verifiedByHelp")));
    }

    private GridPane paragraphs() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("statement-text");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        for (int i = 0; i < model.paragraphs().size(); i++) {
            grid.add(original(i + 1, model.statement().paragraphs().get(i).text()), 0, i);
            grid.add(translated(i), 1, i);
        }
        return grid;
    }

    private Node original(int number, String said) {
        Label count = new Label(words.number(number));
        count.getStyleClass().add("paragraph-number");
        Label spoken = new Label(said);
        spoken.setWrapText(true);
        spoken.setMinHeight(USE_PREF_SIZE);
        spoken.getStyleClass().add("paragraph-text");
        spoken.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(spoken, Priority.ALWAYS);
        HBox row = new HBox(12, count, spoken);
        row.setNodeOrientation(Direction.of(model.statement().language()));
        return row;
    }

    private TextArea translated(int at) {
        TextArea writing = new TextArea();
        writing.setId("translate-" + (at + 1));
        writing.setWrapText(true);
        int longest = Math.max(
                model.statement().paragraphs().get(at).text().length(),
                model.paragraphs().get(at).get().length());
        writing.setPrefRowCount(Math.max(2, longest / CHARACTERS_A_LINE + 1));
        writing.setAccessibleText(area.text("account.paragraph", at + 1));
        writing.textProperty().bindBidirectional(model.paragraphs().get(at));
        writing.textProperty().subscribe(text -> turn(writing, text));
        model.language.subscribe(language -> turn(writing, writing.getText()));
        return writing;
    }

    private void turn(TextArea writing, String text) {
        NodeOrientation own = Direction.of(text);
        LanguageTag into = model.language.get();
        if (own != NodeOrientation.INHERIT) {
            writing.setNodeOrientation(own);
        } else if (into != null) {
            writing.setNodeOrientation(Direction.of(into));
        }
    }
}
