package org.cairn.ui.testimony;

import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// The line after a paragraph that says which exhibits were shown to the witness, or are spoken of, in it.
final class ShownRow extends HBox {

    ShownRow(ParagraphDraft draft, Account account, Words words) {
        Messages area = words.of("testimony");
        setSpacing(6);
        getStyleClass().add("question-row");
        Label name = new Label(area.text("account.shown"));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        TextField field = new TextField(joined(draft.exhibits()));
        field.setId("shown-exhibits");
        field.setPromptText("E-0001, E-0002");
        field.setAccessibleText(area.text("account.shown"));
        field.textProperty().subscribe((was, is) -> draft.exhibits().setAll(said(is)));
        field.setOnAction(event -> account.writeIn(draft));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label found = new Label();
        found.getStyleClass().add("quiet");
        found.setMinWidth(USE_PREF_SIZE);
        Runnable count =
                () -> found.setText(area.text("exhibits.found", draft.exhibits().size()));
        draft.exhibits().addListener((ListChangeListener<Reference>) change -> count.run());
        count.run();
        getChildren()
                .addAll(
                        name,
                        field,
                        found,
                        Glyphs.quiet("shown-remove", Material2AL.CLOSE, area.text("account.shownRemove"), () -> {
                            draft.exhibits().clear();
                            draft.showingProperty().set(false);
                            account.writeIn(draft);
                        }));
    }

    private static List<Reference> said(String text) {
        return List.of(text.split("[,;،；、\\s]+")).stream()
                .flatMap(part -> Reference.tryParse(part).stream())
                .distinct()
                .toList();
    }

    private static String joined(List<Reference> references) {
        return references.stream().map(Reference::toString).collect(Collectors.joining(", "));
    }
}
