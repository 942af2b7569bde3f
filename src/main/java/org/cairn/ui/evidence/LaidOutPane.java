package org.cairn.ui.evidence;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;

/// A document as it would print, laid out by a program of others; until it is, what is going on, and where it cannot
/// be, why.
final class LaidOutPane extends BorderPane {

    private static final double NARROW = 560;
    private static final double SMALL = 28;

    private final Desk desk;
    private final Messages own;

    LaidOutPane(Desk desk, ItemViewModel model, Item item) {
        this.desk = desk;
        this.own = desk.words().of("evidence");
        setId("laid-out-pane");
        ProgressIndicator going = new ProgressIndicator();
        going.setPrefSize(SMALL, SMALL);
        going.setMaxSize(SMALL, SMALL);
        setCenter(middle(going, said("laid-out-going", own.text("laidOut.going"))));
        PagesPane.laidOut(desk.words(), model, item, this::show, this::cannot);
    }

    private void show(PagesPane pages) {
        Label line = said("laid-out-line", own.text("laidOut.line"));
        line.getStyleClass().add("laid-out-line");
        line.setMaxWidth(Double.MAX_VALUE);
        setTop(line);
        setCenter(pages);
    }

    private void cannot(Throwable failure) {
        if (failure instanceof CancelledException) {
            return; // somebody went elsewhere
        }
        Told told = desk.errors().tell(failure);
        Label what = new Label(told.what());
        what.setId("laid-out-cannot");
        what.setWrapText(true);
        what.getStyleClass().add("field-name");
        setCenter(middle(what, said("laid-out-advice", told.advice())));
    }

    private static Label said(String id, String words) {
        Label said = Headed.quiet(words);
        said.setId(id);
        return said;
    }

    private static VBox middle(javafx.scene.Node... some) {
        VBox box = new VBox(12, some);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(NARROW);
        return box;
    }
}
