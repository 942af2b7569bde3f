package org.cairn.ui.testimony;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.archive.OpenedIdentity;
import org.cairn.domain.Identity;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Who a witness is, opened by an identity custodian who asks for it, and closed again with one click. Each opening is
/// a line in the ledger.
final class IdentityCard extends VBox {

    private final Desk desk;
    private final Reference witness;
    private final Words words;
    private final Messages area;
    private final VBox shown = new VBox(12);
    private final Button open;
    private final Button hide;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    IdentityCard(Desk desk, Reference witness) {
        super(10);
        this.desk = desk;
        this.witness = witness;
        this.words = desk.words();
        this.area = words.of("testimony");
        setId("identity-card");
        open = Glyphs.button("identity-open", Material2MZ.VISIBILITY, area.text("identity.open"), this::open);
        hide = Glyphs.button("identity-hide", Material2MZ.VISIBILITY_OFF, area.text("identity.hide"), this::hide);
        shown.setId("identity-shown");
        getChildren()
                .addAll(
                        Headed.quiet(area.text("identity.openLine", witness)),
                        new Notice("identity-notice", told, words.of("shell")),
                        open,
                        shown,
                        hide);
        getStyleClass().addAll("card-box", "card-sealed");
        hide();
    }

    private void open() {
        told.set(null);
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().identities(witness),
                        this::show,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void show(List<OpenedIdentity> identities) {
        if (identities.isEmpty()) {
            told.set(Told.info(area.text("identity.none", witness)));
            return;
        }
        shown.getChildren().setAll(identities.stream().map(this::one).toList());
        set(true);
    }

    private void hide() {
        shown.getChildren().clear();
        set(false);
    }

    private void set(boolean opened) {
        for (var node : List.of(shown, hide)) {
            node.setVisible(opened);
            node.setManaged(opened);
        }
        open.setVisible(!opened);
        open.setManaged(!opened);
    }

    private VBox one(OpenedIdentity opened) {
        Identity who = opened.who();
        VBox lines = new VBox(8);
        opened.at()
                .ifPresent(at -> lines.getChildren()
                        .add(Headed.quiet(area.text(
                                "identity.sealedBy",
                                opened.number(),
                                words.moment(at),
                                opened.by().orElse("")))));
        line(lines, "identity.name", who.name());
        line(lines, "identity.aliases", joined(who.aliases()));
        line(lines, "identity.born", who.born().map(words::understood).orElse(""));
        line(lines, "identity.contact", who.contact());
        line(lines, "identity.family", joined(who.family()));
        line(lines, "identity.note", who.note());
        return lines;
    }

    private static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining("; "));
    }

    private void line(VBox lines, String key, String said) {
        if (said.isBlank()) {
            return;
        }
        Label name = new Label(area.text(key));
        name.getStyleClass().add("field-name");
        Label value = new Label(said);
        value.setWrapText(true);
        Direction.own(value);
        lines.getChildren().add(new VBox(2, name, value));
    }
}
