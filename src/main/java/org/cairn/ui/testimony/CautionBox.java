package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.Conduct;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2MZ;

/// The caution that is read to an insider or possible suspect before any question (Rome Statute 55(2)), in their
/// language where the program speaks it; once it was read, one quiet line says so.
final class CautionBox extends VBox {

    private final StatementDraft draft;
    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final Spoken spoken;
    private final VBox reading;

    CautionBox(RecordViewModel model, Desk desk) {
        super(8);
        this.draft = model.draft();
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("testimony");
        this.spoken = model.spoken();
        this.reading = reading();
        Label read = Headed.quiet("");
        read.setId("account-cautioned");
        read.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> draft.conduct.caution.get().map(this::said).orElse(""), draft.conduct.caution));
        var done =
                Bindings.createBooleanBinding(() -> draft.conduct.caution.get().isPresent(), draft.conduct.caution);
        read.visibleProperty().bind(done);
        read.managedProperty().bind(done);
        reading.visibleProperty().bind(done.not());
        reading.managedProperty().bind(done.not());
        getChildren().addAll(reading, read);
        visibleProperty().bind(model.cautionProperty());
        managedProperty().bind(model.cautionProperty());
    }

    private VBox reading() {
        Label caution = Glyphs.label(Material2MZ.WARNING, area.text("account.caution"), "caution");
        caution.setId("account-caution");
        caution.setWrapText(true);
        SpokenLabel script = new SpokenLabel("caution-words", "caution", spoken, words);
        return new VBox(
                8,
                caution,
                script,
                new HBox(
                        8,
                        Glyphs.button("caution-understood", area.text("caution.understood"), () -> note(true)),
                        Glyphs.button(
                                "caution-not-understood", area.text("caution.notUnderstood"), () -> note(false))));
    }

    private void note(boolean understood) {
        spoken.note("caution");
        draft.conduct.caution(
                desk.environment().clock().instant(),
                Optional.ofNullable(draft.language.get()).orElse(LanguageTag.UNDETERMINED),
                desk.archive().user().name(),
                understood);
    }

    private String said(Conduct.Caution caution) {
        return area.text(
                caution.understood() ? "caution.readUnderstood" : "caution.readNotUnderstood",
                words.moment(caution.at()),
                caution.by());
    }
}
