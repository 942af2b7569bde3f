package org.cairn.ui.medical;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// What is known of one finding.
final class FindingForm extends VBox {

    private static final List<String> CODES = List.of("scar-code", "finding-code");

    FindingForm(Desk desk, Entries finding, Runnable remove) {
        Words words = desk.words();
        Messages area = words.of("medical");
        FieldMaker fields = new FieldMaker(words, finding, "med-finding-");
        FieldRow consistency = fields.code("consistency", "consistency");
        Button away = Glyphs.button("finding-remove", Material2AL.DELETE_OUTLINE, area.text("body.remove"), remove);
        setSpacing(12);
        getChildren()
                .addAll(
                        fields.code("code", CODES),
                        FieldMaker.columns(2, fields.code("region", "body-region"), fields.code("side", "body-side")),
                        fields.area("description", 2),
                        FieldMaker.columns(2, fields.line("lengthMm"), fields.line("widthMm")),
                        FieldMaker.columns(2, fields.line("colour"), fields.line("ageEstimate")),
                        FieldMaker.columns(2, fields.answer("sutureMarks"), fields.answer("drainSite")),
                        fields.area("attributedTo", 1),
                        consistency,
                        new PhotoRow(desk, finding.codes("photographs"), "med-finding-photographs", "PHOTO"),
                        fields.answer("scaleInPhotograph"),
                        away);
    }

    /// A finding in one line: what, where, and how far it agrees.
    record Said(Words words, Entries finding) {

        String line() {
            Messages area = words.of("medical");
            String code = finding.typed("code").get();
            String what = CODES.stream()
                    .map(list -> words.vocabulary(list, code))
                    .filter(name -> !name.equals(code))
                    .findFirst()
                    .orElse(area.text("body.chooseCode"));
            String region = finding.typed("region").get();
            String where = region.isEmpty() ? "" : words.vocabulary("body-region", region);
            String degree = finding.typed("consistency").get();
            String agrees = degree.isEmpty() ? area.text("body.unjudged") : words.vocabulary("consistency", degree);
            return Stream.of(what, where, agrees)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        @Override
        public String toString() {
            return "Said";
        }
    }
}
