package org.cairn.ui.common;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;

/// What can be done with a link to an element of a crime: anybody who works on it disputes it, whoever did not write it
/// says that it holds, and whoever made it withdraws it.
public final class LinkActions extends FlowPane {

    private final Reference link;
    private final Messages own;

    /// @param rights what this person may do with it
    /// @param stand says how it stands
    /// @param withdraw withdraws it, for a reason
    public LinkActions(
            Reference link,
            LinkRights rights,
            Words words,
            BiConsumer<Reference, Standing> stand,
            BiConsumer<Reference, String> withdraw) {
        super(8, 6);
        this.link = link;
        this.own = words.of("shell");
        setAlignment(Pos.CENTER_LEFT);
        if (rights.reviewable().contains(link)) {
            button("link-holds-", "links.review", () -> stand.accept(link, Standing.REVIEWED));
        }
        button("link-dispute-", "links.dispute", () -> stand.accept(link, Standing.DISPUTED));
        if (rights.withdrawable().contains(link)) {
            TextField why = why();
            button("link-withdraw-", "links.withdraw", () -> withdraw.accept(link, why.getText()));
        }
    }

    private void button(String id, String key, Runnable action) {
        getChildren().add(Glyphs.button(id + link, own.text(key), action));
    }

    private TextField why() {
        TextField why = new TextField();
        why.setId("link-why-" + link);
        why.setPromptText(own.text("links.why"));
        why.setAccessibleText(own.text("links.why"));
        getChildren().add(why);
        return why;
    }
}
