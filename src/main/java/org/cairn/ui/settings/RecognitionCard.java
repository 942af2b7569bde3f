package org.cairn.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.RecognitionStatus;
import org.cairn.archive.RecognitionStatus.MissingPack;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2MZ;

/// Whether the text of scans can be recognised on this computer, in which languages, and in which the archive's papers
/// usually are.
final class RecognitionCard extends VBox {

    private final Desk desk;
    private final Words words;
    private final Messages area;

    RecognitionCard(Desk desk) {
        super(10);
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("evidence");
        setId("settings-recognition");
    }

    /// Looks how it stands.
    void look() {
        desk.tasks().fetch(() -> desk.archive().recognition().status(), this::show, this::fail);
    }

    private void show(RecognitionStatus status) {
        List<Node> lines = new ArrayList<>();
        if (status.engine().isEmpty()) {
            lines.add(Headed.quiet(area.text("ocr.notInstalled")));
            lines.add(Headed.quiet(area.text("ocr.install")));
        } else {
            lines.add(Headed.quiet(area.text("ocr.engine", status.engine().get())));
            if (desk.archive().evidence().mayDescribe()) {
                lines.add(Headed.quiet(area.text("ocr.usualIn")));
                lines.add(usual(status));
            }
            if (!status.missing().isEmpty()) {
                lines.add(Headed.quiet(missing(status.missing())));
            }
        }
        lines.add(Glyphs.button(
                "settings-recognition-again", Material2MZ.REFRESH, area.text("ocr.lookAgain"), this::again));
        getChildren().setAll(lines);
    }

    private Node usual(RecognitionStatus status) {
        FlowPane ticks = new FlowPane(16, 8);
        List<LanguageTag> chosen = new ArrayList<>(status.usual());
        for (LanguageTag language : status.languages()) {
            CheckBox tick = new CheckBox(words.language(language));
            tick.setId("settings-usual-" + language.tag());
            tick.setSelected(chosen.contains(language));
            tick.setOnAction(event -> {
                chosen.remove(language);
                if (tick.isSelected()) {
                    chosen.add(language);
                }
                List<LanguageTag> said = List.copyOf(chosen);
                desk.tasks().run(() -> desk.archive().recognition().setUsual(said), () -> {}, this::fail);
            });
            ticks.getChildren().add(tick);
        }
        return ticks;
    }

    private String missing(List<MissingPack> packs) {
        return area.text(
                "ocr.missingPacks",
                packs.stream()
                        .map(pack -> words.language(pack.language()))
                        .collect(Collectors.joining(words.rightToLeft() ? "، " : ", ")),
                packs.stream().map(MissingPack::debian).collect(Collectors.joining(" ")));
    }

    private void again() {
        desk.archive().recognition().lookAgain();
        look();
    }

    private void fail(Throwable failure) {
        Told told = desk.errors().tell(failure);
        getChildren().setAll(Headed.quiet(told.what()), Headed.quiet(told.advice()));
    }
}
