package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.archive.ConsentScope;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleMaking.Version;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// How a bundle is made beyond what it holds: its versions, its schedules, what kind of file it is, and what it goes
/// behind.
final class MakingPane extends VBox {

    private final Words words;
    private final Messages own;
    private final DraftSettings settings;
    private final Map<BundleVersion, VersionBox> versions = new EnumMap<>(BundleVersion.class);
    private final Map<Schedule, CheckBox> schedules = new EnumMap<>(Schedule.class);
    private final CheckBox archival;
    private final CheckBox loadFiles;
    private final VBox late = Headed.card("");
    private boolean showing;

    MakingPane(Words words, DraftSettings settings) {
        this.words = words;
        this.own = words.of("bundles");
        this.settings = settings;
        setId("making-pane");
        setSpacing(12);
        VBox kinds = Headed.card(own.text("making.versions"), Headed.quiet(own.text("making.versions.line")));
        for (BundleVersion version : BundleVersion.values()) {
            VersionBox box = new VersionBox(version);
            versions.put(version, box);
            kinds.getChildren().add(box);
        }
        VBox before = Headed.card(own.text("making.schedules"), Headed.quiet(own.text("making.schedules.line")));
        for (Schedule schedule : Schedule.values()) {
            CheckBox box =
                    tick("making-schedule-" + schedule.name(), words.vocabulary("bundle-schedule", schedule.name()));
            schedules.put(schedule, box);
            before.getChildren().add(box);
        }
        archival = tick("making-archival", own.text("making.archival"));
        loadFiles = tick("making-load-files", own.text("making.loadFiles"));
        VBox file = Headed.card(
                own.text("making.file"),
                archival,
                Headed.quiet(own.text("making.archival.line")),
                loadFiles,
                Headed.quiet(own.text("making.loadFiles.line")));
        late.setId("making-late");
        getChildren().addAll(late, kinds, before, file);
        settings.makingProperty().subscribe(this::show);
    }

    private CheckBox tick(String id, String text) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.setOnAction(event -> keep());
        return box;
    }

    private void show(BundleMaking making) {
        showing = true;
        versions.forEach((kind, box) -> box.show(making.versions().stream()
                .filter(version -> version.kind() == kind)
                .findFirst()));
        schedules.forEach((schedule, box) -> box.setSelected(making.schedules().contains(schedule)));
        archival.setSelected(making.archival());
        loadFiles.setSelected(making.loadFiles());
        late.setVisible(making.after().isPresent());
        late.setManaged(making.after().isPresent());
        late.getChildren().setAll(making.after().map(this::behind).orElse(List.of()));
        showing = false;
    }

    private List<Node> behind(Reference serving) {
        return List.of(
                Headed.quiet(own.text("making.after", serving.toString())),
                new HBox(Glyphs.button("making-not-late", own.text("making.notLate"), () -> {
                    BundleMaking now = settings.makingProperty().get();
                    settings.makingProperty()
                            .set(new BundleMaking(
                                    now.schedules(),
                                    now.versions(),
                                    now.archival(),
                                    now.loadFiles(),
                                    Optional.empty()));
                })));
    }

    private void keep() {
        if (showing) {
            return;
        }
        List<Version> some = new ArrayList<>();
        versions.values().forEach(box -> box.version().ifPresent(some::add));
        List<Schedule> set = schedules.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        settings.makingProperty()
                .set(new BundleMaking(
                        set,
                        some,
                        archival.isSelected(),
                        loadFiles.isSelected(),
                        settings.makingProperty().get().after()));
    }

    /// One version: whether it is written, for which purpose, and for whom.
    private final class VersionBox extends VBox {

        private final BundleVersion kind;
        private final CheckBox written;
        private final CodePicker<String> scope;
        private final TextField recipient = new TextField();
        private Optional<Version> before = Optional.empty();

        VersionBox(BundleVersion kind) {
            this.kind = kind;
            setSpacing(6);
            String id = "making-version-" + kind.name();
            String name = words.vocabulary("bundle-version", kind.name());
            written = tick(id, own.text("making.version." + kind.name()));
            scope = new CodePicker<>(
                    id + "-scope", ConsentScope.leaving(), code -> words.vocabulary("consent-scope", code));
            scope.setOnAction(event -> keep());
            recipient.setId(id + "-recipient");
            recipient.setOnAction(event -> keep());
            recipient.focusedProperty().subscribe((had, has) -> {
                if (had && !has) {
                    keep();
                }
            });
            VBox details = new VBox(
                    6,
                    FieldRow.of(own.text("making.scope", name), scope),
                    FieldRow.of(own.text("making.recipient", name), recipient));
            details.getStyleClass().add("under-tick");
            details.visibleProperty().bind(written.selectedProperty());
            details.managedProperty().bind(written.selectedProperty());
            getChildren().addAll(written, details);
        }

        void show(Optional<Version> version) {
            before = version;
            written.setSelected(version.isPresent());
            scope.setValue(version.map(Version::scope).orElseGet(this::usual));
            if (!recipient.isFocused()) {
                recipient.setText(version.flatMap(Version::recipient).orElse(""));
            }
        }

        /// What a version of its kind is for, mostly.
        private String usual() {
            return switch (kind) {
                case CONFIDENTIAL -> settings.scopeProperty().get();
                case PARTY -> "SUBMIT_TRIBUNAL";
                case PUBLIC -> "PUBLISH_ANON";
            };
        }

        Optional<Version> version() {
            return written.isSelected()
                    ? Optional.of(new Version(
                            kind,
                            before.flatMap(Version::kept),
                            Objects.requireNonNullElseGet(scope.getValue(), this::usual),
                            Optional.of(recipient.getText().strip()).filter(text -> !text.isEmpty())))
                    : Optional.empty();
        }
    }
}
