package org.cairn.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.archive.ElementLinks;
import org.cairn.archive.Linked;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What a record bears on, link by link, where it is read: how each stands can be said there, and one that was made by
/// mistake is withdrawn.
public final class LinksCard extends VBox {

    private final Reference subject;
    private final Desk desk;
    private final Messages own;
    private final Optional<Consumer<Pinpoint>> show;
    private final ObjectProperty<@Nullable Told> told;
    private final VBox lines;
    private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();

    /// @param show leads to a place in the record, where there is a way
    /// @param told what came of what was done
    public LinksCard(
            Reference subject, Desk desk, Optional<Consumer<Pinpoint>> show, ObjectProperty<@Nullable Told> told) {
        this.subject = subject;
        this.desk = desk;
        this.own = desk.words().of("shell");
        this.show = show;
        this.told = told;
        this.lines = new VBox(12, Headed.quiet(own.text("links.none")));
        Label heading = new Label(own.text("links.title"));
        heading.getStyleClass().add("card-title");
        heading.setWrapText(true);
        getStyleClass().add("card-box");
        getChildren().addAll(heading, lines);
        desk.tasks().fetch(this::found, this::fill, this::fail);
    }

    /// Whether there is any, withdrawn ones among them.
    public ReadOnlyBooleanProperty someProperty() {
        return some.getReadOnlyProperty();
    }

    private record Found(List<Linked> links, LinkRights rights) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    private Found found() {
        List<Linked> links = archive().of(subject);
        return new Found(links, LinkRights.of(archive(), links));
    }

    private ElementLinks archive() {
        return desk.archive().elementLinks();
    }

    private void fill(Found found) {
        Optional<String> focused = focused();
        List<Node> fresh = found.links().stream().map(one -> line(one, found)).toList();
        if (!fresh.isEmpty()) {
            lines.getChildren().setAll(fresh);
        }
        some.set(!fresh.isEmpty());
        focused.ifPresent(this::focus);
    }

    private Node line(Linked linked, Found found) {
        LinkLine line = new LinkLine(linked, desk.words(), show);
        linked.revision().ifPresent(revision -> {
            Reference link = revision.reference();
            line.setId("link-" + link);
            if (!linked.withdrawn() && archive().mayLink()) {
                line.getChildren()
                        .add(new LinkActions(
                                link,
                                found.rights(),
                                desk.words(),
                                (one, standing) -> after(() -> archive().stand(one, standing), "links.stands"),
                                (one, why) -> after(() -> archive().withdraw(one, why), "links.withdrawn")));
            }
        });
        return line;
    }

    private void after(Callable<?> change, String said) {
        told.set(null);
        desk.tasks()
                .fetch(
                        () -> {
                            change.call();
                            return found();
                        },
                        fresh -> {
                            fill(fresh);
                            told.set(Told.success(own.text(said)));
                        },
                        this::fail);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }

    /// Which control of the card the keyboard is at.
    private Optional<String> focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner == null) {
            return Optional.empty();
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == lines) {
                return Optional.ofNullable(owner.getId());
            }
        }
        return Optional.empty();
    }

    /// The lines are made anew: the keyboard stays where it was, or goes to the first control where that is gone.
    private void focus(String id) {
        Node same = id.isEmpty() ? null : lines.lookup("#" + id);
        Node next = same == null ? lines.lookup(".button") : same;
        if (next != null) {
            next.requestFocus();
        }
    }
}
