package org.cairn.ui.bundles;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.BundleDraft.Redacted.Part;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.PageSheet;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Blacking out: words that are looked for left, the page in the middle on which areas are drawn with the mouse, what
/// is blacked out of the exhibit right.
final class RedactView extends BorderPane {

    private final Words words;
    private final Messages own;
    private final DraftViewModel draft;
    private final RedactViewModel model;
    private final PageSheet sheet;
    private final Label at = new Label();
    private final VBox drawn = new VBox(2);
    private final VBox misfit;
    /// The page that is seen; what was asked for last may still be on its way.
    private int shown;

    RedactView(Desk desk, DraftViewModel draft, RedactViewModel model, Runnable back) {
        this.words = desk.words();
        this.own = words.of("bundles");
        this.draft = draft;
        this.model = model;
        setId("redact");
        getStyleClass().add("draft-view");
        sheet = new PageSheet(
                        "redact-page",
                        own.text("redact.page"),
                        words.of("shell").text("page.drawing"),
                        width -> model.source().picture(width, this::picture, this::cannot))
                .selectable()
                .onChosen(part -> model.draw(shown, part));
        misfit = Headed.card(
                "",
                Headed.quiet(own.text("redact.moved")),
                new HBox(Glyphs.button("redact-confirm-moved", own.text("redact.moved.confirm"), model::confirmMoved)));
        misfit.setId("redact-moved");
        setTop(new VBox(bar(back), new Notice("redact-notice", model.toldProperty(), words.of("shell"))));
        FoundPane found = new FoundPane(words, model);
        found.setPrefWidth(360);
        found.setMinWidth(280);
        setLeft(found);
        BorderPane middle = new BorderPane(sheet);
        middle.setTop(tools());
        middle.getStyleClass().add("written-look");
        setCenter(middle);
        VBox right = new VBox(12, misfit, Headed.card(own.text("redact.drawn"), drawn));
        right.getStyleClass().add("redact-left");
        right.setPrefWidth(290);
        setRight(Headed.scrolling(right));
        model.partsProperty().subscribe(this::parts);
        model.movedProperty().subscribe(now -> {
            misfit.setVisible(now);
            misfit.setManaged(now);
        });
        model.onOpened(this::face);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN -> step(1);
            case PAGE_UP -> step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private HBox bar(Runnable back) {
        CodePicker<Reference> exhibit =
                new CodePicker<>("redact-exhibit", draft.draft().references(), this::name);
        exhibit.setAccessibleText(own.text("redact.exhibit"));
        exhibit.setPrefWidth(300);
        exhibit.setMinWidth(140);
        model.exhibitProperty().subscribe(now -> {
            if (now != null && !exhibit.getItems().contains(now)) {
                exhibit.getItems().setAll(draft.draft().references());
            }
            exhibit.setValue(now);
        });
        exhibit.setOnAction(event -> {
            if (exhibit.getValue() != null
                    && !exhibit.getValue().equals(model.exhibitProperty().get())) {
                model.open(exhibit.getValue(), 1);
            }
        });
        CodePicker<String> reason = new CodePicker<>(
                "redact-reason",
                Vocabulary.codes("redaction-reason"),
                code -> words.vocabulary("redaction-reason", code));
        reason.setAccessibleText(own.text("redact.reason"));
        reason.setPrefWidth(240);
        reason.setMinWidth(120);
        reason.valueProperty().bindBidirectional(model.reasonProperty());
        CodePicker<BundleVersion> from = new CodePicker<>("redact-from", model.versions(), this::from);
        from.setAccessibleText(own.text("redact.from"));
        from.setMinWidth(120);
        from.valueProperty().bindBidirectional(model.fromProperty());
        from.setVisible(draft.versions().size() > 1);
        from.setManaged(draft.versions().size() > 1);
        Label heading = Headed.heading(own.text("redact.title"));
        heading.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(
                8,
                Glyphs.back("redact-back", own.text("redact.back"), back),
                heading,
                exhibit,
                Headed.room(),
                reason,
                from);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("item-top");
        return bar;
    }

    private String name(Reference reference) {
        String mark =
                draft.outlineProperty().get().find(reference).map(Outline::mark).orElse("");
        String title = draft.exhibit(reference)
                .map(one -> one.title())
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(draft.checkedProperty().get())
                        .map(checked -> checked.summaries().get(reference))
                        .map(Summary::title))
                .orElse(reference.toString());
        return mark + "  " + title;
    }

