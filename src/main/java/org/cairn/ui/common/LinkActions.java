package org.cairn.ui.common;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;

/// What can be done with a link to an element of a crime: anybody who works on it says how it stands, and who made it
/// withdraws it.
public final class LinkActions extends FlowPane {

    private final Reference link;
    private final Messages own;

    /// @param stand says how it stands
    public LinkActions(Reference link, Words words, BiConsumer<Reference, Standing> stand) {
        super(8, 6);
        this.link = link;
        this.own = words.of("shell");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Glyphs.button(
                                "link-holds-" + link,
                                own.text("links.review"),
                                () -> stand.accept(link, Standing.REVIEWED)),
                        Glyphs.button(
                                "link-dispute-" + link,
                                own.text("links.dispute"),
                                () -> stand.accept(link, Standing.DISPUTED)));
    }

    /// The same for whoever may withdraw it.
    ///
    /// @param withdraw does so, for a reason
    public LinkActions withdrawing(BiConsumer<Reference, String> withdraw) {
        TextField why = new TextField();
        why.setId("link-why-" + link);
        why.setPromptText(own.text("links.why"));
        why.setAccessibleText(own.text("links.why"));
        getChildren()
                .addAll(
                        why,
                        Glyphs.button(
                                "link-withdraw-" + link,
                                own.text("links.withdraw"),
                                () -> withdraw.accept(link, why.getText())));
        return this;
    }
}
