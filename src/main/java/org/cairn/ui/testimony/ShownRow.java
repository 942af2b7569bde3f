package org.cairn.ui.testimony;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// The line after a paragraph that says which exhibits were shown to the witness in it, and the marks they got.
final class ShownRow extends HBox {

    private final ParagraphDraft draft;
    private final StatementDraft statement;
    private final Messages area;

    ShownRow(ParagraphDraft draft, Account account, Words words) {
        this.draft = draft;
        this.statement = account.exhibits().draft();
        this.area = words.of("testimony");
        setSpacing(6);
        getStyleClass().add("question-row");
        Label name = new Label(area.text("account.shown"));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        TextField field = new TextField(Exhibits.joined(draft.exhibits()));
        field.setId("shown-exhibits");
        field.setPromptText("E-0001, E-0002");
        field.setAccessibleText(area.text("account.shown"));
        field.textProperty().subscribe((was, is) -> draft.exhibits().setAll(Exhibits.named(is)));
        field.setOnAction(event -> {
            account.exhibits().mark();
            account.writeIn(draft);
        });
        // whoever goes elsewhere has shown it too
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                account.exhibits().mark();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        Label found = new Label();
        found.setId("shown-marks");
        found.getStyleClass().add("quiet");
        found.setMinWidth(USE_PREF_SIZE);
        found.textProperty().bind(Bindings.createStringBinding(this::said, draft.exhibits(), statement.marks));
        getChildren()
                .addAll(
                        name,
                        field,
                        found,
                        Glyphs.quiet("shown-remove", Material2AL.CLOSE, area.text("account.shownRemove"), () -> {
                            draft.exhibits().clear();
                            draft.showingProperty().set(false);
                            account.exhibits().mark();
                            account.writeIn(draft);
                        }));
    }

    private String said() {
        List<String> marks = draft.exhibits().stream()
                .flatMap(exhibit -> statement.mark(exhibit).stream())
                .toList();
        return marks.isEmpty()
                ? area.text("exhibits.found", draft.exhibits().size())
                : area.text("exhibits.mark", marks.stream().collect(Collectors.joining(", ")));
    }
}
