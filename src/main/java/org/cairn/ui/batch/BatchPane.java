package org.cairn.ui.batch;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.batch.BatchViewModel.Kind;
import org.cairn.ui.batch.BatchViewModel.Stated;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// Asks what is done to the chosen records, states what would become of each, and does it when told.
public final class BatchPane extends VBox {

    private static final int NAMED = 12;

    private final Words words;
    private final Messages own;
    private final BatchViewModel model;
    private final Label title = new Label();
    private final StackPane value = new StackPane();
    private final FieldRow reason;
    private final VBox stated = new VBox(4);
    private final Button run;

    /// @param model what it asks
    public BatchPane(Words words, BatchViewModel model) {
        super(10);
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        setId("batch");
        getStyleClass().add("card-box");
        title.getStyleClass().add("card-title");
        CodePicker<Kind> kind =
                new CodePicker<>("batch-kind", List.of(Kind.values()), what -> own.text("batch.kind." + what.name()));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        TextField why = new TextField();
        why.setId("batch-reason");
        why.textProperty().bindBidirectional(model.reasonProperty());
        reason = FieldRow.of(own.text("assess.reason"), why);
        FieldRow what = FieldRow.of(own.text("batch.what"), kind);
        what.setPrefWidth(240);
        value.setPrefWidth(260);
        reason.setPrefWidth(260);
        HBox fields = new HBox(12, what, value, reason);
        fields.setAlignment(Pos.BOTTOM_LEFT);
        run = Glyphs.primary("batch-run", own.text("batch.run"), model::run);
        HBox buttons = new HBox(
                8,
                Glyphs.button("batch-state", own.text("batch.state"), model::state),
                run,
                Glyphs.button("batch-leave", own.text("batch.leave"), model::leave));
        getChildren()
                .addAll(
                        title,
                        new Notice("batch-notice", model.toldProperty(), words.of("shell")),
                        fields,
                        stated,
                        buttons);
        model.kindProperty().subscribe(this::ask);
        model.chosenProperty().subscribe(chosen -> {
            setVisible(!chosen.isEmpty());
            setManaged(!chosen.isEmpty());
            title.setText(own.text("batch.title", chosen.size()));
        });
        model.statedProperty().subscribe(this::show);
    }

    private void ask(Kind kind) {
        boolean judged = kind == Kind.GRADING || kind == Kind.AUTHENTICITY;
        reason.setVisible(judged);
        reason.setManaged(judged);
        value.getChildren()
                .setAll(
                        switch (kind) {
                            case TAG, UNTAG -> typed();
                            case PROTECTION -> picked("protection", Vocabulary.codes("protection"));
                            case TYPE -> picked("evidence-type", Vocabulary.codes("evidence-type"));
                            case AUTHENTICITY -> picked("authenticity", Vocabulary.codes("authenticity"));
                            case GRADING -> picked("grade", grades());
                            case REVIEW, UNREVIEW -> new VBox();
                        });
    }

    private static List<String> grades() {
        return Vocabulary.codes("grade-source").stream()
                .flatMap(
                        source -> Vocabulary.codes("grade-information").stream().map(source::concat))
                .toList();
    }

    private Node typed() {
        TextField field = new TextField();
        field.setId("batch-value");
        field.textProperty().bindBidirectional(model.valueProperty());
        return FieldRow.of(own.text("intake.tags"), field).prompting(field, own.text("intake.tags.example"));
    }

    private Node picked(String list, List<String> codes) {
        CodePicker<String> picker = new CodePicker<>(
                "batch-value",
                codes,
                code -> list.equals("grade") ? code + "  " + words.grade(code) : words.vocabulary(list, code));
        picker.valueProperty().subscribe(code -> model.valueProperty().set(code == null ? "" : code));
        return FieldRow.of(own.text("batch.to"), picker);
    }

    /// Each kind of outcome in a sentence, with the first references of it.
    private void show(@Nullable Stated now) {
        run.setDisable(now == null || now.done());
        stated.getChildren().clear();
        if (now == null) {
            return;
        }
        stated.getChildren()
                .add(Headed.quiet(own.text(
                        now.done() ? "batch.done" : "batch.would",
                        now.list().count(),
                        now.list().hash().hex().substring(0, NAMED))));
        now.fates().forEach((fate, which) -> {
            Label line = new Label(own.text("batch.fate." + fate.name(), which.size(), named(which)));
            line.setId("batch-" + fate.name());
            line.setWrapText(true);
            stated.getChildren().add(line);
        });
    }

    private String named(List<Reference> which) {
        String first = which.stream()
                .limit(NAMED)
                .map(Reference::toString)
                .collect(Collectors.joining(words.rightToLeft() ? "، " : ", "));
        return which.size() > NAMED ? first + " …" : first;
    }
}
