package org.cairn.ui.forms;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.cairn.archive.KeptForm;
import org.cairn.archive.SubmissionText;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.forms.FormsViewModel.Looked;
import org.cairn.ui.questions.FormView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The forms that are here, and one of them as it will look.
final class FormsPart extends VBox {

    private static final int MOST_LINES = 60;

    private final FormsViewModel model;
    private final Words words;
    private final Messages own;
    private final VBox list = new VBox(6);
    private final VBox shown = new VBox(16);

    FormsPart(FormsViewModel model, Desk desk) {
        super(16);
        this.model = model;
        this.words = desk.words();
        this.own = words.of("questions");
        list.setId("forms-list");
        VBox whole = Headed.card(own.text("forms.here"), list, adding());
        // one looks at a form or at the list: the one does not push the other off the screen
        whole.visibleProperty().bind(model.lookedProperty().isNull());
        whole.managedProperty().bind(whole.visibleProperty());
        shown.setId("forms-shown");
        getChildren().addAll(new Notice("forms-notice", model.toldProperty(), words.of("shell")), whole, shown);
        model.forms().addListener((ListChangeListener<KeptForm>) change -> draw());
        model.lookedProperty().subscribe((was, is) -> show(is));
        draw();
    }

    private Node adding() {
        List<RecordKind> kinds = FormDefinition.EXTENSIBLE.stream().sorted().toList();
        CodePicker<RecordKind> kind =
                new CodePicker<>("forms-kind", kinds, one -> words.vocabulary("record-kind", one.name()));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        kind.setPrefWidth(220);
        HBox row = new HBox(
                16,
                FieldRow.of(own.text("forms.kind"), kind),
                Glyphs.button("forms-add", Material2AL.ADD, own.text("forms.add"), this::choose));
        row.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        return new VBox(8, row, Headed.quiet(own.text("forms.addHelp")));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("forms.add"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        own.text("forms.files"), "*.json", "*.xlsx", "*.xls", "*.xml", "*.mct"));
        File chosen =
                chooser.showOpenDialog(getScene() == null ? null : getScene().getWindow());
        if (chosen != null) {
            model.offer(chosen.toPath());
        }
    }

    private void draw() {
        list.getChildren().clear();
        if (model.forms().isEmpty()) {
            list.getChildren().add(Headed.quiet(own.text("forms.none")));
        }
        model.forms().forEach(form -> list.getChildren().add(line(form)));
    }

    private Node line(KeptForm kept) {
        FormDefinition form = kept.form();
        var open = Glyphs.button("forms-open-" + kept.reference(), title(form), () -> model.look(kept.reference()));
        open.getStyleClass().add("flat");
        Label reference = new Label(kept.name());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(88);
        HBox row = new HBox(10, reference, open, Headed.room());
        form.extendsKind()
                .ifPresent(kind -> row.getChildren().add(Badge.neutral(words.vocabulary("record-kind", kind.name()))));
        row.getChildren()
                .add(
                        form.fields().isEmpty()
                                ? Badge.neutral(own.text("forms.onlyTerms"))
                                : form.retired()
                                        ? Badge.waiting(own.text("forms.notAsked"))
                                        : Badge.good(own.text("forms.asked")));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private String title(FormDefinition form) {
        return form.id().equals("own-terms")
                ? own.text("part.terms")
                : form.titleFor(words.locale().toLanguageTag());
    }

    private void show(@Nullable Looked looked) {
        shown.getChildren().clear();
        if (looked == null) {
            return;
        }
        FormDefinition form = looked.form();
        FlowPane facts = new FlowPane(8, 6);
        looked.kept().ifPresent(kept -> facts.getChildren().add(Badge.neutral(kept.name())));
        facts.getChildren()
                .add(Badge.neutral(own.text("forms.questions", form.everyField().size())));
        form.titles()
                .keySet()
                .forEach(tag ->
                        facts.getChildren().add(Badge.neutral(words.language(new org.cairn.domain.LanguageTag(tag)))));
        VBox card = Headed.card(title(form), facts, action(looked));
        var back = Glyphs.button(
                "forms-back",
                Material2AL.ARROW_BACK,
                own.text("forms.back"),
                () -> model.lookedProperty().set(null));
        back.getStyleClass().add("flat");
        shown.getChildren().add(back);
        left(looked.notMapped()).ifPresent(card.getChildren()::add);
        shown.getChildren().add(card);
        if (!form.fields().isEmpty()) {
            shown.getChildren()
                    .add(Headed.card(
                            own.text("forms.preview"), new FormView("forms-preview", looked.preview(), words)));
        }
    }

    private Node action(Looked looked) {
        if (looked.kept().isEmpty()) {
            var keep = Glyphs.primary("forms-keep", own.text("forms.keep"), model::keep);
            keep.disableProperty().bind(model.busyProperty());
            return keep;
        }
        boolean retired = looked.form().retired();
        var ask = Glyphs.button("forms-ask", own.text(retired ? "forms.ask" : "forms.stop"), () -> model.ask(retired));
        ask.disableProperty().bind(model.busyProperty());
        return ask;
    }

    private Optional<Node> left(List<NotMapped> notMapped) {
        if (notMapped.isEmpty()) {
            return Optional.empty();
        }
        Messages exchange = words.of("exchange");
        VBox lines = new VBox(3);
        lines.setId("forms-not-mapped");
        lines.getChildren().add(Headed.quiet(own.text("forms.notMapped", notMapped.size())));
        notMapped.stream()
                .limit(MOST_LINES)
                .map(one -> new Label(SubmissionText.notMapped(one, exchange::text)))
                .forEach(label -> {
                    label.setWrapText(true);
                    lines.getChildren().add(label);
                });
        if (notMapped.size() > MOST_LINES) {
            lines.getChildren().add(Headed.quiet(own.text("forms.more", notMapped.size() - MOST_LINES)));
        }
        return Optional.of(lines);
    }
}
