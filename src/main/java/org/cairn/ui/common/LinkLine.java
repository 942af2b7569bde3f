package org.cairn.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.Linked;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Revision;
import org.cairn.i18n.Messages;

/// That a record bears on an element of a crime, as a few lines: which element, which way, where, who holds it and why.
public final class LinkLine extends VBox {

    /// @param show leads to a place, where there is a way
    public LinkLine(Linked linked, Words words, Optional<Consumer<Pinpoint>> show) {
        super(3);
        Messages own = words.of("shell");
        Label element = new Label(words.vocabulary("element", linked.element()));
        element.setWrapText(true);
        element.setMinHeight(USE_PREF_SIZE);
        FlowPane head =
                new FlowPane(8, 4, Badge.neutral(linked.element()), way(linked, words), where(linked, own, show));
        head.setAlignment(Pos.CENTER_LEFT);
        linked.link()
                .filter(link -> link.standing() != Standing.DRAFT)
                .ifPresent(link -> head.getChildren().add(standing(link.standing(), words)));
        getChildren().addAll(head, element);
        linked.revision().ifPresent(revision -> getChildren().add(Headed.quiet(by(revision, words))));
        linked.link().ifPresent(link -> said(link, own));
    }

    private static Badge way(Linked linked, Words words) {
        return linked.link()
                .map(ElementLink::bearing)
                .map(bearing -> way(bearing, words.vocabulary("bearing", bearing.name())))
                .orElseGet(() -> Badge.waiting(words.of("shell").text("links.unsaid")));
    }

    private static Badge way(Bearing bearing, String said) {
        return switch (bearing) {
            case SUPPORTS -> Badge.good(said);
            case CONTRADICTS -> Badge.bad(said);
            case CONTEXT -> Badge.neutral(said);
        };
    }

    private static Badge standing(Standing standing, Words words) {
        String said = words.vocabulary("link-standing", standing.name());
        return standing == Standing.DISPUTED ? Badge.waiting(said) : Badge.neutral(said);
    }

    private static Node where(Linked linked, Messages own, Optional<Consumer<Pinpoint>> show) {
        if (linked.place().isEmpty()) {
            return Headed.quiet(own.text("links.whole"));
        }
        Pinpoint at = linked.place().get();
        if (show.isEmpty()) {
            return Headed.quiet(Direction.isolate(at.toString()));
        }
        Consumer<Pinpoint> way = show.get();
        Hyperlink there = new Hyperlink(at.toString());
        there.getStyleClass().add("reference");
        there.setOnAction(any -> way.accept(at));
        return there;
    }

    private static String by(Revision revision, Words words) {
        Messages own = words.of("shell");
        List<String> parts = new ArrayList<>();
        if (revision.record() instanceof ElementLink link) {
            link.directness().ifPresent(how -> parts.add(words.vocabulary("directness", how.name())));
            link.weight().ifPresent(heavy -> parts.add(own.text("links.weight", heavy, ElementLink.HEAVIEST)));
            link.incident().ifPresent(event -> parts.add(Direction.isolate(event.toString())));
            link.suspect().ifPresent(person -> parts.add(Direction.isolate(person.toString())));
        }
        parts.add(own.text(
                "links.by",
                Direction.isolate(revision.reference().toString()),
                Direction.isolate(revision.author()),
                words.moment(revision.at())));
        return String.join(" · ", parts);
    }

    private void said(ElementLink link, Messages own) {
        if (!link.rationale().isBlank()) {
            Label why = new Label(link.rationale());
            why.setWrapText(true);
            why.setMinHeight(USE_PREF_SIZE);
            why.setNodeOrientation(Direction.of(link.rationale()));
            getChildren().add(why);
        }
        link.withdrawn()
                .ifPresent(reason ->
                        getChildren().add(Headed.quiet(own.text("links.withdrawnWhy", Direction.isolate(reason)))));
    }
}
