package org.cairn.ui.search;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.Passage;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.MarkedText;
import org.cairn.ui.search.PreviewViewModel.Shown;

/// The text of the part that was found; of a record without a file, its fields.
final class TextPreview implements PreviewPane.Showing {

    private final Messages own;
    private final PreviewViewModel model;
    private final Shown shown;
    private final VBox page = new VBox(10);
    private final ScrollPane scroll = Headed.scrolling(page);

    TextPreview(Words words, PreviewViewModel model, Shown shown) {
        this.own = words.of("search");
        this.model = model;
        this.shown = shown;
        page.setId("preview-text");
        page.getStyleClass().add("preview-text");
        shown.facts().forEach(this::field);
        if (shown.record() instanceof Witness witness) {
            field(own.text("preview.note"), witness.note());
        }
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void moved() {
        model.fetchPassages(this::draw);
    }

    private void draw() {
        page.getChildren().clear();
        for (Passage passage : model.passages()) {
            Label heading = new Label(heading(passage));
            heading.getStyleClass().add("part-heading");
            String text = passage.text().strip();
            page.getChildren()
                    .addAll(heading, new MarkedText(text, shown.sought().marksIn(text)));
        }
        if (model.passages().isEmpty()) {
            page.getChildren().add(Headed.quiet(own.text("preview.noText")));
        }
        scroll.setVvalue(0);
    }

    /// A moment is told as a clock shows it.
    private String heading(Passage passage) {
        return passage.unit() == Passage.Unit.SECOND
                ? SearchView.shortly(new Pinpoint.OfMoment(shown.hit().reference(), passage.ordinal()))
                : own.text("preview." + passage.unit().name(), passage.ordinal());
    }

    private void field(String name, String text) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        page.getChildren().addAll(label, new MarkedText(text, shown.sought().marksIn(text)));
    }
}
