package org.cairn.ui.people;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.cairn.ui.questions.FormView;
import org.cairn.ui.questions.FormViewModel;
import org.kordamp.ikonli.material2.Material2AL;

/// A record being written: what every record has, the program's own questions, and those the organisation added.
final class WritingView extends VBox {

    private final WritingViewModel model;
    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final VBox forms = new VBox(16);

    /// @param leave leads back to the list; what is not kept stays as a draft
    WritingView(WritingViewModel model, Desk desk, Runnable leave) {
        this.model = model;
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("questions");
        Button keep = Glyphs.primary("people-keep", own.text("people.keep"), () -> model.keep(leave));
        keep.disableProperty().bind(model.busyProperty());
        Headed page = new Headed(heading(), own.text("people.writing"));
        page.from(Glyphs.back("people-leave", own.text("people.back"), leave));
        model.reference().ifPresentOrElse(kept -> page.with(custody(kept), keep), () -> page.with(keep));
        page.setId("people-writing");
        page.getStyleClass().add("narrow");
        page.getChildren()
                .addAll(
                        new Notice("people-writing-notice", model.toldProperty(), words.of("shell")),
                        Headed.card("", about()),
                        forms);
        getChildren().add(page);
        model.forms().addListener((ListChangeListener<FormViewModel>) change -> draw());
        draw();
    }

    private String heading() {
        String kind = words.vocabulary("record-kind", model.kind().name());
        return model.reference().map(kept -> kept + " – " + kind).orElseGet(() -> own.text("people.newOf", kind));
    }

    private Node custody(Reference kept) {
        return Glyphs.button(
                "people-custody",
                Material2AL.HISTORY,
                own.text("people.custody"),
                () -> desk.go(Place.of("custody", kept)));
    }

    private Node about() {
        TextField title = new TextField();
        title.setId("people-title");
        title.textProperty().bindBidirectional(model.titleProperty());
        title.textProperty().subscribe(text -> Direction.own(title, text, title.alignmentProperty()));
        FuzzyDateField date = new FuzzyDateField("people-date", words);
        date.valueProperty().bindBidirectional(model.dateProperty());
        CodePicker<Protection> protection =
                new CodePicker<>("people-protection", List.of(Protection.values()), words::protection);
        protection.valueProperty().bindBidirectional(model.protectionProperty());
        TextField witness = new TextField();
        witness.setId("people-witness");
        witness.setPromptText("W-0001");
        witness.textProperty().bindBidirectional(model.witnessProperty());
        FieldRow when = FieldRow.of(own.text("people.date"), date, date.typing());
        HBox.setHgrow(when, Priority.ALWAYS);
        return new VBox(
                14,
                FieldRow.of(own.text("people.name"), title).helped(own.text("people.nameHelp")),
                new HBox(
                        16,
                        when,
                        FieldRow.of(own.text("people.witness"), witness),
                        FieldRow.of(own.text("people.protection"), protection)));
    }

    private void draw() {
        forms.getChildren().clear();
        for (int i = 0; i < model.forms().size(); i++) {
            FormViewModel form = model.forms().get(i);
            String title = form.form().titleFor(words.locale().toLanguageTag());
            forms.getChildren().add(Headed.card(title, new FormView("people-form-" + (i + 1), form, words)));
        }
    }
}
