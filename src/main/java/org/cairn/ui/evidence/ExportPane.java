package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.HandoverTerms;
import org.cairn.archive.HandoverTerms.Condition;
import org.cairn.domain.ConsentGap;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.GapSentence;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// What is asked before an original leaves, in the place where the item is looked at.
final class ExportPane extends VBox {

    private final Words words;
    private final Messages own;
    private final ItemViewModel model;
    private final Supplier<Optional<Path>> folder;
    private final VBox asked = new VBox();

    /// @param folder asks the person for a folder
    ExportPane(Words words, ItemViewModel model, Supplier<Optional<Path>> folder) {
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        this.folder = folder;
        setId("export-place");
        getChildren().add(asked);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.dismissExport();
                event.consume();
            }
        });
        model.exportProperty().subscribe(this::show);
    }

    private void show(@Nullable ExportViewModel leaving) {
        setManaged(leaving != null);
        setVisible(leaving != null);
        asked.getChildren().clear();
        if (leaving != null) {
            CodePicker<String> use = new CodePicker<>(
                    "export-scope", ExportViewModel.uses(), code -> words.vocabulary("consent-scope", code));
            use.valueProperty().bindBidirectional(leaving.scopeProperty());
            asked.getChildren().add(card(leaving, use));
            Focus.on(use);
        }
    }

    private VBox card(ExportViewModel leaving, CodePicker<String> use) {
        TextField recipient = new TextField();
        recipient.setId("export-recipient");
        recipient.textProperty().bindBidirectional(leaving.recipientProperty());
        FieldRow whatFor = FieldRow.of(own.text("export.scope"), use);
        FieldRow who = FieldRow.of(own.text("export.recipient"), recipient).helped(own.text("export.recipientHelp"));
        use.setPrefWidth(340);
        HBox.setHgrow(who, Priority.ALWAYS);
        VBox standing = new VBox(6);
        standing.setId("export-standing");
        leaving.termsProperty().subscribe(terms -> stand(standing, leaving, terms));
        Button write = Glyphs.primary(
                "export-write",
                own.text("export.write"),
                () -> folder.get().ifPresent(chosen -> model.export(chosen, leaving)));
        write.disableProperty().bind(leaving.readyProperty().not());
        HBox buttons =
                new HBox(8, write, Glyphs.button("export-dismiss", own.text("export.dismiss"), model::dismissExport));
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox card = Headed.card(
                own.text("export.title", leaving.item()),
                Headed.quiet(own.text("export.line")),
                new HBox(18, whatFor, who),
                standing,
                buttons);
        card.setId("export-pane");
        return card;
    }

    private void stand(VBox standing, ExportViewModel leaving, @Nullable HandoverTerms terms) {
        standing.setOpacity(terms == null ? 0.5 : 1);
        if (terms == null && !standing.getChildren().isEmpty()) {
            return; // the answer before, pale, until the next is there: nothing jumps while one types
        }
        standing.getChildren().clear();
        standing.getStyleClass().removeAll("caution", "refusal");
        if (terms == null) {
            standing.getChildren().add(Headed.quiet(own.text("export.looking")));
        } else if (!terms.gaps().isEmpty()) {
            standing.getStyleClass().add("refusal");
            standing.getChildren().add(strong(own.text("export.refused")));
            terms.gaps().forEach(gap -> standing.getChildren().add(line(sentence(gap))));
            standing.getChildren().add(line(own.text("export.refusedDo")));
        } else if (!terms.conditions().isEmpty()) {
            standing.getStyleClass().add("caution");
            terms.conditions().forEach(condition -> demand(standing, condition));
            standing.getChildren().add(tick(leaving));
        } else {
            standing.getChildren().add(Headed.quiet(own.text("export.free")));
        }
    }

    private String sentence(ConsentGap gap) {
        return own.text("export.gap", gap.statement(), GapSentence.of(words, gap));
    }

    private void demand(VBox standing, Condition condition) {
        standing.getChildren()
                .add(strong(own.text("export.condition", condition.witness(), condition.item(), condition.consent())));
        condition.demands().stream()
                .map(demand -> words.vocabulary("consent-condition", demand))
                .forEach(demand -> standing.getChildren().add(line("• " + demand)));
        if (condition.demands().isEmpty()) {
            standing.getChildren().add(line(own.text("export.noWords")));
        }
    }

    private CheckBox tick(ExportViewModel leaving) {
        CheckBox tick = new CheckBox(own.text("export.met"));
        tick.setId("export-met");
        tick.setWrapText(true);
        tick.selectedProperty().bindBidirectional(leaving.metProperty());
        return tick;
    }

    private static Label strong(String text) {
        Label label = line(text);
        label.getStyleClass().add("notice-what");
        return label;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
