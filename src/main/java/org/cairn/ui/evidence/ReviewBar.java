package org.cairn.ui.evidence;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.WorkViewModel.Work;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// In the head of an item: the work on it at a glance, and the button that says "I have looked this through".
final class ReviewBar extends HBox {

    private final Words words;
    private final Messages own;
    private final WorkViewModel model;
    private final HBox badges = new HBox(8);
    private final Button mark;

    ReviewBar(Words words, WorkViewModel model) {
        super(8);
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        this.mark =
                Glyphs.button("item-review", Material2AL.CHECK_CIRCLE, own.text("review.mark"), model::toggleReview);
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setVisible(model.mayWork());
        mark.setManaged(model.mayWork());
        setAlignment(Pos.CENTER_LEFT);
        badges.setAlignment(Pos.CENTER_LEFT);
        badges.setId("item-glance");
        getChildren().addAll(badges, mark);
        model.workProperty().subscribe(this::show);
    }

    private void show(@Nullable Work work) {
        if (work != null) {
            badges.getChildren().setAll(GlanceBadges.of(work.glance(), words));
            mark.setText(own.text(model.reviewedByMe() ? "review.unmark" : "review.mark"));
        }
    }
}