    private String from(BundleVersion version) {
        return own.text("exhibit.withheld.from", words.vocabulary("bundle-version", version.name()));
    }

    private Node tools() {
        at.setId("redact-at");
        Button whole = Glyphs.button(
                "redact-whole", Material2AL.BLOCK, own.text("redact.whole"), () -> model.withholdPage(shown));
        HBox row = new HBox(
                6,
                Glyphs.quiet("redact-previous", Material2AL.CHEVRON_LEFT, own.text("written.previous"), () -> step(-1)),
                at,
                Glyphs.quiet("redact-next", Material2AL.CHEVRON_RIGHT, own.text("written.next"), () -> step(1)),
                whole,
                Headed.room(),
                Glyphs.quiet(
                        "redact-smaller", Material2MZ.ZOOM_OUT, own.text("written.smaller"), () -> sheet.zoomBy(0.8)),
                Glyphs.quiet(
                        "redact-larger", Material2MZ.ZOOM_IN, own.text("written.larger"), () -> sheet.zoomBy(1.25)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void step(int by) {
        int count = model.source().countProperty().get();
        if (count > 0) {
            model.source()
                    .pageProperty()
                    .set(Math.clamp(model.source().pageProperty().get() + by, 1, count));
            face();
        }
    }

    private void face() {
        int count = model.source().countProperty().get();
        at.setText(
                count == 0
                        ? ""
                        : own.text("redact.at", model.source().pageProperty().get(), count));
        model.source()
                .face(
                        face -> {
                            shown = face.page();
                            sheet.show(
                                    face.size().width(),
                                    face.size().height(),
                                    model.found().marks(model.exhibitProperty().get(), shown));
                            sheet.cover(model.covers(shown));
                        },
                        this::cannot);
    }

    private void parts(List<Part> parts) {
        sheet.cover(model.covers(shown));
        drawn.getChildren().clear();
        if (parts.isEmpty()) {
            drawn.getChildren().add(Headed.quiet(own.text("redact.none")));
        }
        int number = 1;
        for (Part part : parts) {
            drawn.getChildren().add(line(part, number++));
        }
    }

    private Node line(Part part, int number) {
        String where = part.what().area().whole()
                ? own.text("redact.line.whole", part.what().page())
                : own.text("redact.line", part.what().page());
        Label what = new Label(
                where + "\n" + words.vocabulary("redaction-reason", part.what().reason())
                        + (draft.versions().isEmpty() ? "" : "\n" + from(part.from())));
        what.setWrapText(true);
        what.setMinWidth(0);
        what.setMinHeight(Region.USE_PREF_SIZE);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(
                4,
                what,
                Glyphs.quiet(
                        "redact-go-" + number,
                        Material2MZ.VISIBILITY,
                        own.text("redact.go", part.what().page()),
                        () -> go(part)),
                Glyphs.quiet(
                        "redact-remove-" + number,
                        Material2AL.DELETE_OUTLINE,
                        own.text("redact.remove", part.what().page()),
                        () -> model.remove(part)));
        row.getStyleClass().add("list-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void go(Part part) {
        Reference exhibit = model.exhibitProperty().get();
        if (exhibit != null) {
            model.open(exhibit, part.what().page());
        }
    }

    private void cannot(NotDrawable why) {
        sheet.cannot(words.of("shell").text("page.cannot." + why.reason()));
    }

    private void picture(javafx.scene.image.Image image) {
        sheet.picture(image);
    }
}
