package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.AccountAsRead.Change;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Reading back: it begins, every change in the account shows here by itself, and it is over.
final class ReadBackStep extends VBox {

    private final ReadBackViewModel model;
    private final ReadBackDraft draft;
    private final Words words;
    private final Messages area;
    private final VBox list = new VBox(14);

    /// @param account leads to the account, where it is read from and changed
    ReadBackStep(ReadBackViewModel model, Words words, Runnable account) {
        this.model = model;
        this.draft = model.draft();
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        list.setId("readback-list");
        VBox changes = Headed.card(area.text("readBack.changed"), list, remarks());
        var begun = Bindings.createBooleanBinding(() -> draft.begun.get().isPresent(), draft.begun);
        changes.visibleProperty().bind(begun);
        changes.managedProperty().bind(begun);
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.readBack")),
                        Headed.quiet(area.text("readBack.line")),
                        Headed.card(
                                area.text("readBack.reading"),
                                new SpokenLabel("readback-words", "readBack", model.spoken(), words),
                                state(),
                                acts(account),
                                who()),
                        changes);
        model.changes().addListener((ListChangeListener<Change>) change -> draw());
        model.look();
        draw();
    }

    private Label state() {
        Label state = Headed.quiet("");
        state.setId("readback-state");
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> draft.ended
                                .get()
                                .map(at -> area.text("readBack.endedAt", words.moment(at)))
                                .or(() -> draft.begun.get().map(at -> area.text("readBack.begunAt", words.moment(at))))
                                .orElseGet(() -> area.text("readBack.notBegun")),
                        draft.begun,
                        draft.ended));
        return state;
    }

    private Node acts(Runnable account) {
        Button begin = Glyphs.primary("readback-begin", area.text("readBack.begin"), () -> {
            model.begin();
            account.run();
        });
        Button read = Glyphs.button("readback-account", Material2MZ.SUBJECT, area.text("readBack.account"), account);
        Button end = Glyphs.button("readback-end", Material2AL.DONE, area.text("readBack.end"), model::end);
        Button again = Glyphs.button("readback-again", Material2MZ.REPLAY, area.text("readBack.again"), model::begin);
        var begun = Bindings.createBooleanBinding(() -> draft.begun.get().isPresent(), draft.begun);
        var over = Bindings.createBooleanBinding(() -> draft.ended.get().isPresent(), draft.ended);
        begin.visibleProperty().bind(begun.not());
        read.visibleProperty().bind(begun.and(over.not()));
        end.visibleProperty().bind(begun.and(over.not()));
        again.visibleProperty().bind(begun);
        List.of(begin, read, end, again)
                .forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        FlowPane row = new FlowPane(8, 6, begin, read, end, again);
        return row;
    }

    private Node who() {
        LanguagePicker language = new LanguagePicker("readback-language", words);
        language.valueProperty().bindBidirectional(draft.language);
        TextField by = new TextField();
        by.setId("readback-by");
        by.textProperty().bindBidirectional(draft.by);
        FuzzyDateField date = new FuzzyDateField("readback-date", words).keepingWords();
        date.valueProperty().bindBidirectional(draft.date);
        Node fields = Forms.twoColumns(
                FieldRow.of(area.text("readBack.by"), by),
                FieldRow.of(area.text("readBack.language"), language),
                FieldRow.of(area.text("readBack.date"), date, date.typing()));
        // filled in by beginning: nobody is asked before
        var there = Bindings.createBooleanBinding(
                () -> draft.begun.get().isPresent() || !draft.by.get().isBlank(), draft.begun, draft.by);
        boolean before = there.get();
        fields.setVisible(before);
        fields.setManaged(before);
        draft.begun.subscribe(at -> {
            fields.setVisible(at.isPresent() || before);
            fields.setManaged(at.isPresent() || before);
        });
        return fields;
    }

    private Node remarks() {
        TextArea remarks = new TextArea();
        remarks.setId("readback-changes");
        remarks.setPrefRowCount(2);
        remarks.setWrapText(true);
        remarks.textProperty().bindBidirectional(draft.remarks);
        return FieldRow.of(area.text("readBack.remarks"), remarks).helped(area.text("readBack.remarksHelp"));
    }

    private void draw() {
        list.getChildren().clear();
        if (model.changes().isEmpty()) {
            list.getChildren().add(Headed.quiet(area.text("readBack.unchanged")));
        }
        model.changes().forEach(change -> list.getChildren().add(change(change)));
    }

    private VBox change(Change change) {
        Label title = new Label(title(change));
        title.getStyleClass().add("field-name");
        VBox row = new VBox(6, title);
        change.before().ifPresent(any -> row.getChildren().add(said(change.was(), "gone")));
        change.after().ifPresent(any -> row.getChildren().add(said(change.now(), "come")));
        TextField why = new TextField(change.why());
        why.setId("readback-why-" + place(change));
        why.textProperty().subscribe((was, is) -> model.because(change, is));
        row.getChildren().add(FieldRow.of(area.text("readBack.why"), why));
        row.getStyleClass().add("readback-change");
        return row;
    }

    private static String place(Change change) {
        return change.after()
                .map(String::valueOf)
                .orElseGet(() -> "-" + change.before().orElse(0));
    }

    private static Label said(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setNodeOrientation(Direction.of(text));
        label.getStyleClass().addAll("readback-words", style);
        return label;
    }

    private String title(Change change) {
        Optional<Integer> before = change.before();
        Optional<Integer> after = change.after();
        if (before.isEmpty()) {
            return area.text("readBack.added", after.orElse(0));
        }
        if (after.isEmpty()) {
            return area.text("readBack.removed", before.get());
        }
        return before.equals(after)
                ? area.text("readBack.changedAt", before.get())
                : area.text("readBack.changedTo", before.get(), after.get());
    }
}
