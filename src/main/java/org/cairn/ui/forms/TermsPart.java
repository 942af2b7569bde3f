package org.cairn.ui.forms;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.archive.OwnForms;
import org.cairn.domain.Term;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.forms.TermsViewModel.Line;
import org.kordamp.ikonli.material2.Material2AL;

/// The terms of a vocabulary, and the words of a new one in each language.
final class TermsPart extends VBox {

    private final TermsViewModel model;
    private final Words words;
    private final Messages own;
    private final VBox list = new VBox(2);

    TermsPart(TermsViewModel model, Words words) {
        super(16);
        this.model = model;
        this.words = words;
        this.own = words.of("questions");
        list.setId("terms-list");
        CodePicker<String> vocabulary =
                new CodePicker<>("terms-vocabulary", OwnForms.EXTENSIBLE, code -> own.text("vocabulary." + code));
        vocabulary.valueProperty().bindBidirectional(model.vocabularyProperty());
        vocabulary.setPrefWidth(280);
        getChildren()
                .addAll(
                        new Notice("terms-notice", model.toldProperty(), words.of("shell")),
                        FieldRow.of(own.text("terms.vocabulary"), vocabulary),
                        Headed.card(own.text("terms.here"), list),
                        Headed.card(own.text("terms.write"), form()));
        model.lines().addListener((ListChangeListener<Line>) change -> draw());
        draw();
    }

    private void draw() {
        list.getChildren().setAll(model.lines().stream().map(this::line).toList());
    }

    private Node line(Line line) {
        Label word = new Label(line.word());
        word.setMinWidth(220);
        Label code = Headed.quiet(line.code());
        HBox row = new HBox(12, word, code, Headed.room());
        boolean retired = line.added().filter(Term::retired).isPresent();
        if (retired) {
            row.getChildren().add(Badge.waiting(own.text("terms.retired")));
        } else if (line.added().isPresent()) {
            row.getChildren().add(Badge.good(own.text(line.own() ? "terms.own" : "terms.renamed")));
        }
        row.getChildren()
                .addAll(
                        Glyphs.quiet(
                                "terms-edit-" + line.code(),
                                Material2AL.EDIT,
                                own.text("terms.edit", line.word()),
                                () -> model.take(line)),
                        Glyphs.quiet(
                                "terms-retire-" + line.code(),
                                retired ? Material2AL.ADD : Material2AL.BLOCK,
                                own.text(retired ? "terms.again" : "terms.retire", line.word()),
                                () -> model.retire(line, !retired)));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private Node form() {
        FlowPane fields = new FlowPane(16, 12);
        model.labels().forEach((language, label) -> {
            TextField field = new TextField();
            field.setId("terms-label-" + language.toLanguageTag());
            field.setPrefColumnCount(18);
            field.textProperty().bindBidirectional(label);
            field.textProperty().subscribe(text -> Direction.own(field, text, field.alignmentProperty()));
            fields.getChildren().add(FieldRow.of(name(language), field));
        });
        TextField code = new TextField();
        code.setId("terms-code");
        code.setPrefColumnCount(18);
        code.textProperty().bindBidirectional(model.codeProperty());
        return new VBox(
                14,
                fields,
                FieldRow.of(own.text("terms.code"), code).helped(own.text("terms.codeHelp")),
                Glyphs.primary("terms-keep", own.text("terms.keep"), model::keep));
    }

    private static String name(Locale language) {
        return language.getDisplayName(language);
    }
}
