package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.PageRanges;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.Outline.Spot;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// What the selected exhibit is called, which of its pages are in the bundle, from whom it is withheld, and what is
/// blacked out of it.
final class ExhibitPane extends VBox {

    private final DraftViewModel model;
    private final Words words;
    private final Messages own;
    private final TextField name = new TextField();
    private final TextField pages = new TextField();
    private final FieldRow pagesRow;
    private final CodePicker<Optional<BundleVersion>> withheld;
    private final CodePicker<String> reason;
    private final Label blackened = new Label();
    private final VBox more;
    private boolean showing;

    /// @param redact opens an exhibit for something to be blacked out
    ExhibitPane(Words words, DraftViewModel model, Consumer<Reference> redact) {
        this.words = words;
        this.own = words.of("bundles");
        this.model = model;
        setId("exhibit-pane");
        setSpacing(8);
        name.setId("outline-title");
        name.setPromptText(own.text("outline.title"));
        name.setAccessibleText(own.text("outline.title"));
        name.setOnAction(event -> model.rename(name.getText()));
        leaving(name, () -> model.rename(name.getText()));
        pages.setId("exhibit-pages");
        pages.setPromptText(own.text("exhibit.pages.all"));
        pages.setOnAction(event -> keepPages());
        leaving(pages, this::keepPages);
        pagesRow = FieldRow.of(own.text("exhibit.pages"), pages);
        withheld = new CodePicker<>("exhibit-withheld", List.of(), this::withheldName);
        withheld.setOnAction(event -> keepWithheld());
        reason = new CodePicker<>(
                "exhibit-reason",
                Vocabulary.codes("redaction-reason"),
                code -> words.vocabulary("redaction-reason", code));
        reason.setOnAction(event -> keepWithheld());
        FieldRow reasonRow = FieldRow.of(own.text("exhibit.reason"), reason);
        reasonRow
                .visibleProperty()
                .bind(withheld.valueProperty().map(Optional::isPresent).orElse(false));
        reasonRow.managedProperty().bind(reasonRow.visibleProperty());
        blackened.setId("exhibit-blackened");
        blackened.getStyleClass().add("quiet");
        blackened.setWrapText(true);
        pagesRow.setMinWidth(120);
        pagesRow.setPrefWidth(120);
        FieldRow withheldRow = FieldRow.of(own.text("exhibit.withheld"), withheld);
        withheldRow.setMinWidth(0);
        withheldRow.setPrefWidth(120);
        HBox.setHgrow(withheldRow, Priority.ALWAYS);
        Button open = Glyphs.button(
                "exhibit-redact",
                Material2MZ.STRIKETHROUGH_S,
                own.text("exhibit.redact"),
                () -> model.selectedExhibit().map(Exhibit::reference).ifPresent(redact));
        open.setMinWidth(USE_PREF_SIZE);
        blackened.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(blackened, Priority.ALWAYS);
        HBox blacked = new HBox(8, blackened, open);
        blacked.setAlignment(Pos.CENTER_LEFT);
        more = new VBox(6, new HBox(8, pagesRow, withheldRow), reasonRow, blacked);
        getChildren().addAll(name, more);
        model.selectedProperty().subscribe(this::show);
        model.outlineProperty().subscribe(() -> show(model.selectedProperty().get()));
        model.settings()
                .makingProperty()
                .subscribe(() -> show(model.selectedProperty().get()));
    }

    /// Lets the title be typed.
    void rename() {
        name.requestFocus();
        name.selectAll();
    }

    private static void leaving(TextField field, Runnable keep) {
        field.focusedProperty().subscribe((had, has) -> {
            if (had && !has) {
                keep.run();
            }
        });
    }

    private String withheldName(Optional<BundleVersion> from) {
        return from.map(version -> model.versions().isEmpty()
                        ? own.text("exhibit.withheld.whole")
                        : own.text("exhibit.withheld.from", words.vocabulary("bundle-version", version.name())))
                .orElseGet(() -> own.text("exhibit.withheld.never"));
    }

    private void show(@Nullable Spot spot) {
        showing = true;
        name.setDisable(spot == null);
        Optional<Exhibit> exhibit = model.selectedExhibit();
        more.setVisible(exhibit.isPresent());
        more.setManaged(exhibit.isPresent());
        if (spot == null) {
            name.clear();
        } else if (exhibit.isEmpty()) {
            name.setText(
                    model.outlineProperty().get().sections().size() > spot.section()
                            ? model.outlineProperty()
                                    .get()
                                    .sections()
                                    .get(spot.section())
                                    .title()
                            : "");
        } else {
            name.setText(exhibit.get().title());
            show(exhibit.get());
        }
        showing = false;
    }

    private void show(Exhibit exhibit) {
        boolean document = exhibit.reference().kind() == RecordKind.EVIDENCE;
        boolean drawn = !exhibit.parts().isEmpty();
        pagesRow.setVisible(document);
        pagesRow.setManaged(document);
        pages.setDisable(drawn);
        pagesRow.helped(drawn ? own.text("exhibit.pages.drawn") : "");
        pages.setText(exhibit.pages().map(PageRanges::toString).orElse(""));
        List<Optional<BundleVersion>> choices = new ArrayList<>(List.of(Optional.empty()));
        (model.versions().isEmpty() ? List.of(BundleVersion.CONFIDENTIAL) : model.versions())
                .forEach(version -> choices.add(Optional.of(version)));
        Optional<BundleVersion> from = exhibit.withheld().map(BundleDraft.Withheld::from);
        if (!choices.contains(from)) {
            choices.add(from);
        }
        withheld.getItems().setAll(choices);
        withheld.setValue(from);
        reason.setValue(exhibit.withheld().map(BundleDraft.Withheld::reason).orElse("WITNESS_IDENTITY"));
        blackened.setText(own.text("exhibit.blackened", exhibit.parts().size()));
    }

    private void keepPages() {
        Optional<Exhibit> exhibit = model.selectedExhibit();
        if (showing || exhibit.isEmpty() || pages.isDisabled()) {
            return;
        }
        try {
            PageRanges ranges = PageRanges.parse(pages.getText());
            model.change(exhibit.get().withPages(Optional.of(ranges).filter(some -> !some.all())));
            pagesRow.helped("");
        } catch (ArchiveException.InvalidInput e) {
            pagesRow.helped(own.text("exhibit.pages.unknown"));
        }
    }

    private void keepWithheld() {
        Optional<Exhibit> exhibit = model.selectedExhibit();
        Optional<BundleVersion> from = withheld.getValue();
        if (!showing && exhibit.isPresent() && from != null) {
            String why = reason.getValue() == null ? "WITNESS_IDENTITY" : reason.getValue();
            model.change(exhibit.get().withheld(from.map(version -> new BundleDraft.Withheld(version, why))));
        }
    }
}
